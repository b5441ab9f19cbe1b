// preventEntries: would-be entrants who do not enter, some of them only later.
//   preventEntries: { serves: 90, targeting: 0.4, success: 0.5, ages: ['10 to 15'], onlyDelayed: 0.25 }
import { z } from 'zod'
import { figure, provenance, shareFigure } from '../schema-figures.ts'
import { ages } from './eligibility.ts'
import { onlyOne, perFinancialYear, perYear } from './rate.ts'

export const preventEntries = z
  .strictObject({
    prevents: perYear.optional().describe('entries prevented in a year'),
    perFinancialYear: perFinancialYear.optional().describe('entries prevented in each financial year'),
    serves: perYear.optional().describe('served in a year; of them targeting x success are prevented'),
    targeting: shareFigure.optional().describe('of those served, the share who would have entered'),
    success: shareFigure.optional().describe('of those who would have entered, the share who do not'),
    unit: z
      .enum(['child', 'family'])
      .optional()
      .describe('what is counted: a child, the default, or a family, whose children are all prevented'),
    ages,
    placements: z
      .array(z.string())
      .min(1)
      .optional()
      .describe('the placements that the children would have entered; all where missing'),
    overlap: z
      .enum(['independent', 'disjoint'])
      .optional()
      .describe(
        "independent, the default: each service finds its families by itself, and two can reach one child; disjoint: never, as in councils' own sums",
      ),
    onlyDelayed: shareFigure
      .optional()
      .describe('of those prevented, the share who enter later all the same'),
    delayMonths: figure(z.number().min(1).max(120), 'gamma')
      .optional()
      .describe('months within which these enter, evenly; 24 where missing'),
    ...provenance,
  })
  .refine(onlyOne('prevents', 'perFinancialYear', 'serves'), {
    message: 'must say one of prevents, perFinancialYear or serves',
  })
  .refine(
    ({ serves, targeting, success }) =>
      (serves === undefined) === (targeting === undefined && success === undefined),
    {
      message: 'serves needs targeting and success, and they need serves',
    },
  )
  .refine(({ targeting, success }) => (targeting === undefined) === (success === undefined), {
    message: 'targeting and success must both be there',
  })
