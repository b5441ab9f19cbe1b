// changePrice: a week in some placements costs a percentage more or less, or so many £ more for every child there; a year in
// which that holds for a part of the days has the mean (A28). What somebody else pays is a line of the ledger, see package-axes.ts.
import type { Effect } from '../../input/schema/intervention-schema.ts'
import type { EffectModel } from '../packages/programme.ts'
import { strengthByYear } from '../packages/strength.ts'
import { upliftByYear } from '../prices.ts'
import type { EffectFrame } from './effect-frame.ts'

const PENCE_PER_POUND = 100

/** Compiles a change of weekly prices; none for a change of 0, nor for a contribution. */
export function compileChangePrice(
  { placements = [], percent = 0, weekly = 0 }: NonNullable<Effect['changePrice']>,
  { scenario, axes, strength }: EffectFrame,
): EffectModel[] {
  if (percent === 0 && weekly === 0) return []
  const uplift = upliftByYear(scenario, axes)
  const factor = new Float64Array(axes.years.length * axes.placements.length).fill(1)
  const addedPence = new Float64Array(factor.length)
  strengthByYear(strength, axes).forEach((share, year) => {
    for (const key of placements) {
      const at = year * axes.placements.length + axes.placements.indexOf(key)
      factor[at] = 1 + percent * share
      addedPence[at] = weekly * PENCE_PER_POUND * uplift[year] * share
    }
  })
  return [{ kind: 'price', factor, addedPence }]
}
