// shiftDemand: all entries or all exits change, as after a judgement, a cut elsewhere or a change of practice.
//   shiftDemand: { on: entries, factor: 1.05 }
import { z } from 'zod'
import { provenance } from '../schema-figures.ts'
import { hazardRatio } from './rate.ts'

export const shiftDemand = z.strictObject({
  on: z.enum(['entries', 'exits']).describe('what it multiplies: the entry rate, or all competing exits'),
  factor: hazardRatio.describe('the multiplier at its height'),
  ...provenance,
})
