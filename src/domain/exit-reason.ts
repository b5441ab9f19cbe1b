// Why a period of care ends. Six reasons compete; the 18th birthday always ends it.

/** The competing reasons, in the order that the engine numbers them. */
export const EXIT_REASONS = [
  'reunification',
  'specialGuardianship',
  'childArrangements',
  'adoption',
  'independence',
  'other',
] as const

export type ExitReason = (typeof EXIT_REASONS)[number]

/** The line for those who leave on their 18th birthday; it has no hazard, and follows the others in every table. */
export const TURNED_18 = 'turned18'
