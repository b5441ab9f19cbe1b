// How likely each budget of a variant is overspent by how much is added to it: for the total of its years.

import { dot, lineY, ruleX, text } from '@observablehq/plot'
import { ALL_YEARS, financialYearInWords } from '../../domain/financial-year.ts'
import { withoutTotalOfOne } from '../../result/rows/budget-rows.ts'
import { type BudgetResult, CONTINGENCY_SHARES } from '../../summary/targets/budgets.ts'
import { chanceInWords, contingencyInWords } from '../../words/chance-in-words.ts'
import { type Chart, COLOURS, INK, isNarrow, SOFT_INK } from '../chart.ts'
import type { ReportSource } from '../report-source.ts'
import { axisMillions, axisPercent, formatMillions } from '../report-words.ts'
import { moveApart } from './direct-labels.ts'
import { ON_PAPER } from './placed-rows.ts'
import { roundDomain, valueAxis, valueAxisAcross } from './value-axis.ts'

const MARGINS = { marginTop: 30, marginBottom: 40, marginLeft: 52, marginRight: 104 }
const GAP = 16
const MOST_WORDS = 10

/** A budget whose chance is known. */
interface KnownBudget extends BudgetResult {
  p_over: number
}

interface ContingencyPoint {
  /** £ */
  added: number
  /** P(overspent) then. */
  chance: number
}

/** Draws the chance of overspending for every budget of a variant; an illustration has none. */
export function contingency({ manifest }: ReportSource, variant: string): Chart[] {
  const own = (manifest.budgets ?? []).filter(
    (row): row is KnownBudget =>
      (row.variant === undefined || row.variant === variant) && row.p_over !== null,
  )
  const keys = [...new Set(own.map(({ budget }) => budget))]
  return keys.map((key) => {
    const years = withoutTotalOfOne(own.filter(({ budget }) => budget === key))
    const drawn = years.at(-1)!
    return {
      name: `contingency-${key}`,
      title: titleOf(drawn, manifest.runs),
      finding: findingOf(drawn, manifest.runs),
      note: NOTE,
      options: (width) => optionsOf(drawn, manifest.runs, width),
      table: tableOf(years, manifest.runs),
    }
  })
}

const NOTE =
  `Each dot: so much added to the budget, or taken from it where that is below £0, and the share of the runs that still cost more. ` +
  `${contingencyInWords()}. Quantiles do not add up: what is needed in each year is not a part of what their total needs.`

function titleOf({ label, p_over }: KnownBudget, runs: number): string {
  const finding = outcomeOf(p_over, runs)
  const named = `‘${label}’ ${finding}`
  return named.split(' ').length <= MOST_WORDS ? named : `The budget ${finding}`
}

function outcomeOf(chance: number, runs: number): string {
  if (chance === 0) return 'is overspent in none of the runs'
  if (chance === 1) return 'is overspent in every run'
  const words = chanceInWords(chance, runs)
  const [sign, of100] = /^([<>]?)([\d.]+)/.exec(words)!.slice(1)
  const bound = { '<': 'under ', '>': 'over ' }[sign] ?? ''
  return `is overspent in ${bound}${of100} of 100 runs`
}

function findingOf(budget: KnownBudget, runs: number): string {
  const { label, financial_year, amount, p_over, contingency: added } = budget
  const time = financial_year === ALL_YEARS ? 'in all its years together' : `in ${financial_year}`
  return (
    `‘${label}’ has ${formatMillions(amount)} ${time}; the chance of spending more is ${chanceInWords(p_over, runs)}. ` +
    `To be enough in 80 of 100 runs it ${needOf(added.p80)}, in 95 of 100 it ${needOf(added.p95)}.`
  )
}

function needOf(added: number): string {
  return added > 0 ? `needs ${formatMillions(added)} more` : `would do with ${formatMillions(-added)} less`
}

/** What is known exactly: the budget as it is, and with what makes it enough in these shares of the runs. */
function pointsOf({ p_over, contingency: added }: KnownBudget): ContingencyPoint[] {
  const enough = Object.entries(CONTINGENCY_SHARES).map(([name, share]) => ({
    added: added[name as keyof typeof CONTINGENCY_SHARES],
    chance: 1 - share,
  }))
  return [{ added: 0, chance: p_over }, ...enough].toSorted((one, other) => one.added - other.added)
}

function optionsOf(budget: KnownBudget, runs: number, width: number) {
  const height = isNarrow(width) ? 280 : 320
  const pixels = height - MARGINS.marginTop - MARGINS.marginBottom
  const points = pointsOf(budget)
  const across = roundDomain(points.map(({ added }) => added))
  const domain = roundDomain([0, Math.max(...points.map(({ chance }) => chance))])
  const at = { x: 'added', y: 'chance' } as const
  return {
    ...MARGINS,
    height,
    x: {
      ...valueAxisAcross(across, width - MARGINS.marginRight, axisMillions),
      label: 'Added to the budget',
      labelAnchor: 'center' as const,
    },
    y: valueAxis(domain, pixels, 'Chance of overspending', axisPercent),
    marks: [
      ruleX([0], { stroke: SOFT_INK }),
      lineY(points, { ...at, stroke: COLOURS[0], strokeWidth: 2 }),
      dot(points, { ...at, fill: ({ added }: ContingencyPoint) => (added === 0 ? INK : COLOURS[0]), r: 5 }),
      labelsOf(points, runs, domain, pixels),
    ],
  }
}

/** To the right of the dots, where the falling line leaves room, and moved apart. */
function labelsOf(
  points: ContingencyPoint[],
  runs: number,
  domain: readonly [number, number],
  pixels: number,
) {
  const perPixel = (domain[1] - domain[0]) / pixels
  const upwards = points.toReversed()
  const apart = moveApart(
    upwards.map(({ chance }) => chance / perPixel + 7),
    GAP,
  )
  const labels = upwards.map(({ added, chance }, index) => ({
    x: added,
    y: apart[index] * perPixel,
    words:
      added === 0
        ? `As it is: ${chanceInWords(chance, runs)}`
        : `${axisPercent(chance)} at ${formatMillions(added)}`,
  }))
  return text(labels, { x: 'x', y: 'y', text: 'words', textAnchor: 'start', dx: 9, ...ON_PAPER })
}

function tableOf(years: KnownBudget[], runs: number): Chart['table'] {
  const names = Object.keys(CONTINGENCY_SHARES) as (keyof typeof CONTINGENCY_SHARES)[]
  return {
    columns: [
      'Financial year',
      'Budget',
      'Mean cost',
      'Chance of overspending',
      'Mean overspend',
      ...names.map((name) => `Contingency at ${name.toUpperCase()}`),
    ],
    rows: years.map(({ financial_year, amount, mean, p_over, expected_overspend, contingency: added }) => [
      financialYearInWords(financial_year),
      formatMillions(amount),
      formatMillions(mean),
      chanceInWords(p_over, runs),
      formatMillions(expected_overspend),
      ...names.map((name) => formatMillions(added[name])),
    ]),
  }
}
