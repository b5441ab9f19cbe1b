// What one thread needs to simulate the baseline and a few packages in one pass: a workspace with room for lives that split,
// and a page of counts for each variant.
import type { Axes } from '../../model/axes.ts'
import type { Model } from '../../model/compile-model.ts'
import type { EffectModel, Programme } from '../../model/packages/programme.ts'
import { block, type Key, Purpose, type RunKeys } from '../addresses.ts'
import { memory } from '../memory.ts'
import { type RowLayout, rowLayout } from '../run-row.ts'
import { createWorkspace, type Workspace } from '../workspace.ts'
import { createCalendar, type EventCalendar } from './event-calendar.ts'
import type { ExtraProcess } from './extra-process.ts'
import { readStrengths, type Strength } from './strengths.ts'

const { variantsOf } = memory

/** Stands in `lifeOf` for a child that has no life in a variant: it was prevented there. */
export const NO_LIFE = -1

/** Stands for the key of an effect that draws nothing. */
const NO_KEY: Key = { first: 0, second: 0 }
const NO_KEYS: RunKeys = {
  ...{ assumptions: NO_KEY, shocks: NO_KEY, chance: NO_KEY },
  national: { assumptions: NO_KEY, shocks: NO_KEY },
}

/** An effect with where it belongs: in which variants it acts, and with which strength. A class, so that all have one shape. */
export class ActingEffect<Effect extends EffectModel = EffectModel> {
  readonly effect: Effect
  /** Index of the programme's intervention. */
  readonly intervention: number
  /** Bits of the variants that have it. */
  readonly variants: number
  /** Its place among the effects of a day. */
  readonly order: number
  /** Its key in the present run. */
  readonly first: number
  readonly second: number

  constructor(effect: Effect, intervention: number, variants: number, order: number, { first, second }: Key) {
    this.effect = effect
    this.intervention = intervention
    this.variants = variants
    this.order = order
    this.first = first
    this.second = second
  }
}

/**
 * State of one run of all variants. A life is a child in a set of variants in which the same has happened to it so far: lives
 * with numbers below `base.children` are the children themselves, copies made at a difference stand behind them. Arrays of
 * the base workspace are by life.
 */
export interface VariantSpace {
  readonly model: Model
  base: Workspace
  programme: Programme
  /** The baseline first. */
  variants: number
  /** Bits of all of them. What happens to who lives in all is written once, on a page behind the variants', for all. */
  everywhere: number
  layouts: RowLayout[]
  /** Numbers in a page, the longest row. */
  pageLength: number
  /** [variant * pageLength + column] the rows of the present run; last the page of what happens everywhere. */
  pages: Int32Array
  /** [variant * months * placements + month * placements + placement] see Workspace.flow; last what happens everywhere. */
  flow: Float64Array
  /** [variant * placements + placement] children there who do not live everywhere; last those who do. */
  occupied: Int32Array
  /** [variant * placements + placement] */
  limit: Int32Array
  /** [day] 1 where the limits of the day are others than those of the day before. */
  placesChange: Uint8Array
  /** [variant * placements + placement] intervention that gives it places, the first of the package; or -1. */
  placesFrom: Int32Array
  /** [placement] bits of the variants in which an intervention gives it places. */
  placesGiven: Int32Array
  /** [variant * years * placements + ...] and [variant * months * spread + ...] as in the workspace, each with all its children. */
  runPence: Float64Array
  spreadCost: Float64Array
  /** [variant * base.children + child] life of the child there, or NO_LIFE, where it is not the child itself. */
  lifeOf: Int32Array
  /** The next free life. */
  nextLife: number
  /** Children on the present day who left, by life. */
  leaving: number
  /** [intervention] */
  strengths: Strength[]
  /** [variant][intervention of the programme] its position in the package, or -1. */
  position: Int32Array[]
  acting: ActingEffect[]
  /** [extra process] see extra-process.ts. */
  extraProcesses: ExtraProcess[]
  /** What extra events and reviews do in the next days. */
  calendar: EventCalendar
  /** [day] children who have a number and have entered before the day. */
  register: Int32Array
  keys: RunKeys
}

/** Makes a space for a model and the packages of a programme with their axes. */
export function createVariantSpace(model: Model, programme: Programme, packageAxes: Axes[]): VariantSpace {
  const base = createWorkspace(model)
  const layouts = [model.axes, ...packageAxes].map(rowLayout)
  const variants = layouts.length
  const pageLength = Math.max(...layouts.map(({ length }) => length))
  const { months, years, placements, spreadPlacements } = model.axes
  const space: VariantSpace = {
    model,
    base,
    programme,
    variants,
    everywhere: (1 << variants) - 1,
    layouts,
    pageLength,
    pages: new Int32Array((variants + 1) * pageLength),
    flow: new Float64Array((variants + 1) * months.length * placements.length),
    occupied: new Int32Array((variants + 1) * placements.length),
    limit: new Int32Array(variants * placements.length),
    placesChange: new Uint8Array(model.axes.days + 1),
    placesFrom: new Int32Array(variants * placements.length),
    placesGiven: new Int32Array(placements.length),
    runPence: new Float64Array(variants * years.length * placements.length),
    spreadCost: new Float64Array(variants * months.length * spreadPlacements.length),
    lifeOf: new Int32Array(0),
    nextLife: 0,
    leaving: 0,
    strengths: [],
    position: [],
    acting: [],
    extraProcesses: [],
    calendar: createCalendar(),
    register: new Int32Array(model.axes.days + 2),
    keys: NO_KEYS,
  }
  return space
}

