// Every warning that a result may have, by its code: what it means and what to do. docs/reference/warnings.md is made from it.

/** One sentence or two for each code; a warning without an entry does not compile. */
export const WARNING_CODES = {
  'stock-of-another-day':
    'A file or `--set` moved the start, and the opening stock of another day was left as it was. State `openingStock` for the new start.',
  'old-facts':
    'The counts that the rates are fitted to end long before the start. State later facts, or none.',
  'old-prices':
    'The prices are of a year long before the start, and only `upliftPerYear` carries them forward. State prices of a later `priceBase`.',
  'scaled-shares':
    'Shares did not add up to 1 by a rounding error and were scaled so that they do. Nothing need be done, unless a share is missing or mistyped.',
  'entries-all-return':
    'More children are expected to come back than enter at all, so that nobody enters for the first time. Lower `afterCare.reentry`, or state `afterCare.earlierLeavers`.',
  'fact-not-reached':
    'No rates give this count on a replay of its period. Check whether the counts contradict each other.',
  'range-held':
    'The fit to the facts sets the level of this number, and its range would count twice. It stays at its central value; nothing need be done.',
  'range-not-met':
    'The values of a range lie between low and high less often, or more often, than it says. The warning gives the true shares; change the range, or leave one number of its table without one.',
  'error-not-reached':
    'The most runs that there can be do not make the Monte Carlo error as small as `--until-error` asks. Ask for a larger error.',
  'solve-not-monotone':
    'What is solved for neither rises nor falls all the way, so that there may be more than one solution. Look at a smaller interval with `--between`.',
  'budget-price-base':
    'A budget is in prices of another year than the cost. Read in the warning whether it is uplifted or cannot be compared, and state it in prices of the right year.',
  'budget-years':
    'A budget has years that are not simulated, which are left out. Check the years, or move the end of the scenario.',
  'budget-size':
    'A budget is far below or above the mean cost of its lines. Budgets are in £: check for thousands, pence or other lines.',
  'total-below-zero':
    'Lines below 0 are more than all others, so that the total of a year is below 0. Check contributions and other lines.',
  'contributions-above-cost':
    'Others pay more in a year than is spent on average. Lower the amounts, or state a share of the cost.',
  'per-case-of-served':
    'A programme is paid only for the children in whom it worked, though the file says how many are served. If the price is for each who is served, write `perServed`.',
  'places-paid-twice':
    'New places cost the fixed share of their placement and `perPlaceYear` on top. Leave `perPlaceYear` out where it means the same staff and building.',
  'services-capped':
    'Services would together prevent more entries than they may (A23). Fewer are prevented than they promise; `cap` in the package allows another share.',
  'intervention-before-start':
    'An intervention begins before the scenario does, and what it had done by then is in the counts already. State only what it adds from the start on.',
  'intervention-untouched':
    'An intervention changes nothing in any run. The warning says why: no filled post, no child that it is for, no room, or a start after the end.',
  'changed-meaning':
    'The file was written for an earlier version, and something in it means something else now. Check it, then write `carecast: 1` at the top.',
} as const satisfies Record<string, string>

/** The code of a warning that this version makes. */
export type WarningCode = keyof typeof WARNING_CODES
