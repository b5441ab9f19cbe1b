// What schemas are made of: numbers with where they come from, ranges, and tables of them.
import { z } from 'zod'
import { AGE_BANDS, type AgeBand } from '../../domain/age-band.ts'
import { parseDate } from '../../domain/calendar.ts'
import type { Shape } from '../../domain/distribution/distribution.ts'
import { EXIT_REASONS, type ExitReason } from '../../domain/exit-reason.ts'
import { financialYearAdvice, parseFinancialYear } from '../../domain/financial-year.ts'
import { actingInLine, actingInText } from '../../domain/harmless-text.ts'

/** Refuses texts of spaces alone, and those with a character that acts on what shows them. */
function isSeen(actingIn: (text: string) => string | undefined) {
  return (text: string, context: z.RefinementCtx) => {
    const acting = actingIn(text)
    if (acting !== undefined)
      context.addIssue({
        code: 'custom',
        message: `has the ${CHARACTER[acting] ?? 'character'} ${acting}; leave it out`,
      })
    else if (text !== '' && text.trim() === '')
      context.addIssue({ code: 'custom', message: 'is nothing but spaces' })
  }
}

/** What people call those that they type; others have no name. */
const CHARACTER: Record<string, string> = { 'U+000A': 'line break', 'U+000D': 'line break', 'U+0009': 'tab' }

/** The three ways of saying where a figure comes from; a number carries one, or inherits it from a block around it. */
export const PROVENANCE_KEYS = ['source', 'published', 'assumed'] as const

/** A text of one line or more, of characters that can be seen. */
export const text = z.string().min(1).superRefine(isSeen(actingInText))

export const provenance = {
  source: text.optional().describe('where the document says so, e.g. "¶18"'),
  published: text.optional().describe('the published statistic and its date'),
  assumed: text.optional().describe('why this value, since nothing says it'),
}

const SHAPES = [
  'beta',
  'gamma',
  'log-normal',
  'normal',
  'pert',
  'triangular',
  'uniform',
] as const satisfies readonly Shape[]

/** Probability between low and high where a range does not say. */
const USUAL_LEVEL = 0.8

/** A number that is not known exactly; `shape` is that of its kind of number, where the range names none. */
const range = (number: z.ZodNumber, shape: Shape) =>
  z.strictObject({
    central: number,
    low: number,
    high: number,
    level: z.number().min(0.01).max(1).default(USUAL_LEVEL).describe('probability between low and high'),
    shape: z.enum(SHAPES).default(shape),
    shared: z
      .enum(['national'])
      .optional()
      .describe(
        'all councils draw the same value in a run, as for the minimum wage; each its own where missing',
      ),
    ...provenance,
  })

/**
 * A number, alone, with its provenance or as a range: `350`, `{ value: 350, source: ¶45 }` or
 * `{ central: 350, low: 250, high: 450, source: ¶45 }`. Reads as the number, or the central one.
 */
export const figure = (number: z.ZodNumber, shape: Shape) =>
  z
    .union([number, z.strictObject({ value: number, ...provenance }), range(number, shape)])
    .transform((written) => {
      if (typeof written === 'number') return written
      return 'central' in written ? written.central : written.value
    })

/** A number that cannot be a range, alone or with its provenance; `why` is what a user who writes one is told. */
export const fixedFigure = (number: z.ZodNumber, why: string) =>
  z
    .union([number, z.strictObject({ value: number, ...provenance })])
    .transform((written) => (typeof written === 'number' ? written : written.value))
    .meta({ $comment: why })

const withoutProvenance = <Table extends object>(table: Table) =>
  Object.fromEntries(
    Object.entries(table).filter(([key]) => !(PROVENANCE_KEYS as readonly string[]).includes(key)),
  )

