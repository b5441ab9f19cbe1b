// Inputs of a scenario by a name that a reader knows, in place of their paths: 'price of Independent fostering agency'.
import { keyInWords } from '../domain/key-in-words.ts'
import { formatNumber } from '../domain/quantity.ts'
import type { Assumption } from '../input/reading/ranges.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'

/** What names are made from: labels of placements, services and interventions, and the counts behind what was fitted. */
export interface NamedInputs {
  scenario: Pick<Scenario, 'placements' | 'afterCare' | 'interventions'>
  assumptions: Pick<Assumption, 'path' | 'events'>[]
}

/** Names what a pattern finds in a path, from the keys that it captures. */
type Naming = [pattern: RegExp, name: (keys: string[], label: (key: string) => string) => string]

/** What upliftPerYear is, which its key does not say. */
export const UPLIFT = 'uplift of all prices a year'

const AGED = '(?:\\.(.+))?'

/** The first pattern that fits a path names it. */
const NAMINGS: Naming[] = [
  [/^fit\.entries$/, () => 'number of entries'],
  [/^fit\.exits\.(.+)$/, ([reasons]) => `rate of ${listInWords(reasons.split('+'))} exits`],
  [/^fit\.early$/, () => 'rate of exits within twelve months'],
  [/^fit\.moves$/, () => 'rate of moves'],
  [/^(?:fit|openingStock)\.aged17Share$/, () => 'share of 17 year olds'],
  [/^upliftPerYear$/, () => UPLIFT],
  [/^placements\.(\w+)\.weeklyPrice$/, ([key], label) => `price of ${label(key)}`],
  [/^placements\.(\w+)\.places$/, ([key], label) => `places in ${label(key)}`],
  [
    /^placements\.(\w+)\.carers\.(\w+)$/,
    ([key, field], label) => `${CARERS[field] ?? field} (${label(key)})`,
  ],
  [/^entries\.perYear$/, () => 'entries a year'],
  [/^entries\.trendPerYear$/, () => 'yearly growth of entries'],
  [/^entries\.firstMonthShare$/, () => 'share of infants who enter in their first four weeks'],
  [/^entries\.ages\.(.+)$/, ([age]) => `share of entrants aged ${age}`],
  [
    /^entries\.placements\.([^.]+)\.(\w+)$/,
    ([age, key], label) => `share of entrants aged ${age} placed in ${label(key)}`,
  ],
  [/^entries\.siblings\.groupSizes\.(\d)$/, ([size]) => `share of sibling groups of ${size}`],
  [/^openingStock\.ages\.(.+)$/, ([age]) => `share of children aged ${age} at the start`],
  [
    new RegExp(`^exits\\.(\\w+)\\.perYear${AGED}$`),
    ([key, age]) => `rate of ${keyInWords(key)} exits${aged(age)}`,
  ],
  [
    new RegExp(`^moves\\.(\\w+)\\.perYear${AGED}$`),
    ([key, age]) => `rate of ${keyInWords(key)} moves${aged(age)}`,
  ],
  [
    /^moves\.(\w+)\.destinations\.(\w+)\.(\w+)$/,
    ([kind, from, to], label) => `share of ${keyInWords(kind)} moves from ${label(from)} to ${label(to)}`,
  ],
  [
    /^(exits|moves)\.(\w+)\.byPlacement\.(\w+)$/,
    ([block, key, placement], label) => `rate of ${keyInWords(key)} ${block} from ${label(placement)}`,
  ],
  [
    /^(exits|moves)\.(\w+)\.byMonthsIn(Care|Placement)\.(\d+)$/,
    ([block, key, clock, month]) =>
      `rate of ${keyInWords(key)} ${block} from month ${month} in ${clock === 'Care' ? 'care' : 'the placement'}`,
  ],
  [
    /^afterCare\.reentry\.(\w+)\.(\d+)$/,
    ([key, month]) => `share back by month ${month} after ${keyInWords(key)}`,
  ],
  [
    /^afterCare\.earlierLeavers\.(\w+)\.(.+)$/,
    ([key, age]) => `earlier ${keyInWords(key)} leavers${aged(age)}`,
  ],
  [
    /^afterCare\.allowances\.(\w+)\.(\w+)$/,
    ([key, field]) => `${PAYMENT[field] ?? field} ${keyInWords(key)} allowances`,
  ],
  [
    /^afterCare\.services\.(\w+)\.(\w+)$/,
    ([key, field], label) => `${PAYMENT[field] ?? field} ${label(key)}`,
  ],
  [/^shocks\.(\w+)\.(\w+)$/, ([key, field]) => `size of ${field} yearly shocks to ${key}`],
  [/^shifts\.([^.]+)\.(\w+)$/, ([key, field]) => `${keyInWords(field)} of the shift ${key}`],
  [
    /^interventions\.([^.]+)\.(?:start\.|posts\.|investment\.)?(\w+)$/,
    ([key, field], label) => `${INTERVENTION[field] ?? keyInWords(field)}: ${label(interventionAt(key))}`,
  ],
  [
    /^interventions\.([^.]+)\.effects\.\d+\.\w+\.gates\.(\d+)\.(\w+)$/,
    ([key, gate, field], label) =>
      `${GATE[field] ?? field} gate ${Number(gate) + 1}: ${label(interventionAt(key))}`,
  ],
  [
    /^interventions\.([^.]+)\.effects\.\d+\.(\w+)\.(\w+)(?:\.(.+))?$/,
    ([key, effect, field, year], label) =>
      `${EFFECT[`${effect}.${field}`] ?? keyInWords(field)}${year ? ` in ${year}` : ''}: ${label(interventionAt(key))}`,
  ],
]

