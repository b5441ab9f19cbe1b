// The name of the variant without interventions, in every table; packages are named by their keys.

export const BASELINE = 'baseline'
