// A package in one run: which of its effects act, and how strongly on each day (A25).
import type { Axes } from '../../model/axes.ts'
import type { Model } from '../../model/compile-model.ts'
import type { EffectModel, Eligible, InterventionModel, Programme } from '../../model/packages/programme.ts'
import { block, type Key, Purpose, type RunKeys, Step } from '../addresses.ts'
import { homeOf, latestPeriod, type PlainChild, uniform } from './child.ts'
import { filledPosts } from './posts.ts'
import { plainProcess } from './process.ts'

/** Which package is simulated. */
export interface Choice {
  programme: Programme
  /** Index of programme.packages. */
  variant: number
  /** Axes of the package's row. */
  axes: Axes
}

/** An intervention of a package in one run. */
export interface Staffed {
  intervention: InterventionModel
  /** Its index in the package. */
  position: number
  /** [day] posts that are filled. */
  filled: number[]
  /** [day] share of the full effect, vacant posts taken off. */
  strength: number[]
  /** False in a run in which it changes nothing. */
  hasEffect: boolean
}

/** An effect that is there in a run; of an intervention that has no effect only reviews are, which decide and are paid for it. */
export interface Acting<Effect = EffectModel> extends Staffed {
  effect: Effect
  /** Its own key; unused by effects without an address. */
  key: Key
  /** The events that it brings, day by day, where it brings any. */
  eventsFor: (expected: number) => number[]
  /** Of a review: index of its first gate among the package's. */
  firstGate: number
}

/** A package in one run. */
export interface PlainPackage {
  members: Staffed[]
  /** In the order of the programme's interventions, in which they act within a day. */
  inTurn: Acting[]
  /** In the order of the package's interventions. */
  inOrder: Acting[]
  /** The most that services which prevent entries come to (A23). */
  cap: number
}

/** A kind of effect. */
export type EffectKind = EffectModel['kind']

/** The effects of a kind. */
export type EffectOf<Kind extends EffectKind> = Extract<EffectModel, { kind: Kind }>

/** Returns the package of a run, and one without interventions where none is chosen. */
export function plainPackage({ axes }: Model, keys: RunKeys, choice: Choice | undefined): PlainPackage {
  if (!choice) return { members: [], inTurn: [], inOrder: [], cap: 1 }
  const { interventions, packages } = choice.programme
  const chosen = packages[choice.variant]
  const members = chosen.interventions.map((index, position) =>
    staffed(interventions[index], position, keys, axes.days),
  )
  const inOrder = actingEffects(members, keys.chance)
  const turnOf = ({ intervention }: Acting) => interventions.indexOf(intervention)
  const inTurn = [...inOrder].sort((one, other) => turnOf(one) - turnOf(other))
  return { members, inTurn, inOrder, cap: chosen.cap }
}

/** An intervention with its posts, day by day. */
function staffed(
  intervention: InterventionModel,
  position: number,
  { chance, assumptions }: RunKeys,
  days: number,
): Staffed {
  const { posts, strength, address, noEffectShare } = intervention
  const filled = Array.from({ length: days + 1 }, (_, day) => filledPosts(intervention, chance, day))
  const shareOf = (day: number) => (posts ? (posts.number > 0 ? filled[day] / posts.number : 0) : 1)
  return {
    intervention,
    position,
    filled,
    strength: filled.map((_, day) => strength[day] * shareOf(day)),
    hasEffect: uniform(block(assumptions, address, 0).first) >= noEffectShare,
  }
}

function actingEffects(members: Staffed[], chance: Key): Acting[] {
  const acting: Acting[] = []
  let gates = 0
  for (const member of members)
    for (const effect of member.intervention.effects) {
      const key = block(chance, 'address' in effect ? effect.address : 0, Purpose.effect)
      acting.push({ ...member, effect, key, eventsFor: plainProcess(key), firstGate: gates })
      if (effect.kind === 'review') gates += effect.gates.length
    }
  return acting.filter(({ effect, hasEffect }) => hasEffect || effect.kind === 'review')
}

/** Returns whether posts, places and those whom an intervention serves are paid for on a day. */
export function isPaidOn({ investment }: InterventionModel, day: number): boolean {
  return investment === undefined || day <= investment.lastPaidDay
}

/** Returns those of some kinds, in their order. */
export function actingOf<Kind extends EffectKind>(
  acting: Acting[],
  ...kinds: Kind[]
): Acting<EffectOf<Kind>>[] {
  return acting.filter((one): one is Acting<EffectOf<Kind>> => (kinds as string[]).includes(one.effect.kind))
}

/** Returns whether an effect reaches a child among those whom it is for, as it always does or never (A22). */
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
