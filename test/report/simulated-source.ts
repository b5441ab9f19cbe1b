// What a report is made from, out of a real result: simulated, written to a temporary folder and read back.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forecast } from '../../src/forecast/forecast.ts'
import type { ForecastRequest } from '../../src/forecast/request.ts'
import { readFinishedReport } from '../../src/forecast/rewrite/read-finished-report.ts'
import type { ReportSource } from '../../src/report/report-source.ts'

export type SimulatedRequest = Partial<ForecastRequest> & Pick<ForecastRequest, 'scenario' | 'runs'>

/** By request: several files of tests ask for the same. */
const simulated = new Map<string, Promise<ReportSource>>()

/** Simulates a scenario on one thread and reads back what its report is made from; nothing of it stays on the disk. */
export function simulatedSource(request: SimulatedRequest): Promise<ReportSource> {
  const key = JSON.stringify(request)
  const known = simulated.get(key) ?? simulateAndRead(request)
  simulated.set(key, known)
  return known
}

async function simulateAndRead(request: SimulatedRequest): Promise<ReportSource> {
  const parent = await mkdtemp(join(tmpdir(), 'carecast-source-'))
  const folder = join(parent, 'result')
  try {
    await forecast({ seed: 'carecast', threads: 1, folder, overwrite: false, version: '0.0.0', ...request })
    return (await readFinishedReport(folder)).source
  } finally {
    await rm(parent, { recursive: true })
  }
}
