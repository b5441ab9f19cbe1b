// What every effect may do at most, and in which direction, over scenarios of every shape: in each run, package against
// baseline. Where limits would shift other children the law is held without them. Where a run may by chance go the other
// way, a mean over runs is held, with a tolerance in standard errors.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgeBand } from '../../../src/domain/age-band.ts'
import { EXIT_REASONS, type ExitReason } from '../../../src/domain/exit-reason.ts'
import type { Effect, Intervention } from '../../../src/input/schema/intervention-schema.ts'
import type { Hazard, Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { withoutLimits } from '../../../src/model/packages/without-limits.ts'
import { runKeys, seedKey } from '../../../src/run/addresses.ts'
import { simulatePlainly } from '../../../src/run/plain/simulate-plainly.ts'
import {
  type AllRuns,
  COUNTED_MEASURES,
  type CountedMeasure,
  type RunTable,
} from '../../../src/run/run-row.ts'
import { arbitraryScenario } from '../../arbitrary-scenario.ts'
import { howMany } from '../../how-many.ts'
import { constantHazard, everyAge, onlyAge, simpleScenario } from '../../simple-scenario.ts'
import { compiledPackages, withProgramme } from '../arbitrary-programme.ts'
import { exitsFor, measured, runMany } from '../run-many.ts'
import { standardErrorsFrom } from '../simple-programme.ts'
import { simulateHere } from './simulate-here.ts'

const STANDARD_ERRORS = 4
const RUNS = 1
const CASES = howMany(6, 14)
const TURNED_18 = EXIT_REASONS.length

/** A run of the baseline beside one of a package. */
interface Pair {
  base: RunOf
  own: RunOf
  all: AllRuns
}

/** A run of one variant, read by name. */
interface RunOf {
  row: Int32Array
  table: RunTable
  total: (measure: CountedMeasure) => number
  exits: (reason: number) => number
  /** [month * placements + placement] */
  block: (measure: CountedMeasure) => Int32Array
  /** Of the package's only intervention, in all years. */
  reached: (measure: 'cases' | 'lapsed') => number
}

function runOf(table: RunTable, run: number): RunOf {
  const { layout } = table
  const row = table.rows.subarray(run * layout.length, (run + 1) * layout.length)
  const blockLength = layout.months * layout.placements
  return {
    row,
    table,
    total: (measure) => measured(row, layout, measure),
    exits: (reason) => exitsFor(row, layout, reason),
    block: (measure) => row.subarray(layout.offset[measure], layout.offset[measure] + blockLength),
    reached: (measure) => {
      const from = layout.reached[measure]
      return sum(row.subarray(from, from + table.axes.years.length * layout.interventions))
    },
  }
}

const sum = (values: Int32Array) => values.reduce((total, value) => total + value, 0)

function pairsOf(scenario: Scenario, runs = RUNS, seed = 'laws'): Pair[] {
  const all = simulateHere(scenario, runs, seed)
  return all.packages.flatMap(({ table }) =>
    Array.from({ length: runs }, (_, run) => ({ base: runOf(all, run), own: runOf(table, run), all })),
  )
}

/** The scenario with one intervention of these effects, at full strength from day 1 on. */
function withEffects(scenario: Scenario, ...effects: Effect[]): Scenario {
  const offer: Intervention = { label: 'Offer', start: { date: scenario.start }, effects }
  return { ...scenario, interventions: { offer } }
}

/** Holds a law in runs of any scenario that `shape` makes, with an effect that may follow from the scenario. */
function holdLaw(
  shape: (scenario: Scenario) => Scenario,
  effect: (scenario: Scenario) => Effect,
  law: (pair: Pair, scenario: Scenario) => void,
): void {
  fc.assert(
    fc.property(arbitraryScenario, (any) => {
      const scenario = shape(any)
      for (const pair of pairsOf(withEffects(scenario, effect(scenario)))) law(pair, scenario)
    }),
    { numRuns: CASES },
  )
}

/** Nothing limits placements, so that no child has to do with another. */
const free = withoutLimits
/** Nor does anybody come back. */
const freeForGood = (scenario: Scenario): Scenario => withoutLimits({ ...scenario, afterCare: undefined })

/** Nothing follows from where a child lives, so that a move changes nothing else. */
function placeless(scenario: Scenario): Scenario {
  const plain = <H extends Hazard>({ byPlacement, byMonthsInPlacement, ...hazard }: H) => hazard as H
  const { any, ...moves } = scenario.moves
  return {
    ...freeForGood(scenario),
    placements: tableOf(freeForGood(scenario).placements, ({ ages, ...placement }) => placement),
    exits: tableOf(scenario.exits as Record<string, Hazard>, plain) as Scenario['exits'],
    moves: { ...moves, any: plain(any) },
  }
}

const tableOf = <Value, Made>(table: Record<string, Value>, make: (value: Value, key: string) => Made) =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, make(value, key)]))

/** All that the baseline's rows have too is the same, to the last number. */
function sameAsBaseline({ base, own }: Pair): void {
  expect(own.row.subarray(0, base.row.length)).toEqual(base.row)
}

