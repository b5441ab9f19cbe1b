// One run of the yardstick after another, by the very simulateRun that `carecast run` calls, and what each came to.
import { compileModel } from '../src/model/compile-model.ts'
import { runKeys, seedKey } from '../src/run/addresses.ts'
import { rowLayout } from '../src/run/run-row.ts'
import { simulateRun } from '../src/run/simulate-run.ts'
import { createWorkspace } from '../src/run/workspace.ts'
import { yardstickScenario } from './yardstick-scenario.ts'

/** What one run came to: cost in £ over all months, and children in care at the end. */
export interface RunTotals {
  cost: number
  children: number
}

/** Makes a function that simulates the run of a given number; `scale` is that of yardstickScenario. */
export function yardstickRunner(scale = 1): (run: number) => RunTotals {
  const model = compileModel(yardstickScenario(scale))
  const layout = rowLayout(model.axes)
  const space = createWorkspace(model)
  const seed = seedKey('yardstick')
  const row = new Int32Array(layout.length)
  const lastMonth = (layout.months - 1) * layout.placements
  return (run) => {
    simulateRun(space, runKeys(seed, run), row, 0)
    let pence = 0
    let children = 0
    for (let month = 0; month < layout.months; month++) {
      const prices = model.axes.yearOfMonth[month] * layout.placements
      const careDays = layout.offset.care_days + month * layout.placements
      for (let placement = 0; placement < layout.placements; placement++)
        pence += row[careDays + placement] * row[layout.weeklyPence + prices + placement]
    }
    for (let placement = 0; placement < layout.placements; placement++)
      children += row[layout.offset.children + lastMonth + placement]
    return { cost: pence / 700, children }
  }
}
