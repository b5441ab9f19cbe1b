// Packages small enough to have known answers, made by hand: each test states only what matters to it.
import { mean, sampleStandardDeviation } from 'simple-statistics'
import { AGE_BANDS } from '../../src/domain/age-band.ts'
import { EXIT_REASONS, type ExitReason } from '../../src/domain/exit-reason.ts'
import { hash32 } from '../../src/domain/hash32.ts'
import type { Model } from '../../src/model/compile-model.ts'
import type {
  EffectModel,
  Eligible,
  ExtraEntries,
  ExtraEvents,
  FewerEvents,
  InterventionModel,
  MoreHouseholds,
  PackageModel,
  Prevention,
  ReturnRatio,
  Review,
} from '../../src/model/packages/programme.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import type { Choice } from '../../src/run/plain/programme.ts'
import { type PlainRun, simulatePlainly } from '../../src/run/plain/simulate-plainly.ts'
import { type InterventionMeasure, type RowLayout, rowLayout } from '../../src/run/run-row.ts'

/** The limit of a sample's distance from its known value in these tests. */
export const STANDARD_ERRORS = 4

type Stated<Effect> = Partial<Omit<Effect, 'kind' | 'address'>>
type SimpleIntervention = Partial<Omit<InterventionModel, 'address'>>

/** [day] the same share of the full effect on all days from a start day on. */
export function strengthFrom(model: Model, startDay: number, strength = 1): Float64Array {
  return Float64Array.from({ length: model.axes.days + 1 }, (_, day) => (day >= startDay ? strength : 0))
}

/** [day] a number a year, spread over the days. */
export function perYear(model: Model, number: number): Float64Array {
  return new Float64Array(model.axes.days + 1).fill(number / 365.25)
}

/** [age * placements + placement] 1 for the placements named, at every age. */
export function homesOf(model: Model, ...placements: string[]): Uint8Array {
  return Uint8Array.from(
    AGE_BANDS.flatMap(() => model.axes.placements.map((key) => (placements.includes(key) ? 1 : 0))),
  )
}

/** Children of all ages, for any time in care, in the placements named or in all. */
export function everyone(model: Model, ...placements: string[]): Eligible {
  const homes = homesOf(model, ...(placements.length > 0 ? placements : model.axes.placements))
  return { homes, careFrom: 0, careTo: Number.POSITIVE_INFINITY }
}

/** Index of an outcome: an exit for a reason, or a move to a placement. */
export function outcomeOf(model: Model, key: ExitReason | string): number {
  const reason = EXIT_REASONS.indexOf(key as ExitReason)
  return reason >= 0 ? reason : EXIT_REASONS.length + model.axes.placements.indexOf(key)
}

/** [outcome] 1 for those named. */
export function outcomesOf(model: Model, ...keys: string[]): Uint8Array {
  const outcomes = new Uint8Array(model.cells.outcomes)
  for (const key of keys) outcomes[outcomeOf(model, key)] = 1
  return outcomes
}

/** A service that prevents nobody, of all children; overridden as the test needs. */
export function prevention(model: Model, stated: Stated<Prevention>): Prevention {
  return {
    kind: 'prevention',
    address: 0,
    perDay: new Float64Array(0),
    share: 0,
    homes: everyone(model).homes,
    eligibleShare: 1,
    byFamily: false,
    isDisjoint: false,
    delayedShare: 0,
    delayDays: 1,
    ...stated,
  }
}

/** More exits for 'other' of all children, none as long as no number or ratio is stated. */
export function extra(model: Model, stated: Stated<ExtraEvents>): ExtraEvents {
  return {
    kind: 'extra',
    address: 0,
    perDay: new Float64Array(0),
    extraRatio: 0,
    outcomes: outcomesOf(model, 'other'),
    eligible: everyone(model),
    reach: 1,
    ...stated,
  }
}

/** Half of the exits for 'other' of all children. */
export function fewer(model: Model, stated: Stated<FewerEvents> = {}): FewerEvents {
  return {
    kind: 'fewer',
    address: 0,
    ratio: 0.5,
    outcomes: outcomesOf(model, 'other'),
    eligible: everyone(model),
    reach: 1,
    ...stated,
  }
}

/** A gate that all pass at once and that takes any number, in 30 days. */
export const OPEN_GATE = {
  name: 'open',
  probability: 1,
  days: 30,
  perDay: Number.POSITIVE_INFINITY,
  perPostDay: 0,
}

