// The unit that money is counted in: whole sevenths of a penny.

/**
 * Costs are counted in sevenths of a penny: one care day at a weekly price of n pence costs n of them. They are whole
 * numbers, so sums are exact in any order up to 2^53, the cost of 240,000 children at £1,000,000 a week for a year.
 */
export const PENCE_SEVENTHS_PER_POUND = 700
