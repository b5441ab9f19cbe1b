import { describe, expect, it } from 'vitest'
import { scenarioJsonSchema } from '../../../src/input/schema/scenario-json-schema.ts'

describe('scenarioJsonSchema', () => {
  it('states its dialect and title, and the pattern of keys that a scenario chooses', () => {
    expect(scenarioJsonSchema('inline')).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'carecast scenario',
      properties: {
        placements: { propertyNames: { pattern: '^([a-z][A-Za-z0-9]*|source|published|assumed)$' } },
        openingStock: {
          properties: {
            monthsInCare: { propertyNames: { pattern: '^(0|[1-9]\\d{0,2}|source|published|assumed)$' } },
          },
        },
      },
    })
  })
})
