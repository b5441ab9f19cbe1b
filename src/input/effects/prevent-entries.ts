// preventEntries: would-be entrants who do not enter, some of them only later; below 0 children who enter because of the service.
//   preventEntries: { serves: 90, targeting: 0.4, success: 0.5, ages: ['10 to 15'], onlyDelayed: 0.25 }
//   preventEntries: { prevents: { central: 10, low: -5, high: 25 } }
import { z } from 'zod'
import { figure, provenance, shareFigure, tableOf } from '../schema/schema-figures.ts'
import { ages } from './eligibility.ts'
import { onlyOne, perYear } from './rate.ts'

/** How many fewer children enter in a year; below 0 more do, since a study may find either. */
const fewerPerYear = figure(z.number().min(-10_000).max(100_000), 'gamma')

export const preventEntries = z
  .strictObject({
    prevents: fewerPerYear
      .optional()
      .describe(
        'entries prevented in a year; below 0 so many more enter, and a range whose low is below 0 is normal',
      ),
    perFinancialYear: tableOf('\\d{4}/\\d{2}', 'must be a financial year like 2017/18', fewerPerYear)
      .optional()
      .describe('entries prevented in each financial year, or more below 0'),
    serves: perYear.optional().describe('served in a year; of them targeting x success are prevented'),
    targeting: shareFigure.optional().describe('of those served, the share who would have entered'),
    success: figure(z.number().min(-1).max(1), 'beta')
      .optional()
      .describe(
        'of those who would have entered, the share who do not; below 0 so many more enter, and a range whose low is below 0 is normal',
      ),
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
