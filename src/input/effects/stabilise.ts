// stabilise: fewer moves, fewer carers who leave, fewer children who come back; ratios above 1 are allowed, services can fail.
//   stabilise: { moves: 0.9, carerAttrition: 0.8, reentry: 0.75, reasons: [reunification] }
//   stabilise: { moves: 0.6, reach: 0.15, placements: [ifa] }
import { z } from 'zod'
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import { provenance } from '../schema/schema-figures.ts'
import { eligibility } from './eligibility.ts'
import { hazardRatio, reach } from './rate.ts'

export const stabilise = z
  .strictObject({
    moves: hazardRatio.optional().describe('hazard ratio of all moves of the children whom it is for'),
    carerAttrition: hazardRatio.optional().describe('hazard ratio of the deregistration of foster carers'),
    reentry: hazardRatio
      .optional()
      .describe('hazard ratio of coming back, for children who leave from the start on'),
    reasons: z
      .array(z.enum(EXIT_REASONS))
      .min(1)
      .optional()
      .describe('the reasons they left for, with reentry; all where missing'),
    reach: reach.describe(
      'of the children it is for, the share whom it reaches: moves and reentry are theirs alone, the same children throughout; all where missing',
    ),
    ...eligibility,
    ...provenance,
  })
  .refine(
    ({ moves, carerAttrition, reentry }) =>
      [moves, carerAttrition, reentry].some((ratio) => ratio !== undefined),
    { message: 'must say moves, carerAttrition or reentry, or several of them' },
  )
  .refine(({ reasons, reentry }) => reasons === undefined || reentry !== undefined, {
    message: 'reasons go with reentry',
  })
  .refine(
    ({ reach, moves, reentry }) => reach === undefined || moves !== undefined || reentry !== undefined,
    {
      path: ['reach'],
      message: 'is of children, and goes with moves or reentry; carerAttrition holds for all carers',
    },
  )
