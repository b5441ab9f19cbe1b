// Whom an effect reaches: children of some ages, in some placements, for some time in care.
import { z } from 'zod'
import { AGE_BANDS } from '../../domain/age-band.ts'

const months = z.number().int().min(0).max(216)

/** The ages that an effect is for. */
export const ages = z
  .array(z.enum(AGE_BANDS))
  .min(1)
  .optional()
  .describe('the ages it is for; all where missing')

/** The placements that an effect is for. */
export const placements = z
  .array(z.string())
  .min(1)
  .optional()
  .describe('the placements that the children are in; all where missing')

/** Keys of every effect on children in care. */
export const eligibility = {
  ages,
  placements,
  monthsInCare: z
    .strictObject({ from: months.optional(), to: months.optional() })
    .optional()
    .describe(
      'whole months since the period of care began: from the first, up to but not including the other',
    ),
}
