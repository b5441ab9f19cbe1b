import { describe, expect, test } from 'vitest'
import type { Intervention } from '../../../src/input/schema/intervention-schema.ts'
import { startedWarnings } from '../../../src/result/warnings/started-warnings.ts'

const ALL = [{ interventions: ['it'] }]

/** The warnings of a scenario from 31 March 2025 with one intervention that starts then. */
function warned(start: Intervention['start'], plans = ALL) {
  const it: Intervention = { label: 'Edge of care', start, effects: [{ preventEntries: { prevents: 5 } }] }
  return startedWarnings({ start: '2025-03-31', interventions: { it } }, plans)
}

describe('startedWarnings', () => {
  test('say of an intervention that starts before the scenario that its effect is in the counts already', () => {
    const [warning, ...others] = warned({ date: '2025-03-30' })
    expect(others).toEqual([])
    expect(warning.code).toBe('intervention-before-start')
    expect(warning.text).toMatch(
      /^'Edge of care' \(it\) starts on 30 Mar 2025, before the scenario, 31 Mar 2025: .* in the counts already/,
    )
  })

  test('count from the start as it slips', () => {
    expect(warned({ date: '2024-04-01', slipMonths: 3 })[0].text).toContain('starts on 1 Jul 2024')
    expect(warned({ date: '2024-12-31', slipMonths: 3 })).toEqual([])
  })

  test('are none for one that starts with the scenario or later, or that no package has', () => {
    expect(warned({ date: '2025-03-31' })).toEqual([])
    expect(warned({ date: '2026-04-01' })).toEqual([])
    expect(warned({ date: '2019-04-01' }, [{ interventions: [] }])).toEqual([])
  })
})
