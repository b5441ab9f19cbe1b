// A source of a report whose numbers are made up, for known answers: a result of two years with one package.

import type { ReportSource } from '../../../src/report/report-source.ts'
import type { Difference, PackageResult } from '../../../src/summary/packages/package-results.ts'

/** A difference whose quantiles stand so many apart around its mean. */
export function difference(
  mean: number,
  apart: number,
  mc_error: number | null,
  p_below_zero: number | null,
): Difference {
  const [q05, q10, q25, q50, q75, q80, q90, q95] = [-3, -2, -1, 0, 1, 1.5, 2, 3].map(
    (step) => mean + step * apart,
  )
  return {
    ...{ mean, q05, q10, q25, q50, q75, q80, q90, q95, sd: apart },
    // Read back from a file, what is not known is null.
    mc_error: mc_error as number,
    p_below_zero,
    p_error: p_below_zero === null ? null : 0.01,
    variance_ratio: 0.1,
  }
}

/** A package with differences of children and of cost at the end. */
export function madeUpPackage(children: Difference, total: Difference): PackageResult {
  const year = (financial_year: string) => ({ financial_year, children_end: children, total })
  return {
    package: 'plan',
    label: 'The plan',
    children_end: children,
    total,
    years: ['2024/25', '2025/26', 'all'].map(year),
  } as unknown as PackageResult
}

/** Puts parts of a manifest into a source of 1,000 runs from 2024 to 2026. */
export function madeUpSource(manifest: Partial<ReportSource['manifest']>): ReportSource {
  return {
    manifest: { runs: 1_000, claims: [], variance: [], ranking: [], ...manifest },
    scenario: {
      start: '2024-03-31',
      end: '2026-03-31',
      placements: { ifa: { label: 'Agency foster carers' } },
    },
  } as unknown as ReportSource
}
