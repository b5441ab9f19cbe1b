// How far a council's own counts of starts and ends are believed against England's: a year's count is partly chance and
// partly the year (A12). The weights are those of the fit, so that starts and ends lean alike and the number stays level.
import { exponentialOf, logarithm } from '../../domain/exact-math.ts'
import type { CouncilFigures } from './council-figures.ts'
import type { EnglandRates } from './england-rates.ts'

/** Standard deviation of the logarithm of a rate between councils (A12). */
const BETWEEN_COUNCILS = 0.3
/** The same of a year's starts and ends beyond chance, as in the shocks (A13). */
const BETWEEN_YEARS = { starts: 0.12, ends: 0.08 }

/** A number of children that leans from a council's count towards what England's rates would make. */
export interface LeaningCount {
  own: number
  expected: number
  value: number
}

/** Starts a year, from the council's count towards as many for each child as in England. */
export function leaningStarts(figures: CouncilFigures, england: CouncilFigures): LeaningCount {
  const expected = (england.starts.value / england.stock.value) * figures.stock.value
  return leaning(figures.starts.value, expected, BETWEEN_YEARS.starts)
}

/** Ends before 18 in a year, from the council's count towards what England's rates make of its children. */
export function leaningEnds(figures: CouncilFigures, rates: EnglandRates): LeaningCount {
  const at18 = figures.ceases18over?.value ?? rates.at18Share * figures.ceases16over.value
  const expected = figures.stockByAge.reduce(
    (sum, { value }, age) => sum + value * rates.endsPerChild[age],
    0,
  )
  return leaning(figures.ceases.value - at18, expected, BETWEEN_YEARS.ends)
}

function leaning(own: number, expected: number, betweenYears: number): LeaningCount {
  // A count of none is as likely as one of a half, and has a logarithm.
  const counted = Math.max(own, 0.5)
  const weight = BETWEEN_COUNCILS ** 2 / (BETWEEN_COUNCILS ** 2 + betweenYears ** 2 + 1 / counted)
  return { own, expected, value: expected * exponentialOf(weight * logarithm(counted / expected)) }
}
