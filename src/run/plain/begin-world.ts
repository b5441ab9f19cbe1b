// What there is at the close of the start date, day 0 (A1): the opening stock, and all that is drawn for the run beforehand.
import type { Model } from '../../model/compile-model.ts'
import type { RunKeys } from '../addresses.ts'
import { rowLayout } from '../run-row.ts'
import { payEarlierLeavers } from './after-care.ts'
import { drawConditions } from './conditions.ts'
import { candidatesOf, openingChildren } from './entrants.ts'
import { mostExtraOf } from './events.ts'
import { drawLimits } from './limits.ts'
import { actingOf, type Choice, plainPackage } from './programme.ts'
import { emptyQueues } from './review.ts'
import type { PlainWorld } from './world.ts'

/** Returns the world of a run at its start, with nobody scheduled. */
export function beginWorld(model: Model, keys: RunKeys, choice: Choice | undefined): PlainWorld {
  const { chance } = keys
  const layout = rowLayout(choice?.axes ?? model.axes)
  const conditions = drawConditions(model, keys)
  const chosen = plainPackage(model, keys, choice)
  const inCare = openingChildren(model, chance)
  const world: PlainWorld = {
    model,
    axes: model.axes,
    layout,
    row: new Int32Array(layout.length),
    keys,
    conditions,
    package: chosen,
    limits: drawLimits(model, chance, chosen),
    candidates: candidatesOf(model, chance, conditions.entryFactor),
    children: [...inCare],
    register: inCare.length,
    inCare,
    ...nothingYet(),
    reviews: new Map(actingOf(chosen.inTurn, 'review').map((acting) => [acting, emptyQueues(acting)])),
    mostExtra: new Map(
      actingOf(chosen.inTurn, 'extra').map((acting) => [acting, mostExtraOf(model, acting)]),
    ),
  }
  payEarlierLeavers(world)
  return world
}

function nothingYet(): Pick<PlainWorld, 'schedules' | 'leavers' | 'returns' | 'costs'> {
  return { schedules: new Map(), leavers: [], returns: new Map(), costs: new Map() }
}
