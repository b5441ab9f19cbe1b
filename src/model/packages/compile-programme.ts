// Scenario -> Programme: the interventions of all packages with their effects by day. One file an effect in effects/.
import { DAYS_PER_YEAR } from '../../domain/calendar.ts'
import { hash32 } from '../../domain/hash32.ts'
import type { PackagePlan } from '../../input/packages.ts'
import type { Effect, Intervention } from '../../input/schema/intervention-schema.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { Axes } from '../axes.ts'
import { compileAddPlaces } from '../effects/add-places.ts'
import { compileChangePrice } from '../effects/change-price.ts'
import { type EffectFrame, effectFrames } from '../effects/effect-frame.ts'
import { compileExtendStay } from '../effects/extend-stay.ts'
import { compilePreventEntries } from '../effects/prevent-entries.ts'
import { compileRaiseExits } from '../effects/raise-exits.ts'
import { compileReviewCohort } from '../effects/review-cohort.ts'
import { compileShiftDemand } from '../effects/shift-demand.ts'
import { compileStabilise } from '../effects/stabilise.ts'
import { compileStepDown } from '../effects/step-down.ts'
import { compileInvestment } from './investment.ts'
import type { EffectModel, InterventionModel, Posts, Programme } from './programme.ts'
import { strengthByDay } from './strength.ts'

/** Compiles the packages of a checked scenario over the days of its axes, and every intervention that one of them has. */
export function compileProgramme(
  scenario: Scenario,
  axes: Axes,
  plans: readonly Pick<PackagePlan, 'key' | 'interventions' | 'cap'>[],
): Programme {
  const keys = Object.keys(scenario.interventions ?? {}).filter((key) =>
    plans.some(({ interventions }) => interventions.includes(key)),
  )
  return {
    interventions: keys.map((key) => compileIntervention(scenario, axes, key)),
    packages: plans.map(({ key, interventions, cap }) => ({
      key,
      interventions: interventions.map((name) => keys.indexOf(name)),
      cap,
    })),
  }
}

function compileIntervention(scenario: Scenario, axes: Axes, key: string): InterventionModel {
  const intervention = scenario.interventions![key]
  const strength = strengthByDay(intervention, axes)
  const first = strength.findIndex((share) => share > 0)
  const frameOf = effectFrames(scenario, axes, key, strength)
  return {
    key,
    address: hash32(`interventions.${key}`),
    strength,
    startDay: first < 0 ? axes.days + 1 : first,
    ...(intervention.posts && { posts: compilePosts(intervention.posts) }),
    investment: compileInvestment(intervention, scenario, axes),
    noEffectShare: intervention.noEffectShare ?? 0,
    effects: intervention.effects.flatMap((effect, index) => compileEffect(effect, frameOf(index))),
  }
}

function compilePosts({
  number,
  vacant = 0,
  monthsToFill,
  monthsFilled,
}: NonNullable<Intervention['posts']>): Posts {
  return {
    number,
    filledAtStart: number - vacant,
    fillPerDay: hazardPerDay(monthsToFill),
    leavePerDay: hazardPerDay(monthsFilled),
  }
}

/** The hazard of what happens after so many months on average; never where no months are given. */
function hazardPerDay(months: number | undefined): number {
  return months === undefined ? 0 : 12 / (months * DAYS_PER_YEAR)
}

type Compile<Name extends keyof Effect> = (
  effect: NonNullable<Effect[Name]>,
  frame: EffectFrame,
) => EffectModel[]

const COMPILERS: { [Name in keyof Required<Effect>]: Compile<Name> } = {
  preventEntries: compilePreventEntries,
  raiseExits: compileRaiseExits,
  reviewCohort: compileReviewCohort,
  addPlaces: compileAddPlaces,
  stepDown: compileStepDown,
  stabilise: compileStabilise,
  changePrice: compileChangePrice,
  extendStay: compileExtendStay,
  shiftDemand: compileShiftDemand,
}

/** Compiles the one effect that a block of the list names. */
function compileEffect(block: Effect, frame: EffectFrame): EffectModel[] {
  const compile = <Name extends keyof Effect>(name: Name): EffectModel[] => {
    const effect = block[name]
    return effect === undefined ? [] : (COMPILERS[name] as Compile<Name>)(effect, frame)
  }
  return (Object.keys(COMPILERS) as (keyof Effect)[]).flatMap(compile)
}
