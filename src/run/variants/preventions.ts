// Prevention: which would-be entrants do not enter in which package, and which of them only later. A child has one mark for all
// services, and what they reach together lies below an end that rises with each of them: who is prevented stays so, whatever
// service is added (A23, A24).
import { hash32 } from '../../domain/hash32.ts'
import type { EntryPairs } from '../../model/entries.ts'
import type { Prevention } from '../../model/packages/programme.ts'
import { block, type Key, Purpose, uniformOf } from '../addresses.ts'
import { isReturning } from '../cohort.ts'
import { memory } from '../memory.ts'
import { enterLater } from './delayed-entries.ts'
import { setLife } from './lives.ts'
import { firstOfGroups, type Marks, markOf, noMarks } from './prevention-marks.ts'
import { yearOf } from './refusals.ts'
import { endOf, reachAlso, reachNobody, strongest, UNITS, unitOf } from './service-reach.ts'
import {
  type ActingEffect,
  type ActingOf,
  addToPages,
  countReached,
  indicesByVariant,
  NO_LIFE,
  type VariantSpace,
} from './variant-space.ts'

const { placement, turns18, variantsOf } = memory

/** [unit] the end that the cap leaves. */
const limits = new Float64Array(UNITS)
/** Ends that are worked out of other services may differ by less. */
const ROUNDING = 1e-9

/** What prevention needs in a run. */
export interface Preventions {
  /** In the programme's order. */
  services: ActingEffect<Prevention>[]
  /** [package's variant] indices of its services in the order of credit: those first of whom fewest come later, then the package's. */
  ofVariant: number[][]
  /** Key of the marks, which all services share. */
  key: Key
  /** [child] first child of its sibling group; the child itself where all come alone. */
  firstOfGroup: Int32Array
  /** [service] probability for an eligible child on the present day; and that of the child at hand, 0 where it is not for it. */
  onDay: Float64Array
  chances: Float64Array
  /** [variant * UNITS + unit] marks of the present day from here on are of children who enter; last, for all variants. */
  ends: Float64Array
  /** [unit] marks drawn ahead, and the mark of the child at hand. */
  ahead: Marks[]
  marks: Float64Array
  /** The day that `onDay` and `ends` hold for. */
  day: number
}

/** Prepares a run, whose cohort is drawn; undefined where no package prevents anything. */
export function beginPreventions(
  space: VariantSpace,
  { prevention: services }: ActingOf<'prevention'>,
): Preventions | undefined {
  if (services.length === 0) return undefined
  return {
    services,
    ofVariant: indicesByVariant(
      space,
      services,
      (one, other) => one.effect.delayedShare - other.effect.delayedShare,
    ),
    key: block(space.keys.chance, hash32('interventions.entrants'), Purpose.effect),
    firstOfGroup: firstOfGroups(space),
    onDay: new Float64Array(services.length),
    chances: new Float64Array(services.length),
    ends: new Float64Array((space.variants + 1) * UNITS),
    ahead: [noMarks(), noMarks()],
    marks: new Float64Array(UNITS),
    day: -1,
  }
}

/** Children who are expected to enter on a day of the run. */
export function expectedEntrants({ model: { entries }, base }: VariantSpace, day: number): number {
  return entries.perDay[day] * base.entryFactor[day]
}

/**
 * Takes a would-be entrant out of the variants in which it is prevented, and lets those enter later who are only delayed.
 * The baseline always keeps it.
 */
export function prevent(space: VariantSpace, preventions: Preventions, child: number, day: number): void {
  const { services, ofVariant, marks, ends, firstOfGroup } = preventions
  if (preventions.day !== day) setDay(space, preventions, day)
  drawMarks(preventions, child)
  const all = space.variants * UNITS
  // Most children are out of the reach of all services together.
  if (marks[0] >= ends[all] && marks[1] >= ends[all + 1]) return
  setChances(space, preventions, child, day)
  for (let variant = 1; variant < space.variants; variant++) {
    if (marks[0] >= ends[variant * UNITS] && marks[1] >= ends[variant * UNITS + 1]) continue
    setLimits(space, preventions, variant)
    const service = creditedService(preventions, ofVariant[variant])
    if (service < 0) continue
    const { effect, intervention } = services[service]
    countReached(space, 'cases', 1 << variant, intervention, yearOf(space, day))
    const marked = effect.byFamily ? firstOfGroup[child] : child
    const { first, delayWords } = preventions.ahead[unitOf(effect)]
    const isDelayed = uniformOf(delayWords[marked - first]) < effect.delayedShare
    takeOut(space, preventions, child, day, 1 << variant)
    if (isDelayed) enterLater(space, services[service], { child, marked, day, variant })
  }
}

