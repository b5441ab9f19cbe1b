// reviewCohort: a list of children goes through gates, each with a probability, a time and what it can take in a month; who
// passes the last leaves care or moves.
//   reviewCohort: { children: 80, placements: [ifa], gates: [...], leaveFor: specialGuardianship }
import { z } from 'zod'
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import { figure, line, provenance, shareFigure } from '../schema/schema-figures.ts'
import { eligibility } from './eligibility.ts'
import { onlyOne } from './rate.ts'

const monthly = figure(z.number().min(0).max(10_000), 'gamma')

const gate = z
  .strictObject({
    name: line.describe('what is decided, e.g. assessment, suitability, carer applies, court'),
    probability: shareFigure.describe('share of the children who pass'),
    months: figure(z.number().min(0).max(60), 'gamma').describe('months that passing takes'),
    perMonth: monthly.optional().describe('children that it can take in a month; any number where missing'),
    perPostMonth: monthly
      .optional()
      .describe('children that one filled post of the intervention can take in a month'),
    ...provenance,
  })
  .refine(({ perMonth, perPostMonth }) => perMonth === undefined || perPostMonth === undefined, {
    message: 'must not say both perMonth and perPostMonth',
  })

export const reviewCohort = z
  .strictObject({
    children: figure(z.number().int().min(0).max(200_000), 'gamma').describe(
      'children on the list, drawn from those whom it is for when the intervention starts',
    ),
    gates: z.array(gate).min(1).describe('in the order in which a child meets them'),
    leaveFor: z.enum(EXIT_REASONS).optional().describe('the reason that those who pass all gates leave for'),
    moveTo: z.string().optional().describe('the placement that they move to, in place of leaving'),
    ...eligibility,
    ...provenance,
  })
  .refine(onlyOne('leaveFor', 'moveTo'), { message: 'must say either leaveFor or moveTo' })
