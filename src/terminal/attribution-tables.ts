// What each intervention of a package brings, as tables for the terminal: by itself, last, in order, and by Shapley values.
import {
  formatCount,
  formatNumber,
  formatToError,
  POUNDS_PER_MILLION,
  supportedDecimals,
} from '../domain/quantity.ts'
import { wrapText } from '../domain/wrap-text.ts'
import {
  type AttributedValue,
  type Attribution,
  type InterventionShare,
  largestError,
} from '../summary/packages/attribution.ts'
import { namedTable } from './named-table.ts'
import type { TerminalStyle } from './terminal-style.ts'
import type { Group } from './terminal-table.ts'

/** Returns a paragraph for each line of an attribution; nothing for a single intervention, which has the whole. */
export function attributionTables(
  attribution: Attribution[],
  runs: number,
  style: TerminalStyle,
): string[][] {
  return severalIn(attribution).map((one) => attributionTable(one, runs, style))
}

/** Returns sentences on how to read the tables; nothing where there are none. */
export function attributionNotes(attribution: Attribution[]): string[] {
  const tables = severalIn(attribution)
  if (tables.length === 0) return []
  const orders = tables.find((one) => one.orders !== undefined)?.orders
  const drawn = orders ? `, above five interventions over ${formatNumber(orders)} orders that are drawn` : ''
  const shapley = tables.some(hasShapley) ? ` Shapley: added on average over all orders${drawn}.` : ''
  return [
    `Alone: without the others; with the interaction these add up to the package, below 0 where interventions do the ` +
      `same work twice. Last: added when the others are there. In order: added to those above.${shapley}`,
  ]
}

function severalIn(attribution: Attribution[]): Attribution[] {
  return attribution.filter(({ interventions }) => interventions.length > 1)
}

function attributionTable(attribution: Attribution, runs: number, style: TerminalStyle): string[] {
  const heading =
    attribution.line === 'total' ? `Saving of all years, ${money(style)}` : 'Fewer children at the end'
  const some = attribution.runs < runs ? `, in the first ${formatCount(attribution.runs, 'run')}` : ''
  const rows = {
    heading: 'Intervention',
    named: attribution.interventions.map(({ intervention, label }) => ({ key: intervention, label })),
    last: ['Interaction', 'Package'],
  }
  return [
    ...wrapText(`${heading}, by intervention${some}`, style.columns),
    ...namedTable(rows, [meanGroup(attribution), intervalGroup(attribution)], style),
  ]
}

function money({ unicode }: TerminalStyle): string {
  return unicode ? '£m' : 'GBP m'
}

/** Means; a column that adds up to the package ends with it. */
function meanGroup(attribution: Attribution): Group {
  const { interventions, interaction, whole } = attribution
  const write = writer(attribution)
  const mean = (value: AttributedValue) => write(value.mean)
  const column = (
    heading: string,
    read: (share: InterventionShare) => AttributedValue,
    interactionCell: string,
    wholeCell: string,
  ) => ({
    heading,
    cells: [...interventions.map((share) => mean(read(share))), interactionCell, wholeCell],
  })
  return {
    heading: 'Mean',
    columns: [
      column('Alone', ({ alone }) => alone, mean(interaction), mean(whole)),
      column('Last', ({ last }) => last, '', ''),
      column('In order', ({ step }) => step, '', mean(whole)),
      ...(hasShapley(attribution) ? [column('Shapley', ({ shapley }) => shapley!, '', mean(whole))] : []),
    ],
  }
}

/** The spread over the runs of the Shapley values, or of the steps where there are none. */
function intervalGroup(attribution: Attribution): Group {
  const { interventions, whole } = attribution
  const write = writer(attribution)
  const values = [...interventions.map(({ step, shapley }) => shapley ?? step), undefined, whole]
  const column = (heading: string, quantile: 'q10' | 'q90') => ({
    heading,
    cells: values.map((value) => (value ? write(value[quantile]) : '')),
  })
  return {
    heading: hasShapley(attribution) ? 'Shapley' : 'In order',
    columns: [column('P10', 'q10'), column('P90', 'q90')],
  }
}

function hasShapley({ interventions }: Attribution): boolean {
  return interventions[0].shapley !== undefined
}

/** As many digits as the largest error supports, the same in the whole table, so that columns can be added up. */
function writer(attribution: Attribution): (value: number) => string {
  const { unit } = attribution
  const per = unit === '£' ? POUNDS_PER_MILLION : 1
  const error = largestError(attribution) / per
  const decimals = supportedDecimals(error, unit === '£' ? 2 : 1)
  return (value) => formatToError(value / per, error, decimals)
}
