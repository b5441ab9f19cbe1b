// paired.arrow: a row for each package, financial year (or 'all') and line, with statistics of the difference in each run.
import type { ResultIdentity } from '../../../result/result-identity.ts'
import { STATISTICS } from '../../../summary/numbers/statistics.ts'
import type { PairedSummary } from '../../../summary/packages/paired.ts'
import { LINE_DEFINITIONS } from '../../../summary/year-lines.ts'
import { STATISTIC_DEFINITIONS, UNIT, UNIT_OF_ROW } from './column-definitions.ts'
import { encodeTable } from './table.ts'

const DEFINITIONS = {
  ...STATISTIC_DEFINITIONS,
  package: { description: 'key of the package of interventions' },
  financial_year: {
    description:
      "1 April to 31 March, named like 2017/18; 'all' is all simulated years, whose children_end and children_end:<placement> are those of the last",
  },
  line: { description: `${LINE_DEFINITIONS}; a line that the baseline lacks counts as 0 there` },
  mean: {
    description: 'mean over the runs of the package less the baseline in the same run',
    unit: UNIT,
  },
  sd: {
    description: 'sample standard deviation of the difference over the runs; null for one run',
    unit: UNIT,
    nullable: true,
  },
  unit: UNIT_OF_ROW,
  p_below_zero: {
    description:
      'share of the runs in which the package has less than the baseline; null where the scenario is only an illustration',
    nullable: true,
  },
  variance_ratio: {
    description:
      'variance of the difference, divided by the sum of the variances of package and baseline: 1 for independent runs; null where neither varies',
    nullable: true,
  },
  correlation: {
    description: 'of package and baseline over the runs (Pearson); null where one of them does not vary',
    nullable: true,
  },
} as const

export const PAIRED = {
  name: 'paired',
  columns: [
    'package',
    'financial_year',
    'line',
    'unit',
    ...STATISTICS,
    'p_below_zero',
    'variance_ratio',
    'correlation',
  ],
  definitions: DEFINITIONS,
} as const

/** Encodes paired.arrow. */
export function encodePaired(
  { statistics, ...columns }: PairedSummary,
  identity: ResultIdentity,
): Uint8Array {
  return encodeTable(PAIRED, { ...columns, ...statistics }, DEFINITIONS, identity)
}
