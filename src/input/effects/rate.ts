// How often an effect acts: so many times a year, so many in each financial year, or by a hazard ratio; one of them.
import { z } from 'zod'
import { byFinancialYear, figure, shareFigure } from '../schema/schema-figures.ts'

/** Events in a year; 0 is none. */
export const perYear = figure(z.number().min(0).max(100_000), 'gamma')

/** Events in each financial year, by the day in a part of one; none in the others. */
export const perFinancialYear = byFinancialYear(perYear)

/** What a hazard is multiplied by: 1 changes nothing, above 1 there are more events. */
export const hazardRatio = figure(z.number().min(0).max(20), 'log-normal')

/** To how many of the children whom an effect is for its hazard ratio applies. */
export const reach = shareFigure
  .optional()
  .describe(
    'of the children it is for, the share whom it reaches: the hazard ratio is theirs alone, the same children throughout; all where missing',
  )

/** Keys of an effect that acts on children in care; of the first three exactly one is to be there, see onlyOne. */
export const rate = {
  perYear: perYear.optional().describe('children a year whom it reaches, beside what happens anyway'),
  perFinancialYear: perFinancialYear.optional().describe('the same, by financial year'),
  hazardRatio: hazardRatio
    .optional()
    .describe('in place of a number of children: how much more often it happens; below 1 less often'),
  reach,
}

/** What is wrong with a reach beside a number of children. */
export const REACH_OF_RATIO = {
  path: ['reach'],
  message: 'goes with hazardRatio; a number a year is of children whom it reaches',
}

/** Tells whether a block has a reach only where it has a ratio for it. */
export function hasRatioToReach({ reach, hazardRatio }: { reach?: number; hazardRatio?: number }): boolean {
  return reach === undefined || hazardRatio !== undefined
}

/** Returns a check that exactly one of some keys of a block has a value. */
export function onlyOne(...keys: string[]): (block: object) => boolean {
  return (block) =>
    Object.entries(block).filter(([key, value]) => keys.includes(key) && value !== undefined).length === 1
}