/** Every number of a block is no larger than that of another. */
function noneAbove(lower: Int32Array, upper: Int32Array): void {
  expect(lower.every((value, at) => value <= upper[at])).toBe(true)
}

/** Who lives in one run lives in the other, and does the same there. */
function partOf(lower: RunOf, upper: RunOf): void {
  for (const measure of COUNTED_MEASURES) noneAbove(lower.block(measure), upper.block(measure))
}

/** Children who are all there for no longer: of one reason more leave, of the others not. */
function leaveMoreFor(reason: number, { own, base }: { own: RunOf; base: RunOf }): void {
  expect(own.block('entries')).toEqual(base.block('entries'))
  noneAbove(own.block('children'), base.block('children'))
  noneAbove(own.block('care_days'), base.block('care_days'))
  EXIT_REASONS.forEach((_, other) => {
    if (other === reason) expect(own.exits(other)).toBeGreaterThanOrEqual(base.exits(other))
    else expect(own.exits(other)).toBeLessThanOrEqual(base.exits(other))
  })
}

const competingExits = (run: RunOf) => run.total('exits') - run.exits(TURNED_18)
const placementsOf = (scenario: Scenario) => Object.keys(scenario.placements)
const firstPlacement = (scenario: Scenario) => placementsOf(scenario)[0]

/** [month] sums of a block's numbers in a placement up to the month. */
function cumulative({ block, table }: RunOf, measure: CountedMeasure, placement: number): number[] {
  let before = 0
  return table.axes.months.map((_, month) => {
    before += block(measure)[month * table.layout.placements + placement]
    return before
  })
}

/** [month] children in a placement who did not come by a move: opening + entries - exits, up to the month. */
function withoutMoves(run: RunOf, scenario: Scenario, placement: number): number[] {
  const opening = scenario.openingStock.placements[placementsOf(scenario)[placement]] ?? 0
  const [entries, exits] = [cumulative(run, 'entries', placement), cumulative(run, 'exits', placement)]
  return entries.map((come, month) => opening + come - exits[month])
}

const closings = ({ block, table: { axes, layout } }: RunOf, placement: number) =>
  axes.months.map((_, month) => block('children')[month * layout.placements + placement])

