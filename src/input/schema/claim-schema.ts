// Claims in the scenario file: what a document forecasts or aims at, each to be tested on every run.
import { z } from 'zod'
import { ALL_YEARS } from '../../domain/financial-year.ts'
import { CLAIM_KINDS } from './claim-kinds.ts'
import { count, date, financialYear, line, provenance, share } from './schema-figures.ts'

const CLAIMED = 'a claim is what the document says'
const claimedCount = count.meta({ $comment: CLAIMED })
const claimedShare = share.meta({ $comment: CLAIMED })
const claimedNumber = z.number().min(-1e12).max(1e12).meta({ $comment: CLAIMED })

const onDate = date.describe("the last day of a month within the horizon, or the scenario's end")
const yearOrAll = z
  .union([financialYear, z.literal(ALL_YEARS)])
  .describe("a financial year that is simulated, or 'all' for all of them together")

/** Which of the two limits is stated. */
const oneLimit = [
  ({ below, above }: { below?: number; above?: number }) => (below === undefined) !== (above === undefined),
  { message: 'must say either below or above, a number' },
] as const

const somePlacements = z.array(z.string()).min(1).describe('keys of placements')

const children = z
  .strictObject({
    on: onDate,
    in: somePlacements.optional().describe('placements that they live in; all where missing'),
    below: claimedCount.optional(),
    above: claimedCount.optional(),
  })
  .refine(({ below, above }) => (below === undefined) !== (above === undefined), {
    message: 'must say either below or above, a number of children',
  })

const placementShare = z
  .strictObject({
    of: somePlacements,
    among: somePlacements
      .optional()
      .describe('placements whose children the share is of; all children where missing'),
    on: onDate,
    below: claimedShare.optional(),
    above: claimedShare.optional(),
  })
  .refine(...oneLimit)

const childrenChange = z
  .strictObject({
    from: date.describe("the scenario's start, or the last day of a month within the horizon"),
    to: onDate,
    below: claimedNumber.optional(),
    above: claimedNumber.optional(),
  })
  .refine(...oneLimit)

const monthEndOrStart = date.describe("the scenario's start, or the last day of a month within the horizon")

const highestChildren = z
  .strictObject({
    from: monthEndOrStart,
    to: onDate,
    below: claimedCount.optional(),
    above: claimedCount.optional(),
  })
  .refine(...oneLimit)

const largestFall = z
  .strictObject({
    from: monthEndOrStart,
    to: onDate,
    withinMonths: z
      .int()
      .min(1)
      .max(600)
      .describe('how many months may lie between the larger number and the smaller one after it')
      .meta({ $comment: CLAIMED }),
    below: claimedCount.optional(),
    above: claimedCount.optional(),
  })
  .refine(...oneLimit)

const peak = z.strictObject({ by: onDate.describe('the last month whose end may have the largest number') })

const yearLine = z
  .strictObject({
    name: z.string().min(1).describe('a line of years.arrow, e.g. total, entries or cases:edge-of-care'),
    financialYear: yearOrAll,
    below: claimedNumber.optional(),
    above: claimedNumber.optional(),
  })
  .refine(...oneLimit)

const saving = z.strictObject({
  financialYear: yearOrAll,
  atLeast: claimedNumber.describe('£ that the package costs less than the baseline of the same run'),
  gross: z
    .boolean()
    .optional()
    .describe('whether what interventions cost, and what others pay of it, is left out'),
})

const payback = z.strictObject({
  by: financialYear.describe('the last year that the claim allows'),
  definition: z
    .enum(['annual', 'cumulative'])
    .describe('annual: the first year with a net saving; cumulative: the first with one of all years so far'),
})

export const claim = z
  .strictObject({
    label: line.describe('what is claimed, as the document puts it'),
    package: z
      .string()
      .optional()
      .describe('the package that it is tested in; the baseline, and beside it every package, where missing'),
    children: children.optional().describe('children looked after on a date'),
    placementShare: placementShare.optional().describe('share of all children who live in some placements'),
    childrenChange: childrenChange.optional().describe('children on a date less those on an earlier one'),
    highestChildren: highestChildren
      .optional()
      .describe('the largest number of children at the start or the end of a month, over a time'),
    largestFall: largestFall
      .optional()
      .describe('the largest fall of the number of children between the ends of months, over a time'),
    peak: peak.optional().describe('the month that ends with the largest number of children of the horizon'),
    line: yearLine.optional().describe('a line of the results in a financial year'),
    saving: saving.optional().describe('what a package saves against the baseline'),
    payback: payback
      .optional()
      .describe('the year in which a package has paid back, and still so at the end of the scenario'),
    given: z
      .string()
      .optional()
      .describe('key of another claim: the probability is that among the runs in which that one is true'),
    ...provenance,
  })
  .refine((claim) => CLAIM_KINDS.filter((kind) => claim[kind] !== undefined).length === 1, {
    message: `must say one of ${CLAIM_KINDS.join(', ')}`,
  })

export type Claim = z.output<typeof claim>
