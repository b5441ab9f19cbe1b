import { expect, test } from 'vitest'
import { AGE_EDGES_DAYS, DAYS_TO_18 } from '../../src/domain/age-band.ts'
import { cellAt, compileCells } from '../../src/model/cells.ts'
import { constantHazard, simpleScenario } from '../simple-scenario.ts'

test('compileCells has the hazards of every child that there can be: never longer placed than in care, nor in care than alive', () => {
  const months = { 0: 1, 2: 2, 9: 3, 30: 4, 80: 5 }
  const cells = compileCells(
    simpleScenario({
      exits: { adoption: constantHazard(0.2, { byMonthsInCare: months, byMonthsInPlacement: months }) },
      moves: { any: { perYear: 0.5, destinations: { foster: { foster: 1 } } } },
    }),
  )
  const { cumulative, outcomes, exitHazard, moveHazard } = cells
  const perDay = AGE_EDGES_DAYS.flatMap((edge) => [edge - 1, edge, edge + 100]).filter(
    (age) => age >= 0 && age < DAYS_TO_18,
  )
  const wrong: number[][] = []
  for (const age of perDay)
    for (let care = 0; care <= age; care += 13)
      for (let stay = 0; stay <= care; stay += 29) {
        const cell = cellAt(cells, 0, DAYS_TO_18 - age, care, stay)
        const row = cumulative.subarray(cell * outcomes, (cell + 1) * outcomes)
        const [exits, all] = [row[outcomes - 2], row[outcomes - 1]]
        if (!(all > 0) || exitHazard[cell] !== exits || moveHazard[cell] !== all - exits)
          wrong.push([age, care, stay])
      }
  expect(wrong).toEqual([])
})
