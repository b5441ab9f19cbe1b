// The result of timing all benchmarks, as it is written: its schema, and what is known of the machine it comes from.
// run-benchmarks.ts writes it, compare-with-baseline.ts reads it. The published schema is benchmark-result.schema.json.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { dirname } from 'node:path'
import { z } from 'zod'

const positive = z.number().positive()
const spread = z.strictObject({ median: positive, p25: positive, p75: positive })

const timingSchema = z.strictObject({
  name: z.string().min(1),
  calls: z.int().positive().describe('calls timed, in batches, one batch to a pair'),
  pairs: z.int().positive().describe('batches timed, each between two calls of the reference kernel'),
  milliseconds: spread.describe('time of one operation by the clock'),
  kernelMilliseconds: positive.describe('processor time of one call of the reference kernel, median'),
  ratio: spread.describe(
    'processor time of one operation over the mean of the kernel before and after it: what travels between machines',
  ),
  processRatios: z
    .array(positive)
    .min(1)
    .describe('median ratio in each process that timed it, ascending; all else is of the middle one'),
})

export type Timing = z.infer<typeof timingSchema>

export const benchmarkResultSchema = z
  .strictObject({
    when: z.iso.datetime().describe('when the timing ended'),
    form: z
      .enum(['full', 'short'])
      .describe('short times less work for less long; the forms are not compared'),
    commit: z.string().describe('git describe --always --dirty, or unknown'),
    node: z.string().startsWith('v'),
    machine: z.strictObject({
      cpu: z.string(),
      cores: z.int().positive(),
      load: z.number().nonnegative().describe('processes running or waiting to, mean of the last minute'),
    }),
    timings: z.array(timingSchema).min(1),
  })
  .meta({
    title: 'carecast benchmark result',
    description: 'What `npm run bench` writes to bench/results',
  })

export type BenchmarkResult = z.infer<typeof benchmarkResultSchema>

/** Puts timings together with the machine, the commit and the time of day. */
export function describeTimings(timings: Timing[], form: BenchmarkResult['form']): BenchmarkResult {
  return {
    when: new Date().toISOString(),
    form,
    commit: commit(),
    node: process.version,
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), load: loadavg()[0] },
    timings,
  }
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return 'unknown'
  }
}

/** Writes a value as JSON after its text has been read back by the schema; throws where it does not follow it. */
export function writeChecked(path: string, value: unknown, schema: z.ZodType): void {
  const text = `${JSON.stringify(value, null, 2)}\n`
  schema.parse(JSON.parse(text))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Reads JSON; throws where it cannot be read or does not follow the schema. */
export function readChecked<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** Derives the JSON Schema of a result, in draft 7. */
export function benchmarkResultJsonSchema(): object {
  return z.toJSONSchema(benchmarkResultSchema, { target: 'draft-7' })
}
