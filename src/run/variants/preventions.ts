// Prevention: which would-be entrants do not enter in which package, and which of them only later. Each service finds its
// families by itself, by an addressed mark; where several reach one child the first of the package is credited (A23, A24).
import { exponentialOf, logarithm } from '../../domain/exact-math.ts'
import { hash32 } from '../../domain/hash32.ts'
import type { Model } from '../../model/compile-model.ts'
import type { EntryPairs } from '../../model/entries.ts'
import type { Prevention } from '../../model/programme.ts'
import { groupSize } from '../../model/sibling-groups.ts'
import { block, drawBlocks, type Key, Purpose, Step } from '../addresses.ts'
import { isReturning } from '../cohort.ts'
import { newLife, setLife } from './lives.ts'
import { yearOf } from './refusals.ts'
import {
  type ActingEffect,
  actingOf,
  addToPages,
  countReached,
  lowestVariant,
  NO_LIFE,
  type VariantSpace,
} from './variant-space.ts'

const PER_WORD = 2 ** -32
/** Stands for a probability of 0 whose logarithm is asked for. */
const LEAST = 1e-12

/** Children whose marks are drawn at once. */
const BATCH = 64
/** Chances that are worked out in another order may differ by less. */
const ROUNDING = 1e-9

const firstWord = new Int32Array(1)
const secondWord = new Int32Array(1)
const siblingWords = new Int32Array(BATCH)
const unusedWords = new Int32Array(BATCH)

/** First words of a service's blocks for the children from `first` on. */
interface MarkWords {
  first: number
  words: Int32Array
}

/** What prevention needs in a run. */
export interface Preventions {
  /** In the programme's order. */
  services: ActingEffect<Prevention>[]
  /** [package's variant] indices of its services, in the package's order. */
  ofVariant: number[][]
  /** Key of the mark that disjoint services share. */
  disjoint: Key
  /** [child] first child of its sibling group; the child itself where all come alone. */
  firstOfGroup: Int32Array
  /** [service] probability for an eligible child on the present day; and that of the child at hand, after the cap. */
  onDay: Float64Array
  chances: Float64Array
  /** [service] mark of the child at hand, above 1 where it does not reach it; and blocks ahead. */
  marks: Float64Array
  ahead: MarkWords[]
  /** The day that `onDay` holds for. */
  day: number
}

/** Prepares a run, whose cohort is drawn; undefined where no package prevents anything. */
export function beginPreventions(model: Model, space: VariantSpace): Preventions | undefined {
  const services = actingOf(space, 'prevention')
  if (services.length === 0) return undefined
  return {
    services,
    ofVariant: space.position.map((own, variant) =>
      [...services.keys()]
        .filter((service) => ((services[service].variants >>> variant) & 1) === 1)
        .sort((one, other) => own[services[one].intervention] - own[services[other].intervention]),
    ),
    disjoint: block(space.keys.chance, hash32('interventions.disjoint'), Purpose.effect),
    firstOfGroup: firstOfGroups(model, space),
    onDay: new Float64Array(services.length),
    chances: new Float64Array(services.length),
    marks: new Float64Array(services.length),
    ahead: services.map(() => ({ first: -BATCH, words: new Int32Array(BATCH) })),
    day: -1,
  }
}

function firstOfGroups({ entries, openingStock }: Model, { base, keys }: VariantSpace): Int32Array {
  const first = new Int32Array(base.cohort)
  const hasSiblings = entries.groupCumulative.length > 1
  let drawn = -BATCH
  for (let child = openingStock.placement.length; child < base.cohort; ) {
    let size = 1
    if (hasSiblings) {
      if (child >= drawn + BATCH) {
        drawn = child
        drawBlocks(keys.chance, Purpose.siblings, drawn, siblingWords, unusedWords)
      }
      size = groupSize(entries, (siblingWords[child - drawn] >>> 0) * PER_WORD)
    }
    const firstSibling = child
    const end = Math.min(base.cohort, child + size)
    for (; child < end; child++) first[child] = firstSibling
  }
  return first
}

/** Children who are expected to enter on a day of the run. */
export function expectedEntrants({ entries }: Model, { base }: VariantSpace, day: number): number {
  return entries.perDay[day] * base.entryFactor[day]
}