describe('any packages', () => {
  const anyProgramme = arbitraryScenario.chain(withProgramme)

  test('leave the baseline as it is alone, whatever runs beside it', () => {
    const two = arbitraryScenario.chain((scenario) =>
      fc.tuple(withProgramme(scenario), withProgramme(scenario)),
    )
    fc.assert(
      fc.property(two, ([one, other]) => {
        const [first, second] = [one, other].map((scenario) => simulateHere(scenario, RUNS, 'beside'))
        expect(first.rows).toEqual(second.rows)
        const alone = runMany(compiledPackages(one).model, RUNS, (row) => [...row], 'beside')
        expect([...first.rows]).toEqual(alone.flat())
      }),
      { numRuns: CASES },
    )
  })

  test('change nothing before the first of their interventions starts', () => {
    fc.assert(
      fc.property(anyProgramme, (scenario) => {
        const { programme } = compiledPackages(scenario)
        const all = simulateHere(scenario, RUNS)
        all.packages.forEach(({ table }, variant) => {
          const { interventions } = programme.packages[variant]
          const start = Math.min(...interventions.map((index) => programme.interventions[index].startDay))
          const months = all.axes.monthEnd.filter((day) => day < start).length
          for (let run = 0; run < RUNS; run++)
            for (const measure of COUNTED_MEASURES) {
              const [own, base] = [table, all].map((one) => runOf(one, run).block(measure))
              const length = months * all.layout.placements
              expect(own.subarray(0, length)).toEqual(base.subarray(0, length))
            }
        })
      }),
      { numRuns: CASES },
    )
  })

  test('conserve children in every month and placement, and take nobody above the places by an arrival', () => {
    fc.assert(
      fc.property(anyProgramme, (scenario) => {
        const { model, programme, axes } = compiledPackages(scenario)
        const all = simulateHere(scenario, 1, 'conserved')
        all.packages.forEach(({ table }, variant) => {
          const run = runOf(table, 0)
          const choice = { programme, variant, axes: axes[variant] }
          const { children, limitsOn } = simulatePlainly(model, runKeys(seedKey('conserved'), 0), choice)
          const movesOut = movesOutOf(children, model.axes.monthEnd, run.table.layout.placements)
          placementsOf(scenario).forEach((_, placement) => {
            const [stock, arrived] = [
              withoutMoves(run, scenario, placement),
              cumulative(run, 'moves', placement),
            ]
            let [left, before] = [0, scenario.openingStock.placements[placementsOf(scenario)[placement]] ?? 0]
            closings(run, placement).forEach((closing, month) => {
              left += movesOut[month * run.table.layout.placements + placement]
              expect(closing).toBe(stock[month] + arrived[month] - left)
              const firstDay = (model.axes.monthEnd[month - 1] ?? 0) + 1
              const days = Array.from(
                { length: model.axes.monthEnd[month] + 1 - firstDay },
                (_, at) => firstDay + at,
              )
              const largest = Math.max(...days.map((day) => limitsOn(day)[placement]))
              expect(closing).toBeLessThanOrEqual(Math.max(before, largest))
              before = closing
            })
          })
        })
      }),
      { numRuns: CASES },
    )
  })

  /** [month * placements + placement] moves away, a move to another home of the same placement among them. */
  function movesOutOf(
    children: ReturnType<typeof simulatePlainly>['children'],
    monthEnd: number[],
    placements: number,
  ): Int32Array {
    const out = new Int32Array(monthEnd.length * placements)
    for (const child of children)
      child.placements.forEach(({ fromDay }, index) => {
        const isArrival = child.periods.some((period) => period.fromDay === fromDay)
        if (index === 0 || isArrival || fromDay < 1) return
        const month = monthEnd.findIndex((end) => fromDay <= end)
        out[month * placements + child.placements[index - 1].placement]++
      })
    return out
  }

  test('equal the baseline in every number where their effects are all zero', () => {
    const zeros = (scenario: Scenario): Effect[] => {
      const [first] = placementsOf(scenario)
      const { places, carers } = scenario.placements[first]
      const [service, paid] = Object.entries(scenario.afterCare?.services ?? {})[0] ?? []
      return [
        { preventEntries: { prevents: 0 } },
        { raiseExits: { reason: 'adoption', perYear: 0 } },
        { raiseExits: { reason: 'reunification', hazardRatio: 1 } },
        {
          reviewCohort: { children: 0, gates: [{ name: 'a', probability: 1, months: 1 }], leaveFor: 'other' },
        },
        { stepDown: { from: placementsOf(scenario), to: first, perYear: 0 } },
        { stabilise: { moves: 1, carerAttrition: 1, reentry: 1 } },
        { changePrice: { placements: [first], percent: 0 } },
        { changePrice: { placements: [first], weekly: 0 } },
        { extendStay: { independence: 1 } },
        ...(service ? [{ extendStay: { service, share: paid!.share ?? 1 } }] : []),
        { shiftDemand: { on: 'entries', factor: 1 } },
        { shiftDemand: { on: 'exits', factor: 1 } },
        ...(places === undefined ? [] : [{ addPlaces: { placement: first, places: 0 } }]),
        ...(carers === undefined ? [] : [{ addPlaces: { placement: first, householdsPerYear: 0 } }]),
      ]
    }
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        for (const pair of pairsOf(withEffects(scenario, ...zeros(scenario)))) {
          sameAsBaseline(pair)
          expect([pair.own.reached('cases'), pair.own.reached('lapsed')]).toEqual([0, 0])
        }
      }),
      { numRuns: CASES },
    )
  })

  test('reach nobody where they are for children who have been in care for longer than children can be', () => {
    const never = { monthsInCare: { from: 216 } }
    const gates = [{ name: 'a', probability: 1, months: 1 }]
    holdLaw(
      (scenario) => scenario,
      () => ({ raiseExits: { reason: 'other', perYear: 400, ...never } }),
      (pair) => {
        sameAsBaseline(pair)
        expect(pair.own.reached('cases')).toBe(0)
      },
    )
    for (const effect of [
      { stabilise: { moves: 0, reentry: 0, ...never } },
      { raiseExits: { reason: 'other', hazardRatio: 3, ...never } },
      { reviewCohort: { children: 40, gates, leaveFor: 'other', ...never } },
    ] satisfies Effect[])
      holdLaw(
        (scenario) => scenario,
        () => effect,
        sameAsBaseline,
      )
  })
})

