// The yardstick: one workload of fixed size, so that speed is compared on the same work. An authority of the size of
// Worcestershire: 680 children, 312 entries a year, 60 months, 9 placements, two of them with limited places.
// bench/yardstick.c is its twin in plain C; their means must agree.
import { AGE_BANDS } from '../src/domain/age-band.ts'
import { EXIT_REASONS } from '../src/domain/exit-reason.ts'
import type { Scenario } from '../src/input/schema/scenario-schema.ts'

const KEYS = [
  'kinship',
  'inHouse',
  'agency',
  'homes',
  'external',
  'secure',
  'supported',
  'parents',
  'adoption',
]
const SHARES = [0.19, 0.36, 0.15, 0.04, 0.075, 0.003, 0.05, 0.1, 0.032]
const WEEKLY_POUNDS = [350, 800, 250, 2200, 3700, 5500, 900, 50, 100]
/** Whole children near the twin's shares of 680, with the same weekly bill to £4: the twin draws its placements. */
const OPENING = [129, 246, 101, 27, 51, 2, 34, 68, 22]
const AGES = [0.19, 0.2, 0.2, 0.29, 0.12]
const EXITS_PER_YEAR = [0.22, 0.05, 0.1, 0.05, 0.03, 0.02]
const MOVES_PER_YEAR = 0.45
const MEAN_DAYS_IN_CARE = 700

const byKey = <Value>(value: (index: number) => Value) =>
  Object.fromEntries(KEYS.map((key, index) => [key, value(index)]))
const byAge = <Value>(value: (index: number) => Value) =>
  Object.fromEntries(AGE_BANDS.map((band, index) => [band, value(index)])) as Record<
    (typeof AGE_BANDS)[number],
    Value
  >

const MONTHS_IN_CARE = [0, 1, 2, 3, 4, 6, 8, 10, 12, 15, 18, 21, 24, 30, 36, 48, 60, 72, 96, 120]

/** Shares of an exponential time in care by month, since the C twin draws it with a mean of 700 days. */
function exponentialMonths(): Record<string, number> {
  const survival = (month?: number) =>
    month === undefined ? 0 : Math.exp((-month * 365.25) / 12 / MEAN_DAYS_IN_CARE)
  return Object.fromEntries(
    MONTHS_IN_CARE.map((month, index) => [month, survival(month) - survival(MONTHS_IN_CARE[index + 1])]),
  )
}

/** Builds the yardstick's scenario; with `scale` 1 that of the twin, otherwise a smaller or larger authority. */
export function yardstickScenario(scale = 1): Scenario {
  const opening = OPENING.map((children) => Math.round(children * scale))
  const timeInCare = { 0: 1.6, 3: 1, 12: 0.7, 24: 0.45 }
  return {
    name: 'Yardstick',
    council: 'none',
    document: 'none; built in code',
    question: 'How long does one run take?',
    start: '2015-03-31',
    end: '2020-03-30',
    priceBase: '2015/16',
    upliftPerYear: 0,
    placements: byKey((index) => ({
      label: KEYS[index],
      weeklyPrice: WEEKLY_POUNDS[index],
      ...(KEYS[index] === 'kinship' && { places: Math.round(140 * scale), overflow: ['inHouse'] }),
      ...(KEYS[index] === 'homes' && { places: Math.round(30 * scale), overflow: ['external'] }),
    })),
    openingStock: {
      children: opening.reduce((sum, children) => sum + children),
      placements: byKey((index) => opening[index]),
      ages: byAge((index) => AGES[index]),
      monthsInCare: exponentialMonths(),
    },
    entries: {
      perYear: 312 * scale,
      ages: byAge((index) => AGES[index]),
      placements: byAge(() => byKey((index) => SHARES[index])),
    },
    exits: Object.fromEntries(
      EXIT_REASONS.map((reason, index) => [
        reason,
        {
          perYear: byAge((age) => EXITS_PER_YEAR[index] * (index === 2 ? (age < 2 ? 2.5 : 0.1) : 1)),
          byMonthsInCare: timeInCare,
        },
      ]),
    ),
    moves: {
      planned: {
        perYear: MOVES_PER_YEAR,
        byPlacement: byKey((index) => 1 - SHARES[index]),
        byMonthsInCare: { 0: 1.4, 3: 0.6, 12: 0.35, 24: 0.25 },
        destinations: byKey((from) =>
          Object.fromEntries(
            KEYS.map((key, to) => [key, to === from ? 0 : SHARES[to] / (1 - SHARES[from])] as const),
          ),
        ),
      },
    },
    unknown: [],
  }
}

/** Puts so many packages of one intervention each into a scenario, 20 % more reunification: none shares its random numbers with another. */
export function withReunification(scenario: Scenario, packages: number): Scenario {
  const keys = Array.from({ length: packages }, (_, index) => `more-reunification-${index}`)
  const intervention = {
    label: 'More reunification',
    start: { date: scenario.start },
    effects: [{ raiseExits: { reason: 'reunification' as const, hazardRatio: 1.2 } }],
  }
  return {
    ...scenario,
    interventions: Object.fromEntries(keys.map((key) => [key, intervention])),
    packages: Object.fromEntries(keys.map((key) => [key, { interventions: [key] }])),
  }
}
