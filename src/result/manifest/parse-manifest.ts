// What a manifest must be to be read again: its keys, their types, and what must agree within it. Texts of manifests ->
// read-result.ts and the report.
import { z } from 'zod'
import { BASELINE } from '../../domain/baseline.ts'
import { sha256InHex } from '../../domain/sha256.ts'
import { InputError, messageAt, type Problem, quoteSafe } from '../../input/input-error.ts'
import type { Manifest } from './manifest.ts'
import { MANIFEST_KEYS } from './manifest-keys.ts'

type Schemas = { [Key in keyof typeof MANIFEST_KEYS]: (typeof MANIFEST_KEYS)[Key]['schema'] }

const manifestSchema = z.strictObject(
  Object.fromEntries(Object.entries(MANIFEST_KEYS).map(([key, { schema }]) => [key, schema])) as Schemas,
)

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
    [sha256InHex(texts.join('\0')) !== scenario.sha256, 'scenario.sha256: is not that of the texts'],
    ...kept.map(({ path, sha256, text }): [boolean, string] => [
      sha256InHex(text) !== sha256,
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
