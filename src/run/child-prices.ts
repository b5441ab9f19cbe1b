// What children cost whose prices differ: each has a price of its own, and its days are added up at it (A21).
import { limitedDeviate } from '../domain/distribution/limited-deviate.ts'
import { exponentialOf } from '../domain/exact-math.ts'
import { block, type Key, Purpose } from './addresses.ts'
import { memory } from './memory.ts'
import { type RowLayout, writeWide } from './run-row.ts'
import { STILL_IN_CARE, type Workspace } from './workspace.ts'

const { placement, placedDay, exitDay, monthOfDay, leaving } = memory
const { spellChild, spellHome, spellFrom, spellEnd } = memory

/**
 * Returns the factor on the price of a placement for a child whose random word is given: log-normal with mean 1, so that
 * the mean price is that of the scenario (but for the cut of its tails).
 */
export function priceFactor(word: number, spread: number): number {
  return exponentialOf(spread * limitedDeviate(word) - (spread * spread) / 2)
}

/** Returns the random word that a child's prices hang on, the same in every placement: who is dear is dear everywhere. */
export function priceWord(chance: Key, child: number): number {
  return block(chance, child, Purpose.price).first
}

/** Adds up the spells of those who left, where they lived still known. The day of leaving is no longer paid for. */
export function payLeavers(space: Workspace, chance: Key): void {
  const { pricedByChild } = space
  const { lives, length } = leaving
  for (let at = 0; at < length; at++) {
    const child = lives[at]
    const home = placement[child]
    if (pricedByChild[home] === 1)
      paySpell(space, priceWord(chance, child), { home, from: placedDay[child], end: exitDay[child] })
  }
}

/** Adds up the spells that moves ended, so many in memory.spellChild. */
export function payEndedSpells(space: Workspace, chance: Key, spells: number): void {
  for (let at = 0; at < spells; at++)
    paySpell(space, priceWord(chance, spellChild[at]), {
      home: spellHome[at],
      from: spellFrom[at],
      end: spellEnd[at],
    })
}

/** Adds up the spells of those who are in care at the end, and writes what each month cost into the row. */
export function writeChildPrices(space: Workspace, chance: Key, rows: Int32Array, rowStart: number): void {
  const { model } = space
  const { pricedByChild } = space
  const { days } = model.axes
  for (let child = 0; child < space.cohort; child++) {
    const home = placement[child]
    if (exitDay[child] !== STILL_IN_CARE || pricedByChild[home] === 0) continue
    paySpell(space, priceWord(chance, child), { home, from: placedDay[child], end: days + 1 })
  }
  writeSpreadCost(space.spreadCost, space.layout, rows, rowStart)
}

/** Writes [month * spread placements + placement] costs into the two columns that each has. */
export function writeSpreadCost(
  spreadCost: Float64Array,
  layout: RowLayout,
  rows: Int32Array,
  rowStart: number,
): void {
  for (let at = 0; at < spreadCost.length; at++)
    writeWide(rows, rowStart + layout.spreadCost + 2 * at, spreadCost[at])
}

/** Days of care in one placement. */
export interface Spell {
  home: number
  from: number
  /** The first day after it. */
  end: number
}

/** Where a spell is paid into: the prices of a variant from one index on, and what it costs from another on. */
export interface PriceAccount extends Pick<Workspace, 'model' | 'runPence' | 'spreadCost'> {
  pricesAt?: number
  costsAt?: number
}

/** Adds the days of a spell at the child's whole pence of each month's financial year, in sevenths of a penny. */
export function paySpell(
  { model, runPence, spreadCost, pricesAt = 0, costsAt = 0 }: PriceAccount,
  word: number,
  { home, from, end }: Spell,
): void {
  const { axes, priceShape } = model
  const placements = axes.placements.length
  const column = axes.spreadPlacements.indexOf(home)
  const factor = priceFactor(word, priceShape.spread[home])
  let first = Math.max(1, from)
  for (let month = monthOfDay[Math.min(first, axes.days)]; first < end; month++) {
    const last = Math.min(end - 1, axes.monthEnd[month])
    const pence = runPence[pricesAt + axes.yearOfMonth[month] * placements + home]
    spreadCost[costsAt + month * axes.spreadPlacements.length + column] +=
      (last - first + 1) * Math.round(pence * factor)
    first = last + 1
  }
}
