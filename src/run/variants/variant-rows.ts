// The rows of a run of all variants: prices before the first day, and after the last what the counts add up to.
import type { Model } from '../../model/compile-model.ts'
import type { PriceChange } from '../../model/packages/programme.ts'
import { addPublishedFlows, writePaymentPrices } from '../after-care.ts'
import { writeSpreadCost } from '../child-prices.ts'
import { placesOfModel, writeFixedDays } from '../fixed-days.ts'
import { lastPaidDay, writeInterventionCosts } from '../intervention-cost.ts'
import { memory } from '../memory.ts'
import { STILL_IN_CARE } from '../workspace.ts'
import { setPrices, writePlaces, writePrices, writeStocks } from '../write-row.ts'
import { paySpells } from './books.ts'
import { type OwnPlaces, ownPlacesIn, usablePlacesIn } from './variant-places.ts'
import { type ActingOf, indicesByVariant, type VariantSpace } from './variant-space.ts'

const { exitDay, placement, variantsOf } = memory

/** Where the row of a variant goes. */
export interface RowPlace {
  rows: Int32Array
  start: number
}

/** Works out the weekly prices of each variant in the run. */
export function beginPrices(space: VariantSpace, { price: prices }: ActingOf<'price'>): void {
  const { model } = space
  const { base, variants, runPence } = space
  const { length } = model.weeklyPence
  const changesOf = indicesByVariant(space, prices)
  setPrices(model, base.priceShocks, runPence.subarray(0, length))
  for (let variant = 1; variant < variants; variant++) {
    const start = variant * length
    const changes = changesOf[variant].map((index) => prices[index].effect)
    if (changes.length > 0)
      setPrices(
        { axes: model.axes, weeklyPence: changedPrices(model, changes) },
        base.priceShocks,
        runPence.subarray(start, start + length),
      )
    else runPence.copyWithin(start, 0, length)
  }
}

/** [year * placements + placement] weekly prices of a package before the shocks: its changes in its order, all factors first. */
function changedPrices({ weeklyPence }: Model, changes: PriceChange[]): Float64Array {
  return weeklyPence.map((pence, at) => {
    const factor = changes.reduce((product, change) => product * change.factor[at], 1)
    const added = changes.reduce((sum, change) => sum + change.addedPence[at], 0)
    return Math.max(0, pence * factor + added)
  })
}

/** Works out the rest of each page, on the row that it goes to. */
export function writePages(space: VariantSpace, ownPlaces: OwnPlaces[], places: RowPlace[]): void {
  const { model } = space
  if (model.axes.spreadPlacements.length > 0) payForTheRest(space)
  for (let variant = 0; variant < space.variants; variant++) {
    const { rows, start } = places[variant]
    copyCounts(space, variant, rows, start)
    addCommonFlow(space, variant)
    writeRest(space, ownPlaces, variant, rows, start)
  }
}

/**
 * Writes the counts of a variant: those of what happens everywhere, and its own. Stocks and care days come first in a row and are
 * not counted, see writeStocks.
 */
function copyCounts(
  { pages, pageLength, variants, layouts }: VariantSpace,
  variant: number,
  rows: Int32Array,
  start: number,
): void {
  const own = variant * pageLength
  const common = variants * pageLength
  const { length, offset } = layouts[variant]
  rows.set(pages.subarray(common, common + length), start)
  for (let at = offset.entries; at < length; at++) rows[start + at] += pages[own + at]
}

function addCommonFlow({ flow, variants, layouts }: VariantSpace, variant: number): void {
  const flows = layouts[0].months * layouts[0].placements
  const own = variant * flows
  const common = variants * flows
  for (let at = 0; at < flows; at++) flow[own + at] += flow[common + at]
}

