// extendStay: more young people stay on after 18, or leave later.
//   extendStay: { service: stayingPut, share: 0.7 }
import { z } from 'zod'
import { provenance, shareFigure } from '../schema/schema-figures.ts'
import { hazardRatio } from './rate.ts'

export const extendStay = z
  .strictObject({
    service: z.string().optional().describe('key of a service after care, such as stayingPut'),
    share: shareFigure
      .optional()
      .describe(
        'of the children the service is for, the share who get it, of those who leave from the start on',
      ),
    independence: hazardRatio
      .optional()
      .describe('hazard ratio of leaving for independence at 16 and 17: below 1 they stay longer'),
    ...provenance,
  })
  .refine(({ service, share }) => (service === undefined) === (share === undefined), {
    message: 'service and share must both be there',
  })
  .refine(({ service, independence }) => service !== undefined || independence !== undefined, {
    message: 'must say service and share, or independence, or all of them',
  })
