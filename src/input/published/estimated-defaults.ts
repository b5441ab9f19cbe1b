// What was estimated once from the published table, for all councils alike: published/defaults.csv -> numbers by name.
// scripts/estimate-defaults.ts makes the file, with the derivation of each number.
import { readFileSync } from 'node:fs'
import { publishedFolder } from '../files/published-folder.ts'
import { csvRecords } from '../reading/csv-records.ts'

/** The numbers, by the name that they have in the file. */
export const DEFAULTS = [
  'shocks.entries.local',
  'shocks.entries.national',
  'shocks.exits.local',
  'shocks.exits.national',
  'betweenCouncils.starts',
  'betweenCouncils.ends',
  'betweenYears.starts',
  'betweenYears.ends',
  'growth.ownWeight',
  'entries.level',
] as const

export type DefaultName = (typeof DEFAULTS)[number]

/** Name of the file beside the table. */
export const DEFAULTS_FILE = 'defaults.csv'

/** The last edition that the estimates look at. */
export const ESTIMATED_UP_TO = 2016

export interface EstimatedDefault {
  value: number
  /** NaN where nothing can tell it. */
  standardError: number
  /** What it was estimated from, counted. */
  n: number
}

let known: Record<DefaultName, EstimatedDefault> | undefined

/** Returns an estimated number; the file is read once. */
export function estimatedDefault(name: DefaultName): EstimatedDefault {
  known ??= parseDefaults(readFileSync(new URL(DEFAULTS_FILE, publishedFolder()), 'utf8'))
  return known[name]
}

/** Parses the file; throws where a number is missing. */
export function parseDefaults(text: string): Record<DefaultName, EstimatedDefault> {
  const rows = new Map(csvRecords(text, DEFAULTS_FILE).map((row) => [row.name, row]))
  return Object.fromEntries(
    DEFAULTS.map((name) => {
      const row = rows.get(name)
      if (row === undefined || !Number.isFinite(Number(row.value)))
        throw new Error(`published/${DEFAULTS_FILE} has no number ${name}`)
      const standardError = row.standard_error === '' ? Number.NaN : Number(row.standard_error)
      return [name, { value: Number(row.value), standardError, n: Number(row.n) }]
    }),
  ) as Record<DefaultName, EstimatedDefault>
}
