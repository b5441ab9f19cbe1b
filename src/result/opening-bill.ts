// The children of the start date and what they cost in a week, by placement. Scenario and model -> Result.
import { sum } from '../domain/sum.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import type { Model } from '../model/compile-model.ts'

export interface OpeningBill {
  children: number
  /** By placement, in the scenario's order: children. */
  byPlacement: Record<string, number>
  /** In £, whole pence. */
  weeklyBill: { byPlacement: Record<string, number>; total: number }
}

/** Adds up the children of the opening stock, and what each placement costs in a week at its price on the start date. */
export function openingBill(
  { openingStock }: Pick<Scenario, 'openingStock'>,
  { axes, weeklyPence }: Pick<Model, 'axes' | 'weeklyPence'>,
): OpeningBill {
  const { placements } = axes
  const children = placements.map((key) => openingStock.placements[key] ?? 0)
  const pence = children.map((count, placement) => count * weeklyPence[placement])
  return {
    children: sum(children),
    byPlacement: byKey(placements, children),
    weeklyBill: {
      byPlacement: byKey(
        placements,
        pence.map((bill) => bill / 100),
      ),
      total: sum(pence) / 100,
    },
  }
}

function byKey(keys: string[], values: number[]): Record<string, number> {
  return Object.fromEntries(keys.map((key, index) => [key, values[index]]))
}
