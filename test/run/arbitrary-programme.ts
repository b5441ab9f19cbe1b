// Interventions and packages of every kind that the rules allow for a scenario, for property tests.
import fc from 'fast-check'
import { AGE_BANDS } from '../../src/domain/age-band.ts'
import { formatDate, parseDate } from '../../src/domain/calendar.ts'
import { EXIT_REASONS } from '../../src/domain/exit-reason.ts'
import { packagePlans } from '../../src/input/packages.ts'
import { takesAge } from '../../src/input/rules/placement-rules.ts'
import type { Effect, Intervention } from '../../src/input/schema/intervention-schema.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import type { Axes } from '../../src/model/axes.ts'
import { compileModel, type Model } from '../../src/model/compile-model.ts'
import { compileProgramme } from '../../src/model/packages/compile-programme.ts'
import { packageAxes } from '../../src/model/packages/package-axes.ts'
import type { Programme } from '../../src/model/packages/programme.ts'
import { hasLimits } from '../../src/model/packages/without-limits.ts'

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const ratio = fc.constantFrom(0, 0.3, 0.8, 1, 1.3, 3)
const perYear = fc.constantFrom(0, 5, 40, 400)

const someReach = fc.constantFrom(undefined, undefined, 0, 0.4, 1)

const rate = fc.oneof(
  perYear.map((number) => ({ perYear: number })),
  fc.record({ hazardRatio: ratio, reach: someReach }),
)

const monthsInCare = fc.constantFrom(undefined, { from: 3 }, { to: 12 }, { from: 1, to: 24 })
const someAges = maybe(fc.subarray([...AGE_BANDS], { minLength: 1 }))

function gates(hasPosts: boolean) {
  const gate = fc.record({
    probability: fc.constantFrom(0.3, 0.8, 1),
    months: fc.constantFrom(0, 1, 3),
    perPostMonth: hasPosts ? fc.constantFrom(0, 1, 6) : fc.constant(undefined),
    perMonth: hasPosts ? fc.constant(undefined) : maybe(fc.constantFrom(0, 2, 50)),
  })
  return fc
    .array(gate, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((one, index) => ({ name: `gate ${index}`, ...one })))
}

/** Any effect on a scenario whose rules it keeps. */
function arbitraryEffect(scenario: Scenario, hasPosts: boolean): fc.Arbitrary<Effect> {
  const keys = Object.keys(scenario.placements)
  const somePlacements = maybe(fc.subarray(keys, { minLength: 1 }))
  const eligibility = { ages: someAges, placements: somePlacements, monthsInCare }
  const toAll = keys.filter((key) => AGE_BANDS.every((band) => takesAge(scenario.placements[key], band)))
  const limited = keys.filter((key) => hasLimits({ placements: { key: scenario.placements[key] } }))
  const withCarers = keys.filter((key) => scenario.placements[key].carers !== undefined)
  const services = Object.keys(scenario.afterCare?.services ?? {})
  const hasReentry = Object.keys(scenario.afterCare?.reentry ?? {}).length > 0
  const effects: fc.Arbitrary<Effect>[] = [
    fc
      .record({
        counted: fc.oneof(
          fc.constantFrom(-300, -30, 0, 4, 30, 300).map((prevents) => ({ prevents })),
          fc.constant({
            perFinancialYear: { '2017/18': -60, '2021/22': 60, '2022/23': -20, '2023/24': 200 },
          }),
          fc.constantFrom(-0.6, 0.6).map((success) => ({ serves: 40, targeting: 0.5, success })),
        ),
        unit: fc.constantFrom(undefined, 'child' as const, 'family' as const),
        overlap: fc.constantFrom(undefined, 'independent' as const),
        ages: someAges,
        placements: somePlacements,
        onlyDelayed: fc.constantFrom(undefined, 0.5, 1),
        delayMonths: fc.constantFrom(undefined, 1, 4),
      })
      .map(({ counted, ...rest }) => ({ preventEntries: { ...counted, ...rest } })),
    fc
      .constantFrom(3, 30, 300)
      .map((prevents) => ({ preventEntries: { prevents, overlap: 'disjoint' as const } })),
    fc
      .record({ reason: fc.constantFrom(...EXIT_REASONS), rate, ...eligibility })
      .map(({ rate: stated, ...rest }) => ({ raiseExits: { ...rest, ...stated } })),
    fc
      .record({
        children: fc.constantFrom(0, 5, 40),
        gates: gates(hasPosts),
        outcome: fc.oneof(
          fc.constantFrom(...EXIT_REASONS).map((leaveFor) => ({ leaveFor })),
          ...(toAll.length > 0 ? [fc.constantFrom(...toAll).map((moveTo) => ({ moveTo }))] : []),
        ),
        ...eligibility,
      })
      .map(({ outcome, ...rest }) => ({ reviewCohort: { ...rest, ...outcome } })),
    fc
      .record({
        moves: ratio,
        carerAttrition: withCarers.length > 0 ? maybe(ratio) : fc.constant(undefined),
        reentry: hasReentry ? maybe(ratio) : fc.constant(undefined),
        reach: someReach,
        ...eligibility,
      })
      .map((stabilise) => ({ stabilise })),
    fc
      .oneof(
        fc.record({
          placements: fc.subarray(keys, { minLength: 1 }),
          percent: fc.constantFrom(-0.2, 0, 0.5),
        }),
        fc.record({
          placements: fc.subarray(keys, { minLength: 1 }),
          weekly: fc.constantFrom(-30, 0, 12.34),
        }),
      )
      .map((changePrice) => ({ changePrice })),
    ratio.map((independence) => ({ extendStay: { independence } })),
    fc
      .record({
        on: fc.constantFrom('entries' as const, 'exits' as const),
        factor: ratio,
        ages: someAges,
        placements: somePlacements,
      })
      .map((shiftDemand) => ({ shiftDemand })),
  ]
  if (keys.length > 1)
    effects.push(
      fc
        .record({ to: fc.constantFrom(...keys), rate, ages: someAges, monthsInCare })
        .map(({ to, rate: stated, ...rest }) => ({
          stepDown: { ...rest, ...stated, to, from: keys.filter((key) => key !== to) },
        })),
    )
  if (limited.length > 0)
    effects.push(
      fc
        .record({
          placement: fc.constantFrom(...limited),
          places: fc.constantFrom(0, 2, 9),
          lagMonths: fc.constantFrom(undefined, 2),
        })
        .map((addPlaces) => ({ addPlaces })),
    )
  if (withCarers.length > 0)
    effects.push(
      fc
        .record({
          placement: fc.constantFrom(...withCarers),
          householdsPerYear: fc.constantFrom(0, 6, 60),
          lagMonths: fc.constantFrom(undefined, 2),
        })
        .map((addPlaces) => ({ addPlaces })),
    )
  if (services.length > 0)
    effects.push(
      fc.constantFrom(0, 0.3, 0.9).map((share) => ({ extendStay: { service: services[0], share } })),
    )
  return fc.oneof(...effects)
}

