// A council's number of children forecast from the figures of one edition: what every thread of a backtest does.
import { QUICK } from '../../estimate/fit-facts.ts'
import { uncertaintyOf } from '../../estimate/fit-uncertainty.ts'
import { type FittedModel, fitModel } from '../../estimate/fitted-model.ts'
import { readPublishedScenario } from '../../input/published/published-scenario.ts'
import type { PublishedTable } from '../../input/published/published-table.ts'
import { seedKey } from '../../run/addresses.ts'
import { type RunTable, rowLayout } from '../../run/run-row.ts'
import { chunkSimulator } from '../../run/threads/simulate-chunk.ts'
import { seriesOfMonth } from '../../summary/months.ts'
import { gatherSeries } from '../../summary/numbers/series.ts'

/** A forecast to make. */
export interface ForecastTask {
  /** ONS code of the council. */
  code: string
  /** The forecast starts on 31 March of this year, and knows its edition and those before. */
  origin: number
  /** Years of the last target less the origin. */
  years: number
  runs: number
  seed: string
}

/** The numbers of children of all runs. */
export interface StockForecast {
  code: string
  origin: number
  /** [month] month's end, YYYY-MM */
  months: string[]
  /** [month * runs + run] children at the month's end */
  children: Float64Array
}

/** Forecasts a council as `carecast new` and `carecast run` do, with a quicker fit. Nothing later than the origin is looked at. */
export function forecastCouncil(table: PublishedTable, task: ForecastTask): StockForecast {
  const { code, origin, years } = task
  const { scenario, assumptions } = readPublishedScenario(table, code, origin, years)
  const uncertain = uncertaintyOf(scenario, assumptions).assumptions
  return simulateStocks(fitModel(scenario, uncertain, QUICK), task)
}

/** Simulates a fitted council on this thread; each origin has a country of its own, and in it each council its random numbers. */
export function simulateStocks(
  { model, assumed }: Pick<FittedModel, 'model' | 'assumed'>,
  { code, origin, runs, seed }: ForecastTask,
): StockForecast {
  const layout = rowLayout(model.axes)
  const rows = new Int32Array(layout.length * runs)
  const control = new Int32Array(2)
  chunkSimulator({ model, assumed, seed: seedKey(`${seed} ${origin}`, code), tables: [rows], control })(
    0,
    runs,
  )
  const table = { axes: model.axes, layout, runs, rows }
  const { months } = model.axes
  return { code, origin, months: [...months], children: stocksOf(table, months.length) }
}

function stocksOf(table: RunTable, months: number): Float64Array {
  const children = new Float64Array(months * table.runs)
  for (let month = 0; month < months; month++) {
    const total = seriesOfMonth(table, month, 'children').at(-1)!
    gatherSeries(table, [total], children.subarray(month * table.runs, (month + 1) * table.runs))
  }
  return children
}

/** Returns the numbers of all runs at the end of a month, YYYY-MM; throws a RangeError where it is not simulated. */
export function stocksAt({ months, children }: StockForecast, month: string): Float64Array {
  const at = months.indexOf(month)
  if (at < 0) throw new RangeError(`${month} is not among the months from ${months[0]} to ${months.at(-1)}`)
  const runs = children.length / months.length
  return children.subarray(at * runs, (at + 1) * runs)
}