describe('preventEntries', () => {
  test('prevents only children who would have entered, each once: what is left is part of the baseline', () => {
    fc.assert(
      fc.property(arbitraryScenario, (any) => {
        const scenario = freeForGood(any)
        const services: Effect[] = [
          { preventEntries: { prevents: 30 } },
          { preventEntries: { prevents: 15, unit: 'family', ages: ['under 1', '10 to 15'] } },
          { preventEntries: { prevents: 9, overlap: 'disjoint' } },
        ]
        for (const { own, base } of pairsOf(withEffects(scenario, ...services))) {
          partOf(own, base)
          expect(own.total('entries')).toBe(base.total('entries') - own.reached('cases'))
        }
      }),
      { numRuns: CASES },
    )
  })

  const service = fc.record({
    prevents: fc.constantFrom(0.001, 5, 20, 60, 400),
    ages: fc.constantFrom(undefined, ['under 1', '10 to 15'] as AgeBand[]),
    overlap: fc.constantFrom('independent' as const, 'disjoint' as const),
    onlyDelayed: fc.constantFrom(undefined, 0.5),
  })
  const monotone = fc.record({
    any: arbitraryScenario,
    unit: fc.constantFrom('child' as const, 'family' as const),
    services: fc.array(service, { minLength: 1, maxLength: 4 }),
    at: fc.nat(3),
    cap: fc.constantFrom(undefined, 0, 0.1, 0.7, 1),
  })

  test('keeps every child out of care whom it kept out before another service was added, whatever the cap', () => {
    fc.assert(
      fc.property(monotone, ({ any, unit, services, at, cap }) => {
        const keys = services.map((_, index) => `service-${index}`)
        const interventions = Object.fromEntries(
          services.map((one, index): [string, Intervention] => [
            keys[index],
            { label: 'Service', start: { date: any.start }, effects: [{ preventEntries: { ...one, unit } }] },
          ]),
        )
        const less = keys.filter((_, index) => index !== at % keys.length)
        const packages = Object.fromEntries(
          [keys, ...(less.length > 0 ? [less] : []), ...keys.map((key) => [key])].map((members, index) => [
            `p${index}`,
            { interventions: members, cap },
          ]),
        )
        const scenario = { ...freeForGood(any), interventions, packages }
        const [all, ...others] = pairsOf(scenario)
        for (const other of others) {
          expect(all.own.reached('cases')).toBeGreaterThanOrEqual(other.own.reached('cases'))
          if (services.every(({ onlyDelayed }) => onlyDelayed === undefined)) partOf(all.own, other.own)
        }
      }),
      { numRuns: 4 * CASES },
    )
  })

  test('prevents all whom it is for where it is to prevent more than come, and nobody else', () => {
    holdLaw(
      freeForGood,
      (scenario) => ({ preventEntries: { prevents: 100_000, placements: [firstPlacement(scenario)] } }),
      ({ own, base }, scenario) => {
        const placements = placementsOf(scenario).length
        expect([...own.block('entries')]).toEqual(
          Array.from(base.block('entries'), (entries, at) => (at % placements === 0 ? 0 : entries)),
        )
      },
    )
  })

  test('never raises the number of children in any month where some would have come back', () => {
    holdLaw(
      free,
      () => ({ preventEntries: { prevents: 40 } }),
      ({ own, base }) => partOf(own, base),
    )
  })

  test('below 0 adds children to those of the baseline, and is otherwise nothing', () => {
    for (const unit of ['child', 'family'] as const)
      holdLaw(
        freeForGood,
        () => ({ preventEntries: { prevents: -30, unit, onlyDelayed: 0.5 } }),
        ({ own, base }) => {
          partOf(base, own)
          expect(own.total('entries')).toBe(base.total('entries') + own.reached('cases'))
        },
      )
  })

  test('lets those enter later who are only delayed, and nobody else', () => {
    holdLaw(
      freeForGood,
      () => ({ preventEntries: { prevents: 40, onlyDelayed: 1, delayMonths: 2 } }),
      ({ own, base }) => {
        expect(own.total('entries')).toBeLessThanOrEqual(base.total('entries'))
        expect(own.total('entries')).toBeGreaterThanOrEqual(base.total('entries') - own.reached('cases'))
      },
    )
  })
})

describe('raiseExits', () => {
  const reasonOf = (scenario: Scenario): ExitReason =>
    (Object.keys(scenario.exits)[0] as ExitReason) ?? 'reunification'
  const more: Partial<Record<string, object>> = {
    'by number': { perYear: 60 },
    'by ratio': { hazardRatio: 3 },
  }

  test.each(Object.entries(more))(
    '%s has more leave for the reason, none of them later than before',
    (_, rate) => {
      holdLaw(
        freeForGood,
        (scenario) => ({ raiseExits: { reason: reasonOf(scenario), ...rate } }),
        ({ own, base }, scenario) => {
          const reason = EXIT_REASONS.indexOf(reasonOf(scenario))
          leaveMoreFor(reason, { own, base })
          expect(own.exits(reason)).toBeLessThanOrEqual(base.exits(reason) + own.reached('cases'))
        },
      )
    },
  )

  test('below 1 keeps children who would have left for the reason, and no others', () => {
    holdLaw(
      freeForGood,
      (scenario) => ({ raiseExits: { reason: reasonOf(scenario), hazardRatio: 0.4 } }),
      ({ own, base }, scenario) =>
        leaveMoreFor(EXIT_REASONS.indexOf(reasonOf(scenario)), { own: base, base: own }),
    )
  })

  test('of 0 lets nobody leave for the reason, with limits and returns too', () => {
    holdLaw(
      (scenario) => scenario,
      (scenario) => ({ raiseExits: { reason: reasonOf(scenario), hazardRatio: 0 } }),
      ({ own }, scenario) => expect(own.exits(EXIT_REASONS.indexOf(reasonOf(scenario)))).toBe(0),
    )
  })
})

