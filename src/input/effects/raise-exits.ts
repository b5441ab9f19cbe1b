// raiseExits: more children leave for a reason, so many a year or by a hazard ratio; below 1 fewer leave.
//   raiseExits: { reason: specialGuardianship, perYear: 12, placements: [kinship], monthsInCare: { from: 12 } }
import { z } from 'zod'
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import { provenance } from '../schema/schema-figures.ts'
import { eligibility } from './eligibility.ts'
import { hasRatioToReach, onlyOne, REACH_OF_RATIO, rate } from './rate.ts'

export const raiseExits = z
  .strictObject({
    reason: z.enum(EXIT_REASONS).describe('the reason that the children leave for'),
    ...rate,
    ...eligibility,
    ...provenance,
  })
  .refine(onlyOne('perYear', 'perFinancialYear', 'hazardRatio'), {
    message: 'must say one of perYear, perFinancialYear or hazardRatio',
  })
  .refine(hasRatioToReach, REACH_OF_RATIO)
