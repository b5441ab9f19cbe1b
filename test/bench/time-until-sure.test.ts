import { describe, expect, it } from 'vitest'
import { timeUntilSure } from '../../bench/time-until-sure.ts'
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
  const { timings, again } = timeUntilSure(RECORDED, time)
  return { asked, again, ratios: timings.map(({ ratio }) => ratio.median) }
}

describe('timeUntilSure', () => {
  it('times once where nothing seems slow', () => {
    expect(timesOf([1.1])).toEqual({ asked: [undefined], again: [], ratios: [1.1, 1] })
  })

  it('times what seems slow four times more, alone, and keeps the middle ratio', () => {
    const again = ['first']
    expect(timesOf([2, 1.6, 1, 1.1, 1.2])).toEqual({
      asked: [undefined, again, again, again, again],
      again,
      ratios: [1.2, 1],
    })
  })

  it('times again what is a little below the limit of 25 %, where chance may have hidden it', () => {
    expect(timesOf([1.2, 1.3, 1.3, 1.3, 1.3])).toMatchObject({ again: ['first'], ratios: [1.3, 1] })
  })

  it('finds slow what is so in most of five processes', () => {
    expect(timesOf([2, 1, 1.4, 1.3, 1.1])).toMatchObject({ ratios: [1.3, 1] })
  })
})
