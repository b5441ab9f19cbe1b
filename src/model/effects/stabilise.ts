// stabilise: hazard ratios of all moves, of foster carers who leave, and of children who come back; up to three effects.
import { EXIT_REASONS, TURNED_18 } from '../../domain/exit-reason.ts'
import type { Effect } from '../../input/schema/intervention-schema.ts'
import type { EffectModel } from '../packages/programme.ts'
import type { EffectFrame } from './effect-frame.ts'
import { compileEligible } from './eligible.ts'
import { compileEvents, moveOutcome, outcomeSet } from './events.ts'

type Stabilise = NonNullable<Effect['stabilise']>

/** Compiles the ratios that are there and are not 1. */
export function compileStabilise(effect: Stabilise, frame: EffectFrame): EffectModel[] {
  return [...moves(effect, frame), ...attrition(effect, frame), ...returns(effect, frame)]
}

function moves(effect: Stabilise, frame: EffectFrame): EffectModel[] {
  const { scenario } = frame
  const all = Object.keys(scenario.placements).map((key) => moveOutcome(scenario, key))
  const happening = {
    outcomes: outcomeSet(scenario, all),
    eligible: compileEligible(scenario, effect),
  }
  return compileEvents({ hazardRatio: effect.moves ?? 1, reach: effect.reach }, happening, frame)
}

/** The carers are those of the placements whom it is for. */
function attrition({ carerAttrition = 1, placements }: Stabilise, { axes }: EffectFrame): EffectModel[] {
  if (carerAttrition === 1) return []
  const stocks = Uint8Array.from(axes.carerPlacements, (placement) =>
    (placements?.includes(axes.placements[placement]) ?? true) ? 1 : 0,
  )
  return [{ kind: 'attrition', ratio: carerAttrition, stocks }]
}

function returns(effect: Stabilise, { scenario, address }: EffectFrame): EffectModel[] {
  const { reentry = 1, reach = 1, reasons = EXIT_REASONS } = effect
  if (reentry === 1 || reach === 0) return []
  const leftFor: readonly string[] = reasons
  return [
    {
      kind: 'returns',
      address,
      ratio: reentry,
      reasons: Uint8Array.from([...EXIT_REASONS, TURNED_18], (reason) => (leftFor.includes(reason) ? 1 : 0)),
      eligible: compileEligible(scenario, effect),
      reach,
    },
  ]
}
