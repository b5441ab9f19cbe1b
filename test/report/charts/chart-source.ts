// What charts are made from: a few runs of a scenario file, for tests of charts.
import type { ForecastRequest } from '../../../src/forecast/request.ts'
import type { ReportSource } from '../../../src/report/report-source.ts'
import { simulatedSource } from '../simulated-source.ts'

/** Simulates a few runs of a scenario by chance only, the baseline alone where no packages are named. */
export async function chartSource(
  scenario: string,
  { runs = 20, packages = [], ...more }: Partial<ForecastRequest> & { packages?: string[] } = {},
): Promise<ReportSource> {
  const path = `scenarios/${scenario}.yaml`
  return simulatedSource({
    choice: { packages },
    chanceOnly: true,
    attribution: false,
    ...more,
    scenario: path,
    runs,
  })
}
