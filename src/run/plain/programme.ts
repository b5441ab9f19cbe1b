// A package as plain.ts sees it in one run: which of its effects act, how strongly on each day, and what is counted of them.
import type { Axes } from '../../model/axes.ts'
import type { Model } from '../../model/compile-model.ts'
import type { EffectModel, Eligible, InterventionModel, Programme } from '../../model/packages/programme.ts'
import { block, type Key, Purpose, type RunKeys, Step } from '../addresses.ts'
import { writeInterventionCosts } from '../intervention-cost.ts'
import type { InterventionMeasure, RowLayout } from '../run-row.ts'
import { homeOf, latestPeriod, type PlainChild, uniform } from './child.ts'
import { filledPosts } from './posts.ts'

/** Which package is simulated. */
export interface Choice {
  programme: Programme
  /** Index of programme.packages. */
  variant: number
  /** Axes of the package's row. */
  axes: Axes
}

/** An effect that is there in a run. */
export interface Acting<Effect = EffectModel> {
  effect: Effect
  intervention: InterventionModel
  /** Of its intervention in the package. */
  position: number
  /** Its own key; unused by effects without an address. */
  key: Key
  /** Share of the full effect on a day, vacant posts taken off. */
  strengthOn: (day: number) => number
  filledOn: (day: number) => number
  /** Of a review: index of its first gate among the package's. */
  firstGate: number
  /** False in a run in which its intervention has none: of those only reviews are there, which decide and are paid for it. */
  hasEffect: boolean
}

/** A package in one run. */
export interface PlainPackage {
  /** In the order of the programme's interventions, in which they act within a day. */
  inTurn: Acting[]
  /** In the order of the package's interventions. */
  inOrder: Acting[]
  cap: number
  count: (measure: InterventionMeasure, position: number, day: number, by?: number) => void
  countGate: (measure: 'decided' | 'waitedDays', gate: number, day: number, by: number) => void
  /** Writes what its interventions cost, once all is counted. */
  finish: () => void
}

const NOTHING: PlainPackage = {
  inTurn: [],
  inOrder: [],
  cap: 1,
  count: () => {},
  countGate: () => {},
  finish: () => {},
}

/** Returns the package of a run, and one without effects where none is chosen; what is counted goes into the row. */
export function plainPackage(
  model: Model,
  keys: RunKeys,
  choice: Choice | undefined,
  layout: RowLayout,
  row: Int32Array,
): PlainPackage {
  if (!choice) return NOTHING
  const { interventions, packages } = choice.programme
  const chosen = packages[choice.variant]
  const members = chosen.interventions.map((index) => interventions[index])
  const yearOf = (day: number) => model.axes.yearEnd.findIndex((end) => end >= day)
  const inOrder: Acting[] = []
  const paidStrength = members.map(() => model.axes.years.map(() => 0))
  let gates = 0
  members.forEach((intervention, position) => {
    const filledOn = filledPosts(intervention, keys.chance)
    const { posts, strength } = intervention
    const staffed = (day: number) => (posts ? (posts.number > 0 ? filledOn(day) / posts.number : 0) : 1)
    for (let day = 1; day <= model.axes.days; day++)
      if (isPaidOn(intervention, day)) paidStrength[position][yearOf(day)] += strength[day] * staffed(day)
    for (let day = 1; day <= model.axes.days; day++)
      if (strength[day] > 0 && isPaidOn(intervention, day))
        row[layout.reached.postDays + yearOf(day) * members.length + position] += filledOn(day)
    for (const effect of intervention.effects) {
      const address = 'address' in effect ? effect.address : 0
      const acting = {
        effect,
        intervention,
        position,
        key: block(keys.chance, address, Purpose.effect),
        strengthOn: (day: number) => strength[day] * staffed(day),
        filledOn,
        firstGate: gates,
        hasEffect: !hasNoEffect(intervention, keys.assumptions),
      }
      if (effect.kind === 'review') gates += effect.gates.length
      if (acting.hasEffect || effect.kind === 'review') inOrder.push(acting)
    }
  })
  const turnOf = ({ intervention }: Acting) => interventions.indexOf(intervention)
  return {
    inTurn: [...inOrder].sort((one, other) => turnOf(one) - turnOf(other)),
    inOrder,
    cap: chosen.cap,
    count: (measure, position, day, by = 1) => {
      row[layout.reached[measure] + yearOf(day) * layout.interventions + position] += by
    },
    countGate: (measure, gate, day, by) => {
      row[layout[measure] + yearOf(day) * layout.gates + gate] += by
    },
    finish: () =>
      writeInterventionCosts(
        {
          interventions: members,
          years: model.axes.years.length,
          paidStrength: (position, year) => paidStrength[position][year],
        },
        layout,
        row,
        0,
      ),
  }
}

/** Returns whether posts, places and those whom an intervention serves are paid for on a day. */
export function isPaidOn({ investment }: InterventionModel, day: number): boolean {
  return investment === undefined || day <= investment.lastPaidDay
}

/** Whether an intervention changes nothing in the run with this key. */
function hasNoEffect({ address, noEffectShare }: InterventionModel, assumptions: Key): boolean {
  return uniform(block(assumptions, address, 0).first) < noEffectShare
}

/** Returns those of some kinds, in their order. */
export function actingOf<Kind extends EffectModel['kind']>(
  acting: Acting[],
  ...kinds: Kind[]
): Acting<Extract<EffectModel, { kind: Kind }>>[] {
  return acting.filter((one): one is Acting<Extract<EffectModel, { kind: Kind }>> =>
    (kinds as string[]).includes(one.effect.kind),
  )
}

/** Returns whether an effect reaches a child among those whom it is for, as it always does or never. */
export function reaches({ key }: Acting, reach: number, child: PlainChild): boolean {
  return reach === 1 || uniform(block(key, child.number, Step.reach).first) < reach
}

/** Returns whether an effect is for a child that is in care on a day, or leaves on it. */
export function isFor({ homes, careFrom, careTo }: Eligible, model: Model, child: PlainChild, day: number) {
  const age = model.cells.ageBand[child.turns18 - day]
  const daysInCare = day - latestPeriod(child).fromDay
  return (
    homes[age * model.axes.placements.length + homeOf(child)] === 1 &&
    careFrom <= daysInCare &&
    daysInCare < careTo
  )
}
