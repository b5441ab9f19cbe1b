import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyBudgetFile, parseBudgetFile } from '../../../src/input/budget/budget-file.ts'
import { InputError } from '../../../src/input/input-error.ts'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { parseYaml } from '../../../src/input/reading/yaml-source.ts'
import { howMany } from '../../how-many.ts'
import { SMALLSHIRE } from '../smallshire.ts'

const { scenario } = parseScenario(SMALLSHIRE, 'small.yaml')
const document = parseYaml(SMALLSHIRE, 'small.yaml')

/** Amounts that a scenario gets from the text of a budget file; throws InputError like the reader of scenarios. */
function amountsIn(text: string): number[] {
  const { document: whole, problems } = applyBudgetFile(document, parseBudgetFile(text, 'b.csv'), scenario)
  if (problems.length > 0) throw new InputError(problems)
  type Table = { perFinancialYear: Record<string, number> }
  const budgets = Object.values((whole.data.budgets ?? {}) as Record<string, Table>)
  return budgets.flatMap(({ perFinancialYear }) => Object.values(perFinancialYear))
}

const GOOD = [
  'Budget of the council,,\r\nFinancial year,Line,Amount (£),Note\r\n2024/25,ifa,"£1,300,000.50",\r\n2024-25,Total,9000000,agreed\r\n2025/26,kinship,"45,000",\r\n\r\n',
  'line;2024/25;2025/26;2026/27\nifa;1300000;1400000;1500000\nplacements;"7,000,000";7100000.25;0\n',
]
const INSERTED = [
  ...[
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\r',
    '\n',
    '\u0000',
    '\uFEFF',
    '\u00a0',
    "'",
    '£',
    '-',
    '(',
    ')',
    '%',
    '.',
    ' ',
  ],
  ...[
    '000',
    'e9',
    'sep=;\n',
    'm',
    '\u2028',
    '\u009b',
    '__proto__',
    'constructor',
    '\ud800',
    ',,,,,,,',
    '2024/25',
  ],
]

type Edit = { kind: 'cut' | 'double' | 'swap' | 'insert'; at: number; length: number; text: string }
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('cut', 'double', 'swap', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 12 }),
  text: fc.constantFrom(...INSERTED),
})

function mutate(text: string, { kind, at, length, text: inserted }: Edit): string {
  const from = Math.floor(at * text.length)
  const [before, part, after] = [
    text.slice(0, from),
    text.slice(from, from + length),
    text.slice(from + length),
  ]
  if (kind === 'cut') return before + after
  if (kind === 'double') return before + part + part + after
  if (kind === 'swap') return before + after.slice(0, length) + part + after.slice(length)
  return before + inserted + part + after
}

/** Every number that some reader could see in a text, with commas between thousands and without. */
function numbersIn(text: string): Set<number> {
  const written = [...text.matchAll(/\d+(?:\.\d+)?/g), ...text.matchAll(/\d{1,3}(?:,\d{3})+(?:\.\d+)?/g)]
  return new Set(written.map(([number]) => Number(number.replaceAll(',', ''))))
}

describe('a budget file with mistakes in it', () => {
  it('is refused as input, or has no number that is not in it', () => {
    let [read, refused] = [0, 0]
    fc.assert(
      fc.property(fc.constantFrom(...GOOD), fc.array(edit, { minLength: 1, maxLength: 3 }), (good, edits) => {
        const text = edits.reduce(mutate, good)
        try {
          const numbers = numbersIn(text)
          for (const amount of amountsIn(text)) expect(numbers).toContain(amount)
          read++
        } catch (error) {
          if (!(error instanceof InputError)) throw error
          refused++
        }
      }),
      { numRuns: 300, seed: 17 },
    )
    // Otherwise the mistakes say nothing.
    expect(Math.min(read, refused)).toBeGreaterThan(20)
  })

  it('is the budget that it was without them', () => {
    expect(GOOD.map(amountsIn)).toEqual([
      [1_300_000.5, 9_000_000, 45_000],
      [1_300_000, 1_400_000, 1_500_000, 7_000_000, 7_100_000.25, 0],
    ])
  })
})

/** Processor time in milliseconds. */
function timeToRefuse(text: string): number {
  const before = process.cpuUsage()
  expect(() => amountsIn(text)).toThrow(InputError)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

describe('a large budget file', () => {
  const SIZE = howMany(250_000, 1_000_000)
  const HEADER = 'financial_year,line,amount\n'
  const filled =
    (head: string, part: (index: number) => string, tail = '') =>
    (size: number) => {
      const parts = [head]
      for (let length = head.length, index = 0; length < size; index++) {
        parts.push(part(index))
        length += parts.at(-1)!.length
      }
      return parts.join('') + tail
    }

  it.each([
    ['of quotes', filled('', () => '"')],
    ['of quotes but for one', filled('a', () => '"')],
    ['with a quote that nothing closes', filled(`${HEADER}"`, () => 'x')],
    ['of commas', filled('', () => ',')],
    ['of line breaks', filled('', () => '\n')],
    ['with one row of commas', filled(HEADER, () => ',')],
    ['with one row of amounts', filled(`${HEADER}2024/25,ifa`, () => ',5')],
    ['with a heading of many columns', filled('financial_year,line,amount', (index) => `,c${index}`)],
    ['with years across that come again', filled('line', () => ',2024/25')],
    ['with rows of unknown lines', filled(HEADER, (index) => `2024/25,line ${index},5\n`)],
    ['with the same row again', filled(HEADER, () => '2024/25,ifa,5\n')],
    ['with rows of spaces', filled(HEADER, () => `2024/25,${' '.repeat(5000)}x,5\n`)],
    ['with an amount of spaces', filled(`${HEADER}2024/25,ifa,£`, () => ' ')],
    ['with an amount of digits', filled(`${HEADER}2024/25,ifa,`, () => '1')],
    ['with an amount of groups', filled(`${HEADER}2024/25,ifa,"1`, () => ',000', '"')],
    ['with a year of spaces', filled(HEADER, () => '2024 ')],
  ])('%s is refused in a time that does not grow with the square of its size', (_, textOf) => {
    timeToRefuse(textOf(SIZE / 16))
    expect(timeToRefuse(textOf(SIZE)) / timeToRefuse(textOf(SIZE / 16))).toBeLessThan(100)
  })
})
