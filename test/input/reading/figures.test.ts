import { describe, expect, it } from 'vitest'
import type { FieldPath } from '../../../src/input/input-error.ts'
import { findUnsourced, listFigures } from '../../../src/input/reading/figures.ts'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { provenanceIn } from '../../../src/input/reading/source-document.ts'
import { SMALLSHIRE } from '../smallshire.ts'

const documentOf = (data: Record<string, unknown>) => ({
  data,
  provenanceOf: (path: FieldPath) => provenanceIn(data, path),
})

describe('listFigures', () => {
  it('lists every number of a scenario with its kind and text', () => {
    const { figures } = parseScenario(SMALLSHIRE, 's.yaml')
    expect(figures.every(({ kind }) => kind === 'assumed')).toBe(true)
    expect(figures.length).toBeGreaterThan(100)
    expect(figures.find(({ path }) => path === 'placements.kinship.weeklyPrice')).toEqual({
      path: 'placements.kinship.weeklyPrice',
      value: 350,
      kind: 'assumed',
      text: 'the national minimum allowance of 2023/24 and some supervision',
    })
  })

  it('takes the provenance beside the number before those of the blocks around it', () => {
    const data = {
      block: { source: '¶1', a: 1, b: { value: 2, published: 'DfE' }, c: { assumed: 'guess', d: [3] } },
    }
    expect(listFigures(documentOf(data))).toEqual([
      { path: 'block.a', value: 1, kind: 'source', text: '¶1' },
      { path: 'block.b', value: 2, kind: 'published', text: 'DfE' },
      { path: 'block.c.d.0', value: 3, kind: 'assumed', text: 'guess' },
    ])
  })

  it('counts a figure that is sourced and assumed as assumed', () => {
    expect(
      listFigures(documentOf({ a: { value: 1, source: '¶1', assumed: 'read off a chart' } })),
    ).toMatchObject([{ kind: 'assumed', text: 'read off a chart' }])
  })
})

describe('findUnsourced', () => {
  it.each([
    [
      'a number at the top',
      { a: 1 },
      ['a: does not say where it comes from; write { value: 1, source: … }, or published or assumed'],
    ],
    [
      'a figure without provenance',
      { a: { value: 1 } },
      ['a: does not say where it comes from; write { value: 1, source: … }, or published or assumed'],
    ],
    [
      'a whole block once, the outermost',
      { a: { b: { c: 1, d: 2 }, e: [3] } },
      ['a: does not say where its 3 numbers come from; add source, published or assumed to it'],
    ],
    [
      'the one number that a block forgets',
      { a: { b: { value: 1, source: 'x' }, c: { d: 2 } } },
      ['a.c.d: does not say where it comes from; write { value: 2, source: … }, or published or assumed'],
    ],
    ['nothing that a block around accounts for', { a: { source: 'x', b: { c: 1 } } }, []],
    [
      'numbers whose provenance stands at the top, where it says nothing',
      { source: 'x', a: 1 },
      ['a: does not say where it comes from; write { value: 1, source: … }, or published or assumed'],
    ],
  ])('reports %s', (_, data, problems) => {
    expect(
      findUnsourced(documentOf(data)).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ).toEqual(problems)
  })
})
