// Every figure of a scenario by a name that a reader knows, also those that no run draws. Paths -> register of inputs.
import { dateInFull, parseDate } from '../domain/calendar.ts'
import { keyInWords } from '../domain/key-in-words.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { investmentPrices } from '../result/investment-prices.ts'
import { inputNamer, type NamedInputs } from '../words/input-in-words.ts'

/** What names are made from. */
export interface NamedFigures {
  scenario: NamedInputs['scenario'] & Pick<Scenario, 'facts' | 'budgets' | 'priceBase'>
  assumptions: { path: string }[]
}

type Labels = (key: string) => string

/** Names what a pattern finds in a path, from the keys that it captures. */
type Naming = [pattern: RegExp, name: (keys: string[], label: Labels) => string]

const FACTS: Record<string, string> = {
  childrenAtStart: 'children the day before',
  childrenAtEnd: 'children on the last day',
  entries: 'entries counted',
  exits: 'exits counted',
  exitsAt18: 'exits on the 18th birthday',
  exitsWithin12Months: 'exits within twelve months of entry',
  childrenWith3Placements: 'children with three or more placements',
}

const INVESTMENT: Record<string, string> = {
  perPostYear: '£ for a post and year',
  perPlaceYear: '£ for a place and year',
  perFinancialYear: '£ a year',
  oneOff: '£ once',
  perServed: '£ for each child or family served',
  perCase: '£ for each child in whom it worked',
  serves: 'served a year',
}

const PRINTED: Record<string, string> = {
  newChildren: 'children, as printed',
  poundsPerChildYear: '£ for a child and year, as printed',
  saving: '£ saved, as printed',
}

const inYear = (year: string | undefined) => (year === undefined ? '' : ` in ${year}`)

/** The first pattern that fits a path names it. */
const NAMINGS: Naming[] = [
  [/^history\.children\.(.+)$/, ([date]) => `children on ${dateInFull(parseDate(date)!)}`],
  [/^openingStock\.children$/, () => 'children at the start'],
  [/^openingStock\.placements\.(\w+)$/, ([key], label) => `children in ${label(key)} at the start`],
  [
    /^openingStock\.monthsInCare\.(\d+)$/,
    ([month]) => `share of children in care for ${month} months or more, up to the next band`,
  ],
  [/^entries\.stockGrowth$/, () => 'expected yearly growth of the number of children'],
  [/^entries\.monthProfile\.factors\.(\d+)$/, ([month]) => `factor on entries in ${monthNamed(month)}`],
  [/^placements\.(\w+)\.priceSpread$/, ([key], label) => `how much prices differ in ${label(key)}`],
  [/^placements\.(\w+)\.fixedShare$/, ([key], label) => `fixed share of the price of ${label(key)}`],
  [/^facts\.\d+\.agesAtStart\.(.+)$/, ([age]) => `share of children aged ${age} the day before`],
  [/^facts\.\d+\.(\w+)$/, ([key]) => FACTS[key] ?? keyInWords(key)],
  [
    /^interventions\.([^.]+)\.investment\.(\w+)(?:\.(.+))?$/,
    ([key, field, year], label) => `${INVESTMENT[field] ?? keyInWords(field)}${inYear(year)}: ${label(key)}`,
  ],
  [
    /^interventions\.([^.]+)\.printed\.(\w+)(?:\.(.+))?$/,
    ([key, field, year], label) => `${PRINTED[field] ?? keyInWords(field)}${inYear(year)}: ${label(key)}`,
  ],
  [
    /^interventions\.([^.]+)\.effects\.\d+\.\w+\.contribution\.\w+\.(.+)$/,
    ([key, year], label) => `£ that others pay${inYear(year)}: ${label(key)}`,
  ],
  [/^packages\.([^.]+)\.cap$/, ([key]) => `largest share of entries that ‘${keyInWords(key)}’ prevents`],
  [
    /^(budgets|outturn|contributions|otherLines)\.(?:([^.]+)\.)?(\w+)\.(\d{4}\/\d\d)$/,
    ([block, key, , year], label) => `${BLOCKS[block]}${key ? ` ${label(key)}` : ''}, £ in ${year}`,
  ],
  [
    /^(budgets|contributions)\.([^.]+)\.(\w+)$/,
    ([block, key, field], label) => `${BLOCKS[block]} ${label(key)}: ${keyInWords(field)}`,
  ],
  [/^outturn\.(\w+)$/, ([field]) => (field === 'amount' ? 'outturn, £' : `outturn: ${keyInWords(field)}`)],
]

const BLOCKS: Record<string, string> = {
  budgets: 'budget',
  outturn: 'outturn',
  contributions: 'contribution',
  otherLines: 'line',
}

/** Makes the function that names the path of a figure; one that no name is known for stays itself. */
export function figureNamer({ scenario, assumptions }: NamedFigures): (path: string) => string {
  const ofInputs = inputNamer({ scenario, assumptions: assumptions.map(({ path }) => ({ path })) })
  const label = (key: string) =>
    scenario.placements[key]?.label ??
    scenario.interventions?.[key]?.label ??
    scenario.budgets?.[key]?.label ??
    keyInWords(key)
  return (path) => {
    const reasons = reasonsAt(path, scenario)
    if (reasons !== undefined) return `${reasons.map(keyInWords).join(', ')} exits counted`
    const prices = investmentPrices(path, scenario)
    return (nameOf(path, label) ?? ofInputs(path)) + (prices === undefined ? '' : `, ${prices}`)
  }
}

/** The reasons of a count of exits, which its path has only the place of. */
function reasonsAt(path: string, { facts = [] }: NamedFigures['scenario']): readonly string[] | undefined {
  const [, block, count] = /^facts\.(\d+)\.exitsByReason\.(\d+)/.exec(path) ?? []
  return block === undefined ? undefined : facts[Number(block)]?.exitsByReason?.[Number(count)]?.reasons
}

function nameOf(path: string, label: Labels): string | undefined {
  for (const [pattern, name] of NAMINGS) {
    const found = pattern.exec(path)
    if (found) return name(found.slice(1), label)
  }
  return undefined
}

function monthNamed(index: string): string {
  const date = parseDate(`2000-${String(Number(index) + 1).padStart(2, '0')}-01`)!
  return dateInFull(date).split(' ')[1]
}

/** Begins a name with a capital; a path stays as it is. */
export function capitalised(words: string): string {
  return words.replace(/^[a-z](?![a-z]*[.A-Z])/, (letter) => letter.toUpperCase())
}