/** Keys are checked also where a value is wrong, so that all problems come at once. */
const isTable = ({ value }: { value: unknown }) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A table whose keys the scenario chooses, beside the provenance of the whole. Reads as the bare table. */
export const tableOf = <Value extends z.ZodType>(
  keyPattern: string,
  keyMessage: string | ((key: string) => string),
  value: Value,
) =>
  z
    .object(provenance)
    .catchall(value)
    .superRefine(
      (table, context) => {
        for (const key of Object.keys(withoutProvenance(table)))
          if (!new RegExp(`^(${keyPattern})$`).test(key))
            context.addIssue({
              code: 'custom',
              path: [key],
              message: typeof keyMessage === 'string' ? keyMessage : keyMessage(key),
              params: { at: 'key' },
            })
      },
      { when: isTable },
    )
    .meta({ propertyNames: { pattern: `^(${[keyPattern, ...PROVENANCE_KEYS].join('|')})$` } })
    .transform((table) => withoutProvenance(table) as Record<string, z.output<Value>>)

/** A table with one figure for each age band, all five of them. Reads as the bare table. */
export const byAge = <Value extends z.ZodType>(value: Value) =>
  z
    .strictObject({
      ...(Object.fromEntries(AGE_BANDS.map((band) => [band, value])) as Record<AgeBand, Value>),
      ...provenance,
    })
    .transform((table) => withoutProvenance(table) as Record<AgeBand, z.output<Value>>)

/** A table with an entry for any of the exit reasons. Reads as the bare table. */
export const byExitReason = <Value extends z.ZodType>(value: Value) =>
  z
    .strictObject({
      ...(Object.fromEntries(EXIT_REASONS.map((reason) => [reason, value.optional()])) as Record<
        ExitReason,
        z.ZodOptional<Value>
      >),
      ...provenance,
    })
    .transform((table) => withoutProvenance(table) as Partial<Record<ExitReason, z.output<Value>>>)

export const byPlacement = <Value extends z.ZodType>(value: Value) =>
  tableOf('[a-z][A-Za-z0-9]*', 'must be the key of a placement, a word like inHouseFoster', value)

/** Values by months gone by: each key is the month from which the value holds, up to the next key; the first is 0. */
export const byMonths = <Value extends z.ZodType>(value: Value) =>
  tableOf('0|[1-9]\\d{0,2}', 'must be a whole number of months, 0 to 999', value)

/** Shares of the groups by the number of children in them. */
export const byGroupSize = <Value extends z.ZodType>(value: Value) =>
  tableOf('[1-8]', 'must be a number of children, 1 to 8', value)

export const date = z
  .string()
  .refine((text) => parseDate(text) !== undefined, 'must be a date of the calendar, YYYY-MM-DD')
  .meta({ format: 'date', examples: ['2017-03-31'] })
export const count = z.number().int().min(0)
export const share = z.number().min(0).max(1)
const factor = z.number().min(0).max(1_000)
const perYear = z.number().min(0).max(366)

// What kind of number a figure is decides the shape of its ranges.
export const shareFigure = figure(share, 'beta')
/** A share that leaves some on both sides. */
export const innerShareFigure = figure(z.number().min(0.01).max(0.99), 'beta')
export const factorFigure = figure(factor, 'log-normal')
export const perYearFigure = figure(perYear, 'gamma')
export const placesFigure = figure(count.max(1_000_000), 'gamma')
export const poundsFigure = figure(z.number().min(0).max(1_000_000), 'log-normal')

/** A text of one line, such as a label. */
export const line = z.string().min(1).max(200).superRefine(isSeen(actingInLine))
export const NOT_DRAWN = 'ranges of contributions and other lines are not drawn; state one number'

/** Tells whether a text names a financial year as scenarios do. */
export function isFinancialYear(name: string): boolean {
  return parseFinancialYear(name) !== undefined
}

/** Says what a financial year is written like, and how the one that a text means. */
export function noFinancialYear(text: string): string {
  return `must be a financial year like 2017/18${financialYearAdvice(text)}`
}

/** A table with a value for any financial year. Reads as the bare table. */
export const byFinancialYear = <Value extends z.ZodType>(value: Value) =>
  tableOf('\\d{4}/\\d{2}', noFinancialYear, value)

/** £ by financial year, as a council's tables have them. */
export const poundsByYear = byFinancialYear(fixedFigure(z.number().min(-1e10).max(1e10), NOT_DRAWN))

export const financialYear = z
  .string()
  .refine(isFinancialYear, { error: ({ input }) => noFinancialYear(String(input)) })
  .meta({ examples: ['2015/16'] })
