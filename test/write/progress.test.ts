import { describe, expect, test } from 'vitest'
import { progressLine, startProgress } from '../../src/write/progress.ts'

/** A terminal that remembers what its line shows, and a clock that is set by hand. */
function fakeTerminal(columns = 80) {
  const terminal = {
    columns,
    milliseconds: 0,
    writes: 0,
    line: '',
    now: () => terminal.milliseconds,
    write: (text: string) => {
      terminal.writes++
      for (const part of text.split('\r').slice(1)) terminal.line = part + terminal.line.slice(part.length)
    },
  }
  return terminal
}

describe('progressLine', () => {
  test.each([
    [0, 0, '0 of 2,000 runs, starting'],
    [500, 0.25, '500 of 2,000 runs, 2,000 runs/s, 1 s left'],
    [10, 1, '10 of 2,000 runs, 10 runs/s, 3 min 19 s left'],
    [1, 10, '1 of 2,000 runs, 0 runs/s, 5 h 33 min left'],
    [2000, 1, '2,000 of 2,000 runs, summarising'],
  ])('after %d runs in %d s says: %s', (done, seconds, line) => {
    expect(progressLine(done, 2000, seconds)).toBe(line)
  })
})

describe('startProgress', () => {
  test('writes on a terminal that says it has no columns', () => {
    const terminal = fakeTerminal(0)
    startProgress(terminal, 100, terminal.now).clear()
    expect(terminal.line.trim()).toBe('')
  })

  test('shows a line at once, at most ten a second after it, and the last in any case', () => {
    const terminal = fakeTerminal()
    const { update } = startProgress(terminal, 100, terminal.now)
    expect(terminal.line).toBe('0 of 100 runs, starting')
    for (terminal.milliseconds = 1; terminal.milliseconds < 1000; terminal.milliseconds++) update(1, 100)
    expect(terminal.writes).toBe(10)
    update(100, 100)
    expect(terminal.line.trimEnd()).toBe('100 of 100 runs, summarising')
  })

  test('counts the steps where runs come in them', () => {
    const terminal = fakeTerminal()
    const { update } = startProgress(terminal, undefined, terminal.now)
    expect(terminal.line).toBe('Step 1, starting')
    const showAfter = (seconds: number, done: number, runs: number) => {
      terminal.milliseconds = 1000 * seconds
      update(done, runs)
      return terminal.line.trimEnd()
    }
    expect(showAfter(1, 500, 1_000)).toBe('Step 1: 500 of 1,000 runs, 500 runs/s, 1 s left')
    expect(showAfter(2, 1_000, 1_000)).toBe('Step 1: 1,000 of 1,000 runs, summarising')
    expect(showAfter(3, 1_500, 2_000)).toBe('Step 2: 1,500 of 2,000 runs, 500 runs/s, 1 s left')
    expect(showAfter(4, 2_000, 4_000)).toBe('Step 3: 2,000 of 4,000 runs, 500 runs/s, 4 s left')
  })

  test('is shorter than the terminal, so that it never wraps', () => {
    const terminal = fakeTerminal(20)
    startProgress(terminal, 1_000_000, terminal.now)
    expect(terminal.line).toHaveLength(19)
  })

  test('leaves a clean line behind, even of the ^C that stopped it', () => {
    const terminal = fakeTerminal()
    const { clear } = startProgress(terminal, 100, terminal.now)
    terminal.line += '^C'
    clear()
    expect(terminal.line).toMatch(/^ +$/)
  })
})
