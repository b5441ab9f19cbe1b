// shiftDemand: entries or exits change, of all children or some, as after a judgement, a cut elsewhere or a change of practice.
//   shiftDemand: { on: entries, factor: 1.05 }
//   shiftDemand: { on: entries, factor: 0.9, ages: [under 1], placements: [ifa] }
import { z } from 'zod'
import { provenance } from '../schema/schema-figures.ts'
import { ages, placements } from './eligibility.ts'
import { hazardRatio } from './rate.ts'

export const shiftDemand = z.strictObject({
  on: z.enum(['entries', 'exits']).describe('what it multiplies: the entry rate, or all competing exits'),
  factor: hazardRatio.describe('the multiplier at its height'),
  ages,
  placements: placements.describe(
    'the placements that the children would have entered, or that they leave; all where missing',
  ),
  ...provenance,
})
