// The sheet Packages: each package less the baseline, financial years across, and its saving by how it counts.
import type { CellObject } from 'write-excel-file/universal'
import { formatCount } from '../../../domain/quantity.ts'
import { sum } from '../../../domain/sum.ts'
import type { PackageRow, PackageStatistic, PackageTable } from '../../../result/rows/package-rows.ts'
import type { PaperTables } from '../paper-tables.ts'
import {
  decimalCell,
  headingRow,
  paragraphRow,
  type SheetContent,
  type SheetRow,
  shareCell,
  textCell,
  wholeCell,
} from './cells.ts'
import { intervalNote, roundingNote, sheetHead, yearHeading } from './sheet-head.ts'

const NAME_WIDTH = 50
const UNIT_WIDTH = 9
const YEAR_WIDTH = 15

const LINE_NAMES: Record<string, string> = { children_end: 'Children at year end', total: 'Cost' }
const LESS: Record<string, string> = { children_end: 'fewer children', total: 'a lower cost' }

const STATISTIC_NAMES: Record<Exclude<PackageStatistic, 'P(below 0)' | 'Error of P'>, string> = {
  Mean: 'mean',
  Error: 'Monte Carlo error of the mean',
  P10: 'P10 (low end of the 80 % interval)',
  P50: 'P50 (median)',
  P80: 'P80',
  P90: 'P90 (high end of the 80 % interval)',
}

/** Makes the sheet. */
export function packagesSheet(tables: PaperTables, table: PackageTable): SheetContent {
  const head = sheetHead(tables, 'Packages', [
    'Children and cost: the package less the baseline in the same run, so that chance which both share goes out; below 0 is fewer or cheaper.',
    'Savings: what all years cost less, by how they count: cashable, avoided or mitigation; below 0 where the package costs more.',
    ...savingNotes(tables),
    intervalNote(tables),
    roundingNote(tables, 'paired.arrow'),
    'Each number is rounded by itself, so that sums can differ in the last digit. Quantiles do not add up; means do.',
  ])
  const widths = [NAME_WIDTH, UNIT_WIDTH, ...table.years.map(() => YEAR_WIDTH)]
  const names = table.years.map((name) => yearHeading(name, tables.years))
  const headings = (first: string) => headingRow([first, 'Unit', ...names], widths, 2)
  const blocks = (tables.result.packages ?? []).flatMap(
    ({ package: key, label, intervention_labels }): SheetRow[] => [
      [],
      headings(label),
      withRow(intervention_labels, widths),
      ...table.rows.filter((row) => row.package === key).map(packageRow),
    ],
  )
  return {
    name: 'Packages',
    rows: [...head, headings('Package'), ...blocks],
    widths,
    frozenRows: head.length + 1,
  }
}

/** Savings are split on fewer runs than there are. */
function savingNotes({ result }: PaperTables): string[] {
  const runs = Math.max(0, ...(result.attribution ?? []).map((one) => one.runs))
  if (runs === 0 || runs >= result.identity.runs) return []
  return [`Savings that count in several ways are split in the first ${formatCount(runs, 'run')}.`]
}

function withRow(labels: string[], widths: number[]): SheetRow {
  const characters = sum(widths)
  return paragraphRow(`With: ${labels.join('; ')}`, widths.length, characters)
}

function packageRow({ line, statistic, unit, values }: PackageRow): SheetRow {
  return [textCell(nameOf(line, statistic)), textCell(unit), ...values.map(cellFor(unit, statistic))]
}

function nameOf(line: string, statistic: PackageStatistic): string {
  if (statistic === 'P(below 0)') return `Probability of ${LESS[line]}`
  if (statistic === 'Error of P') return `Monte Carlo error of the probability of ${LESS[line]}`
  return `${LINE_NAMES[line] ?? `Saving, ${line.replace('saving:', '')}`}, ${STATISTIC_NAMES[statistic]}`
}

function cellFor(unit: string, statistic: PackageStatistic): (value: number | null) => CellObject | null {
  if (unit === 'share') return (share) => shareCell(share, statistic === 'Error of P' ? 1 : 0)
  const isMean = statistic === 'Mean' || statistic === 'Error'
  return unit === 'children' && isMean ? decimalCell : wholeCell
}
