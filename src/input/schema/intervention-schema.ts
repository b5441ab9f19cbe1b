// Interventions and packages in the scenario file: a programme, what it changes and what it costs. One file an effect in effects/.
import { z } from 'zod'
import { addPlaces } from '../effects/add-places.ts'
import { changePrice } from '../effects/change-price.ts'
import { extendStay } from '../effects/extend-stay.ts'
import { preventEntries } from '../effects/prevent-entries.ts'
import { raiseExits } from '../effects/raise-exits.ts'
import { perYear } from '../effects/rate.ts'
import { reviewCohort } from '../effects/review-cohort.ts'
import { shiftDemand } from '../effects/shift-demand.ts'
import { stabilise } from '../effects/stabilise.ts'
import { stepDown } from '../effects/step-down.ts'
import {
  byFinancialYear,
  date,
  figure,
  fixedFigure,
  line,
  NOT_DRAWN,
  poundsByYear,
  provenance,
  shareFigure,
} from './schema-figures.ts'

/** One effect: a block with one key, which names it. */
const effect = z
  .strictObject({
    preventEntries: preventEntries.optional(),
    raiseExits: raiseExits.optional(),
    reviewCohort: reviewCohort.optional(),
    addPlaces: addPlaces.optional(),
    stepDown: stepDown.optional(),
    stabilise: stabilise.optional(),
    changePrice: changePrice.optional(),
    extendStay: extendStay.optional(),
    shiftDemand: shiftDemand.optional(),
  })
  .refine((effect) => Object.values(effect).filter((value) => value !== undefined).length === 1, {
    message: 'must be one effect; write a list item for each',
  })

const POSTS = 'posts are whole; give the months that filling takes a range'
const wholePosts = fixedFigure(z.number().int().min(0).max(1_000), POSTS)
const months = figure(z.number().min(0).max(240), 'gamma')
const pounds = fixedFigure(z.number().min(0).max(1e9), NOT_DRAWN)

/** Staff who must be there: where some posts are vacant, so much less happens. */
const posts = z.strictObject({
  number: wholePosts.describe('posts that there are'),
  vacant: wholePosts.optional().describe('of them, vacant when the intervention starts; none where missing'),
  monthsToFill: figure(z.number().min(0.1).max(240), 'gamma')
    .optional()
    .describe('mean months until a vacant post is filled; vacant posts stay so where missing'),
  monthsFilled: figure(z.number().min(0.1).max(600), 'gamma')
    .optional()
    .describe('mean months that a post stays filled; filled posts stay so where missing'),
  ...provenance,
})

const investment = z.strictObject({
  payer: line
    .optional()
    .describe('who pays it where the council does not: then it is shown and is no cost of the council'),
  cash: z
    .boolean()
    .optional()
    .describe(
      'true where the amounts are those of their years whatever prices do; where missing they are in prices of priceBase and rise with upliftPerYear',
    ),
  perFinancialYear: poundsByYear
    .optional()
    .describe(
      '£ in each whole financial year, in prices of priceBase unless cash; in the year of the start whole where the intervention begins after it, by days where it is running by then; by days too in a year that end cuts off',
    ),
  oneOff: pounds
    .optional()
    .describe(
      '£ that are paid once, whole, in the financial year in which it begins, and not at all where it has begun by the start; in prices of priceBase unless cash',
    ),
  perPostYear: pounds
    .optional()
    .describe('£ for each post filled for a whole financial year, in prices of priceBase unless cash'),
  perPlaceYear: pounds
    .optional()
    .describe('£ for each place added for a whole financial year, in prices of priceBase unless cash'),
  perServed: pounds
    .optional()
    .describe(
      '£ for each child or family served, whether it works for them or not, as published costs of programmes are; in prices of priceBase unless cash',
    ),
  serves: perYear
    .optional()
    .describe(
      'children or families served in a year at full strength, with perServed, where no effect says it: in place of serves of preventEntries and of children of reviewCohort',
    ),
  perCase: pounds
    .optional()
    .describe(
      '£ for each child in whom it worked alone, who did not enter, left or moved because of it, as in a payment by results; in prices of priceBase unless cash',
    ),
  paidWhilePersisting: z
    .boolean()
    .optional()
    .describe(
      'true where posts, places and who is served are paid for in the persistMonths after the end too, places of households as long as these are there; else until the end alone',
    ),
  ...provenance,
})

const PRINTED = 'the document prints one number'

/** What the council's own spreadsheet says of it, to be compared with the runs; nothing is simulated from it. */
const printed = z.strictObject({
  newChildren: byFinancialYear(fixedFigure(z.number().min(0).max(10_000), PRINTED)).describe(
    'children kept out of care from each financial year on',
  ),
  poundsPerChildYear: fixedFigure(z.number().min(0).max(1_000_000), PRINTED).describe(
    '£ that a year of care costs',
  ),
  convention: z
    .enum(['half', 'full'])
    .describe('how much of their first year new children count for: half of it, or all'),
  saving: byFinancialYear(fixedFigure(z.number().min(-1e10).max(1e10), PRINTED))
    .optional()
    .describe('£ saved in each financial year, as printed'),
  ...provenance,
})

export const intervention = z.strictObject({
  label: line,
  start: z.strictObject({
    date: date.describe('the first day of effects, as planned'),
    slipMonths: months.optional().describe('months by which it starts later; none where missing'),
    ...provenance,
  }),
  rampMonths: months
    .optional()
    .describe('months from the start to full effect, in a straight line; at once where missing'),
  end: date.optional().describe('the last day of full effect; the end of the scenario where missing'),
  persistMonths: months
    .optional()
    .describe('months after the end in which effects fade, in a straight line; none where missing'),
  posts: posts.optional(),
  noEffectShare: shareFigure
    .optional()
    .describe('share of the runs in which it changes nothing, and costs all the same'),
  investment: investment.optional(),
  saving: z
    .enum(['cashable', 'avoided', 'mitigation'])
    .optional()
    .describe(
      'how its saving counts: cashable, off a budget; avoided, a cost that would have come, the default; mitigation',
    ),
  printed: printed.optional().describe("the council's own arithmetic of what it saves"),
  effects: z.array(effect).min(1).describe('what it changes'),
  ...provenance,
})

export const packageOfInterventions = z.strictObject({
  label: line.optional().describe('what the council calls it; the key in words where missing'),
  extends: z.string().optional().describe('another package, whose interventions it has too'),
  interventions: z.array(z.string()).min(1).describe('keys of interventions, in the order of the waterfall'),
  cap: fixedFigure(z.number().min(0).max(1), 'a limit of the model is one number')
    .optional()
    .describe(
      'the largest share of the would-be entrants of an age that all its services together prevent; 0.4 where missing',
    ),
  ...provenance,
})

export type Intervention = z.output<typeof intervention>
export type Effect = z.output<typeof effect>