/** Where the label of an intervention is found; placements and services have theirs by the bare key. */
function interventionAt(key: string): string {
  return `interventions.${key}`
}

const INTERVENTION: Record<string, string> = {
  slipMonths: 'months by which it starts later',
  rampMonths: 'months to full effect',
  persistMonths: 'months in which effects fade',
  monthsToFill: 'months to fill a post',
  monthsFilled: 'months that a post stays filled',
  noEffectShare: 'chance of no effect',
  serves: 'served a year',
}

const GATE: Record<string, string> = {
  probability: 'share who pass',
  months: 'months that it takes to pass',
  perMonth: 'children a month at',
  perPostMonth: 'children a month and post at',
}

/** By effect and field. */
const EFFECT: Record<string, string> = {
  'preventEntries.prevents': 'entries prevented a year',
  'preventEntries.perFinancialYear': 'entries prevented',
  'preventEntries.serves': 'served a year',
  'preventEntries.targeting': 'share of those served who would have entered',
  'preventEntries.success': 'share of would-be entrants who do not',
  'preventEntries.onlyDelayed': 'share of those prevented who enter later',
  'preventEntries.delayMonths': 'months within which they enter later',
  'raiseExits.perYear': 'further exits a year',
  'raiseExits.perFinancialYear': 'further exits',
  'raiseExits.hazardRatio': 'hazard ratio of exits',
  'raiseExits.reach': 'share of the children reached',
  'stepDown.perYear': 'further moves a year',
  'stepDown.perFinancialYear': 'further moves',
  'stepDown.hazardRatio': 'hazard ratio of moves',
  'stepDown.reach': 'share of the children reached',
  'reviewCohort.children': 'children on the list',
  'addPlaces.places': 'places added',
  'addPlaces.householdsPerYear': 'households approved a year',
  'addPlaces.householdsPerFinancialYear': 'households approved',
  'addPlaces.lagMonths': 'months until places open',
  'stabilise.moves': 'hazard ratio of moves',
  'stabilise.carerAttrition': 'hazard ratio of carers who leave',
  'stabilise.reentry': 'hazard ratio of coming back',
  'stabilise.reach': 'share of the children reached',
  'changePrice.percent': 'change of price',
  'changePrice.weekly': '£ a week more',
  'extendStay.share': 'share who get the service',
  'extendStay.independence': 'hazard ratio of independence',
  'shiftDemand.factor': 'factor on entries or exits',
}

const CARERS: Record<string, string> = {
  households: 'foster carer households',
  placesPerHousehold: 'places a foster carer household',
  usableShare: 'share of foster places that can be used',
  approvalsPerYear: 'foster carers approved a year',
  pipelinePerYear: 'foster carers approved a year of those who have applied',
  approvalMonths: 'months to approve foster carers',
  deregistrationsPerHouseholdYear: 'rate of foster carers who leave',
}

const PAYMENT: Record<string, string> = {
  weekly: 'price of',
  share: 'share who get',
  months: 'months of',
  payingNow: 'number paid at the start for',
}

/** Makes the function that names a path of the scenario or of the fit; a path that no name is known for stays itself. */
export function inputNamer({ scenario, assumptions }: NamedInputs): (path: string) => string {
  const services = scenario.afterCare?.services ?? {}
  const programmes = Object.entries(scenario.interventions ?? {})
  const programmeLabels = new Map(programmes.map(([key, { label }]) => [interventionAt(key), label]))
  const label = (key: string) =>
    scenario.placements[key]?.label ?? services[key]?.label ?? programmeLabels.get(key) ?? key
  const events = new Map(assumptions.map(({ path, events }) => [path, events]))
  const names = assumptions.map(({ path }) => nameOf(path, label))
  return (path) => {
    const count = events.get(path)
    const counted = !Number.isFinite(count) ? '' : ` (from ${formatNumber(count!)} counted)`
    const name = nameOf(path, label)
    const isShared = names.filter((other) => other === name).length > 1
    return `${name}${isShared ? effectOf(path) : ''}${counted}`
  }
}

/** Tells two effects of one kind of an intervention apart, by their place in its list. */
function effectOf(path: string): string {
  const found = /^interventions\.[^.]+\.effects\.(\d+)\./.exec(path)
  return found ? `, effect ${Number(found[1]) + 1}` : ''
}

function nameOf(path: string, label: (key: string) => string): string {
  for (const [pattern, name] of NAMINGS) {
    const found = pattern.exec(path)
    if (found) return name(found.slice(1), label)
  }
  return path
}

function aged(age: string | undefined): string {
  return age === undefined ? '' : ` aged ${age}`
}

/** 'special guardianship, independence and other' */
function listInWords(keys: string[]): string {
  const all = keys.map(keyInWords)
  return all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
