// What range-in-words.ts words, out of what a report is made from. -> tornado.ts, drivers.ts
import { parseDate } from '../domain/calendar.ts'
import type { HeadlineVariance } from '../summary/spread/headline-variance.ts'
import { isKnown, mainHeadlines, type RangeOfResult } from '../words/range-in-words.ts'
import type { ReportSource } from './report-source.ts'

/** Gathers what a report says of its range; assumptions whose share too few runs tell are left out. */
export function rangeOf({ manifest, scenario }: Pick<ReportSource, 'manifest' | 'scenario'>): RangeOfResult {
  const { variance, ranking, assumptions = [], runs } = manifest
  return {
    variance,
    ranking: ranking.filter(
      ({ first_order_share, mc_error }) => Number.isFinite(first_order_share) && Number.isFinite(mc_error),
    ),
    runs,
    scenario,
    assumptions,
    fan: { fan: [{ day: parseDate(scenario.end)! }] },
  }
}

/** Finds the main headlines whose variance is known. */
export function knownHeadlines({ variance }: Pick<RangeOfResult, 'variance'>): HeadlineVariance[] {
  return mainHeadlines(variance).filter(({ parts }) => isKnown(parts))
}
