// Contributions, other lines and fixed shares: they name placements that exist and years that are simulated.
import { parseDate } from '../../domain/calendar.ts'
import { financialYearName, financialYearOf, parseFinancialYear } from '../../domain/financial-year.ts'
import { type FieldPath, type FieldProblem, quoteSafe } from '../input-error.ts'
import type { Scenario } from '../schema/scenario-schema.ts'
import { noFinancialYear } from '../schema/schema-figures.ts'
import { noSuchPlacement, repeatProblems } from './table-rules.ts'

/** Checks what the ledger has beside placements and payments. */
export function moneyProblems(scenario: Scenario): FieldProblem[] {
  const { contributions = {}, otherLines = {}, placements } = scenario
  const keys = Object.keys(placements)
  return [
    ...Object.entries(contributions).flatMap(([key, { of = [], perFinancialYear }]) => [
      ...of.flatMap((name, index): FieldProblem[] => {
        if (keys.includes(name)) return repeatProblems(of, index, ['contributions', key, 'of'])
        const message = `'${quoteSafe(name)}' ${noSuchPlacement(name, keys)}`
        return [{ path: ['contributions', key, 'of', index], message }]
      }),
      ...yearProblems(scenario, perFinancialYear, ['contributions', key, 'perFinancialYear']),
    ]),
    ...Object.entries(otherLines).flatMap(([key, { perFinancialYear }]) =>
      yearProblems(scenario, perFinancialYear, ['otherLines', key, 'perFinancialYear']),
    ),
    ...keys.flatMap((key) => fixedShareProblems(scenario, key)),
  ]
}

function yearProblems(
  { start, end }: Scenario,
  amounts: Record<string, number> = {},
  path: FieldPath,
): FieldProblem[] {
  const [first, last] = [parseDate(start)! + 1, parseDate(end)!].map(financialYearOf)
  const simulated = `simulated are ${financialYearName(first)} to ${financialYearName(last)}`
  return Object.keys(amounts).flatMap((name): FieldProblem[] => {
    const year = parseFinancialYear(name)
    if (year === undefined) return [{ path: [...path, name], at: 'key', message: noFinancialYear(name) }]
    if (year >= first && year <= last) return []
    return [{ path: [...path, name], at: 'key', message: `is no year of this scenario; ${simulated}` }]
  })
}

function fixedShareProblems({ placements, openingStock }: Scenario, key: string): FieldProblem[] {
  if (!placements[key].fixedShare || (openingStock.placements[key] ?? 0) > 0) return []
  const message = `needs children in ${key} at the start: the fixed part is that of their price`
  return [{ path: ['placements', key, 'fixedShare'], message }]
}
