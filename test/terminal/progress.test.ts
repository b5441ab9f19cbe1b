import { describe, expect, test } from 'vitest'
import { progressLine, startProgress } from '../../src/terminal/progress.ts'

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
    [1, 0.1, '1 of 2,000 runs, starting'],
    [500, 0.5, '500 of 2,000 runs, 1,000 runs/s, 2 s left'],
    [10, 1, '10 of 2,000 runs, 10 runs/s, 3 min 19 s left'],
    [10, 5, '10 of 2,000 runs, 2.0 runs/s, 16 min 35 s left'],
    [1, 10, '1 of 2,000 runs, 6.0 runs/min, 5 h 33 min left'],
    [1, 1200, '1 of 2,000 runs, 3.0 runs/h, 666 h 20 min left'],
    [2000, 1, '2,000 of 2,000 runs, summarising'],
  ])('after %d runs in %d s says: %s', (done, seconds, line) => {
    expect(progressLine({ done, all: 2000 }, { done, seconds })).toBe(line)
  })
})

describe('startProgress', () => {
  test('writes on a terminal that says it has no columns', () => {
    const terminal = fakeTerminal(0)
    startProgress(terminal, { all: 100 }, terminal.now).clear()
    expect(terminal.line.trim()).toBe('')
  })

  test('shows a line at once, at most ten a second after it, and the last in any case', () => {
    const terminal = fakeTerminal()
    const { update } = startProgress(terminal, { all: 100 }, terminal.now)
    expect(terminal.line).toBe('0 of 100 runs, starting')
    for (terminal.milliseconds = 1; terminal.milliseconds < 1000; terminal.milliseconds++) update(1, 100)
    expect(terminal.writes).toBe(10)
    update(100, 100)
    expect(terminal.line.trimEnd()).toBe('100 of 100 runs, summarising')
  })

  test('counts the steps where runs come in them', () => {
    const terminal = fakeTerminal()
    const { update } = startProgress(terminal, { isInSteps: true }, terminal.now)
    expect(terminal.line).toBe('Step 1, starting')
    const showAfter = (seconds: number, done: number, runs: number) => {
      terminal.milliseconds = 1000 * seconds
      update(done, runs)
      return terminal.line.trimEnd()
    }
    expect(showAfter(9, 0, 1_000)).toBe('Step 1: 0 of 1,000 runs, starting')
    expect(showAfter(10, 500, 1_000)).toBe('Step 1: 500 of 1,000 runs, 500 runs/s, 1 s left')
    expect(showAfter(11, 1_000, 1_000)).toBe('Step 1: 1,000 of 1,000 runs, summarising')
    expect(showAfter(12, 1_500, 2_000)).toBe('Step 2: 1,500 of 2,000 runs, 500 runs/s, 1 s left')
    expect(showAfter(13, 2_000, 4_000)).toBe('Step 3: 2,000 of 4,000 runs, 500 runs/s, 4 s left')
  })

  test('counts what was asked for, and what follows as a stage with a clock of its own', () => {
    const terminal = fakeTerminal()
    const { update } = startProgress(terminal, { all: 100 }, terminal.now)
    const showAfter = (seconds: number, ...progress: [done: number, all: number, stage?: string]) => {
      terminal.milliseconds = 1000 * seconds
      update(...progress)
      return terminal.line.trimEnd()
    }
    // Reading and fitting took 14 seconds.
    expect(showAfter(14, 2, 100)).toBe('2 of 100 runs, starting')
    expect(showAfter(15, 52, 100)).toBe('52 of 100 runs, 50 runs/s, 1 s left')
    expect(showAfter(16, 100, 100)).toBe('100 of 100 runs, summarising')
    expect(showAfter(30, 0, 200, 'Then, causes')).toBe('Then, causes: 0 of 200 runs, starting')
    expect(showAfter(31, 100, 200, 'Then, causes')).toBe(
      'Then, causes: 100 of 200 runs, 100 runs/s, 1 s left',
    )
  })

  test('says no number of what is not known yet', () => {
    const terminal = fakeTerminal()
    startProgress(terminal, { noun: 'forecasts' }, terminal.now)
    expect(terminal.line).toBe('Starting')
  })

  test('is shorter than the terminal, so that it never wraps', () => {
    const terminal = fakeTerminal(20)
    startProgress(terminal, { all: 1_000_000 }, terminal.now)
    expect(terminal.line).toHaveLength(19)
  })

  test('leaves a clean line behind, even of the ^C that stopped it', () => {
    const terminal = fakeTerminal()
    const { clear } = startProgress(terminal, { all: 100 }, terminal.now)
    terminal.line += '^C'
    clear()
    expect(terminal.line).toMatch(/^ +$/)
  })
})
