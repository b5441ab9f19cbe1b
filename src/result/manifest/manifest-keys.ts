// The keys of manifest.json, each with what it says, its schema when it is read again, and how it follows from a result.
import { z } from 'zod'
import { FILE_VERSION } from '../../input/schema/file-version.ts'
import { MOST_RUNS } from '../../run/run-row.ts'
import { countInputs } from '../input-count.ts'
import type { DrawnInput, KeptText, Result } from '../result.ts'
import { CHARTS, isNameInResult, listed, MANIFEST, type WrittenFile } from '../result-files.ts'
import { detail } from './manifest-details.ts'

/** What a manifest describes: a result, and all its files but the manifest itself. */
export interface Written {
  result: Result
  files: WrittenFile[]
}

/** A key of the manifest. */
interface ManifestKey {
  /** For the reference. */
  says: string
  schema: z.ZodType
  /** Told as undefined it is not in the file. */
  tell: (written: Written) => unknown
}

const text = z.string()
/** What is unknown, NaN, is null in a file. */
const number = z.number().nullable()
const count = z.int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2024-03-31')
const keptText = z.strictObject({ path: text, sha256, text })
const pounds = z.record(text, number)

const listedFile = z.strictObject({
  name: text.refine(isNameInResult, `must be a name, or one in ${CHARTS}/`),
  sha256,
  bytes: count,
})

