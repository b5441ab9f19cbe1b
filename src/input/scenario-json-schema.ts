// The scenario's schema as JSON Schema: for editors, which complete and check with it, and for the words of messages.
import { z } from 'zod'
import { scenarioSchema } from './scenario-schema.ts'

/** The parts of JSON Schema that the scenario's schema uses. */
export interface JsonSchema {
  type?: string
  description?: string
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  anyOf?: JsonSchema[]
  enum?: string[]
  examples?: string[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

/**
 * Derives the JSON Schema of a scenario file, in draft 7, which the YAML plug-ins of editors know best: 'ref' names the
 * parts that recur, which makes it small, 'inline' repeats them, which makes it easy to walk.
 */
export function scenarioJsonSchema(reused: 'ref' | 'inline'): JsonSchema {
  return z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-7', reused }) as JsonSchema
}