describe('reviewCohort', () => {
  const gates = [
    { name: 'assessment', probability: 0.8, months: 1, perMonth: 20 },
    { name: 'court', probability: 0.7, months: 1 },
  ]
  const decided = ({ table: { layout, axes }, row }: RunOf, gate: number) =>
    axes.years.reduce((total, _, year) => total + row[layout.decided + year * layout.gates + gate], 0)

  test('has more leave for the reason, at most those on the list, fewer at each gate', () => {
    holdLaw(
      freeForGood,
      () => ({ reviewCohort: { children: 15, gates, leaveFor: 'other' } }),
      ({ own, base }) => {
        leaveMoreFor(EXIT_REASONS.indexOf('other'), { own, base })
        expect(decided(own, 0)).toBeLessThanOrEqual(15)
        expect(decided(own, 1)).toBeLessThanOrEqual(decided(own, 0))
        expect(own.reached('cases')).toBeLessThanOrEqual(decided(own, 1))
      },
    )
  })

  test.each([
    ['nobody passes', { probability: 0 }],
    ['the gate takes nobody', { probability: 1, perMonth: 0 }],
  ])('changes nothing where %s', (_, gate) => {
    holdLaw(
      (scenario) => scenario,
      (scenario) => ({
        reviewCohort: {
          children: 15,
          gates: [{ name: 'closed', months: 0, ...gate }],
          moveTo: firstPlacement(scenario),
        },
      }),
      sameAsBaseline,
    )
  })
})

describe('addPlaces', () => {
  const limited = (scenario: Scenario) =>
    placementsOf(scenario).find((key) => scenario.placements[key].places !== undefined)

  /** Places or carers in the first placement, so that there is something to add to. */
  const firstLimited =
    (places: number) =>
    (scenario: Scenario): Scenario => {
      if (placementsOf(scenario).length === 1) return scenario
      const [first] = placementsOf(scenario)
      const { carers, ...placement } = scenario.placements[first]
      const last = placementsOf(scenario).at(-1)!
      return {
        ...scenario,
        placements: {
          ...scenario.placements,
          // Places that open have a fixed share to pay, whoever lives in them.
          [first]: { ...placement, fixedShare: undefined, places, overflow: [last] },
        },
      }
    }
  const addTo = (scenario: Scenario): Effect => {
    const placement = limited(scenario)
    return placement === undefined
      ? { shiftDemand: { on: 'entries', factor: 1 } }
      : { addPlaces: { placement, places: 5 } }
  }

  test('moves no child in a run in which nobody overflowed', () => {
    for (const places of [8, 100_000])
      holdLaw(firstLimited(places), addTo, (pair) => {
        if (pair.base.total('over_places') === 0) sameAsBaseline(pair)
      })
  })

  test('leaves more children where it adds places, and fewer over places, where nothing else depends on either', () => {
    const oneLimit = (scenario: Scenario) => ({ ...firstLimited(3)(placeless(scenario)), moves: {} })
    holdLaw(oneLimit, addTo, ({ own, base }) => {
      closings(own, 0).forEach((children, month) => {
        expect(children).toBeGreaterThanOrEqual(closings(base, 0)[month])
      })
      noneAbove(own.block('over_places'), base.block('over_places'))
      expect(own.total('care_days')).toBe(base.total('care_days'))
    })
  })

  test('opens places beside those of carers: so many more in every month', () => {
    holdLaw(
      withCarers,
      (scenario) =>
        scenario.placements[firstPlacement(scenario)].carers
          ? { addPlaces: { placement: firstPlacement(scenario), places: 5 } }
          : { shiftDemand: { on: 'entries', factor: 1 } },
      ({ own, base }, scenario) => {
        const { carerPlacements } = own.table.layout
        const more = scenario.placements[firstPlacement(scenario)].carers ? 5 : 0
        expect([...usable(own)]).toEqual(
          Array.from(usable(base), (places, at) => places + (at % carerPlacements === 0 ? more : 0)),
        )
      },
    )
  })

  test('adds households to those of the stock, never fewer places', () => {
    holdLaw(
      withCarers,
      (scenario) =>
        scenario.placements[firstPlacement(scenario)].carers
          ? { addPlaces: { placement: firstPlacement(scenario), householdsPerYear: 20 } }
          : { shiftDemand: { on: 'entries', factor: 1 } },
      ({ own, base }) => noneAbove(usable(base), usable(own)),
    )
  })
})

/** The scenario with carers in the first placement, who overflow into the last; as it is where there is only one. */
function withCarers(scenario: Scenario): Scenario {
  const [first, ...others] = placementsOf(scenario)
  if (others.length === 0) return scenario
  const { places, ...placement } = scenario.placements[first]
  const carers = {
    households: 8,
    placesPerHousehold: 1.87,
    usableShare: 0.85,
    approvalsPerYear: 6,
    approvalMonths: 3,
    deregistrationsPerHouseholdYear: 0.8,
    ...placement.carers,
  }
  const overflow = others.slice(-1)
  return { ...scenario, placements: { ...scenario.placements, [first]: { ...placement, carers, overflow } } }
}

/** [month * placements with carers + placement] places that can be used. */
function usable({ row, table: { layout } }: RunOf): Int32Array {
  return row.subarray(layout.usablePlaces, layout.usablePlaces + layout.months * layout.carerPlacements)
}

