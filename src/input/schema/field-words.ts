// What the schema says of a field, in words: what it may hold, what it means, which keys it knows, and as which range.
import type { Shape } from '../../domain/distribution/distribution.ts'
import type { FieldPath } from '../input-error.ts'
import { type JsonSchema, scenarioJsonSchema } from './scenario-json-schema.ts'

/** What may stand at a path of the scenario. */
export interface FieldWords {
  /** 'a number from 0 to 1', 'a block of keys'. */
  allowed: string
  /** What the field means, where the schema says so. */
  meaning?: string
  /** Keys of the block, where they are given; none where the scenario chooses them. */
  keys: string[]
  isNumber: boolean
  /** Whether it must be a whole number. */
  isWhole: boolean
  /** How the number may be a range; undefined where it cannot, and then why not, where the schema says so. */
  range?: RangeField
  whyFixed?: string
}

/** The limits of a number that may be a range, and what holds where the range does not say. */
export interface RangeField {
  least: number
  most: number
  isWhole: boolean
  level: number
  shape: Shape
}

let root: JsonSchema | undefined

/** Looks up what the schema allows at a path. */
export function describeField(path: FieldPath): FieldWords {
  root ??= scenarioJsonSchema('inline')
  let found = [root]
  for (const step of path) found = branches(found).flatMap((schema) => child(schema, String(step)))
  const choices = branches(found)
  // A figure is described as the number that it is, though it may be a block with its source.
  const plainest = choices.find(isNumeric) ?? choices[0]
  return {
    allowed: plainest ? allowedBy(plainest) : 'left out',
    meaning: found.find((schema) => schema.description)?.description,
    keys: [...new Set(choices.flatMap((schema) => Object.keys(schema.properties ?? {})))],
    isNumber: choices.some(isNumeric),
    isWhole: plainest?.type === 'integer',
    range: rangeField(choices),
    whyFixed: found.find((schema) => schema.$comment)?.$comment,
  }
}

function rangeField(choices: JsonSchema[]): RangeField | undefined {
  const properties = choices.find((schema) => schema.properties?.central)?.properties
  if (!properties) return undefined
  const { central, level, shape } = properties
  return {
    least: central.minimum!,
    most: central.maximum!,
    isWhole: central.type === 'integer',
    level: level.default as number,
    shape: shape.default as Shape,
  }
}

function branches(schemas: JsonSchema[]): JsonSchema[] {
  return schemas.flatMap((schema) => (schema.anyOf ? branches(schema.anyOf) : [schema]))
}

function child(schema: JsonSchema, step: string): JsonSchema[] {
  if (schema.items) return [schema.items]
  if (schema.properties && Object.hasOwn(schema.properties, step)) return [schema.properties[step]]
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []
}

function isNumeric(schema: JsonSchema): boolean {
  return schema.type === 'number' || schema.type === 'integer'
}

function allowedBy(schema: JsonSchema): string {
  if (isNumeric(schema)) return numberAllowedBy(schema)
  if (schema.enum) return `one of ${schema.enum.map((name) => `'${name}'`).join(', ')}`
  if (schema.type === 'array') return `a list${sizeOf(schema.minItems, schema.maxItems)}`
  if (schema.type === 'object') return 'a block of keys'
  if (schema.examples) return `a text like ${schema.examples[0]}`
  return schema.maxLength === undefined ? 'a text' : `a text of 1 to ${schema.maxLength} characters`
}

function numberAllowedBy({ type, minimum, maximum }: JsonSchema): string {
  const kind = type === 'integer' ? 'a whole number' : 'a number'
  const bounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
  return bounded ? `${kind} from ${minimum} to ${maximum}` : `${kind} from ${minimum} up`
}

function sizeOf(least?: number, most?: number): string {
  if (least === undefined) return ''
  return least === most ? ` of ${least}` : ` of at least ${least}`
}
