// A scenario made ready to be simulated: fitted to its facts, compiled, with what each run draws for itself.
import type { Assumption } from '../input/reading/ranges.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import type { Assumed } from '../model/assumptions.ts'
import { compileModel, type Model } from '../model/compile-model.ts'
import { assumptionsWithoutLimits, withoutLimits } from '../model/packages/without-limits.ts'
import { type Fit, type FitPrecision, fitFacts } from './fit-facts.ts'

export interface FittedModel {
  fit: Fit
  /** With all assumptions at their central values. */
  model: Model
  /** What the models of runs differ by; absent where they do not. */
  assumed?: Assumed
}

/** Fits and compiles a scenario; the assumptions are its ranges and the uncertainty of its fit, see fit-uncertainty.ts. */
export function fitModel(
  scenario: Scenario,
  assumptions: Assumption[],
  precision?: FitPrecision,
): FittedModel {
  const fit = fitFacts(scenario, precision)
  const model = compileModel(fit.scenario)
  if (assumptions.length === 0) return { fit, model }
  const { afterCare } = fit.scenario
  return {
    fit,
    model,
    assumed: { scenario: { ...scenario, afterCare }, multipliers: fit.turned, assumptions },
  }
}

/** Returns a fitted model with its rates as they are, in which no placement is ever full. */
export function fittedWithoutLimits({ fit, assumed }: FittedModel): FittedModel {
  const scenario = withoutLimits(fit.scenario)
  return {
    fit: { ...fit, scenario },
    model: compileModel(scenario),
    ...(assumed && {
      assumed: {
        ...assumed,
        scenario: withoutLimits(assumed.scenario),
        assumptions: assumptionsWithoutLimits(assumed.assumptions),
      },
    }),
  }
}

/** Returns a fitted model for a scenario that differs in interventions and packages alone: they change nothing of the fit. */
export function fittedWithInterventions(
  { fit, model, assumed }: FittedModel,
  { interventions, packages }: Pick<Scenario, 'interventions' | 'packages'>,
): FittedModel {
  const own = { interventions, packages }
  return {
    fit: { ...fit, scenario: { ...fit.scenario, ...own } },
    model,
    ...(assumed && { assumed: { ...assumed, scenario: { ...assumed.scenario, ...own } } }),
  }
}