describe('stepDown', () => {
  const others = (scenario: Scenario) => placementsOf(scenario).slice(1)
  const several = (scenario: Scenario): boolean => placementsOf(scenario).length > 1
  const noEffect: Effect = { shiftDemand: { on: 'entries', factor: 1 } }

  test('moves children to its placement alone, as many as it says it moved, and nobody leaves or enters for it', () => {
    const still = (scenario: Scenario) => ({ ...placeless(scenario), exits: {}, moves: {} })
    holdLaw(
      still,
      (scenario) =>
        several(scenario)
          ? { stepDown: { from: others(scenario), to: firstPlacement(scenario), perYear: 40 } }
          : noEffect,
      ({ own, base }) => {
        expect(own.block('entries')).toEqual(base.block('entries'))
        expect(own.total('care_days')).toBe(base.total('care_days'))
        expect(cumulative(own, 'moves', 0).at(-1)).toBe(own.total('moves'))
        expect(own.total('moves')).toBe(own.reached('cases'))
      },
    )
  })

  test('moves nobody to a placement that has no places', () => {
    const full = (scenario: Scenario): Scenario => {
      const [first, ...rest] = placementsOf(scenario)
      const { carers, ...placement } = scenario.placements[first]
      if (rest.length === 0) return scenario
      const closed = { ...placement, places: 0, overflow: rest.slice(-1) }
      return { ...scenario, placements: { ...scenario.placements, [first]: closed } }
    }
    holdLaw(
      full,
      (scenario) =>
        several(scenario)
          ? { stepDown: { from: others(scenario), to: firstPlacement(scenario), perYear: 40 } }
          : noEffect,
      (pair) => {
        sameAsBaseline(pair)
        expect(pair.own.reached('cases')).toBe(0)
      },
    )
  })

  test('of ratio 0 lets nobody in from the others', () => {
    holdLaw(
      freeForGood,
      (scenario) =>
        several(scenario)
          ? { stepDown: { from: others(scenario), to: firstPlacement(scenario), hazardRatio: 0 } }
          : noEffect,
      ({ own }, scenario) => {
        if (!several(scenario)) return
        const most = withoutMoves(own, scenario, 0)
        closings(own, 0).forEach((children, month) => {
          expect(children).toBeLessThanOrEqual(most[month])
        })
      },
    )
  })
})

describe('stabilise', () => {
  test('of moves refuses some of them and changes nothing else, where nothing follows from where a child lives', () => {
    holdLaw(
      placeless,
      () => ({ stabilise: { moves: 0.5 } }),
      ({ own, base }) => {
        expect(own.total('moves')).toBe(base.total('moves') - own.reached('cases'))
        expect(own.total('care_days')).toBe(base.total('care_days'))
        expect(own.table.axes.reasons.map((_, reason) => own.exits(reason))).toEqual(
          base.table.axes.reasons.map((_, reason) => base.exits(reason)),
        )
      },
    )
  })

  test('of moves by 0 lets nobody move whom it is for, with limits and returns too', () => {
    holdLaw(
      (scenario) => scenario,
      () => ({ stabilise: { moves: 0 } }),
      ({ own }) => expect(own.total('moves')).toBe(0),
    )
    holdLaw(
      freeForGood,
      (scenario) => ({ stabilise: { moves: 0, placements: [firstPlacement(scenario)] } }),
      ({ own }, scenario) => {
        const [stock, arrived] = [withoutMoves(own, scenario, 0), cumulative(own, 'moves', 0)]
        expect(closings(own, 0)).toEqual(stock.map((children, month) => children + arrived[month]))
      },
    )
  })

  test('with a reach holds for the same share of the children throughout, and for none of the others', () => {
    const reach = 0.4
    fc.assert(
      fc.property(arbitraryScenario, (any) => {
        const scenario = withEffects(placeless(any), { stabilise: { moves: 0, reach } })
        const { model, programme, axes } = compiledPackages(scenario)
        const keys = runKeys(seedKey('reach'), 0)
        const choice = { programme, variant: 0, axes: axes[0] }
        const before = new Map(
          simulatePlainly(model, keys).children.map((child) => [child.number, child.placements.length]),
        )
        // All of its moves, or none of them.
        for (const { number, placements } of simulatePlainly(model, keys, choice).children)
          expect([1, before.get(number)]).toContain(placements.length)
        const [{ own, base }] = pairsOf(scenario, 1, 'reach')
        expect(own.total('moves')).toBe(base.total('moves') - own.reached('cases'))
      }),
      { numRuns: CASES },
    )
    holdLaw(
      (scenario) => scenario,
      () => ({ stabilise: { moves: 0, reentry: 0, reach: 0 } }),
      sameAsBaseline,
    )
  })

  test('of carers keeps no fewer places below 1, none of which is lost at 0, and no more above', () => {
    const attrition = (carerAttrition: number) => () => ({ stabilise: { carerAttrition } })
    holdLaw(withCarers, attrition(0.5), ({ own, base }) => noneAbove(usable(base), usable(own)))
    holdLaw(withCarers, attrition(2), ({ own, base }) => noneAbove(usable(own), usable(base)))
    holdLaw(withCarers, attrition(0), ({ own }) => {
      const { carerPlacements } = own.table.layout
      noneAbove(usable(own).subarray(0, -carerPlacements), usable(own).subarray(carerPlacements))
    })
  })

  test('of re-entry by 0 lets nobody come back who left since the start', () => {
    const ofNow = ({ afterCare, ...scenario }: Scenario): Scenario => {
      const reentry = { reunification: { 1: 0.3, 8: 0.6 }, other: { 3: 0.5 } }
      return withoutLimits({ ...scenario, afterCare: { ...afterCare, reentry, earlierLeavers: undefined } })
    }
    const returns = ({ row, table: { layout, axes } }: RunOf) =>
      axes.years.reduce((total, _, year) => total + row[layout.reentries! + year], 0)
    holdLaw(
      ofNow,
      () => ({ stabilise: { reentry: 0 } }),
      ({ own, base }) => {
        expect(returns(own)).toBe(0)
        expect(own.total('entries')).toBe(base.total('entries') - returns(base))
        partOf(own, base)
      },
    )
  })
})

