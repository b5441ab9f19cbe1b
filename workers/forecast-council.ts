// The worker of a backtest: forecasts one council after another.
import { workerData } from 'piscina'
import {
  type ForecastTask,
  forecastCouncil,
  type StockForecast,
} from '../src/study/backtest/council-forecast.ts'

type Table = Parameters<typeof forecastCouncil>[0]

/** Makes one forecast; the figures of all councils came with the worker. */
export default function forecast(task: ForecastTask): StockForecast {
  return forecastCouncil(workerData as Table, task)
}
