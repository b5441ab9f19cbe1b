// How far an estimate must be from what it is compared with before it is said to differ, in words and in titles of charts.

/** So many Monte Carlo standard errors may come about by chance. */
export const CLEAR_ERRORS = 2
