// The ledger of every run against the children themselves: who was where, for how many days, at whose price.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate } from '../../src/domain/calendar.ts'
import { PENCE_SEVENTHS_PER_POUND } from '../../src/domain/pence-sevenths.ts'
import type { Intervention } from '../../src/input/schema/intervention-schema.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { compileModel, type Model } from '../../src/model/compile-model.ts'
import { packageAxes } from '../../src/model/packages/package-axes.ts'
import { moneyLines, totalsOf } from '../../src/money/ledger.ts'
import { costInYear } from '../../src/money/placement-cost.ts'
import { sumInRow } from '../../src/money/row-sum.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import { priceFactor, priceWord } from '../../src/run/child-prices.ts'
import type { PlainChild } from '../../src/run/plain/child.ts'
import { simulatePlainly } from '../../src/run/plain/simulate-plainly.ts'
import { rowLayout } from '../../src/run/run-row.ts'
import { arbitraryScenario } from '../arbitrary-scenario.ts'
import { howMany } from '../how-many.ts'

const KEYS = runKeys(seedKey('ledger'), 0)

/** Where a child is at the close of a day, or undefined. */
function homeAt(child: PlainChild, day: number): number | undefined {
  const isIn = child.periods.some(({ fromDay, exit }) => fromDay <= day && (!exit || day < exit.day))
  return isIn ? child.placements.findLast(({ fromDay }) => fromDay <= day)?.placement : undefined
}

/** Adds up pence x days of every child of a placement in a financial year, from the dates alone. */
function penceDays(
  model: Model,
  children: PlainChild[],
  row: Int32Array,
  year: number,
  placement: number,
): number {
  const { axes, priceShape } = model
  const pence = row[rowLayout(axes).weeklyPence + year * axes.placements.length + placement]
  const first = year === 0 ? 1 : axes.yearEnd[year - 1] + 1
  let sum = 0
  for (const child of children) {
    const factor = axes.spreadPlacements.includes(placement)
      ? priceFactor(priceWord(KEYS.chance, child.number), priceShape.spread[placement])
      : 1
    for (let day = first; day <= axes.yearEnd[year]; day++)
      if (homeAt(child, day) === placement) sum += Math.round(pence * factor)
  }
  return sum
}

function tableOf(scenario: Scenario) {
  const model = compileModel(scenario)
  const { children, row } = simulatePlainly(model, KEYS)
  return { model, children, table: { axes: model.axes, layout: rowLayout(model.axes), runs: 1, rows: row } }
}

/** The row of a package of two interventions, as if it changed nothing; `counts` come round and round. */
function packageRow(drawn: Scenario, investment: Intervention['investment'], counts: number[]) {
  const it = { label: 'It', start: { date: drawn.start } }
  const shifted: Intervention['effects'] = [{ shiftDemand: { on: 'exits', factor: 1 } }]
  const contribution = { payer: 'NHS', share: 0.137 }
  const scenario: Scenario = {
    ...drawn,
    interventions: {
      a: { ...it, investment, effects: shifted },
      b: { ...it, rampMonths: 3, effects: [{ changePrice: { contribution } }] },
    },
  }
  const { table } = tableOf(scenario)
  const axes = packageAxes(scenario, table.axes, { interventions: ['b', 'a'] })
  const layout = rowLayout(axes)
  const row = Int32Array.from(
    { length: layout.length },
    (_, at) => table.rows[at] ?? counts[at % counts.length],
  )
  return { axes, layout, row }
}

const withoutFixed = (scenario: Scenario): Scenario => ({
  ...scenario,
  placements: Object.fromEntries(
    Object.entries(scenario.placements).map(([key, placement]) => [
      key,
      { ...placement, fixedShare: undefined },
    ]),
  ),
})

