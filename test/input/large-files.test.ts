import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/input/input-error.ts'
import { parseScenario } from '../../src/input/reading/scenario-reader.ts'
import { SMALLSHIRE } from './smallshire.ts'

const text = SMALLSHIRE

function problemsOf(file: string): InputError {
  try {
    parseScenario(file, 's.yaml')
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('the file is valid')
}

/** The lesser processor time of two readings, in ms. */
function readingTime(file: string): number {
  const times = [1, 2].map(() => {
    const before = process.cpuUsage()
    problemsOf(file)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

const lines = (number: number, line: (index: number) => string) =>
  Array.from({ length: number }, (_, index) => line(index)).join('')

const INTERVENTION =
  'interventions:\n  team: { label: x, start: { date: 2025-01-01 }, effects: [{ preventEntries: { prevents: 0.1 } }], assumed: x }\n'

/** Files with that many problems, or twice as many. */
const FILES: [string, (number: number) => string][] = [
  [
    'unknown keys in a block',
    (number) => text.replace('openingStock:\n', `openingStock:\n${lines(number, (at) => `  z${at}: 1\n`)}`),
  ],
  [
    'unknown keys without a value',
    (number) => text.replace('openingStock:\n', `openingStock:\n${lines(number, (at) => `  z${at}:\n`)}`),
  ],
  ['unknown keys at the top', (number) => text + lines(number, (at) => `z${at}: 1\n`)],
  ['anchors', (number) => lines(number, (at) => `k${at}: &a${at} 1\n`)],
  [
    'claims of lines that there are not',
    (number) =>
      `${text}${INTERVENTION}claims:\n  assumed: x\n${lines(number, (at) => `  c${at}: { label: x, line: { name: no${at}, financialYear: all, below: 5 } }\n`)}`,
  ],
  [
    'budgets of lines that there are not, beside as many lines',
    (number) =>
      `${text}otherLines:\n  assumed: x\n${lines(number, (at) => `  o${at}: { label: x, perFinancialYear: { 2024/25: 5 } }\n`)}` +
      `budgets:\n  assumed: x\n${lines(number, (at) => `  b${at}: { label: x, lines: [no${at}], perFinancialYear: { 2024/25: 5 } }\n`)}`,
  ],
  [
    'members of a package named again',
    (number) =>
      `${text}${INTERVENTION}packages:\n  plan: { interventions: [${'team, '.repeat(number + 1)}] }\n`,
  ],
]

describe('parseScenario of a large file', () => {
  it.each(FILES)('takes no more time a problem for many %s than for few', (_, fileOf) => {
    readingTime(fileOf(200))
    // Sixteen times the problems, and room for collecting garbage; work that grew with their square would take 256 times as long.
    expect(readingTime(fileOf(2_400)) / readingTime(fileOf(150))).toBeLessThan(64)
  })

  it('takes no more time a problem for 16,000 unknown keys than for 1,000', () => {
    const [, fileOf] = FILES[0]
    expect(readingTime(fileOf(16_000)) / readingTime(fileOf(1_000))).toBeLessThan(64)
  })

  it('words the first fifty problems, and says how many there are besides', () => {
    const [, fileOf] = FILES[0]
    const { message, problems } = problemsOf(fileOf(4_000))
    const words = message.split('\n')
    expect(problems).toHaveLength(4_000)
    expect(words).toHaveLength(51)
    expect(words[49]).toContain('openingStock.z49: is not a known key')
    expect(words[50]).toBe('and 3,950 more')
  })

  it('refuses a block that *aliases repeat for each of its many values', () => {
    const file = `${text}shifts:\n  s: &a\n${lines(1_000, (at) => `    x${at}: 1\n`)}${lines(99, (at) => `  b${at}: *a\n`)}`
    expect(problemsOf(file).message).toMatch(
      /^s\.yaml:\d+:8 shifts\.b19: \*aliases up to this one stand for more than 20000 keys and values/,
    )
  })

  it.each([
    ['placements', 201, 'label: x'],
    ['packages', 501, 'interventions: [team]'],
  ])('refuses more %s than a run takes, even where each leads to the next', (table, number, holds) => {
    const chained = lines(number, (at) =>
      table === 'packages'
        ? `  p${at}: { ${holds}, ${at < number - 1 ? `extends: p${at + 1}` : ''} }\n`
        : `  p${at}: { ${holds}, weeklyPrice: { value: 1, assumed: x }, overflow: [p${at + 1}] }\n`,
    )
    const file =
      table === 'packages'
        ? `${text}${INTERVENTION}packages:\n${chained}`
        : text.replace('placements:\n', `placements:\n${chained}`)
    expect(problemsOf(file).message).toMatch(new RegExp(`${table}: has \\d+ ${table}; the limit is \\d00$`))
  })

  it.each([
    ['comments', lines(10_000, (at) => `# comment ${at}\n`) + text],
    ['a long text', text.replace(/^question: .*$/m, `question: ${'word '.repeat(100_000)}`)],
    ['empty lines', text + '\n'.repeat(100_000)],
  ])('takes %s', (_, file) => {
    expect(parseScenario(file, 's.yaml').scenario.openingStock.children).toBe(100)
  })
})
