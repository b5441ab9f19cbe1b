// How far a council's own counts of starts and ends are believed against England's: a year's count is partly chance and
// partly the year (A12). The weights are those of the fit, so that starts and ends lean alike and the number stays level.
import { exponentialOf, logarithm } from '../../domain/exact-math.ts'
import type { CouncilFigures } from './council-figures.ts'
import type { EnglandRates } from './england-rates.ts'
import { estimatedDefault } from './estimated-defaults.ts'

/** A number of children that leans from a council's count towards what England's rates would make. */
export interface LeaningCount {
  own: number
  expected: number
  value: number
}

/** Starts a year, from the council's count towards as many for each child as in England. */
export function leaningStarts(figures: CouncilFigures, england: CouncilFigures): LeaningCount {
  const expected = (england.starts.value / england.stock.value) * figures.stock.value
  return leaning(figures.starts.value, expected, 'starts')
}

/** Ends before 18 in a year, from the council's count towards what England's rates make of its children. */
export function leaningEnds(figures: CouncilFigures, rates: EnglandRates): LeaningCount {
  const at18 = figures.ceases18over?.value ?? rates.at18Share * figures.ceases16over.value
  const expected = figures.stockByAge.reduce(
    (sum, { value }, age) => sum + value * rates.endsPerChild[age],
    0,
  )
  return leaning(figures.ceases.value - at18, expected, 'ends')
}

/** The weight of a count against chance and against what years differ by, given how much councils differ (A12). */
function leaning(own: number, expected: number, of: 'starts' | 'ends'): LeaningCount {
  const between = estimatedDefault(`betweenCouncils.${of}`).value
  const betweenYears = estimatedDefault(`betweenYears.${of}`).value
  // A count of none is as likely as one of a half, and has a logarithm.
  const counted = Math.max(own, 0.5)
  const weight = between ** 2 / (between ** 2 + betweenYears ** 2 + 1 / counted)
  return { own, expected, value: expected * exponentialOf(weight * logarithm(counted / expected)) }
}
