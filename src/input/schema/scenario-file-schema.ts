// The JSON Schema that editors check files with: of a whole scenario, or of one that extends another and may leave out
// whatever its parent has. carecast itself checks the merged data, against the whole schema.

import { EXTENDS } from '../reading/merge-documents.ts'
import { type JsonSchema, scenarioJsonSchema } from './scenario-json-schema.ts'

type Definitions = Record<string, JsonSchema>

const IN_FORK = '_in_fork'

/**
 * Derives the schema of a scenario file. Where `extends` is present no block requires a key, and null stands for one
 * that the parent's block need not have; figures and the items of lists replace the parent's and stay whole.
 */
export function scenarioFileSchema(): JsonSchema {
  const { $schema, title, description, definitions = {}, ...whole } = scenarioJsonSchema('ref')
  const isPart = (name: string) => holdsBlock(definitions[name], definitions)
  const relax = (schema: JsonSchema): JsonSchema => relaxed(schema, isPart)
  const parts = Object.keys(definitions).filter(isPart)
  return {
    $schema,
    title,
    description,
    type: 'object',
    if: { required: [EXTENDS] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: { $ref: '#/definitions/fork' },
    else: { $ref: '#/definitions/scenario' },
    definitions: {
      scenario: whole,
      fork: relax(whole),
      ...definitions,
      ...Object.fromEntries(parts.map((name) => [`${name}${IN_FORK}`, relax(definitions[name])])),
    },
  }
}

/** Tells whether a schema has keys that a fork may leave out, itself or behind its references. */
function holdsBlock(schema: JsonSchema, definitions: Definitions): boolean {
  if (schema.$ref) return holdsBlock(definitions[nameOf(schema.$ref)], definitions)
  const choices = [...(schema.anyOf ?? []), ...(schema.allOf ?? [])]
  return isBlock(schema) || choices.some((choice) => holdsBlock(choice, definitions))
}

function relaxed(schema: JsonSchema, isPart: (name: string) => boolean): JsonSchema {
  const relax = (part: JsonSchema) => relaxed(part, isPart)
  if (schema.$ref) return isPart(nameOf(schema.$ref)) ? { $ref: `${schema.$ref}${IN_FORK}` } : schema
  if (schema.anyOf) return { ...schema, anyOf: schema.anyOf.map(relax) }
  if (schema.allOf) return { ...schema, allOf: schema.allOf.map(relax) }
  if (!isBlock(schema)) return schema
  const { required = [], properties = {}, additionalProperties, ...rest } = schema
  const optional = (part: JsonSchema) => ({ anyOf: [relax(part), { type: 'null' }] })
  return {
    ...rest,
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, part]) => [
        key,
        required.includes(key) ? relax(part) : optional(part),
      ]),
    ),
    additionalProperties:
      typeof additionalProperties === 'object' ? optional(additionalProperties) : additionalProperties,
  }
}

/** Tells blocks from figures, which a fork writes whole. */
function isBlock({ type, properties }: JsonSchema): boolean {
  return type === 'object' && properties?.value === undefined && properties?.central === undefined
}

function nameOf(reference: string): string {
  return reference.slice('#/definitions/'.length)
}