/**
 * Takes a would-be entrant out of the variants in which it is prevented, and lets those enter later who are only delayed.
 * The baseline always keeps it.
 */
export function prevent(
  model: Model,
  space: VariantSpace,
  preventions: Preventions,
  child: number,
  day: number,
): void {
  const { services, ofVariant } = preventions
  if (preventions.day !== day) setDay(model, space, preventions, day)
  drawMarks(model, space, preventions, child, day)
  for (let left = possibleVariants(preventions); left !== 0; left &= left - 1) {
    const variant = lowestVariant(left)
    setChances(space, preventions, variant)
    const service = creditedService(preventions, ofVariant[variant])
    if (service < 0) continue
    const { effect, intervention, first, second } = services[service]
    countReached(space, 'cases', 1 << variant, intervention, yearOf(model, space, day))
    const marked = effect.byFamily ? preventions.firstOfGroup[child] : child
    drawBlocks({ first, second }, Step.prevent, marked, firstWord, secondWord)
    const isDelayed = (secondWord[0] >>> 0) * PER_WORD < effect.delayedShare
    takeOut(model, space, preventions, child, day, 1 << variant)
    if (isDelayed) enterLater(model, space, services[service], { child, marked, day, variant })
  }
}

/**
 * The variants with a service whose mark may hit the child at hand: the cap only takes from the probabilities, and the marks
 * of disjoint services are below the sum of theirs. Most children have none.
 */
function possibleVariants({ services, onDay, marks }: Preventions): number {
  let disjoint = 0
  for (let service = 0; service < services.length; service++)
    if (services[service].effect.isDisjoint) disjoint += onDay[service]
  let variants = 0
  for (let service = 0; service < services.length; service++) {
    const { effect, variants: having } = services[service]
    const most = effect.isDisjoint ? disjoint : onDay[service]
    if (marks[service] < most + ROUNDING) variants |= having
  }
  return variants
}

/** The probabilities for eligible children of the day: outcomes a day over those who would enter. */
function setDay(model: Model, space: VariantSpace, preventions: Preventions, day: number): void {
  const entrants = expectedEntrants(model, space, day)
  preventions.day = day
  const { services, onDay } = preventions
  for (let service = 0; service < services.length; service++) {
    const { effect, intervention } = services[service]
    const strength = space.strengths[intervention].byDay[day]
    const eligible = (entrants / (effect.byFamily ? model.entries.meanGroupSize : 1)) * effect.eligibleShare
    const chance =
      effect.perDay.length > 0 ? (effect.perDay[day] * strength) / eligible : effect.share * strength
    // Where nobody is expected nothing can be prevented.
    onDay[service] = eligible > 0 ? Math.min(1, chance) : 0
  }
}

/** The marks of the services for a child, and their probabilities before the cap: 0 for whom they do not reach. */
function drawMarks(
  { cells, axes, entries }: Model,
  { base, keys }: VariantSpace,
  preventions: Preventions,
  child: number,
  day: number,
): void {
  const { services, onDay, marks, firstOfGroup } = preventions
  for (let service = 0; service < services.length; service++) {
    const { effect } = services[service]
    const marked = effect.byFamily ? firstOfGroup[child] : child
    const age = cells.ageBand[base.turns18[marked] - day]
    // The family's first child may have been placed elsewhere by now than it wanted.
    const wanted = marked === child ? base.placement[child] : wantedBy(entries, keys.chance, marked)
    const isReached = effect.homes[age * axes.placements.length + wanted] === 1
    marks[service] = 2
    if (!isReached || onDay[service] === 0) continue
    marks[service] = (markWord(preventions, service, marked) >>> 0) * PER_WORD
  }
}

/** The word of a service for a child. Many are drawn at once: children come in the order of their numbers, or with a sibling. */
function markWord({ services, disjoint, ahead }: Preventions, service: number, child: number): number {
  const own = ahead[service]
  if (child < own.first || child >= own.first + BATCH) {
    const { effect, first, second } = services[service]
    own.first = child
    drawBlocks(effect.isDisjoint ? disjoint : { first, second }, Step.prevent, child, own.words, unusedWords)
  }
  return own.words[child - own.first]
}

