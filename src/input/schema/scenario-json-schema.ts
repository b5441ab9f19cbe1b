// The scenario's schema as JSON Schema, with what a file has beside the scenario: for scenario-file-schema.ts and for the
// words of messages.
import { z } from 'zod'
import { EXTENDS } from '../reading/merge-documents.ts'
import { scenarioSchema } from './scenario-schema.ts'

/** The parts of JSON Schema that the scenario's schema uses. */
export interface JsonSchema {
  $schema?: string
  $ref?: string
  $comment?: string
  title?: string
  type?: string
  description?: string
  required?: string[]
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  anyOf?: JsonSchema[]
  allOf?: JsonSchema[]
  if?: JsonSchema
  then?: JsonSchema
  else?: JsonSchema
  definitions?: Record<string, JsonSchema>
  enum?: string[]
  examples?: string[]
  default?: number | string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

const EXTENDS_SCHEMA: JsonSchema = {
  type: 'string',
  minLength: 1,
  description: 'another scenario file, from this one on; what this file says is put over it, key by key',
  examples: ['smallshire.yaml'],
}

/**
 * Derives the JSON Schema of a whole scenario file, in draft 7, which the YAML plug-ins of editors know best: 'ref' names the
 * parts that recur, which makes it small, 'inline' repeats them, which makes it easy to walk.
 */
export function scenarioJsonSchema(reused: 'ref' | 'inline'): JsonSchema {
  const schema = z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-7', reused }) as JsonSchema
  return { ...schema, properties: { [EXTENDS]: EXTENDS_SCHEMA, ...schema.properties } }
}