/** The keys of a manifest, in the order of the file. */
export const MANIFEST_KEYS = {
  carecast: {
    says: 'the version that wrote it, and the format of its scenario files',
    // Versions before 0.2.0 wrote no format.
    schema: z.strictObject({ version: text, format: count.max(FILE_VERSION).optional() }),
    tell: ({ result }) => ({ version: result.identity.version, format: FILE_VERSION }),
  },
  scenario: {
    says: 'the scenario whole: its text, those that it extends, what was set, the file of budgets',
    schema: z.strictObject({
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
    tell: ({ result }) => tellScenario(result),
  },
  extends: {
    says: 'paths of the files that the scenario extends, the nearest first',
    schema: z.array(text),
    tell: ({ result }) => result.source.parents.map(({ path }) => path),
  },
  changes: {
    says: 'what differs from the file that it extends, and what was set',
    schema: z.array(detail(['by', 'path'])),
    tell: ({ result }) => result.changes.map(({ by, path, from, to }) => ({ by, path, from, to })),
  },
  illustrative: {
    says: 'why the result is only an illustration, where it is',
    schema: text.optional(),
    tell: ({ result }) => result.identity.illustrative,
  },
  disclosure: {
    says: 'which files have small counts withheld and may be passed on, and which not',
    schema: z.strictObject({ below: z.number(), passOn: z.array(text), keep: z.array(text) }).optional(),
    tell: tellDisclosure,
  },
  solve: {
    says: 'what was solved for, the steps and the answer',
    schema: detail(['path', 'target']).optional(),
    tell: ({ result }) => result.solve,
  },
  seed: { says: 'the seed', schema: text, tell: ({ result }) => result.identity.seed },
  stream: {
    says: "name of the council's random numbers",
    schema: text.optional(),
    tell: ({ result }) => result.identity.stream,
  },
  intervals: {
    says: 'what the intervals include',
    schema: text.optional(),
    tell: ({ result }) => result.identity.intervals,
  },
  runs: {
    says: 'how many runs there are',
    schema: z.int().min(1).max(MOST_RUNS),
    tell: ({ result }) => result.identity.runs,
  },
  monteCarlo: {
    says: 'the Monte Carlo errors of the cost of all years, in % of it',
    schema: z.strictObject({
      runs: count,
      total_cost: z.strictObject({ mean_error_percent: number, q90_error_percent: number }),
    }),
    tell: ({ result: { identity, errors } }) => ({
      runs: identity.runs,
      total_cost: {
        mean_error_percent: errors.mean_error_percent,
        q90_error_percent: errors.q90_error_percent,
      },
    }),
  },
  start: {
    says: 'the day of the opening stock',
    schema: date,
    tell: ({ result }) => result.scenario.start,
  },
  end: { says: 'the last simulated day', schema: date, tell: ({ result }) => result.scenario.end },
  variants: {
    says: 'the baseline and the packages',
    schema: z.array(text).min(1),
    tell: ({ result }) => Object.keys(result.totalCost),
  },
  totalCost: {
    says: 'statistics of the cost of all years, in £, by variant',
    // Missing where an early version wrote it, as are the intervals and what was set.
    schema: z.record(text, detail([], ['mean', 'q10', 'q50', 'q90'])).optional(),
    tell: ({ result }) => result.totalCost,
  },
  openingStock: {
    says: 'the children of the start date and their bill of a week in £, by placement',
    schema: z.strictObject({
      children: number,
      byPlacement: z.record(text, number),
      weeklyBill: z.strictObject({ byPlacement: pounds, total: number }),
    }),
    tell: ({ result }) => result.openingBill,
  },
  inputs: {
    says: 'how many inputs there are, and how many of them are assumed',
    schema: z.record(text, count),
    tell: ({ result }) => countInputs(result.figures),
  },
  figures: {
    says: 'every figure of the scenario with where it comes from',
    schema: z.array(detail(['path', 'kind', 'text'], ['value'])),
    tell: ({ result }) => result.figures.map(({ path, value, kind, text }) => ({ path, value, kind, text })),
  },
  assumptions: {
    says: 'what each run draws afresh: its range, and the counted events behind a range of the fit',
    schema: z.array(detail(['path', 'origin', 'shape'], ['central', 'low', 'high', 'level'])).optional(),
    tell: ({ result: { assumptions } }) =>
      assumptions.length > 0 ? assumptions.map(tellAssumption) : undefined,
  },
  unknown: {
    says: 'what the document does not say',
    schema: z.array(text),
    tell: ({ result }) => result.scenario.unknown,
  },
  contradictions: {
    says: 'where the document contradicts itself',
    schema: z.array(text),
    tell: ({ result }) => result.scenario.contradictions ?? [],
  },
  notUsed: {
    says: 'figures of the document that the scenario does not use, and why',
    schema: z.array(detail(['figure', 'source', 'why'])),
    tell: ({ result }) => result.scenario.notUsed ?? [],
  },
  facts: {
    says: 'every count that the fit aimed at, and what a replay of its period gives',
    schema: z.array(detail(['path', 'period'], ['observed', 'fitted', 'residual', 'standard_error'])),
    tell: ({ result }) => result.facts,
  },
  multipliers: {
    says: 'what the fit multiplied rates by',
    schema: z.array(detail(['name'], ['value', 'standard_error'])),
    tell: ({ result }) => result.multipliers,
  },
  reconciliation: {
    says: 'what counted flows leave unexplained of the change in the number of children',
    schema: z.array(detail(['period'], ['change', 'starts', 'ceases', 'gap'])),
    tell: ({ result }) => result.reconciliation,
  },
  growth: {
    says: 'what a stated growth does to entries',
    schema: detail([], ['stated']).optional(),
    tell: ({ result }) => result.growth,
  },
  reentry: {
    says: 'how many of the entries a year are children who come back',
    schema: detail([], ['entries_per_year', 'returning_per_year']).optional(),
    tell: ({ result }) => result.reentry,
  },
  budgets: {
    says: 'the chance and the amount of an overspend of each budget, by variant and year',
    schema: z.array(detail(['budget', 'label', 'financial_year'], ['amount', 'mean', 'p_over'])).optional(),
    tell: ({ result: { budgets } }) => (budgets.length > 0 ? budgets : undefined),
  },
  bridge: {
    says: 'the steps from the last outturn to the forecast',
    schema: detail(['from', 'to', 'parts', 'lines']).optional(),
    tell: ({ result }) => result.bridge,
  },
  packages: {
    says: 'each package against the baseline in the same runs',
    schema: z
      .array(detail(['package', 'label', 'interventions', 'children_end', 'total', 'saving', 'years']))
      .optional(),
    tell: ({ result }) => result.packages,
  },
  isAttributed: {
    says: 'whether interventions and limited places were told apart, which takes further runs',
    schema: z.boolean().optional(),
    tell: ({ result: { packages, identity } }) => packages && identity.isAttributed,
  },
  attribution: {
    says: 'what each intervention of the largest package brings',
    schema: z.array(detail(['package', 'line', 'unit', 'interventions', 'whole'])).optional(),
    tell: ({ result }) => result.attribution,
  },
  claims: {
    says: 'what each claim of the document comes to',
    schema: z.array(detail(['claim', 'label', 'kind', 'relation', 'unit'], ['value', 'probability'])),
    tell: ({ result }) => result.claims,
  },
  outcomes: {
    says: 'where what happened falls among the runs of every variant',
    schema: z.array(detail(['variant', 'on'], ['children', 'rank', 'q10', 'q50', 'q90'])).optional(),
    tell: ({ result: { outcomes } }) => (outcomes.length > 0 ? outcomes : undefined),
  },
  variance: {
    says: 'the parts of the variance of every headline',
    schema: z.array(detail(['financial_year', 'line', 'unit', 'parts'], ['total_variance'])),
    tell: ({ result }) => result.variance,
  },
  ranking: {
    says: 'which assumptions move the main headlines, and how much',
    schema: z.array(detail(['line', 'financial_year', 'assumption'], ['rank_correlation'])),
    tell: ({ result }) => result.ranking,
  },
  warnings: {
    says: 'what must be known before the numbers are used',
    schema: z.array(z.strictObject({ code: text, text })),
    tell: ({ result }) => result.warnings.map(({ code, text }) => ({ code, text })),
  },
  files: {
    says: 'the other files with their size and SHA-256',
    schema: z.array(listedFile),
    tell: ({ files }) => files.filter(({ isOfThisMachine }) => !isOfThisMachine).map(listed),
  },
} as const satisfies Record<string, ManifestKey>

function tellScenario({ identity, source, scenario }: Result) {
  return {
    name: identity.scenario,
    council: scenario.council,
    document: scenario.document,
    path: source.path,
    sha256: identity.scenarioSha256,
    text: source.text,
    parents: source.parents.map(tellText),
    set: identity.sets,
    ...(source.budgetFile && { budgetFile: tellText(source.budgetFile) }),
  }
}

function tellText({ path, sha256, text }: KeptText): KeptText {
  return { path, sha256, text }
}

/** The manifest itself has all counts. */
function tellDisclosure({ result: { scenario }, files }: Written) {
  if (scenario.disclosure === undefined) return undefined
  const names = (mayBePassedOn: boolean) =>
    files.filter((file) => file.mayBePassedOn === mayBePassedOn).map(({ name }) => name)
  return { below: scenario.disclosure.below, passOn: names(true), keep: [...names(false), MANIFEST] }
}

/** A range of the scenario file, or a multiplier of the fit with the events counted behind it. */
function tellAssumption({ path, range, events }: DrawnInput) {
  const { central, low, high, level, shape } = range
  const origin = events === undefined ? { origin: 'scenario' } : { origin: 'fit', events }
  return { path, central, low, high, level, shape, ...origin } as {
    path: string
    events?: number
    origin: string
  } & DrawnInput['range']
}
