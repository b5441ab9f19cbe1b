// How often children find the placement that they need full: expected numbers by placement and financial year.
import { barY, type PlotOptions, ruleY, text } from '@observablehq/plot'
import { DAYS_PER_YEAR, parseDate } from '../../domain/calendar.ts'
import { formatNumber } from '../../domain/quantity.ts'
import { sum } from '../../domain/sum.ts'
import { type Chart, COLOURS, INK, isNarrow, SOFT_INK } from '../chart.ts'
import type { ReportSource } from '../report-source.ts'
import { type Overflow, overflows } from './overflows.ts'
import { partYearsNote, yearName, yearsAxis } from './year-names.ts'

const PIXELS = { high: 70, title: 44, top: 42, side: 20, below: 40 }
/** Room that a number above a bar needs. */
const NUMBER_PIXELS = 34

/** Draws where a variant lacks places; nothing where no placement is limited, or none is ever full. */
export function fullPlacements(source: ReportSource, variant: string): Chart[] {
  const full = overflows(source, variant)
  if (full.length === 0) return []
  const years = full[0].years.map(({ financial_year }) => financial_year)
  const { scenario } = source
  const per = perYear(source, years)
  const chart: Chart = {
    name: 'full-placements',
    title: `Full placements turn away ${per.count(sum(full.map(totalOf)))} children ${per.words}`,
    finding: findingOf(full, per),
    note:
      'Bars: means of the runs; they add up over placements and years. A child counts each time that a placement is needed ' +
      `and full, and then lives elsewhere, as the scenario says.${partYearsNote(years, scenario)}`,
    options: (width) => optionsOf(full, years, source, width),
    table: {
      columns: ['Financial year', ...full.map(({ label }) => label)],
      rows: years.map((year, index) => [
        yearName(year, scenario),
        ...full.map((one) => countOf(one.years[index].mean)),
      ]),
    },
    places: { scale: 'x', of: years },
  }
  return [chart]
}

interface PerYear {
  words: string
  count: (total: number) => string
}

/** Counts of one financial year stay as they are, those of several are told by the year. */
function perYear({ scenario: { start, end } }: ReportSource, years: string[]): PerYear {
  if (years.length === 1) return { words: `in ${years[0]}`, count: countOf }
  const length = (parseDate(end)! - parseDate(start)!) / DAYS_PER_YEAR
  return { words: 'a year', count: (total) => countOf(total / length) }
}

function findingOf(full: Overflow[], { words, count }: PerYear): string {
  const told = full.map((one) => `${one.label} for ${count(totalOf(one))}`).join(', ')
  return (
    `On average ${count(sum(full.map(totalOf)))} children ${words} need a placement that is full: ${told}. ` +
    'No interval is given, since quantiles do not add up over months.'
  )
}

function totalOf({ years }: Overflow): number {
  return sum(years.map(({ mean }) => mean))
}

/** With a digit after the point where there are few. */
function countOf(mean: number): string {
  return formatNumber(mean, mean < 9.95 ? 1 : 0)
}

function optionsOf(full: Overflow[], years: string[], source: ReportSource, width: number): PlotOptions {
  const step = PIXELS.high + PIXELS.title
  const wide = width - 2 * PIXELS.side
  const bars = full.flatMap((one, panel) => one.years.map((year) => ({ ...year, panel })))
  const isCrowded = wide / years.length < NUMBER_PIXELS
  return {
    height: full.length * step - PIXELS.title + PIXELS.top + PIXELS.below,
    marginTop: PIXELS.top,
    marginBottom: PIXELS.below,
    marginLeft: PIXELS.side,
    marginRight: PIXELS.side,
    fy: { domain: [...full.keys()], axis: null, paddingInner: PIXELS.title / step },
    x: { domain: years, padding: 0.4 },
    y: { domain: [0, Math.max(...bars.map(({ mean }) => mean))], axis: null },
    marks: [
      yearsAxis(years, source.scenario, wide),
      barY(bars, { fy: 'panel', x: 'financial_year', y: 'mean', fill: COLOURS[0] }),
      ruleY([0], { stroke: SOFT_INK }),
      text(isCrowded ? bars.filter(({ financial_year }) => financial_year === years.at(-1)) : bars, {
        fy: 'panel',
        x: 'financial_year',
        y: 'mean',
        text: ({ mean }) => countOf(mean),
        dy: -8,
        fill: INK,
      }),
      text(
        full.map(({ label }, panel) => ({ label, panel })),
        {
          fy: 'panel',
          frameAnchor: 'top-left',
          text: 'label',
          lineAnchor: 'bottom',
          lineWidth: isNarrow(width) ? 22 : 45,
          // Above the number of the highest bar.
          dy: -18,
          fontWeight: 600,
          fill: INK,
        },
      ),
    ],
  }
}
