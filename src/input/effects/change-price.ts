// changePrice: what a week costs in some placements, for all children there, or what somebody else pays of the cost.
//   changePrice: { placements: [ifa], percent: -0.03 }
//   changePrice: { placements: [inHouseFoster], weekly: 25 }
//   changePrice: { contribution: { payer: NHS, share: 0.1, of: [externalResidential] } }
import { z } from 'zod'
import {
  figure,
  fixedFigure,
  line,
  NOT_DRAWN,
  poundsByYear,
  provenance,
  share,
} from '../schema/schema-figures.ts'
import { onlyOne } from './rate.ts'

const contribution = z
  .strictObject({
    payer: line.describe('who pays it, e.g. NHS or a government grant'),
    share: fixedFigure(share, NOT_DRAWN)
      .optional()
      .describe('share of the cost of the placements that it pays'),
    of: z.array(z.string()).min(1).optional().describe('the placements; all where missing'),
    perFinancialYear: poundsByYear.optional().describe('£ in each financial year'),
    ...provenance,
  })
  .refine(onlyOne('share', 'perFinancialYear'), { message: 'must say either share or perFinancialYear' })

export const changePrice = z
  .strictObject({
    placements: z
      .array(z.string())
      .min(1)
      .optional()
      .describe('the placements; needed with percent and weekly'),
    percent: figure(z.number().min(-1).max(5), 'normal')
      .optional()
      .describe('rise of the weekly price: -0.03 is 3 % less'),
    weekly: figure(z.number().min(-100_000).max(100_000), 'normal')
      .optional()
      .describe('£ a week more for each child, in prices of priceBase; a fee paid to all carers, say'),
    contribution: contribution.optional(),
    ...provenance,
  })
  .refine(onlyOne('percent', 'weekly', 'contribution'), {
    message: 'must say one of percent, weekly or contribution',
  })
  .refine(({ placements, contribution }) => (placements === undefined) === (contribution !== undefined), {
    message: 'percent and weekly need placements; a contribution has of instead',
  })
