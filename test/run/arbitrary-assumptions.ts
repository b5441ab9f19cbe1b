// Ranges on any of the numbers of a scenario that can be one, for property tests: what a reader of its file would list.
import fc from 'fast-check'
import { leavesOf } from '../../src/input/reading/leaves.ts'
import type { Assumption } from '../../src/input/reading/ranges.ts'
import { describeField } from '../../src/input/schema/field-words.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'

/** Lists every number of a scenario that can be a range, as a uniform from half of it to half as much again. */
export function everyAssumption(scenario: Scenario): Assumption[] {
  return leavesOf(scenario).flatMap(({ path, value }) => {
    const field = typeof value === 'number' ? describeField(path).range : undefined
    if (!field) return []
    const { least, most, isWhole } = field
    const central = Number(value)
    const [low, high] = [central / 2, central * 1.5].sort((a, b) => a - b)
    const range = { central, low, high, level: 1, shape: 'uniform' as const }
    return [{ path: path.join('.'), range, least, most, ...(isWhole && { isWhole }) }]
  })
}

/** Some of them: few, many or all. */
export const someAssumptions = (scenario: Scenario): fc.Arbitrary<Assumption[]> => {
  const all = everyAssumption(scenario)
  return fc.oneof(
    fc.subarray(all, { minLength: 1, maxLength: 3 }),
    fc.subarray(all, { minLength: 1 }),
    fc.constant(all),
  )
}
