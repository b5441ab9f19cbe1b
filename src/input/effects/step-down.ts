// stepDown: children move from dearer placements to a cheaper one that has room.
//   stepDown: { from: [externalResidential], to: ifa, perYear: 4, ages: ['10 to 15'] }
import { z } from 'zod'
import { provenance } from '../schema/schema-figures.ts'
import { eligibility } from './eligibility.ts'
import { hasRatioToReach, onlyOne, REACH_OF_RATIO, rate } from './rate.ts'

const { ages, monthsInCare } = eligibility

export const stepDown = z
  .strictObject({
    from: z.array(z.string()).min(1).describe('the placements that they leave'),
    to: z.string().describe('the placement that they move to; who finds it full stays'),
    ...rate,
    ages,
    monthsInCare,
    ...provenance,
  })
  .refine(onlyOne('perYear', 'perFinancialYear', 'hazardRatio'), {
    message: 'must say one of perYear, perFinancialYear or hazardRatio',
  })
  .refine(hasRatioToReach, REACH_OF_RATIO)
