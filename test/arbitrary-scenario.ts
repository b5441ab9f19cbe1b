// Scenarios of every shape that the engine must handle, for property tests: few children, short horizons, all features.
import fc from 'fast-check'
import { AGE_BANDS } from '../src/domain/age-band.ts'
import { dayNumber, formatDate } from '../src/domain/calendar.ts'
import { EXIT_REASONS } from '../src/domain/exit-reason.ts'
import type { Carers, Hazard, Scenario, Shift } from '../src/input/schema/scenario-schema.ts'

const KEYS = ['a', 'b', 'c', 'd'] as const

const byKeys = <Value>(
  keys: readonly string[],
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Record<string, Value>> =>
  fc
    .tuple(...keys.map(() => value))
    .map((values) => Object.fromEntries(keys.map((key, index) => [key, values[index]])))

/** Whole-number weights turned into shares that add up to 1; at least one weight is positive. */
const shares = (keys: readonly string[]): fc.Arbitrary<Record<string, number>> =>
  fc.tuple(byKeys(keys, fc.nat(4)), fc.nat(keys.length - 1)).map(([weights, sure]) => {
    const raised: Record<string, number> = { ...weights, [keys[sure]]: weights[keys[sure]] + 1 }
    const total = Object.values(raised).reduce((sum, weight) => sum + weight)
    return Object.fromEntries(keys.map((key) => [key, raised[key] / total]))
  })

const hazard = (keys: readonly string[]): fc.Arbitrary<Hazard> => {
  const level = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 3, noNaN: true }))
  const factor = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0.1, max: 5, noNaN: true }))
  const clock = fc.option(
    fc.tuple(factor, factor, factor).map(([now, soon, late]) => ({ 0: now, 2: soon, 9: late })),
    {
      nil: undefined,
    },
  )
  return fc.record({
    perYear: fc.oneof(level, byKeys(AGE_BANDS, level) as fc.Arbitrary<never>),
    byPlacement: fc.option(byKeys(keys, factor), { nil: undefined }),
    byMonthsInCare: clock,
    byMonthsInPlacement: clock,
  })
}

const reentry = fc
  .tuple(fc.double({ min: 0, max: 0.4, noNaN: true }), fc.double({ min: 0.4, max: 0.9, noNaN: true }))
  .map(([soon, late]) => ({ 1: soon, 8: late }))

const payment = fc.record({
  weekly: fc.integer({ min: 0, max: 50_000 }).map((pence) => pence / 100),
  share: fc.constantFrom(undefined, 0.5),
  months: fc.constantFrom(1, 12, 300),
  untilAge: fc.constantFrom(undefined, 16, 18, 21),
  payingNow: fc.constantFrom(undefined, 3),
})

/** Returns in the first months, so that short horizons see them; leavers of before, allowances and a service. */
const afterCare = (keys: readonly string[]): fc.Arbitrary<Scenario['afterCare']> =>
  fc.record({
    reentry: fc.constantFrom(undefined, 'all', 'some').chain((who) =>
      who === undefined
        ? fc.constant(undefined)
        : fc.record({
            reunification: reentry,
            adoption: fc.constant({ 3: 0.3 }),
            ...(who === 'all' && { independence: reentry, other: reentry, specialGuardianship: reentry }),
          }),
    ),
    earlierLeavers: fc.option(
      fc.record({ reunification: byKeys(AGE_BANDS, fc.integer({ min: 0, max: 9 })) as fc.Arbitrary<never> }),
      { nil: undefined },
    ),
    allowances: fc.option(fc.record({ reunification: payment, other: payment }), { nil: undefined }),
    services: fc.option(
      payment.map((paid) => ({
        stayingPut: {
          ...paid,
          label: 'Staying Put',
          after: ['turned18' as const, 'other' as const],
          from: [keys[0]],
        },
      })),
      { nil: undefined },
    ),
  })
const carers: fc.Arbitrary<Carers> = fc.record({
  households: fc.nat(10),
  placesPerHousehold: fc.constantFrom(0.5, 1, 1.87),
  usableShare: fc.constantFrom(0, 0.85, 1),
  approvalsPerYear: fc.constantFrom(0, 2, 20),
  approvalMonths: fc.constantFrom(0, 6, 30),
  pipelinePerYear: fc.constantFrom(undefined, 0, 5, 300),
  deregistrationsPerHouseholdYear: fc.constantFrom(0, 0.15, 4),
})

/** A shift with days after the start in place of its date; it may be over by the start. */
const shift: fc.Arbitrary<Omit<Shift, 'from'> & { afterStart: number }> = fc.record({
  on: fc.constantFrom('entries', 'exits'),
  afterStart: fc.integer({ min: -400, max: 300 }),
  factor: fc.constantFrom(0, 0.6, 1, 1.15, 3),
  riseMonths: fc.constantFrom(undefined, 0, 3),
  fallMonths: fc.constantFrom(undefined, 1, 6),
})

