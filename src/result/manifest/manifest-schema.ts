// What a manifest must be to be read again: its keys, their types, and what must agree within it. Texts of manifests ->
// read-result.ts and the report.
import { z } from 'zod'
import { BASELINE } from '../../domain/baseline.ts'
import { InputError, messageAt, type Problem, quoteSafe } from '../../input/input-error.ts'
import { FILE_VERSION } from '../../input/schema/file-version.ts'
import { MOST_RUNS } from '../../run/run-row.ts'
import { CHARTS, isNameInResult } from '../result-files.ts'
import { sha256Of } from '../result-identity.ts'
import type { Manifest } from './manifest.ts'
import { detail } from './manifest-details.ts'

const text = z.string()
/** What is unknown, NaN, is null in a file. */
const number = z.number().nullable()
const count = z.int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2024-03-31')
const keptText = z.strictObject({ path: text, sha256, text })
const pounds = z.record(text, number)

const fileSchema = z.strictObject({
  name: text.refine(isNameInResult, `must be a name, or one in ${CHARTS}/`),
  sha256,
  bytes: count,
})

/** What a manifest says of a file. */
export type ListedFile = z.infer<typeof fileSchema>

const manifestSchema = z.strictObject({
  /** A format that is missing is of before. */
  carecast: z.strictObject({ version: text, format: count.max(FILE_VERSION).optional() }),
  scenario: z.strictObject({
    name: text,
    council: text,
    document: text,
    path: text,
    sha256,
    text,
    parents: z.array(keptText),
    set: z.array(text).optional(),
    budgetFile: keptText.optional(),
  }),
  extends: z.array(text),
  changes: z.array(detail(['by', 'path'])),
  illustrative: text.optional(),
  disclosure: z.strictObject({ below: z.number(), passOn: z.array(text), keep: z.array(text) }).optional(),
  solve: detail(['path', 'target']).optional(),
  seed: text,
  stream: text.optional(),
  intervals: text.optional(),
  runs: z.int().min(1).max(MOST_RUNS),
  monteCarlo: z.strictObject({
    runs: count,
    total_cost: z.strictObject({ mean_error_percent: number, q90_error_percent: number }),
  }),
  start: date,
  end: date,
  variants: z.array(text).min(1),
  /** Missing where an early version wrote it, as are the intervals and what was set. */
  totalCost: z.record(text, detail([], ['mean', 'q10', 'q50', 'q90'])).optional(),
  openingStock: z.strictObject({
    children: number,
    byPlacement: z.record(text, number),
    weeklyBill: z.strictObject({ byPlacement: pounds, total: number }),
  }),
  inputs: z.record(text, count),
  figures: z.array(detail(['path', 'kind', 'text'], ['value'])),
  assumptions: z.array(detail(['path', 'origin', 'shape'], ['central', 'low', 'high', 'level'])).optional(),
  unknown: z.array(text),
  contradictions: z.array(text),
  notUsed: z.array(detail(['figure', 'source', 'why'])),
  facts: z.array(detail(['path', 'period'], ['observed', 'fitted', 'residual', 'standard_error'])),
  multipliers: z.array(detail(['name'], ['value', 'standard_error'])),
  reconciliation: z.array(detail(['period'], ['change', 'starts', 'ceases', 'gap'])),
  growth: detail([], ['stated']).optional(),
  reentry: detail([], ['entries_per_year', 'returning_per_year']).optional(),
  budgets: z.array(detail(['budget', 'label', 'financial_year'], ['amount', 'mean', 'p_over'])).optional(),
  bridge: detail(['from', 'to', 'parts', 'lines']).optional(),
  packages: z
    .array(detail(['package', 'label', 'interventions', 'children_end', 'total', 'saving', 'years']))
    .optional(),
  isAttributed: z.boolean().optional(),
  attribution: z.array(detail(['package', 'line', 'unit', 'interventions', 'whole'])).optional(),
  claims: z.array(detail(['claim', 'label', 'kind', 'relation', 'unit'], ['value', 'probability'])),
  variance: z.array(detail(['financial_year', 'line', 'unit', 'parts'], ['total_variance'])),
  ranking: z.array(detail(['line', 'financial_year', 'assumption'], ['rank_correlation'])),
  warnings: z.array(z.strictObject({ code: text, text })),
  files: z.array(fileSchema),
})