/** Makes the space ready for a run, before the cohort is drawn: pages empty, keys of all effects drawn. */
export function beginVariants(space: VariantSpace, programme: Programme, keys: RunKeys): void {
  space.programme = programme
  space.keys = keys
  space.pages.fill(0)
  space.flow.fill(0)
  space.occupied.fill(0)
  space.spreadCost.fill(0)
  space.leaving = 0
  space.position = positionsOf(programme, space.position)
  space.strengths = readStrengths(space.model, programme, keys)
  space.acting = actingEffects(space)
}

/** Writes [variant][intervention] its position in the package, or -1, over those of the run before. */
function positionsOf({ packages, interventions }: Programme, before: Int32Array[]): Int32Array[] {
  const isNew = before.length === 0 || before[0].length !== interventions.length
  const position = isNew
    ? Array.from({ length: 1 + packages.length }, () => new Int32Array(interventions.length))
    : before
  for (const own of position) own.fill(-1)
  for (let variant = 1; variant <= packages.length; variant++) {
    const own = packages[variant - 1].interventions
    for (let at = 0; at < own.length; at++) position[variant][own[at]] = at
  }
  return position
}

/**
 * Lists the effects that act in this run: those of interventions that have one in it, and all reviews, which decide about
 * children, and are paid for it, also where nobody leaves for it in the end.
 */
function actingEffects({ programme, position, keys, strengths }: VariantSpace): ActingEffect[] {
  let order = 0
  return programme.interventions.flatMap(({ effects }, intervention) => {
    const inRun = strengths[intervention].hasEffect ? effects : effects.filter(isReview)
    if (inRun.length === 0) return []
    let variants = 0
    position.forEach((own, variant) => {
      if (own[intervention] >= 0) variants |= 1 << variant
    })
    return inRun.map((effect) => {
      const key = 'address' in effect ? block(keys.chance, effect.address, Purpose.effect) : NO_KEY
      return new ActingEffect(effect, intervention, variants, order++, key)
    })
  })
}

function isReview({ kind }: EffectModel): boolean {
  return kind === 'review'
}

/** Gives every child of the cohort one life in all variants, once the cohort is drawn. */
export function beginLives(space: VariantSpace): void {
  const { base, variants } = space
  if (space.lifeOf.length < variants * base.children) space.lifeOf = new Int32Array(variants * base.children)
  // lifeOf and isDelayed say something of lives apart alone, which begin with what is true of them.
  variantsOf.fill((1 << variants) - 1, 0, base.cohort)
  space.nextLife = base.children
}

/** The acting effects of some kinds, by kind. */
export type ActingOf<Kinds extends EffectModel['kind']> = {
  [Kind in Kinds]: ActingEffect<Extract<EffectModel, { kind: Kind }>>[]
}

/** The acting effects of one kind; begin-effects.ts hands them to the part of the engine that takes them. */
export function actingOf<Kind extends EffectModel['kind']>(
  { acting }: VariantSpace,
  kind: Kind,
): ActingEffect<Extract<EffectModel, { kind: Kind }>>[] {
  return acting.filter(({ effect }) => effect.kind === kind) as ActingEffect<
    Extract<EffectModel, { kind: Kind }>
  >[]
}

/** Returns [variant] the indices of the effects that act in it, in the order of its package or the one that `difference` gives. */
export function indicesByVariant<Effect extends EffectModel>(
  { position }: VariantSpace,
  effects: readonly ActingEffect<Effect>[],
  difference: (one: ActingEffect<Effect>, other: ActingEffect<Effect>) => number = () => 0,
): number[][] {
  return position.map((own, variant) =>
    [...effects.keys()]
      .filter((index) => ((effects[index].variants >>> variant) & 1) === 1)
      .sort((index, otherIndex) => {
        const [one, other] = [effects[index], effects[otherIndex]]
        return difference(one, other) || own[one.intervention] - own[other.intervention]
      }),
  )
}

/** Returns the children in a placement in a variant. */
export function childrenIn(
  { occupied, layouts, variants }: VariantSpace,
  variant: number,
  home: number,
): number {
  const { placements } = layouts[0]
  return occupied[variant * placements + home] + occupied[variants * placements + home]
}

/**
 * Adds to a column of each of some variants. What is in most of them is added to all, and taken from the others again: rows
 * are sums, and a life that differs in one package of twelve costs no more than in one of one.
 */
export function addToPages(space: VariantSpace, variants: number, column: number, amount: number): void {
  const { pages, pageLength, everywhere, variants: common } = space
  if (isInMost(space, variants)) {
    pages[common * pageLength + column] += amount
    for (let bits = everywhere & ~variants; bits !== 0; bits &= bits - 1)
      pages[lowestVariant(bits) * pageLength + column] -= amount
  } else
    for (let bits = variants; bits !== 0; bits &= bits - 1)
      pages[lowestVariant(bits) * pageLength + column] += amount
}

/** Tells whether fewer variants are without some than have them. */
export function isInMost({ variants: all }: VariantSpace, variants: number): boolean {
  return 2 * countOf(variants) > all
}

/** How many of up to 31 variants a set has: bits added up in twos, fours and so on. */
function countOf(variants: number): number {
  const twos = variants - ((variants >>> 1) & 0x55555555)
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Returns the number of the first variant of a set that is not empty. */
export function lowestVariant(variants: number): number {
  return 31 - Math.clz32(variants & -variants)
}

/** Counts a case, or an event that lapsed, of an intervention in some packages that have it. */
export function countReached(
  { pages, pageLength, layouts, position }: VariantSpace,
  measure: 'cases' | 'lapsed',
  variants: number,
  intervention: number,
  year: number,
): void {
  for (let bits = variants; bits !== 0; bits &= bits - 1) {
    const variant = lowestVariant(bits)
    const { reached, interventions } = layouts[variant]
    const at = reached[measure] + year * interventions + position[variant][intervention]
    pages[variant * pageLength + at]++
  }
}
