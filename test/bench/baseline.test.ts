import { describe, expect, it } from 'vitest'
import { baselineSchema, changesOf, fails, isSlower, middleOf } from '../../bench/baseline.ts'
import { readChecked } from '../../bench/benchmark-result.ts'
import { someTiming } from './some-timing.ts'

describe('changesOf', () => {
  it('puts the measured ratio beside the recorded one of the same name, and the limit above it', () => {
    const recorded = [someTiming('a', 2), someTiming('b', 0.5)]
    const measured = [someTiming('b', 0.4), someTiming('a', 3)]
    expect(changesOf(recorded, measured)).toEqual([
      { name: 'b', recorded: 0.5, measured: 0.4, limit: 0.625 },
      { name: 'a', recorded: 2, measured: 3, limit: 2.5 },
    ])
  })

  it('has one side of what was not recorded, or is no longer timed, and both fail', () => {
    const changes = changesOf([someTiming('old', 1)], [someTiming('new', 1)])
    expect(changes.map(({ name, recorded, measured }) => [name, recorded, measured])).toEqual([
      ['new', undefined, 1],
      ['old', 1, undefined],
    ])
    expect(changes.map(fails)).toEqual([true, true])
    expect(changes.map(isSlower)).toEqual([false, false])
  })

  it('multiplies limits on another processor, and holds nothing of which there are two codes by chance', () => {
    const limits = changesOf([someTiming('a', 4)], [someTiming('a', 6)], 1.4).map(({ limit }) => limit)
    expect(limits).toEqual([7])
    const draw = 'Threefry-2x32-13 block'
    expect(changesOf([someTiming(draw, 4)], [someTiming(draw, 9)]).map(fails)).toEqual([false])
    expect(changesOf([], [someTiming(draw, 9)]).map(fails)).toEqual([true])
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

describe('isSlower', () => {
  it('allows 15 % more than the slowest recorded process, where processes differ', () => {
    const recorded = [{ ...someTiming('a', 1), processRatios: [0.9, 1, 1.6] }]
    const slower = (ratio: number) => changesOf(recorded, [someTiming('a', ratio)]).some(isSlower)
    expect([1.3, 1.6, 1.83, 1.85].map(slower)).toEqual([false, false, false, true])
  })
})

describe('middleOf', () => {
  it('keeps the timing with the middle ratio of each name, and the ratios of all processes', () => {
    const rounds = [
      [someTiming('a', 3), someTiming('b', 10)],
      [someTiming('a', 1), someTiming('b', 30)],
      [someTiming('a', 2), someTiming('b', 20)],
    ]
    expect(middleOf(rounds)).toEqual([
      { ...someTiming('a', 2), processRatios: [1, 2, 3] },
      { ...someTiming('b', 20), processRatios: [10, 20, 30] },
    ])
  })
})

describe('the recorded baseline', () => {
  it('follows its schema and has as many benchmarks in both forms', () => {
    const { short, full } = readChecked('bench/baseline.json', baselineSchema)
    expect([short.form, full.form]).toEqual(['short', 'full'])
    expect(short.timings.length).toBe(full.timings.length)
  })
})
