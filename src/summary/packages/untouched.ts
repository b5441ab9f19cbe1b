// Interventions that changed nothing in any run, and why: never a silent zero. Rows of packages and programme -> reasons.
import type {
  EffectModel,
  InterventionModel,
  PriceChange,
  Programme,
} from '../../model/packages/programme.ts'
import { monthsOfYear } from '../../money/placement-cost.ts'
import type { InterventionMeasure, PackageRuns, RunTable } from '../../run/run-row.ts'

/** Why an intervention changed nothing. */
export type UntouchedReason =
  | 'never starts'
  | 'no effects'
  | 'never works'
  | 'no posts'
  | 'nobody lives there'
  | 'nobody to reach'
  | 'nobody eligible'
  | 'too small'

export interface Untouched {
  intervention: string
  label: string
  /** Keys of the packages in which it changed nothing, for this reason. */
  packages: string[]
  reason: UntouchedReason
}

/** Lists the interventions that reached no child and no price in any run of a package, each reason once. */
export function untouchedInterventions(
  baseline: RunTable,
  packages: PackageRuns[],
  programme: Programme,
): Untouched[] {
  const found = new Map<string, Untouched>()
  for (const { key, table } of packages)
    table.axes.interventions.forEach(({ key: intervention, label }, position) => {
      const model = programme.interventions.find((one) => one.key === intervention)!
      if (isTouched(model, position, table, baseline)) return
      if (isCreditedBefore(model, position, table, programme)) return
      const reason = reasonOf(model, position, table)
      const entry = found.get(`${intervention} ${reason}`) ?? { intervention, label, packages: [], reason }
      found.set(`${intervention} ${reason}`, { ...entry, packages: [...entry.packages, key] })
    })
  return [...found.values()]
}

/** Most effects count whom they reach; prices, the loss of places and what others pay do without being counted. */
function isTouched(
  { key, effects }: InterventionModel,
  position: number,
  table: RunTable,
  baseline: RunTable,
): boolean {
  return (
    totalOf(table, 'cases', position) > 0 ||
    effects.some((effect) => effect.kind === 'price' && isPaid(effect, table)) ||
    (effects.some(takesPlacesAway) && hasOtherPlaces(table, baseline)) ||
    isContributed(key, table)
  )
}

/** Whether others pay something of the cost because of an intervention, which has no effect for the engine. */
function isContributed(key: string, table: RunTable): boolean {
  return table.axes.ledgerLines.some(
    ({ line, pounds, share, placements, strength }) =>
      line === `contribution:${key}` &&
      table.axes.years.some(
        (_, year) =>
          pounds[year] !== 0 ||
          (share > 0 &&
            strength?.[year] !== 0 &&
            placements.some((placement) => isLivedIn(table, year, placement))),
      ),
  )
}

/** Whether a child lives at a price that the effect changes. */
function isPaid({ factor, addedPence }: PriceChange, table: RunTable): boolean {
  const { years, placements } = table.axes
  return years.some((_, year) =>
    placements.some((_, placement) => {
      const at = year * placements.length + placement
      return (factor[at] !== 1 || addedPence[at] !== 0) && isLivedIn(table, year, placement)
    }),
  )
}

/** Whether a placement has days of care in a financial year of any run. */
function isLivedIn(table: RunTable, year: number, placement: number): boolean {
  const { layout, rows, runs } = table
  const columns = monthsOfYear(table, year).map(
    (month) => layout.offset.care_days + month * layout.placements + placement,
  )
  for (let run = 0; run < runs; run++)
    if (columns.some((column) => rows[run * layout.length + column] > 0)) return true
  return false
}

/** Whether it opened places, where those who came count for an earlier intervention of the package that has some effect there. */
function isCreditedBefore(
  { effects }: InterventionModel,
  position: number,
  table: RunTable,
  programme: Programme,
): boolean {
  const homes = homesOpenedBy(effects, table)
  const earlier = table.axes.interventions.slice(0, position).map(({ key }) => key)
  return (
    totalOf(table, 'placeDays', position) > 0 &&
    earlier.some((key, index) => {
      const other = programme.interventions.find((one) => one.key === key)!
      const isShared = homesOpenedBy(other.effects, table).some((home) => homes.includes(home))
      return isShared && totalOf(table, 'cases', index) > 0
    })
  )
}

/** Lists the placements that effects open places in, or keep carers for. */
function homesOpenedBy(effects: EffectModel[], { axes }: RunTable): number[] {
  return effects.flatMap((effect) => {
    if (effect.kind === 'places') return [effect.placement]
    if (effect.kind === 'households') return [axes.carerPlacements[effect.stock]]
    return effect.kind === 'attrition' ? axes.carerPlacements.filter((_, stock) => effect.stocks[stock]) : []
  })
}

function takesPlacesAway(effect: EffectModel): boolean {
  return effect.kind === 'attrition' && effect.ratio > 1
}

/** Whether the usable places of carers, or who found them full, differ from the baseline in any run. */
function hasOtherPlaces({ layout, rows, runs }: RunTable, baseline: RunTable): boolean {
  const { placements, months, carerPlacements, offset, usablePlaces } = layout
  const blocks = [
    { first: offset.over_places, length: months * placements },
    { first: usablePlaces, length: months * carerPlacements },
  ]
  for (let run = 0; run < runs; run++)
    for (const { first, length } of blocks)
      for (let index = first; index < first + length; index++)
        if (rows[run * layout.length + index] !== baseline.rows[run * baseline.layout.length + index])
          return true
  return false
}

function reasonOf(model: InterventionModel, position: number, table: RunTable): UntouchedReason {
  const { startDay, effects, noEffectShare, posts } = model
  if (startDay > table.axes.days) return 'never starts'
  if (effects.length === 0) return 'no effects'
  if (noEffectShare >= 1) return 'never works'
  if (posts !== undefined && totalOf(table, 'postDays', position) === 0) return 'no posts'
  if (effects.every(({ kind }) => kind === 'price')) return 'nobody lives there'
  if (effects.every(reachesNoHome)) return 'nobody eligible'
  return totalOf(table, 'lapsed', position) > 0 ? 'nobody to reach' : 'too small'
}

/** Whether there is no age and placement whose children the effect is for. */
function reachesNoHome(effect: EffectModel): boolean {
  if (effect.kind === 'prevention') return isEmpty(effect.homes)
  return 'eligible' in effect && isEmpty(effect.eligible.homes)
}

function isEmpty(homes: Uint8Array): boolean {
  return !homes.includes(1)
}

/** Adds up a measure of an intervention over years and runs. */
function totalOf(
  { axes, layout, rows, runs }: RunTable,
  measure: InterventionMeasure,
  position: number,
): number {
  let sum = 0
  for (let run = 0; run < runs; run++)
    for (let year = 0; year < axes.years.length; year++)
      sum += rows[run * layout.length + layout.reached[measure] + year * layout.interventions + position]
  return sum
}
