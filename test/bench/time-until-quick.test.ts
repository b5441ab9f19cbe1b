import { describe, expect, it } from 'vitest'
import { timeUntilQuick } from '../../bench/time-until-quick.ts'
import { someTiming } from './some-timing.ts'

const RECORDED = [someTiming('a', 1), someTiming('b', 1)]

/** Times two subjects, of which `a` takes the next of some ratios each time and `b` always what was recorded. */
function timesOf(ratios: number[]) {
  const asked: (readonly string[] | undefined)[] = []
  const rest = [...ratios]
  const time = (subjects?: readonly string[]) => {
    asked.push(subjects)
    const all = [
      { subject: 'first', timings: [someTiming('a', rest.shift()!)] },
      { subject: 'second', timings: [someTiming('b', 1)] },
    ]
    return all.filter(({ subject }) => subjects?.includes(subject) ?? true)
  }
  const { timings, rounds } = timeUntilQuick(RECORDED, time)
  return { asked, rounds, ratios: timings.map(({ ratio }) => ratio.median) }
}

describe('timeUntilQuick', () => {
  it('times once where nothing seems slow', () => {
    expect(timesOf([1.2])).toEqual({ asked: [undefined], rounds: 1, ratios: [1.2, 1] })
  })

  it('times what seems slow again, alone, until it is quick', () => {
    expect(timesOf([2, 1.5, 1.1])).toEqual({
      asked: [undefined, ['first'], ['first']],
      rounds: 3,
      ratios: [1.1, 1],
    })
  })

  it('keeps the lowest ratio of what is slow in all five rounds', () => {
    expect(timesOf([2, 1.6, 1.4, 1.5, 1.7, 1])).toMatchObject({ rounds: 5, ratios: [1.4, 1] })
  })
})