describe('changePrice', () => {
  const pence = ({ row, table: { layout, axes } }: RunOf) =>
    row.subarray(layout.weeklyPence, layout.weeklyPence + axes.years.length * layout.placements)

  test.each([
    ['percent', { percent: -0.2 }, { percent: 0.3 }],
    ['weekly', { weekly: -30 }, { weekly: 12.34 }],
  ])('by %s moves no child, and prices one way', (_, cheaper, dearer) => {
    for (const change of [cheaper, dearer])
      holdLaw(
        (scenario) => scenario,
        (scenario) => ({ changePrice: { placements: placementsOf(scenario), ...change } }),
        ({ own, base }) => {
          for (const measure of COUNTED_MEASURES) expect(own.block(measure)).toEqual(base.block(measure))
          if (change === cheaper) noneAbove(pence(own), pence(base))
          else noneAbove(pence(base), pence(own))
        },
      )
  })

  test('changes no price of a placement that it does not name, and no number of a row where others pay a part', () => {
    const ofFirst = (placement: number) => placement === 0
    holdLaw(
      (scenario) => scenario,
      (scenario) => ({ changePrice: { placements: [firstPlacement(scenario)], percent: -0.5 } }),
      ({ own, base }, scenario) => {
        const count = placementsOf(scenario).length
        pence(own).forEach((price, at) => {
          if (!ofFirst(at % count)) expect(price).toBe(pence(base)[at])
        })
      },
    )
    holdLaw(
      (scenario) => scenario,
      () => ({ changePrice: { contribution: { payer: 'NHS', share: 0.1 } } }),
      sameAsBaseline,
    )
  })
})

describe('extendStay', () => {
  const paid = { weekly: 100, share: 0.5, months: 12 }
  const withService = (scenario: Scenario): Scenario => ({
    ...scenario,
    afterCare: {
      services: {
        stayingPut: {
          ...paid,
          label: 'Staying Put',
          after: ['turned18', 'other', 'reunification'],
          from: placementsOf(scenario),
        },
      },
    },
  })
  const days = ({ row, table: { layout, axes } }: RunOf) =>
    row.subarray(layout.paidDays, layout.paidDays + axes.years.length * layout.payments)

  test.each([0, 0.3, 0.8])(
    'of a service with a share of %s changes who is paid for, and no child',
    (share) => {
      holdLaw(
        withService,
        () => ({ extendStay: { service: 'stayingPut', share } }),
        ({ own, base }) => {
          for (const measure of COUNTED_MEASURES) expect(own.block(measure)).toEqual(base.block(measure))
          if (share < paid.share) noneAbove(days(own), days(base))
          else noneAbove(days(base), days(own))
          if (share === 0) expect(sum(days(own))).toBe(0)
        },
      )
    },
  )

  test('of independence by 0 lets nobody of 16 or 17 leave for it, and below 1 keeps no others', () => {
    const atSixteen = (scenario: Scenario): Scenario => {
      const perYear = { ...onlyAge('16 to 17'), '16 to 17': 2 }
      return { ...scenario, exits: { ...scenario.exits, independence: { perYear } } }
    }
    const reason = EXIT_REASONS.indexOf('independence')
    holdLaw(
      atSixteen,
      () => ({ extendStay: { independence: 0 } }),
      ({ own }) => expect(own.exits(reason)).toBe(0),
    )
    holdLaw(
      (scenario) => freeForGood(atSixteen(scenario)),
      () => ({ extendStay: { independence: 0.5 } }),
      ({ own, base }) => leaveMoreFor(reason, { own: base, base: own }),
    )
  })
})

