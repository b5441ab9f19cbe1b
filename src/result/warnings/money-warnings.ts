// Warnings about money that does not fit together: others pay more than is spent, or one cost is paid for twice or not at all.

import { BASELINE } from '../../domain/baseline.ts'
import { formatNumber } from '../../domain/quantity.ts'
import { saysWhoIsServed, servedPerYear } from '../../input/number-served.ts'
import type { Intervention } from '../../input/schema/intervention-schema.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { OverpaidYear } from '../../summary/overpaid-years.ts'
import type { ResultWarning } from './result-warning.ts'

/** Returns a warning for each financial year in which others pay more than is spent, or more goes out of the total than into it. */
export function overpaidWarnings(years: readonly OverpaidYear[]): ResultWarning[] {
  return years.map((year) => {
    const { variant, financial_year, spent, contributed, line } = year
    const inPackage = variant === BASELINE ? '' : ` with the package '${variant}'`
    if (contributed <= 0)
      return {
        code: 'total-below-zero',
        text: `the total of ${financial_year}${inPackage} is ${pounds(spent)} on average, below 0: lines below 0 are more than all others`,
      }
    const what = line === undefined ? 'contributions' : `'${line}'`
    const cost = line === undefined ? 'the cost' : 'the cost of the placements that it is for'
    const total = line === undefined ? `, so that the total is ${pounds(spent - contributed)}` : ''
    return {
      code: 'contributions-above-cost',
      text: `${what} of ${financial_year}${inPackage}, ${pounds(contributed)} on average, are above ${cost}, ${pounds(spent)}${total}`,
    }
  })
}

function pounds(amount: number): string {
  return `${amount < 0 ? '-' : ''}£${formatNumber(Math.abs(amount))}`
}

/** Returns warnings for what the interventions of some packages are paid: for whom, and for places that are paid already. */
export function investmentWarnings(
  { interventions = {}, placements }: Pick<Scenario, 'interventions' | 'placements'>,
  keys: readonly string[],
): ResultWarning[] {
  return keys.flatMap((key) => [
    ...perCaseWarnings(key, interventions[key]),
    ...placeWarnings(key, interventions[key], placements),
  ])
}

function perCaseWarnings(key: string, intervention: Intervention): ResultWarning[] {
  const { label, investment = {}, effects } = intervention
  const { perCase, perServed } = investment
  if (!perCase || perServed !== undefined || !saysWhoIsServed(intervention)) return []
  const list = effects.find(({ reviewCohort }) => reviewCohort !== undefined)?.reviewCohort?.children
  const served = servedPerYear(intervention)
  const number =
    served === undefined ? `the ${formatNumber(list!)} on its list` : `the ${served} served a year`
  return [
    {
      code: 'per-case-of-served',
      text:
        `'${label}' (${key}) is paid perCase, ${pounds(perCase)} for each child in whom it worked, and nothing for the others of ` +
        `${number}; what a programme costs for each who is served is perServed`,
    },
  ]
}

/** An opened place costs its fixed share from the day on which it opens. */
function placeWarnings(
  key: string,
  { label, investment = {}, effects }: Intervention,
  placements: Scenario['placements'],
): ResultWarning[] {
  const { perPlaceYear } = investment
  if (!perPlaceYear) return []
  const homes = effects.flatMap(({ addPlaces }) => addPlaces?.placement ?? [])
  return [...new Set(homes)]
    .filter((home) => placements[home].fixedShare)
    .map((home) => ({
      code: 'places-paid-twice',
      text:
        `'${label}' (${key}) pays perPlaceYear, ${pounds(perPlaceYear)}, for places in ${home}, whose fixedShare is paid for each ` +
        'from the day on which it opens; leave perPlaceYear out where it means the same staff and building',
    }))
}
