// What each intervention of a package brings, as tables for the terminal: by itself, last, in order, and by Shapley values.
import { formatToError, supportedDecimals } from '../domain/quantity.ts'
import type { AttributedValue, Attribution, InterventionShare } from '../summary/attribution.ts'
import { type TerminalStyle, wrapText } from './terminal-style.ts'
import { fits, type Group, POUNDS_PER_MILLION, table } from './terminal-table.ts'

/** Returns a paragraph for each line of an attribution, and one on how to read them; nothing for a single intervention. */
export function attributionTables(attribution: Attribution[], style: TerminalStyle): string[][] {
  const tables = attribution.filter(({ interventions }) => interventions.length > 1)
  if (tables.length === 0) return []
  const notes = readingNotes(tables).flatMap((note) => wrapText(note, style.columns))
  return [...tables.map((one) => attributionTable(one, style)), notes]
}

function attributionTable(attribution: Attribution, style: TerminalStyle): string[] {
  const labels = ['Interaction', 'Package']
  const { interventions } = attribution
  const heading =
    attribution.line === 'total' ? `Saving of all years, ${money(style)}` : 'Fewer children at the end'
  const [means, interval] = [meanGroup(attribution), intervalGroup(attribution)]
  const labelled = (name: (share: InterventionShare) => string, groups: Group[]): string[] => {
    const cells = [...interventions.map(name), ...labels]
    return table([{ heading: '', columns: [{ heading: 'Intervention', cells }] }, ...groups], style)
  }
  const key = ({ intervention }: InterventionShare) => intervention
  const layouts = [
    labelled(({ label }) => label, [means, interval]),
    labelled(key, [means, interval]),
    [...labelled(key, [means]), '', ...labelled(key, [interval])],
  ]
  return [
    ...wrapText(`${heading}, by intervention`, style.columns),
    ...(layouts.find((lines) => fits(lines, style)) ?? layouts[2]),
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
function writer({ unit, interventions, whole }: Attribution): (value: number) => string {
  const per = unit === '£' ? POUNDS_PER_MILLION : 1
  const values = [whole, ...interventions.flatMap(({ alone, last, step }) => [alone, last, step])]
  const error = Math.max(...values.map(({ mc_error }) => mc_error)) / per
  const decimals = supportedDecimals(error, unit === '£' ? 2 : 1)
  return (value) => formatToError(value / per, error, decimals)
}

function readingNotes([{ interventions }]: Attribution[]): string[] {
  const shapley = interventions[0].shapley
    ? ' Shapley: added on average over all orders.'
    : ' Shapley values are for packages of five interventions at most.'
  return [
    `Alone: without the others; with the interaction these add up to the package, below 0 where interventions do the ` +
      `same work twice. Last: added when the others are there. In order: added to those above.${shapley}`,
  ]
}
