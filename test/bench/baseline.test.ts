import { describe, expect, it } from 'vitest'
import { baselineSchema, changesOf, fails, isSlower, lowerOf, middleOf } from '../../bench/baseline.ts'
import { readChecked } from '../../bench/benchmark-result.ts'
import { someTiming } from './some-timing.ts'

const ratios = (timings: { ratio: { median: number } }[]) => timings.map(({ ratio }) => ratio.median)

describe('changesOf', () => {
  it('divides the measured ratio by the recorded one of the same name', () => {
    const recorded = [someTiming('a', 2), someTiming('b', 0.5)]
    const measured = [someTiming('b', 0.4), someTiming('a', 3)]
    expect(changesOf(recorded, measured)).toEqual([
      { name: 'b', recorded: 0.5, measured: 0.4, change: 0.8 },
      { name: 'a', recorded: 2, measured: 3, change: 1.5 },
    ])
  })

  it('has no change of what was not recorded, or is no longer timed, and both fail', () => {
    const changes = changesOf([someTiming('old', 1)], [someTiming('new', 1)])
    expect(changes.map(({ name, change }) => [name, change])).toEqual([
      ['new', undefined],
      ['old', undefined],
    ])
    expect(changes.map(fails)).toEqual([true, true])
    expect(changes.map(isSlower)).toEqual([false, false])
  })

  it('fails from 25 % slower on', () => {
    const failsAt = (measured: number) =>
      changesOf([someTiming('a', 4)], [someTiming('a', measured)]).map(fails)
    expect([2, 4, 4.99, 5, 8].map((measured) => failsAt(measured)[0])).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
  })
})

describe('lowerOf', () => {
  it('keeps the lower ratio of each name, and what was timed once', () => {
    const one = [someTiming('a', 3), someTiming('b', 1), someTiming('c', 9)]
    const other = [someTiming('b', 2), someTiming('a', 2)]
    expect(ratios(lowerOf(one, other))).toEqual([2, 1, 9])
  })
})

describe('middleOf', () => {
  it('keeps the timing with the middle ratio of each name', () => {
    const rounds = [
      [someTiming('a', 3), someTiming('b', 10)],
      [someTiming('a', 1), someTiming('b', 30)],
      [someTiming('a', 2), someTiming('b', 20)],
    ]
    expect(middleOf(rounds)).toEqual([someTiming('a', 2), someTiming('b', 20)])
  })
})

describe('the recorded baseline', () => {
  it('follows its schema and has as many benchmarks in both forms', () => {
    const { short, full } = readChecked('bench/baseline.json', baselineSchema)
    expect([short.form, full.form]).toEqual(['short', 'full'])
    expect(short.timings.length).toBe(full.timings.length)
  })
})
