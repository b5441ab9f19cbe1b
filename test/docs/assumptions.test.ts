// The modelling assumptions are numbered, and those that code and documents cite by number exist.
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DOCUMENTS, locationOf, matches, read } from './documents.ts'

const CODE_FOLDERS = ['src', 'workers', 'bench', 'test']

function filesOfCode(): string[] {
  return CODE_FOLDERS.flatMap((folder) =>
    readdirSync(locationOf(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  )
}

describe('the modelling assumptions', () => {
  const numbers = matches(read('docs/model/assumptions.md'), /^\*\*(A\d+)\. /gm)

  test('are numbered from A1 on without gaps, each once', () => {
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers).toEqual(numbers.map((_, index) => `A${index + 1}`))
  })

  test('are all in docs/model/assumptions.md that code and documents cite', () => {
    const cited = [...filesOfCode(), ...DOCUMENTS].flatMap((path) =>
      matches(read(path), /\((A\d+(?:, A\d+)*)\)/g).flatMap((list) =>
        list.split(', ').map((number) => ({ path, number })),
      ),
    )
    expect(cited.length).toBeGreaterThan(0)
    expect(cited.filter(({ number }) => !numbers.includes(number))).toEqual([])
  })
})