describe('shiftDemand', () => {
  const shifted = (on: 'entries' | 'exits', factor: number) => () => ({ shiftDemand: { on, factor } })

  test('of entries takes some away below 1, all at 0, and adds above', () => {
    holdLaw(freeForGood, shifted('entries', 0.6), ({ own, base }) => {
      partOf(own, base)
      expect(own.total('entries')).toBe(base.total('entries') - own.reached('cases'))
    })
    holdLaw(freeForGood, shifted('entries', 0), ({ own }) => expect(own.total('entries')).toBe(0))
    holdLaw(freeForGood, shifted('entries', 1.5), ({ own, base }) => {
      partOf(base, own)
      expect(own.total('entries')).toBe(base.total('entries') + own.reached('cases'))
    })
  })

  test('of entrants of a placement changes no entries to the others', () => {
    for (const factor of [0, 0.6, 1.5])
      holdLaw(
        freeForGood,
        (scenario) => ({
          shiftDemand: { on: 'entries', factor, placements: [firstPlacement(scenario)] },
        }),
        ({ own, base }, scenario) => {
          const placements = placementsOf(scenario).length
          own.block('entries').forEach((entries, at) => {
            const before = base.block('entries')[at]
            if (at % placements !== 0) expect(entries).toBe(before)
            else if (factor === 0) expect(entries).toBe(0)
            else if (factor < 1) expect(entries).toBeLessThanOrEqual(before)
            else expect(entries).toBeGreaterThanOrEqual(before)
          })
        },
      )
  })

  test('of exits keeps children below 1, all but those who turn 18 at 0, and lets them go sooner above', () => {
    holdLaw(freeForGood, shifted('exits', 0.5), ({ own, base }) => {
      noneAbove(base.block('children'), own.block('children'))
      expect(competingExits(own)).toBeLessThanOrEqual(competingExits(base))
    })
    holdLaw(
      (scenario) => scenario,
      shifted('exits', 0),
      ({ own }) => expect(competingExits(own)).toBe(0),
    )
    holdLaw(freeForGood, shifted('exits', 2), ({ own, base }) => {
      noneAbove(own.block('children'), base.block('children'))
      expect(competingExits(own)).toBeGreaterThanOrEqual(competingExits(base))
    })
  })
})

describe('effects that a single run may show the other way round', () => {
  /** Infants whose hazards are the same for all, and of whom many come back. */
  const scenario = simpleScenario({
    placements: { a: { label: 'A', weeklyPrice: 500 }, b: { label: 'B', weeklyPrice: 700 } },
    entries: { perYear: 60, ages: onlyAge('1 to 4'), placements: everyAge({ a: 0.5, b: 0.5 }) },
    exits: { reunification: constantHazard(0.8) },
    moves: { any: { ...constantHazard(0.5), destinations: { a: { b: 1 }, b: { a: 1 } } } },
    afterCare: { reentry: { reunification: { 12: 0.5 } } },
  })
  const differences = (effect: Effect, of: (run: RunOf) => number) =>
    pairsOf(withEffects(scenario, effect), 150).map(({ own, base }) => of(own) - of(base))
  const mean = (values: number[]) => values.reduce((total, value) => total + value, 0) / values.length

  test.each([
    ['stabilise of moves above 1 has more moves', { stabilise: { moves: 1.5 } }, 'moves', 1],
    ['stabilise of moves below 1 has fewer', { stabilise: { moves: 0.7 } }, 'moves', -1],
    ['stabilise of re-entry below 1 has fewer entries', { stabilise: { reentry: 0.5 } }, 'entries', -1],
    ['stabilise of re-entry above 1 has more', { stabilise: { reentry: 2 } }, 'entries', 1],
    [
      'stabilise of moves above 1 for some has more moves',
      { stabilise: { moves: 2, reach: 0.5 } },
      'moves',
      1,
    ],
    [
      'stepDown by a ratio above 1 has more moves',
      { stepDown: { from: ['b'], to: 'a', hazardRatio: 2 } },
      'moves',
      1,
    ],
  ] as [string, Effect, CountedMeasure, 1 | -1][])('%s on average', (_, effect, measure, sign) => {
    const values = differences(effect, (run) => run.total(measure))
    expect(Math.sign(mean(values))).toBe(sign)
    expect(standardErrorsFrom(0, values)).toBeGreaterThan(STANDARD_ERRORS)
  })

  test('a ratio of moves for 30 % of the children brings 30 % of what it brings for all, where nothing follows from moves', () => {
    const still: Scenario = { ...scenario, exits: {}, afterCare: undefined }
    for (const moves of [0.4, 2.5]) {
      const [some, all] = [0.3, 1].map((reach) =>
        pairsOf(withEffects(still, { stabilise: { moves, reach } }), 150).map(
          ({ own, base }) => own.total('moves') - base.total('moves'),
        ),
      )
      const off = some.map((difference, run) => difference - 0.3 * all[run])
      expect(standardErrorsFrom(0, off)).toBeLessThan(STANDARD_ERRORS)
      expect(standardErrorsFrom(0, some)).toBeGreaterThan(STANDARD_ERRORS)
    }
  })

  test('a ratio of coming back for half of the children brings half of what it brings for all', () => {
    const [some, all] = [0.5, 1].map((reach) =>
      differences({ stabilise: { reentry: 0, reach } }, (run) => run.total('entries')),
    )
    // Who comes back once would come back again, so that half of the children are not quite half of the returns.
    expect(mean(some) / mean(all)).toBeCloseTo(0.5, 1)
  })
})
