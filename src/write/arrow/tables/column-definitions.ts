// What the columns mean that several tables have; each table says what its own ones mean.

import type { Statistic } from '../../../summary/numbers/statistics.ts'
import { INTERVENTION_LINE_DEFINITIONS, LINE_DEFINITIONS } from '../../../summary/year-lines.ts'

export interface ColumnDefinition {
  description: string
  unit?: string
  nullable?: true
}

/** The unit of a column whose rows have units of their own. */
export const UNIT = 'as in the column unit'

export const VARIANT: ColumnDefinition = {
  description: 'baseline, or the name of the package of interventions',
}
export const UNIT_OF_ROW: ColumnDefinition = {
  description: 'unit of the values in this row: £, children, days or moves',
}
export const FINANCIAL_YEAR: ColumnDefinition = {
  description: '1 April to 31 March, the simulated months of it, named like 2017/18',
}
export const RUN: ColumnDefinition = { description: 'number of the run, from 0' }
export const VALUE_IN_RUN: ColumnDefinition = { description: 'value in this run', unit: UNIT }

/** Says what the lines of a yearly table are, those of interventions where there are any. */
export function lineDefinition(lines: readonly string[]): ColumnDefinition {
  const hasInterventions = lines.some((line) => line.startsWith('intervention:'))
  return {
    description: hasInterventions
      ? `${LINE_DEFINITIONS}; ${INTERVENTION_LINE_DEFINITIONS}`
      : LINE_DEFINITIONS,
  }
}

const quantile = (share: string): ColumnDefinition => ({
  description: `${share} quantile over the runs, interpolated as by PERCENTILE.INC; quantiles do not add up`,
  unit: UNIT,
})

export const STATISTIC_DEFINITIONS: Record<Statistic, ColumnDefinition> = {
  mean: { description: 'mean over the runs', unit: UNIT },
  sd: {
    description: 'sample standard deviation over the runs; null for one run',
    unit: UNIT,
    nullable: true,
  },
  q05: quantile('5 %'),
  q10: quantile('10 %'),
  q25: quantile('25 %'),
  q50: quantile('50 %'),
  q75: quantile('75 %'),
  q80: quantile('80 %'),
  q90: quantile('90 %'),
  q95: quantile('95 %'),
  mc_error: {
    description: 'Monte Carlo standard error of the mean, sd / sqrt(runs); null for one run',
    unit: UNIT,
    nullable: true,
  },
}
