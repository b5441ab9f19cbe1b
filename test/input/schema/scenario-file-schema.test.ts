import { describe, expect, it } from 'vitest'
import { scenarioFileSchema } from '../../../src/input/schema/scenario-file-schema.ts'
import type { JsonSchema } from '../../../src/input/schema/scenario-json-schema.ts'

const schema = scenarioFileSchema()
const definitions = schema.definitions!

/** Follows references, and the first branch that has the key, to what stands below the keys. */
function below(from: JsonSchema, ...keys: string[]): JsonSchema {
  if (from.$ref) return below(definitions[from.$ref.split('/').at(-1)!], ...keys)
  const branch = from.allOf?.[0] ?? from.anyOf?.find(({ type }) => type !== 'null')
  if (branch) return below(branch, ...keys)
  if (keys.length === 0) return from
  const { properties = {}, additionalProperties } = from
  return below(properties[keys[0]] ?? (additionalProperties as JsonSchema), ...keys.slice(1))
}

describe('scenarioFileSchema', () => {
  it('is the content of scenarios/scenario.schema.json; `npm run schema` writes it again', async () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`
    await expect(text).toMatchFileSnapshot('../../../scenarios/scenario.schema.json')
  })

  it('requires keys of a file that extends none, and none of a file that does', () => {
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'carecast scenario',
      if: { required: ['extends'] },
    })
    for (const [branch, isWhole] of [
      [schema.else!, true],
      [schema.then!, false],
    ] as const)
      for (const path of [[], ['entries'], ['placements', 'ifa'], ['openingStock', 'ages']]) {
        expect(below(branch, ...path).properties).not.toEqual({})
        expect((below(branch, ...path).required ?? []).length > 0, path.join('.')).toBe(isWhole)
      }
  })

  it('keeps the keys of list items and the limits of numbers in a file that extends another', () => {
    expect(below(schema.then!, 'facts').items).toEqual(below(schema.else!, 'facts').items)
    expect(below(schema.then!, 'entries', 'perYear')).toEqual(below(schema.else!, 'entries', 'perYear'))
    expect(below(schema.then!, 'entries').additionalProperties).toBe(false)
  })

  it('takes null, which removes a key, only where the key need not be there', () => {
    const takesNull = (property?: JsonSchema) => property?.anyOf?.some(({ type }) => type === 'null') ?? false
    const { label, places } = below(schema.then!, 'placements', 'ifa').properties!
    expect([label, places].map(takesNull)).toEqual([false, true])
    expect(
      takesNull(below(schema.then!, 'openingStock', 'placements').additionalProperties as JsonSchema),
    ).toBe(true)
    expect(takesNull(below(schema.else!, 'placements', 'ifa').properties!.places)).toBe(false)
  })

  it('has no reference to what it does not define', () => {
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/(\w+)"/g)].map(
      ([, name]) => name,
    )
    expect(references.filter((name) => definitions[name] === undefined)).toEqual([])
  })
})
