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
  test('shows a line at once, at most ten a second after it, and the last in any case', () => {
    const terminal = fakeTerminal()
    const { update } = startProgress(terminal, 100, terminal.now)
    expect(terminal.line).toBe('0 of 100 runs, starting')
    for (terminal.milliseconds = 1; terminal.milliseconds < 1000; terminal.milliseconds++) update(1)
    expect(terminal.writes).toBe(10)
    update(100)
    expect(terminal.line.trimEnd()).toBe('100 of 100 runs, summarising')
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