/** The probabilities for eligible children of the day: outcomes a day over those who would enter; and what they come to. */
function setDay(space: VariantSpace, preventions: Preventions, day: number): void {
  const { model } = space
  const entrants = expectedEntrants(space, day)
  preventions.day = day
  const { services, onDay, ofVariant, ends } = preventions
  for (let service = 0; service < services.length; service++) {
    const { effect, intervention } = services[service]
    const strength = space.strengths[intervention].byDay[day]
    const eligible = (entrants / (effect.byFamily ? model.entries.meanGroupSize : 1)) * effect.eligibleShare
    const chance =
      effect.perDay.length > 0 ? (effect.perDay[day] * strength) / eligible : effect.share * strength
    // Where nobody is expected nothing can be prevented.
    onDay[service] = eligible > 0 ? Math.min(1, chance) : 0
  }
  const all = space.variants * UNITS
  ends.fill(0, all)
  for (let variant = 1; variant < space.variants; variant++) {
    reachNobody()
    for (const service of ofVariant[variant]) reachAlso(services[service].effect, onDay[service])
    for (let unit = 0; unit < UNITS; unit++) {
      const end = endOf(unit)
      ends[variant * UNITS + unit] = end > 0 ? end + ROUNDING : 0
      ends[all + unit] = Math.max(ends[all + unit], ends[variant * UNITS + unit])
    }
  }
}

/** The marks of a child: its own, and that of its family. */
function drawMarks(preventions: Preventions, child: number): void {
  const { key, ahead, firstOfGroup, marks, ends } = preventions
  const all = ends.length - UNITS
  marks[0] = ends[all] > 0 ? markOf(key, ahead, 0, child) : 1
  marks[1] = ends[all + 1] > 0 ? markOf(key, ahead, 1, firstOfGroup[child]) : 1
}

/** The probabilities of the services for a child: 0 for whom they do not reach. */
function setChances(
  { model: { cells, axes, entries }, keys }: VariantSpace,
  { services, onDay, chances, firstOfGroup }: Preventions,
  child: number,
  day: number,
): void {
  for (let service = 0; service < services.length; service++) {
    const { effect } = services[service]
    const marked = effect.byFamily ? firstOfGroup[child] : child
    const age = cells.ageBand[turns18[marked] - day]
    // The family's first child may have been placed elsewhere by now than it wanted.
    const wanted = marked === child ? placement[child] : wantedBy(entries, keys.chance, marked)
    const isReached = effect.homes[age * axes.placements.length + wanted] === 1
    chances[service] = isReached ? onDay[service] : 0
  }
}

/** The placement that a candidate for entry wanted, from the number that decided it. */
function wantedBy({ pairCumulative, pairPlacement }: EntryPairs, chance: Key, child: number): number {
  const uniform = uniformOf(block(chance, child, Purpose.arrival).second)
  return pairPlacement[pairCumulative.findIndex((cumulative) => uniform < cumulative)]
}

/**
 * The ends that the cap of a variant leaves for the child at hand: services add to the strongest until the cap is reached.
 * Families first, by what is true of all their children, so that they are prevented whole.
 */
function setLimits({ programme }: VariantSpace, preventions: Preventions, variant: number): void {
  const { services, chances, ofVariant } = preventions
  const { cap } = programme.packages[variant - 1]
  reachNobody()
  for (const service of ofVariant[variant]) reachAlso(services[service].effect, chances[service])
  const families = Math.min(endOf(1), Math.max(cap, strongest[1]))
  const allowed = Math.max(cap, strongest[0], strongest[1])
  limits[0] = families < 1 ? Math.min(endOf(0), (allowed - families) / (1 - families)) : 0
  limits[1] = families
}

/** The first service whose end lies above the mark; -1 where none does. */
function creditedService({ services, chances, marks }: Preventions, own: number[]): number {
  reachNobody()
  for (const service of own) {
    if (chances[service] === 0) continue
    const { effect } = services[service]
    const unit = unitOf(effect)
    reachAlso(effect, chances[service])
    if (marks[unit] < Math.min(limits[unit], endOf(unit))) return service
  }
  return -1
}

/** A child who is prevented has no life in the variant, and if it is one who comes back it is not counted as such. */
function takeOut(
  space: VariantSpace,
  { firstOfGroup }: Preventions,
  child: number,
  day: number,
  variants: number,
): void {
  variantsOf[child] &= ~variants
  setLife(space, child, variants, NO_LIFE)
  const { reentries } = space.layouts[0]
  if (reentries === undefined) return
  const word = block(space.keys.chance, firstOfGroup[child], Purpose.returning).first
  if (isReturning(space.model, day, word)) addToPages(space, variants, reentries + yearOf(space, day), -1)
}
