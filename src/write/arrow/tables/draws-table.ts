// draws.arrow: a row for each run and assumption, the value used.
import type { ResultIdentity } from '../../../result/result-identity.ts'
import type { Draws } from '../../../run/draws.ts'
import { codeRepeated } from '../../../summary/numbers/coded-texts.ts'
import { repeatEach } from '../../../summary/run-values.ts'
import { RUN } from './column-definitions.ts'
import { encodeTable } from './table.ts'

const DEFINITIONS = {
  run: RUN,
  assumption: {
    description: 'path of a number in the scenario, or of a multiplier of the fit, which is 1 on average',
  },
  value: {
    description:
      'value in this run, in the unit of the number; a share of a table before the table is scaled to add up to 1 again',
  },
}

export const DRAWS = {
  name: 'draws',
  columns: ['run', 'assumption', 'value'],
  definitions: DEFINITIONS,
} as const

/** Encodes draws.arrow: a row for each run and assumption, the value used. */
export function encodeDraws({ paths, values, runs }: Draws, identity: ResultIdentity): Uint8Array {
  const value = new Float64Array(paths.length * runs)
  for (let run = 0; run < runs; run++)
    for (let path = 0; path < paths.length; path++)
      value[run * paths.length + path] = values[path * runs + run]
  const columns = {
    run: repeatEach(paths.length, new Int32Array(paths.length * runs)),
    assumption: codeRepeated(paths, runs),
    value,
  }
  return encodeTable(DRAWS, columns, DEFINITIONS, identity)
}
