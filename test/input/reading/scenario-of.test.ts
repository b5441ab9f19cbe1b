// The door for texts: a scenario is made without a disk, as a page in a browser does.
import { describe, expect, it } from 'vitest'
import { scenarioOf } from '../../../src/input/reading/scenario-reader.ts'
import { SMALLSHIRE } from '../smallshire.ts'

describe('scenarioOf', () => {
  const child = 'extends: parent.yaml\nname: Child\nplacements: { ifa: { weeklyPrice: null } }\n'

  it('makes a scenario of a child, its parent, what is set and budgets, of which no file exists', () => {
    const { scenario, changes, parents, budgetFile } = scenarioOf({
      files: [
        { path: 'nowhere/child.yaml', text: 'extends: parent.yaml\nname: Child\n' },
        { path: 'nowhere/parent.yaml', text: SMALLSHIRE },
      ],
      sets: ['council=Textshire'],
      budgetFile: { path: 'nowhere/b.csv', text: 'line,year,amount\nifa,2024/25,5\n' },
    })
    expect(scenario).toMatchObject({ name: 'Child', council: 'Textshire' })
    expect(Object.keys(scenario.budgets ?? {})).toContain('ifa')
    expect(changes.map(({ path }) => path)).toContain('name')
    expect(parents).toEqual([{ path: 'nowhere/parent.yaml', text: SMALLSHIRE }])
    expect(budgetFile?.path).toBe('nowhere/b.csv')
  })

  it('names the text that a problem is in', () => {
    const files = [
      { path: 'child.yaml', text: child },
      { path: 'parent.yaml', text: SMALLSHIRE },
    ]
    expect(() => scenarioOf({ files, sets: [] })).toThrow(/^child\.yaml:3:\d+ placements\.ifa\.weeklyPrice: /)
  })
})