/** What is paid for whatever is counted of an intervention; the engine takes prices that the rules would not. */
const arbitraryInvestment: fc.Arbitrary<Intervention['investment']> = fc.record({
  cash: fc.constantFrom(undefined, true),
  perPostYear: fc.constantFrom(undefined, 58_000),
  perPlaceYear: fc.constantFrom(undefined, 1_234.56),
  perServed: fc.constantFrom(undefined, 2_000),
  serves: fc.constantFrom(undefined, 28),
  perCase: fc.constantFrom(undefined, 77.7),
  paidWhilePersisting: fc.constantFrom(undefined, true),
})

function arbitraryIntervention(scenario: Scenario): fc.Arbitrary<Intervention> {
  const start = parseDate(scenario.start)!
  const posts = fc.record({
    number: fc.constantFrom(1, 3),
    vacant: fc.constantFrom(undefined, 1),
    monthsToFill: fc.constantFrom(undefined, 2),
    monthsFilled: fc.constantFrom(undefined, 3),
  })
  return maybe(posts).chain((own) =>
    fc
      .record({
        afterStart: fc.integer({ min: -200, max: 250 }),
        slipMonths: fc.constantFrom(undefined, 2),
        rampMonths: fc.constantFrom(undefined, 0, 5),
        lasts: fc.constantFrom(undefined, undefined, 60, 300),
        persistMonths: fc.constantFrom(undefined, 3),
        noEffectShare: fc.constantFrom(undefined, undefined, 0.5),
        effects: fc.array(arbitraryEffect(scenario, own !== undefined), { minLength: 1, maxLength: 3 }),
        investment: maybe(arbitraryInvestment),
      })
      .map(({ afterStart, slipMonths, lasts, ...rest }) => ({
        label: 'any',
        start: { date: formatDate(start + afterStart), slipMonths },
        ...(lasts !== undefined && { end: formatDate(start + afterStart + lasts) }),
        ...rest,
        ...(own && { posts: own }),
      })),
  )
}

/** The scenario with one to four interventions in one to three packages. */
export function withProgramme(scenario: Scenario): fc.Arbitrary<Scenario> {
  return fc.array(arbitraryIntervention(scenario), { minLength: 1, maxLength: 4 }).chain((all) => {
    const interventions = Object.fromEntries(all.map((one, index) => [`i${index}`, one]))
    const members = fc.shuffledSubarray(Object.keys(interventions), { minLength: 1 })
    return fc
      .array(fc.record({ members, cap: fc.constantFrom(undefined, 0.1, 1) }), { minLength: 1, maxLength: 3 })
      .map((packages) => ({
        ...scenario,
        interventions,
        packages: Object.fromEntries(
          packages.map(({ members: keys, cap }, index) => [`p${index}`, { interventions: keys, cap }]),
        ),
      }))
  })
}

/** A model with its packages compiled. */
export function compiledPackages(scenario: Scenario): { model: Model; programme: Programme; axes: Axes[] } {
  const model = compileModel(scenario)
  const plans = packagePlans(scenario)
  return {
    model,
    programme: compileProgramme(scenario, model.axes, plans),
    axes: plans.map((plan) => packageAxes(scenario, model.axes, plan)),
  }
}