/** Children who leave for special guardianship when they have passed one open gate. */
export function review(model: Model, stated: Stated<Review>): Review {
  return {
    kind: 'review',
    address: 0,
    children: 0,
    gates: [OPEN_GATE],
    outcome: outcomeOf(model, 'specialGuardianship'),
    eligible: everyone(model),
    ...stated,
  }
}

/** Households approved for the first stock of carers. */
export function households(model: Model, number: number): MoreHouseholds {
  return { kind: 'households', address: 0, stock: 0, perDay: perYear(model, number) }
}

/** A ratio of returns, of all children for all reasons. */
export function returns(model: Model, ratio: number): ReturnRatio {
  const reasons = Uint8Array.from(model.axes.reasons, (_, reason) => (reason < EXIT_REASONS.length ? 1 : 0))
  return { kind: 'returns', address: 0, ratio, reasons, eligible: everyone(model), reach: 1 }
}

/** More entries, none as long as no number or factor is stated. */
export function extraEntries(model: Model, stated: Stated<ExtraEntries>): ExtraEntries {
  return {
    kind: 'entries',
    address: 0,
    perDay: new Float64Array(0),
    extra: 0,
    eligibleShare: 1,
    pairs: model.entries,
    byFamily: false,
    ...stated,
  }
}

/** A package of these interventions, at full strength from day 1 on and in their order where nothing else is stated. */
export function simpleChoice(
  model: Model,
  interventions: SimpleIntervention[],
  stated: Partial<PackageModel> = {},
): Choice {
  const compiled = interventions.map((intervention, index): InterventionModel => {
    const key = intervention.key ?? `programme-${index}`
    const strength = intervention.strength ?? strengthFrom(model, 1)
    const startDay = strength.findIndex((share, day) => day > 0 && share > 0)
    return {
      strength,
      startDay: startDay > 0 ? startDay : model.axes.days + 1,
      noEffectShare: 0,
      ...intervention,
      key,
      address: hash32(`interventions.${key}`),
      effects: (intervention.effects ?? []).map((effect, at) => addressed(effect, key, at)),
    }
  })
  const chosen = { key: 'all', interventions: compiled.map((_, index) => index), cap: 1, ...stated }
  const members = chosen.interventions.map((index) => compiled[index])
  const axes = {
    ...model.axes,
    interventions: members.map(({ key }) => ({
      key,
      label: key,
      isPaidByCouncil: true,
      saving: 'avoided' as const,
    })),
    gates: members.flatMap(({ key, effects }) =>
      effects.flatMap((effect) =>
        effect.kind === 'review' ? effect.gates.map(({ name }) => `${key}: ${name}`) : [],
      ),
    ),
  }
  return { programme: { interventions: compiled, packages: [chosen] }, variant: 0, axes }
}

function addressed(effect: EffectModel, key: string, index: number): EffectModel {
  if (!('address' in effect)) return effect
  return { ...effect, address: hash32(`interventions.${key}.effects.${index}`) }
}

/** Returns what `take` makes of each of so many plain runs of a package; without a package, of the baseline. */
export function runPlainly<Kept>(
  model: Model,
  choice: Choice | undefined,
  runs: number,
  take: (run: PlainRun, layout: RowLayout) => Kept,
): Kept[] {
  const layout = rowLayout(choice?.axes ?? model.axes)
  return Array.from({ length: runs }, (_, run) =>
    take(simulatePlainly(model, runKeys(seedKey('package'), run), choice), layout),
  )
}

/** What is counted of an intervention in all years. */
export function reached(
  row: Int32Array,
  layout: RowLayout,
  measure: InterventionMeasure,
  position = 0,
): number {
  let sum = 0
  for (let at = layout.reached[measure] + position; at < endOf(layout, measure); at += layout.interventions)
    sum += row[at]
  return sum
}

function endOf({ reached, decided }: RowLayout, measure: InterventionMeasure): number {
  return { cases: reached.lapsed, lapsed: reached.postDays, postDays: reached.placeDays, placeDays: decided }[
    measure
  ]
}

/** What is counted at a gate in all years. */
export function atGate(
  row: Int32Array,
  layout: RowLayout,
  measure: 'decided' | 'waitedDays',
  gate: number,
): number {
  const end = measure === 'decided' ? layout.waitedDays : layout.length
  let sum = 0
  for (let at = layout[measure] + gate; at < end; at += layout.gates) sum += row[at]
  return sum
}

/** Distance of a sample's mean from its known value, in standard errors. */
export function standardErrorsFrom(known: number, values: number[]): number {
  return Math.abs(mean(values) - known) / (sampleStandardDeviation(values) / Math.sqrt(values.length))
}