type Read = z.infer<typeof manifestSchema>

/** Keys that any manifest of carecast has: a document with fewer is another. */
const SIGNS = ['carecast', 'scenario', 'seed', 'runs', 'files']
const LEAST_SIGNS = 3

/** Reads the text of a manifest; throws InputError with all that is wrong with it, in the names of the folder and its file. */
export function parseManifestToRead(json: string, folder: string, file: string): Manifest {
  const data = parseJson(json)
  const refuse = (message: string) => new InputError([{ file: folder, message }])
  if (data === undefined)
    throw refuse('holds no result of carecast run: its manifest.json is no JSON, or cut short')
  if (SIGNS.filter((key) => Object.hasOwn(data, key)).length < LEAST_SIGNS)
    throw refuse('holds no result of carecast run: its manifest.json is another')
  if (isOfBacktest(data)) throw refuse('holds a backtest, not a result of carecast run')
  const { success, data: read, error } = manifestSchema.safeParse(data)
  const messages = success ? disagreements(read) : error.issues.flatMap((issue) => messagesOf(issue, data))
  if (messages.length > 0) throw new InputError(messages.map((message): Problem => ({ file, message })))
  return data as unknown as Manifest
}

function parseJson(json: string): Record<string, unknown> | undefined {
  try {
    const data: unknown = JSON.parse(json)
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : undefined
  } catch {
    return undefined
  }
}

function isOfBacktest({ files, variants }: Record<string, unknown>): boolean {
  return variants === undefined && JSON.stringify(files)?.includes('"backtest.arrow"') === true
}

function messagesOf(issue: z.core.$ZodIssue, data: Record<string, unknown>): string[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => messageAt([...path, key], `is no key of a manifest${versionOf(data)}`))
  const found = path.reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], data)
  if (found === undefined) return [messageAt(path, `is missing${versionOf(data)}`)]
  const shown = quoteSafe((JSON.stringify(found) ?? '').slice(0, MOST_SHOWN))
  return [messageAt(path, `found ${shown}; ${issue.message.replace(/^Invalid input: /, '')}`)]
}

const MOST_SHOWN = 40

function versionOf({ carecast }: Record<string, unknown>): string {
  const { version } = (carecast ?? {}) as Record<string, unknown>
  return typeof version === 'string'
    ? ` as this version reads it; carecast ${quoteSafe(version)} wrote it`
    : ''
}

/** What must agree within a manifest and does not. */
function disagreements({
  scenario,
  runs,
  monteCarlo,
  variants,
  packages = [],
  totalCost,
  files,
}: Read): string[] {
  const { parents, budgetFile } = scenario
  const texts = [scenario.text, ...parents.map((parent) => parent.text)]
  const kept = [...parents, ...(budgetFile ? [budgetFile] : [])]
  const packageNames = packages.map((one) => String(one.package))
  const names = files.map(({ name }) => name)
  const wrong: [boolean, string][] = [
    [sha256Of(texts.join('\0')) !== scenario.sha256, 'scenario.sha256: is not that of the texts'],
    ...kept.map(({ path, sha256, text }): [boolean, string] => [
      sha256Of(text) !== sha256,
      `scenario: the SHA-256 of ${quoteSafe(path)} is not that of its text`,
    ]),
    [monteCarlo.runs !== runs, `runs: found ${runs}, but ${monteCarlo.runs} in monteCarlo`],
    [
      JSON.stringify(variants) !== JSON.stringify([BASELINE, ...packageNames]),
      `variants: must be ${BASELINE} and the packages (${packageNames.map(quoteSafe).join(', ') || 'none'})`,
    ],
    [
      totalCost !== undefined && variants.some((variant) => !Object.hasOwn(totalCost, variant)),
      'totalCost: must have every variant',
    ],
    [new Set(names).size < names.length, 'files: has a name twice'],
  ]
  return wrong.flatMap(([isWrong, message]) => (isWrong ? [message] : []))
}
