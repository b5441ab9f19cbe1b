// addPlaces: a placement with limited places gets more of them, at once or as households of carers are approved.
//   addPlaces: { placement: inHouseFoster, householdsPerYear: 12, lagMonths: 6 }
//   addPlaces: { placement: inHouseFoster, places: 5 }
import { z } from 'zod'
import { figure, provenance } from '../schema/schema-figures.ts'
import { onlyOne, perFinancialYear, perYear } from './rate.ts'

export const addPlaces = z
  .strictObject({
    placement: z.string().describe('a placement with places or carers'),
    places: figure(z.number().int().min(0).max(100_000), 'gamma')
      .optional()
      .describe(
        'places that open when the intervention starts, beside those of places or carers, and are there as it grows and ends',
      ),
    householdsPerYear: perYear
      .optional()
      .describe(
        'households approved in a year beside the others; they have the places of the others, and leave like them',
      ),
    householdsPerFinancialYear: perFinancialYear.optional().describe('the same, by financial year'),
    lagMonths: figure(z.number().min(0).max(60), 'gamma')
      .optional()
      .describe('months from recruiting to approval, or to the opening of places; none where missing'),
    ...provenance,
  })
  .refine(onlyOne('places', 'householdsPerYear', 'householdsPerFinancialYear'), {
    message: 'must say one of places, householdsPerYear or householdsPerFinancialYear',
  })
