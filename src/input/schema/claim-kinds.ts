// What a claim can be of. Beside the schema, so that what tests the claims does not take the schema with it.

/** The kinds of claims, each a key of the claim's block; each claim is of one. */
export const CLAIM_KINDS = [
  'children',
  'placementShare',
  'childrenChange',
  'highestChildren',
  'largestFall',
  'peak',
  'line',
  'saving',
  'payback',
] as const