describe('the ledger of a run', () => {
  test('has for placements what every child pays by the day, across years, uplifts and leap days, to the last penny', () => {
    fc.assert(
      fc.property(arbitraryScenario.map(withoutFixed), (scenario) => {
        const { model, children, table } = tableOf(scenario)
        model.axes.years.forEach((_, year) => {
          model.axes.placements.forEach((_, placement) => {
            expect(sumInRow(costInYear(table, year, placement), table.rows, 0)).toBe(
              penceDays(model, children, table.rows, year, placement),
            )
          })
        })
      }),
      { numRuns: howMany(20, 60) },
    )
  })

  test('is care days times the price where children cost the same', () => {
    fc.assert(
      fc.property(arbitraryScenario.map(withoutFixed), (scenario) => {
        const { model, table } = tableOf(scenario)
        const { axes } = model
        const { layout, rows } = table
        axes.placements.forEach((_, placement) => {
          if (axes.spreadPlacements.includes(placement)) return
          axes.years.forEach((_, year) => {
            const careDays = axes.months.reduce((sum, _, month) => {
              const at = layout.offset.care_days + month * layout.placements + placement
              return axes.yearOfMonth[month] === year ? sum + rows[at] : sum
            }, 0)
            const pence = rows[layout.weeklyPence + year * layout.placements + placement]
            expect(sumInRow(costInYear(table, year, placement), rows, 0)).toBe(careDays * pence)
          })
        })
      }),
      { numRuns: howMany(20, 60) },
    )
  })

  test('costs on the day after the start what the printed prices say, whatever the fixed share, while nobody moves', () => {
    fc.assert(
      fc.property(arbitraryScenario, fc.constantFrom(0.01, 0.333, 0.8, 1), (drawn, fixedShare) => {
        const still = {
          ...drawn,
          end: formatDate(compileModel(drawn).axes.startDay + 1),
          exits: {},
          moves: {},
        }
        const scenario: Scenario = {
          ...still,
          shocks: undefined,
          entries: { ...still.entries, perYear: 0 },
          afterCare: undefined,
          openingStock: { ...still.openingStock, ages: { ...still.openingStock.ages } },
          placements: Object.fromEntries(
            Object.entries(still.placements).map(([key, placement]) => [
              key,
              // Places of carers come and go from the first day on, and their fixed share with them.
              { ...placement, priceSpread: undefined, fixedShare, carers: undefined },
            ]),
          ),
        }
        const { model, table, children } = tableOf(scenario)
        if (children.some(({ periods }) => periods[0].exit)) return
        model.axes.placements.forEach((key, placement) => {
          const pence = table.rows[table.layout.weeklyPence + placement]
          expect(sumInRow(costInYear(table, 0, placement), table.rows, 0)).toBe(
            (scenario.openingStock.placements[key] ?? 0) * pence,
          )
        })
      }),
      { numRuns: howMany(20, 60) },
    )
  })

  test('adds up: the total is the sum of its lines, and of gross and contributions', () => {
    const amounts = (years: string[]) =>
      Object.fromEntries(years.map((year, at) => [year, 1_000.37 * (at + 1)]))
    fc.assert(
      fc.property(arbitraryScenario, (drawn) => {
        const { years } = compileModel(drawn).axes
        const { table } = tableOf({
          ...drawn,
          contributions: {
            health: { label: 'Health', payer: 'NHS', share: 0.137 },
            grant: { label: 'Grant', payer: 'Government', perFinancialYear: amounts(years) },
          },
          otherLines: { reserves: { label: 'Reserves', perFinancialYear: amounts(years) } },
        })
        years.forEach((_, year) => {
          const lines = moneyLines(table, year)
          const value = ({ sum }: { sum: (typeof lines)[number]['sum'] }) => sumInRow(sum, table.rows, 0)
          const [gross, contributions, total] = totalsOf(table, year, lines).map(value)
          // Shares are rounded to a seventh of a penny, each line and each sum by itself.
          expect(Math.abs(total - lines.reduce((sum, line) => sum + value(line), 0))).toBeLessThanOrEqual(1)
          expect(Math.abs(total - (gross + contributions))).toBeLessThanOrEqual(1)
          expect(lines.map(({ line }) => line).slice(-3)).toEqual([
            'other:reserves',
            'contribution:health',
            'contribution:grant',
          ])
        })
      }),
      { numRuns: howMany(20, 60) },
    )
  })

  test('adds up with interventions, whoever pays them and whatever they came to', () => {
    const count = fc.integer({ min: 0, max: 100_000 })
    const cost = fc.integer({ min: 0, max: 9_000_000 }).map((pence) => pence / 100)
    const investment = fc.record({
      payer: fc.constantFrom(undefined, 'DfE'),
      perPostYear: cost,
      perPlaceYear: cost,
      perCase: cost,
    })
    fc.assert(
      fc.property(
        arbitraryScenario,
        investment,
        fc.array(count, { minLength: 8, maxLength: 8 }),
        (drawn, ...given) => {
          const [paid, counts] = given
          const { axes, layout, row } = packageRow(drawn, paid, counts)
          const table = { axes, layout, runs: 1, rows: row }
          axes.years.forEach((_, year) => {
            const lines = moneyLines(table, year)
            const value = ({ sum }: { sum: (typeof lines)[number]['sum'] }) => sumInRow(sum, row, 0)
            const [gross, contributions, total] = totalsOf(table, year, lines).map(value)
            // Shares and days of posts are rounded to a seventh of a penny, each line and each sum by itself.
            const lineSum = lines.reduce((sum, line) => sum + value(line), 0)
            expect(Math.abs(total - lineSum)).toBeLessThanOrEqual(lines.length)
            expect(Math.abs(total - (gross + contributions))).toBeLessThanOrEqual(1)
            const amountOf = (name: string) => value(lines.find(({ line }) => line === name)!)
            if (paid.payer) expect(amountOf('contribution:a')).toBe(-amountOf('intervention:a') || 0)
          })
        },
      ),
      { numRuns: howMany(15, 40) },
    )
  })

  test('has of a fixed amount the part of the days of its year that are simulated', () => {
    fc.assert(
      fc.property(arbitraryScenario, (drawn) => {
        const { years, yearEnd } = compileModel(drawn).axes
        const { table } = tableOf({
          ...drawn,
          otherLines: {
            rent: {
              label: 'Rent',
              perFinancialYear: Object.fromEntries(years.map((year) => [year, 365_000])),
            },
          },
        })
        years.forEach((_, year) => {
          const { sum } = moneyLines(table, year).find(({ line }) => line === 'other:rent')!
          const days = yearEnd[year] - (yearEnd[year - 1] ?? 0)
          const perDay = sumInRow(sum, table.rows, 0) / PENCE_SEVENTHS_PER_POUND / days
          expect([1_000, 365_000 / 366].some((known) => Math.abs(perDay - known) < 0.01)).toBe(true)
        })
      }),
      { numRuns: howMany(12, 30) },
    )
  })
})