/** The placement that a candidate for entry wanted, from the number that decided it. */
function wantedBy({ pairCumulative, pairPlacement }: EntryPairs, chance: Key, child: number): number {
  const uniform = (block(chance, child, Purpose.arrival).second >>> 0) * PER_WORD
  return pairPlacement[pairCumulative.findIndex((cumulative) => uniform < cumulative)]
}

/** The probabilities of a variant's services for the child at hand, less where several together would prevent too much. */
function setChances({ programme }: VariantSpace, preventions: Preventions, variant: number): void {
  const { services, onDay, chances, marks } = preventions
  const own = preventions.ofVariant[variant]
  let none = 1
  let disjoint = 0
  let reaching = 0
  for (const service of own) {
    const chance = marks[service] > 1 ? 0 : onDay[service]
    chances[service] = chance
    if (chance === 0) continue
    reaching++
    if (services[service].effect.isDisjoint) disjoint += chance
    else none *= Math.max(LEAST, 1 - chance)
  }
  const together = Math.min(1, disjoint)
  none *= Math.max(LEAST, 1 - together)
  const { cap } = programme.packages[variant - 1]
  if (reaching < 2 || 1 - none <= cap) return
  const power = logarithm(1 - cap) / logarithm(none)
  const weakened = (chance: number) => 1 - exponentialOf(power * logarithm(Math.max(LEAST, 1 - chance)))
  for (const service of own) {
    if (chances[service] === 0) continue
    chances[service] = services[service].effect.isDisjoint
      ? chances[service] * (weakened(together) / disjoint)
      : weakened(chances[service])
  }
}

/** The first service, in the package's order, whose mark hits; -1 where none does. */
function creditedService({ services, chances, marks }: Preventions, own: number[]): number {
  let offset = 0
  for (const service of own) {
    if (chances[service] === 0) continue
    const from = services[service].effect.isDisjoint ? offset : 0
    if (services[service].effect.isDisjoint) offset += chances[service]
    if (marks[service] >= from && marks[service] < Math.min(1, from + chances[service])) return service
  }
  return -1
}

/** A child who is prevented has no life in the variant, and if it is one who comes back it is not counted as such. */
function takeOut(
  model: Model,
  space: VariantSpace,
  { firstOfGroup }: Preventions,
  child: number,
  day: number,
  variants: number,
): void {
  space.variantsOf[child] &= ~variants
  setLife(space, child, variants, NO_LIFE)
  const { reentries } = space.layouts[0]
  if (reentries === undefined) return
  const word = block(space.keys.chance, firstOfGroup[child], Purpose.returning).first
  if (isReturning(model, day, word)) addToPages(space, variants, reentries + yearOf(model, space, day), -1)
}

interface Delayed {
  child: number
  /** The child whose mark decides: itself, or the first of its family. */
  marked: number
  day: number
  variant: number
}

/** Lets a child enter later, placed then as a child of its age is who comes back. */
function enterLater(
  { axes, cells, reentry }: Model,
  space: VariantSpace,
  { effect, first, second }: ActingEffect<Prevention>,
  { child, marked, day, variant }: Delayed,
): void {
  const { base } = space
  drawBlocks({ first, second }, Step.delay, marked, firstWord, secondWord)
  const away = 1 + Math.floor((firstWord[0] >>> 0) * PER_WORD * effect.delayDays)
  const due = day + away
  const daysTo18 = base.turns18[child] - due
  if (daysTo18 <= 0 || due > axes.days) return
  const life = newLife(space, child, 1 << variant)
  base.turns18[life] = base.turns18[child]
  base.ceasedDay[life] = base.ceasedDay[child]
  base.moves[life] = 0
  base.exitDay[life] = day
  space.isDelayed[life] = 1
  drawBlocks({ first, second }, Step.delay, child, firstWord, secondWord)
  const start = cells.ageBand[daysTo18] * axes.placements.length
  const uniform = (secondWord[0] >>> 0) * PER_WORD
  let wanted = 0
  while (uniform >= reentry.placementCumulative[start + wanted]) wanted++
  base.placement[life] = wanted
  base.next[life] = base.returnHead[due]
  base.returnHead[due] = life
}
