// The rows of a run of all variants: prices before the first day, and after the last what the counts add up to.
import type { Model } from '../../model/compile-model.ts'
import { addPublishedFlows, writePaymentPrices } from '../after-care.ts'
import { writeSpreadCost } from '../child-prices.ts'
import { NEVER_ENTERS } from '../cohort.ts'
import { STILL_IN_CARE } from '../workspace.ts'
import { setPrices, writePlaces, writePrices, writeStocks } from '../write-row.ts'
import { paySpells } from './books.ts'
import { type OwnPlaces, usablePlacesIn } from './variant-places.ts'
import { actingOf, type VariantSpace } from './variant-space.ts'

/** Where the row of a variant goes. */
export interface RowPlace {
  rows: Int32Array
  start: number
}

/** Works out the weekly prices of each variant in the run. */
export function beginPrices(model: Model, space: VariantSpace): void {
  const { weeklyPence } = model
  const { base, runPence, variants, position } = space
  const prices = actingOf(space, 'price')
  for (let variant = 0; variant < variants; variant++) {
    const changes = prices
      .filter(({ variants: having }) => ((having >>> variant) & 1) === 1)
      .sort((one, other) => position[variant][one.intervention] - position[variant][other.intervention])
    const own = runPence.subarray(variant * weeklyPence.length, (variant + 1) * weeklyPence.length)
    const changed = weeklyPence.map((pence, at) => {
      if (changes.length === 0) return pence
      const factor = changes.reduce((product, { effect }) => product * effect.factor[at], 1)
      const added = changes.reduce((sum, { effect }) => sum + effect.addedPence[at], 0)
      return Math.max(0, pence * factor + added)
    })
    setPrices({ axes: model.axes, weeklyPence: changed }, base.priceShocks, own)
  }
}

/** Works out the rest of each page and copies it to its row. */
export function writePages(
  model: Model,
  space: VariantSpace,
  ownPlaces: OwnPlaces[],
  places: RowPlace[],
): void {
  if (model.axes.spreadPlacements.length > 0) payForTheRest(model, space)
  addWhatHappensEverywhere(space)
  for (let variant = 0; variant < space.variants; variant++) {
    writePage(model, space, ownPlaces, variant)
    const { length } = space.layouts[variant]
    const { rows, start } = places[variant]
    rows.set(space.pages.subarray(variant * space.pageLength, variant * space.pageLength + length), start)
  }
}

/** Adds the last page to those of all variants; a row's numbers of its own package are not on it. */
function addWhatHappensEverywhere({ pages, pageLength, flow, variants, layouts }: VariantSpace): void {
  const { months, placements, length } = layouts[0]
  const flows = months * placements
  for (let variant = 0; variant < variants; variant++) {
    for (let at = 0; at < length; at++) pages[variant * pageLength + at] += pages[variants * pageLength + at]
    for (let at = 0; at < flows; at++) flow[variant * flows + at] += flow[variants * flows + at]
  }
}

/** Pays for the spells of those who are in care at the end. */
function payForTheRest(model: Model, space: VariantSpace): void {
  const { base, variantsOf, nextLife } = space
  const pay = (life: number) => {
    const home = base.placement[life]
    const isIn = variantsOf[life] !== 0 && home !== NEVER_ENTERS && base.exitDay[life] === STILL_IN_CARE
    if (isIn && base.pricedByChild[home] === 1) paySpells(model, space, life, model.axes.days + 1)
  }
  for (let life = 0; life < base.cohort; life++) pay(life)
  for (let life = base.children; life < nextLife; life++) pay(life)
}

function writePage(model: Model, space: VariantSpace, ownPlaces: OwnPlaces[], variant: number): void {
  const { base, pages, pageLength, layouts, flow, runPence, spreadCost } = space
  const { axes, carers } = model
  const layout = layouts[variant]
  const start = variant * pageLength
  const partOf = (values: Float64Array, length: number) =>
    values.subarray(variant * length, (variant + 1) * length)
  writeStocks(model, partOf(flow, layout.months * layout.placements), layout, pages, start)
  writePrices(model, partOf(runPence, axes.years.length * layout.placements), layout, pages, start)
  writeSpreadCost(partOf(spreadCost, layout.months * axes.spreadPlacements.length), layout, pages, start)
  writePaymentPrices(model, base.priceShocks, layout, pages, start)
  for (let at = 0; at < base.paidDays.length; at++) pages[start + layout.paidDays + at] += base.paidDays[at]
  if (layout.reentries !== undefined)
    for (let year = 0; year < axes.years.length; year++)
      pages[start + layout.reentries + year] += base.reentries[year]
  addPublishedFlows(model, layout, pages, start)
  const usable = carers.map(({ placement }, stock) =>
    usablePlacesIn(space, ownPlaces, variant, stock, placement),
  )
  writePlaces(model, usable, layout, pages, start)
  writePostDays(space, model, variant)
}

/** Counts the days of filled posts while an intervention runs. */
function writePostDays(
  { programme, position, strengths, pages, pageLength, layouts }: VariantSpace,
  { axes }: Model,
  variant: number,
): void {
  const layout = layouts[variant]
  programme.interventions.forEach(({ strength }, intervention) => {
    const own = position[variant][intervention]
    const { filled } = strengths[intervention]
    if (filled === undefined || own === undefined || own < 0) return
    axes.yearEnd.forEach((end, year) => {
      let days = 0
      for (let day = (axes.yearEnd[year - 1] ?? 0) + 1; day <= end; day++)
        if (strength[day] > 0) days += filled[day]
      pages[variant * pageLength + layout.reached.postDays + year * layout.interventions + own] += days
    })
  })
}
