// When an estimate is said to differ from what it is compared with, in words and in titles of charts: 'clearly' is about the
// runs, in how many of them it is so; what only the mean of all runs tells is said to be so on average.

/** So many Monte Carlo standard errors may come about by chance. */
export const CLEAR_ERRORS = 2

/** The share of the runs in which something holds that is said to hold clearly. */
export const CLEAR_SHARE = 0.8
