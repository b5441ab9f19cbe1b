import { describe, expect, test } from 'vitest'
import { bindingGate, reviewResults } from '../../../src/summary/packages/binding-gate.ts'
import { interventionLine, interventionModel, packageLike, programmeOf, setGate } from '../package-table.ts'
import { smallTable } from '../small-table.ts'

const GATES = ['sgo-review: assessment', 'sgo-review: court', 'tracker: panel']

/** Half of the 89 simulated days in effect, from day 46 on. */
const LATE = Float64Array.from({ length: 90 }, (_, day) => (day >= 46 ? 1 : 0))

describe('the gates of a review', () => {
  const made = packageLike(smallTable(), [interventionLine('sgo-review'), interventionLine('tracker')], GATES)
  for (let run = 0; run < 5; run++) {
    setGate(made.table, run, 0, 0, 3, 90)
    setGate(made.table, run, 1, 0, 1, 30)
    setGate(made.table, run, 1, 1, 2, run)
  }
  const programme = programmeOf(
    interventionModel('sgo-review', { strength: LATE, startDay: 46 }),
    interventionModel('tracker'),
  )
  const [review, tracker] = reviewResults(made, programme)

  test('have the children decided a month while it goes on, and their mean wait', () => {
    const months = (44 / 365.25) * 12
    expect(review).toMatchObject({ intervention: 'sgo-review', label: 'The sgo-review' })
    expect(review.gates.map(({ gate }) => gate)).toEqual(['assessment', 'court'])
    expect(review.gates[0].decided_per_month).toBeCloseTo(4 / months, 12)
    expect(review.gates[0].mean_wait_days).toBe(30)
    expect(review.gates[1].mean_wait_days).toBe(1)
  })

  test('name the one that children wait for longest', () => {
    expect(review.binding).toBe('assessment')
  })

  test('bind nowhere where nobody came', () => {
    expect(tracker.gates).toEqual([{ gate: 'panel', decided_per_month: 0, mean_wait_days: 0 }])
    expect(tracker).not.toHaveProperty('binding')
  })
})

describe('a gate', () => {
  const gate = (name: string, mean_wait_days: number) => ({
    gate: name,
    decided_per_month: 1,
    mean_wait_days,
  })

  test('does not bind where the mean wait is less than a day', () => {
    expect(bindingGate([gate('assessment', 0.9), gate('court', 0)])).toBeUndefined()
  })

  test('binds where it is the last that children wait for, even if the list waits longer for the first', () => {
    expect(bindingGate([gate('assessment', 160), gate('suitability', 0), gate('court', 30)])).toBe('court')
  })

  test('does not bind for a wait that is little beside that at another', () => {
    expect(bindingGate([gate('assessment', 160), gate('court', 9)])).toBe('assessment')
  })

  test('binds where it lets nobody through while children wait', () => {
    expect(bindingGate([gate('assessment', 40), gate('court', Number.POSITIVE_INFINITY)])).toBe('court')
  })
})
