// extendStay: another share of those who leave get a service after care, and those aged 16 and 17 leave for independence less
// often or more often; up to two effects.
import type { Effect } from '../../input/schema/intervention-schema.ts'
import type { EffectModel } from '../packages/programme.ts'
import type { EffectFrame } from './effect-frame.ts'
import { compileEligible } from './eligible.ts'
import { compileEvents, exitOutcome, outcomeSet } from './events.ts'

type ExtendStay = NonNullable<Effect['extendStay']>

/** Compiles what is there of the two; no exits for a ratio of 1. */
export function compileExtendStay(effect: ExtendStay, frame: EffectFrame): EffectModel[] {
  return [...serviceShare(effect, frame), ...independence(effect, frame)]
}

function serviceShare({ service, share = 0 }: ExtendStay, { axes }: EffectFrame): EffectModel[] {
  if (service === undefined) return []
  return [{ kind: 'service', payment: axes.payments.indexOf(`after_care:${service}`), share }]
}

function independence({ independence = 1 }: ExtendStay, frame: EffectFrame): EffectModel[] {
  const { scenario } = frame
  const happening = {
    outcomes: outcomeSet(scenario, [exitOutcome('independence')]),
    eligible: compileEligible(scenario, { ages: ['16 to 17'] }),
  }
  return compileEvents({ hazardRatio: independence }, happening, frame)
}