/** Pays for the spells of those who are in care at the end. */
function payForTheRest(space: VariantSpace): void {
  const { model } = space
  const { base, nextLife } = space
  const pay = (life: number) => {
    const home = placement[life]
    const isIn = variantsOf[life] !== 0 && exitDay[life] === STILL_IN_CARE
    if (isIn && base.pricedByChild[home] === 1) paySpells(space, life, model.axes.days + 1)
  }
  for (let life = 0; life < base.cohort; life++) pay(life)
  for (let life = base.children; life < nextLife; life++) pay(life)
}

function writeRest(
  space: VariantSpace,
  ownPlaces: OwnPlaces[],
  variant: number,
  rows: Int32Array,
  start: number,
): void {
  const { model } = space
  const { base, layouts, flow, runPence, spreadCost } = space
  const { axes, carers } = model
  const layout = layouts[variant]
  const partOf = (values: Float64Array, length: number) =>
    values.subarray(variant * length, (variant + 1) * length)
  writeStocks(model, partOf(flow, layout.months * layout.placements), layout, rows, start)
  writePrices(model, partOf(runPence, axes.years.length * layout.placements), layout, rows, start)
  if (axes.fixedPlacements.length > 0) {
    const placesOf = placesOfModel(model, base.usablePlaces)
    const inVariant = (placement: number) => ownPlacesIn(ownPlaces, variant, placement) ?? placesOf(placement)
    writeFixedDays(axes, inVariant, layout, rows, start)
  }
  if (axes.spreadPlacements.length > 0)
    writeSpreadCost(partOf(spreadCost, layout.months * axes.spreadPlacements.length), layout, rows, start)
  if (layout.payments > 0) writePaymentPrices(model, base.priceShocks, layout, rows, start)
  for (let at = 0; at < base.paidDays.length; at++) rows[start + layout.paidDays + at] += base.paidDays[at]
  if (layout.reentries !== undefined) {
    for (let year = 0; year < axes.years.length; year++)
      rows[start + layout.reentries + year] += base.reentries[year]
    addPublishedFlows(model, layout, rows, start)
  }
  if (carers.length > 0) {
    const usable = carers.map(({ placement }, stock) =>
      usablePlacesIn(space, ownPlaces, variant, stock, placement),
    )
    writePlaces(model, usable, layout, rows, start)
  }
  writePostDays(space, model, variant, rows, start)
  if (variant > 0) writeCosts(space, model, variant, rows, start)
}

/** Counts the days of filled posts that are paid for while an intervention runs. */
function writePostDays(
  { programme, position, strengths, layouts }: VariantSpace,
  { axes }: Model,
  variant: number,
  rows: Int32Array,
  start: number,
): void {
  const layout = layouts[variant]
  programme.interventions.forEach(({ strength, investment }, intervention) => {
    const own = position[variant][intervention]
    const { filled } = strengths[intervention]
    if (filled === undefined || own === undefined || own < 0) return
    axes.yearEnd.forEach((end, year) => {
      let days = 0
      const last = lastPaidDay(investment, end)
      for (let day = (axes.yearEnd[year - 1] ?? 0) + 1; day <= last; day++)
        if (strength[day] > 0) days += filled[day]
      rows[start + layout.reached.postDays + year * layout.interventions + own] += days
    })
  })
}

/** Writes what the interventions of a package cost. */
function writeCosts(
  { programme, strengths, layouts }: VariantSpace,
  { axes }: Model,
  variant: number,
  rows: Int32Array,
  start: number,
): void {
  const own = programme.packages[variant - 1].interventions
  const paidStrength = (position: number, year: number) => {
    const { byDay } = strengths[own[position]]
    const last = lastPaidDay(programme.interventions[own[position]].investment, axes.yearEnd[year])
    let days = 0
    for (let day = (axes.yearEnd[year - 1] ?? 0) + 1; day <= last; day++) days += byDay[day]
    return days
  }
  const paid = {
    interventions: own.map((index) => programme.interventions[index]),
    years: axes.years.length,
    paidStrength,
  }
  writeInterventionCosts(paid, layouts[variant], rows, start)
}
