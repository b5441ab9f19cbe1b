// What each intervention of a package brings, as rows for people, rounded alike within a table so that they can be added up.
// Attribution -> attribution sheet and attribution.csv.
import { roundToError } from '../../domain/quantity.ts'
import { type AttributedValue, type Attribution, largestError } from '../../summary/packages/attribution.ts'
import { FINEST } from './package-rows.ts'

/** An intervention, what they do together, or the package; null where a column does not have it. */
export interface AttributionRow {
  /** The key; empty for the interaction and the package. */
  intervention: string
  label: string
  /** How its saving counts; empty for children, the interaction and the package. */
  saving: string
  /** Means of what there is less of. */
  alone: number | null
  last: number | null
  in_order: number | null
  shapley: number | null
  /** Quantiles and Monte Carlo error of the Shapley value, or of the step in order where there is none. */
  p10: number
  p50: number
  p80: number
  p90: number
  mc_error: number
}

/** A package's reduction of one line, by intervention. */
export interface AttributionTable extends Pick<Attribution, 'package' | 'line' | 'unit' | 'runs'> {
  rows: AttributionRow[]
}

/** Makes a table of each line of each package that has several interventions. */
export function attributionTables(attribution: Attribution[] = []): AttributionTable[] {
  return attribution
    .filter(({ interventions }) => interventions.length > 1)
    .map((one) => ({
      package: one.package,
      line: one.line,
      unit: one.unit,
      runs: one.runs,
      rows: rowsOf(one),
    }))
}

function rowsOf(attribution: Attribution): AttributionRow[] {
  const { unit, interventions, interaction, whole } = attribution
  const round = (value: number) => roundToError(value, largestError(attribution), FINEST[unit])
  const mean = (value: AttributedValue | undefined) => (value === undefined ? null : round(value.mean))
  const spread = ({ q10, q50, q80, q90, mc_error }: AttributedValue) => ({
    p10: round(q10),
    p50: round(q50),
    p80: round(q80),
    p90: round(q90),
    mc_error: roundToError(mc_error, mc_error, FINEST[unit]),
  })
  const sumRow = (
    label: string,
    value: AttributedValue,
    inOrder: AttributedValue | undefined,
  ): AttributionRow => ({
    intervention: '',
    label,
    saving: '',
    alone: mean(value),
    last: null,
    in_order: mean(inOrder),
    shapley: mean(interventions[0].shapley && inOrder),
    ...spread(value),
  })
  return [
    ...interventions.map(({ intervention, label, saving, alone, last, step, shapley }) => ({
      ...{ intervention, label, saving: unit === '£' ? saving : '' },
      ...{ alone: mean(alone), last: mean(last), in_order: mean(step), shapley: mean(shapley) },
      ...spread(shapley ?? step),
    })),
    sumRow('Interaction', interaction, undefined),
    sumRow('Package', whole, whole),
  ]
}