/** Any scenario that the rules allow, with up to 60 children at the start and a horizon of up to 500 days. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .integer({ min: 1, max: KEYS.length })
  .chain((size) => {
    const keys = KEYS.slice(0, size)
    const last = keys[size - 1]
    return fc
      .record({
        startDay: fc.integer({ min: dayNumber(2011, 1, 1), max: dayNumber(2024, 12, 31) }),
        days: fc.integer({ min: 1, max: 500 }),
        limits: byKeys(keys, fc.option(fc.nat(12), { nil: undefined })),
        overflow: byKeys(keys, fc.shuffledSubarray([...keys.slice(0, -1)])),
        ages: byKeys(keys, fc.option(fc.subarray([...AGE_BANDS], { minLength: 1 }), { nil: undefined })),
        counts: byKeys(keys, fc.nat(15)),
        stockAges: shares(AGE_BANDS),
        months: shares(['0', '1', '6', '30']),
        entryAges: shares(AGE_BANDS),
        entryPlacements: byKeys(AGE_BANDS, shares(keys)),
        perYear: fc.integer({ min: 0, max: 80 }),
        trendPerYear: fc.constantFrom(undefined, -0.3, 0.4),
        shocks: fc.option(
          byKeys(
            ['entries', 'exits', 'prices'],
            fc.record({ local: fc.constantFrom(0, 0.1, 0.4), national: fc.constantFrom(0, 0.2) }),
          ),
          { nil: undefined },
        ),
        exits: fc.tuple(...EXIT_REASONS.map(() => fc.option(hazard(keys), { nil: undefined }))),
        moveHazard: hazard(keys),
        destinations: byKeys(keys, shares(keys)),
        priceSpread: byKeys(keys, fc.constantFrom(undefined, undefined, 0.5, 1.5)),
        fixedShare: byKeys(keys, fc.constantFrom(undefined, undefined, 0.8)),
        weeklyPrice: fc.integer({ min: 0, max: 900_000 }).map((pence) => pence / 100),
        afterCare: fc.option(afterCare(keys), { nil: undefined }),
        groupSizes: fc.option(shares(['1', '2', '3', '8']), { nil: undefined }),
        carers: byKeys(keys, fc.option(carers, { nil: undefined })),
        shifts: fc.option(fc.array(shift, { minLength: 1, maxLength: 3 }), { nil: undefined }),
      })
      .map((drawn): Scenario => {
        const placements = keys.map((key) => [
          key,
          {
            label: key,
            weeklyPrice: drawn.weeklyPrice,
            priceSpread: drawn.priceSpread[key],
            fixedShare: drawn.fixedShare[key],
            ...(key !== last && drawn.ages[key] && { ages: drawn.ages[key] }),
            ...(key !== last &&
              (drawn.limits[key] ?? drawn.carers[key]) !== undefined && {
                ...(drawn.carers[key] ? { carers: drawn.carers[key] } : { places: drawn.limits[key] }),
                overflow: [...drawn.overflow[key].filter((other) => other !== key), last],
              }),
          },
        ])
        return {
          name: 'arbitrary',
          council: 'none',
          document: 'none',
          question: 'none',
          start: formatDate(drawn.startDay),
          end: formatDate(drawn.startDay + drawn.days),
          priceBase: '2020/21',
          upliftPerYear: 0.03,
          placements: Object.fromEntries(placements),
          openingStock: {
            children: Object.values(drawn.counts).reduce((sum, count) => sum + count),
            placements: drawn.counts,
            ages: drawn.stockAges as Scenario['openingStock']['ages'],
            monthsInCare: drawn.months,
          },
          entries: {
            perYear: drawn.perYear,
            trendPerYear: drawn.trendPerYear,
            ages: drawn.entryAges as Scenario['entries']['ages'],
            placements: drawn.entryPlacements as Scenario['entries']['placements'],
            ...(drawn.groupSizes && { siblings: { groupSizes: drawn.groupSizes } }),
          },
          shocks: drawn.shocks,
          afterCare: drawn.afterCare,
          ...(drawn.shifts && {
            shifts: Object.fromEntries(
              drawn.shifts.map(({ afterStart, ...written }, index) => [
                `shift-${index}`,
                { ...written, from: formatDate(drawn.startDay + afterStart) },
              ]),
            ),
          }),
          exits: Object.fromEntries(
            EXIT_REASONS.flatMap((reason, index) =>
              drawn.exits[index] ? [[reason, drawn.exits[index]]] : [],
            ),
          ),
          moves: { any: { ...drawn.moveHazard, destinations: drawn.destinations } },
          unknown: [],
        }
      })
  })
