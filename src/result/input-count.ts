// How much of a scenario nothing backs, as every result says it.
import { formatCount, formatNumber } from '../domain/quantity.ts'
import type { ScenarioFile } from '../input/reading/scenario-reader.ts'

export interface InputCount {
  total: number
  assumed: number
}

/** Counts the figures that the forecast is made from, and those of them that are assumed; a claim is not one of them. */
export function countInputs(figures: Pick<ScenarioFile['figures'][number], 'kind' | 'path'>[]): InputCount {
  const inputs = figures.filter(isInput)
  return { total: inputs.length, assumed: inputs.filter(({ kind }) => kind === 'assumed').length }
}

/** Tells whether the forecast is made from a figure: a claim is only held against it, and a limit of disclosure shortens files. */
export function isInput({ path }: Pick<ScenarioFile['figures'][number], 'path'>): boolean {
  return !path.startsWith('claims.') && !path.startsWith('disclosure.')
}

/** Words the count: '20 of 130 inputs are assumed'. */
export function assumedInputs({ total, assumed }: InputCount): string {
  return `${formatNumber(assumed)} of ${formatCount(total, 'input')} ${assumed === 1 ? 'is' : 'are'} assumed`
}
