// The scenario file as a strict schema: what may be written, in which units, within which limits.
// scenario-reader.ts parses YAML with it; scenario-rules.ts checks what no single field can know.
import { z } from 'zod'
import { AGE_BANDS } from '../../domain/age-band.ts'
import { EXIT_REASONS, TURNED_18 } from '../../domain/exit-reason.ts'
import { MOST_POUNDS } from '../pounds.ts'
import { claim } from './claim-schema.ts'
import { FILE_VERSION, FILE_VERSION_KEY } from './file-version.ts'
import { intervention, packageOfInterventions } from './intervention-schema.ts'
import {
  byAge,
  byExitReason,
  byFinancialYear,
  byGroupSize,
  byMonths,
  byPlacement,
  count,
  date,
  factorFigure,
  figure,
  financialYear,
  fixedFigure,
  innerShareFigure,
  isFinancialYear,
  line,
  NOT_DRAWN,
  noFinancialYear,
  perYearFigure,
  placesFigure,
  poundsByYear,
  poundsFigure,
  provenance,
  share,
  shareFigure,
  tableOf,
  text,
} from './schema-figures.ts'

const COUNTED = 'a count that was made is one number; its uncertainty follows from the count'
const OPENING = 'the numbers of the opening stock are exact (A6)'
const GROWTH = 'an expected value is one number; shocks and the counts behind the rates make it uncertain'
const countedFigure = fixedFigure(count, COUNTED)
const countedOneFigure = fixedFigure(count.min(1), COUNTED)
const countedShareFigure = fixedFigure(share, COUNTED)
const counted = count.meta({ $comment: COUNTED })

/** A hazard per child-year: a level by age, times factors by placement and by the two clocks (missing factors are 1). */
const hazard = z.strictObject({
  perYear: z.union([perYearFigure, byAge(perYearFigure)]).describe('events per child-year at risk, by age'),
  byPlacement: byPlacement(factorFigure)
    .optional()
    .describe('factors by placement; a missing placement is 1'),
  byMonthsInCare: byMonths(factorFigure).optional().describe('factors from that month in care on'),
  byMonthsInPlacement: byMonths(factorFigure)
    .optional()
    .describe('factors from that month in the placement on'),
  ...provenance,
})

const move = hazard.extend({
  destinations: byPlacement(byPlacement(shareFigure)).describe(
    'from each placement, the shares of the placements that children move to',
  ),
})

const exit = hazard.extend({
  fittedWith: z
    .string()
    .optional()
    .describe(
      'the kind of move that leads to this exit, e.g. into adoptive homes: the fit scales both alike',
    ),
})

/** Foster carers as a stock; the words are those of Ofsted's statistics of fostering. */
const carers = z.strictObject({
  households: figure(count.max(100_000), 'gamma').describe(
    'approved households at the close of the start date',
  ),
  placesPerHousehold: figure(z.number().min(0).max(20), 'log-normal').describe(
    'children that a household is approved for',
  ),
  usableShare: shareFigure.describe(
    'of the approved places, the share that can be used: some households rest, and some places suit no child who comes',
  ),
  approvalsPerYear: figure(z.number().min(0).max(10_000), 'gamma').describe(
    'households approved in a year, of those who apply from the start date on',
  ),
  approvalMonths: figure(z.number().min(0).max(60), 'gamma').describe(
    'months from the application to the approval',
  ),
  pipelinePerYear: figure(z.number().min(0).max(10_000), 'gamma')
    .optional()
    .describe(
      'households approved in a year until then, who have applied before; approvalsPerYear where missing',
    ),
  deregistrationsPerHouseholdYear: perYearFigure.describe(
    'households that resign or are deregistered, per household and year: 0.12 is about 12 of 100 in a year',
  ),
  ...provenance,
})

const placement = z.strictObject({
  label: line,
  weeklyPrice: poundsFigure.describe('£ a week for one child, in prices of priceBase'),
  priceSpread: figure(z.number().min(0).max(2), 'gamma')
    .optional()
    .describe(
      'how much children differ in price: standard deviation of its logarithm, the mean kept; alike where missing',
    ),
  fixedShare: shareFigure
    .optional()
    .describe(
      'share of the price that is paid whether places are taken or not, by the children of the start',
    ),
  places: placesFigure.optional().describe('children it can take; no limit where missing'),
  carers: carers.optional().describe('foster carers who give the places, in place of a fixed number'),
  overflow: z
    .array(z.string())
    .optional()
    .describe(
      'where a child goes who finds it full, in this order; the last needs a placement without limit',
    ),
  ages: z
    .array(z.enum(AGE_BANDS))
    .min(1)
    .optional()
    .describe('the only ages that move into it; all where missing'),
  ...provenance,
})

const openingStock = z.strictObject({
  children: fixedFigure(count.min(1), OPENING).describe(
    'children looked after at the close of the start date',
  ),
  placements: byPlacement(fixedFigure(count, OPENING)).describe(
    'children in each placement; they add up to children',
  ),
  ages: byAge(shareFigure).describe('shares of the children, adding up to 1'),
  aged17Share: innerShareFigure
    .optional()
    .describe('of the children aged 16 to 17, the share who turn 18 within a year; a half where missing'),
  monthsInCare: byMonths(shareFigure).describe('shares by months since the period of care began'),
  ...provenance,
})

const entries = z.strictObject({
  perYear: figure(z.number().min(0).max(200_000), 'gamma')
    .optional()
    .describe('children who start to be looked after in a year; the latest count of facts where missing'),
  trendPerYear: figure(z.number().min(-0.9).max(3), 'normal')
    .optional()
    .describe('growth of the rate from one simulated year to the next: 0.03 is 3 % a year'),
  stockGrowth: fixedFigure(z.number().min(-0.5).max(1), GROWTH)
    .optional()
    .describe(
      'growth of the number of children expected a year: 0.01 is 1 %; entries of the first five years are turned to it',
    ),
  monthProfile: z
    .strictObject({ factors: z.array(factorFigure).length(12), ...provenance })
    .optional()
    .describe('factors for January to December, 1 on average'),
  ages: byAge(shareFigure).describe('shares of the entries, adding up to 1'),
  firstMonthShare: innerShareFigure
    .optional()
    .describe(
      'of the entrants under 1, the share in their first four weeks; even over the year where missing',
    ),
  placements: byAge(byPlacement(shareFigure)).describe('for each age, the shares of the first placements'),
  siblings: z
    .strictObject({
      groupSizes: byGroupSize(shareFigure).describe(
        'shares of the groups by their number of children, adding up to 1: shares of families, not of children',
      ),
      ...provenance,
    })
    .optional()
    .describe('brothers and sisters who enter together; every child comes alone where missing'),
  ...provenance,
})

/** A weekly payment for a child who has left: it ends after so many months or on a birthday, whichever comes first. */
const payment = z.strictObject({
  weekly: poundsFigure.describe('£ a week for one child, in prices of priceBase'),
  share: shareFigure.optional().describe('of the children it is for, the share who get it; 1 where missing'),
  months: figure(count.min(1).max(300), 'gamma').optional().describe('months that it is paid for, at most'),
  untilAge: fixedFigure(count.min(1).max(25), 'a birthday is one; give the months a range')
    .optional()
    .describe('the birthday that ends it; months or untilAge must be there'),
  payingNow: figure(count.max(200_000), 'gamma')
    .optional()
    .describe('children who left before the start and get it on that day; none where missing'),
  ...provenance,
})

const service = payment.extend({
  label: line,
  after: z
    .array(z.enum([...EXIT_REASONS, TURNED_18]))
    .min(1)
    .describe('the ways of leaving that it follows'),
  from: z.array(z.string()).min(1).optional().describe('the placements left; all where missing'),
})

const afterCare = z.strictObject({
  reentry: byExitReason(byMonths(figure(z.number().min(0).max(0.99), 'beta')))
    .optional()
    .describe('by reason: of the children who left, the share who have come back by that month, if under 18'),
  earlierLeavers: byExitReason(byAge(figure(z.number().min(0).max(200_000), 'gamma')))
    .optional()
    .describe('children who left in a year before the start, by reason and age; estimated where missing'),
  allowances: byExitReason(payment).optional().describe('paid to the families that children went to'),
  services: tableOf('[a-z][A-Za-z0-9]*', 'must be a word like stayingPut', service)
    .optional()
    .describe('other support after care, such as Staying Put'),
  ...provenance,
})

const facts = z.strictObject({
  period: z
    .strictObject({ from: date, to: date })
    .describe('the first and the last day of the count, e.g. 2014-04-01 and 2015-03-31'),
  mode: z
    .enum(['reproduce', 'shrink'])
    .describe(
      'reproduce: hazards are fitted to give these counts; shrink: part of the way, by how sure counts are',
    ),
  childrenAtStart: countedOneFigure
    .optional()
    .describe('children on the day before the period; taken from history, or worked out, where missing'),
  agesAtStart: byAge(countedShareFigure)
    .optional()
    .describe('shares of those children by age, adding up to 1; those of the opening stock where missing'),
  childrenAtEnd: countedFigure.optional().describe('children on the last day; reported, not fitted'),
  entries: countedFigure.optional().describe('children who started to be looked after'),
  exits: countedFigure.optional().describe('children who ceased to be looked after, for any reason'),
  exitsByReason: z
    .array(
      z.strictObject({
        reasons: z
          .array(z.enum(EXIT_REASONS))
          .min(1)
          .describe('one reason, or several that were counted together'),
        children: counted,
        ...provenance,
      }),
    )
    .optional(),
  exitsAt18: countedFigure.optional().describe('of the exits, those on the 18th birthday'),
  exitsWithin12Months: countedFigure.optional().describe('of the exits, those within a year of entry'),
  childrenWith3Placements: countedFigure
    .optional()
    .describe('of the children on the last day, those with three or more placements in the period'),
  ...provenance,
})

const deviationFigure = figure(z.number().min(0).max(0.5), 'gamma')

/** What a financial year has in common for all children: standard deviations of the logarithm of a multiplier. */
const shock = z.strictObject({
  local: deviationFigure.describe("of a council's own years, each by itself: 0.1 is about 10 %"),
  national: deviationFigure.describe('of the step from one year to the next that all councils take together'),
  ...provenance,
})

const shocks = z.strictObject({
  entries: shock.optional(),
  exits: shock.optional().describe('on all competing exits'),
  prices: shock.optional(),
  ...provenance,
})

/** A change of all entries or all exits from a date on, beside what chance and shocks do. */
const shift = z.strictObject({
  on: z.enum(['entries', 'exits']).describe('what it multiplies: the entry rate, or all competing exits'),
  from: date.describe('the first day of the change; may be before the start'),
  factor: figure(z.number().min(0).max(10), 'log-normal').describe(
    'the multiplier at its height; rates are without it',
  ),
  riseMonths: figure(z.number().min(0).max(120), 'gamma')
    .optional()
    .describe('months from 1 to the factor, in a straight line; at once where missing'),
  fallMonths: figure(z.number().min(1).max(360), 'gamma')
    .optional()
    .describe('months from the factor back to 1, in a straight line; it stays where missing'),
  ...provenance,
})

const contribution = z
  .strictObject({
    label: line,
    payer: line.describe('who pays it, e.g. NHS or a government grant'),
    share: fixedFigure(share, NOT_DRAWN)
      .optional()
      .describe('share of the cost of the placements that it pays'),
    of: z.array(z.string()).min(1).optional().describe('the placements; all where missing'),
    perFinancialYear: poundsByYear
      .optional()
      .describe('£ in each financial year, by the day in a part of one'),
    ...provenance,
  })
  .refine(({ share, perFinancialYear }) => (share === undefined) !== (perFinancialYear === undefined), {
    message: 'must say either share or perFinancialYear',
  })

const otherLine = z.strictObject({
  label: line,
  perFinancialYear: poundsByYear.describe('£ in each financial year, by the day in a part of one'),
  ...provenance,
})

const STATED = 'a budget is one amount; what the cost may turn out as is the forecast'
const OUTTURN = 'an outturn is known'
const statedPounds = fixedFigure(z.number().min(0).max(MOST_POUNDS), STATED)

const moneyLines = z
  .array(z.string())
  .min(1)
  .describe("keys of placements, lines after care like 'allowance:adoption', or 'total' for everything")

/** Money set aside for some lines of the cost: £ for each year, or the price of a number of placements. */
const budget = z.strictObject({
  label: line.describe('what the council calls it'),
  lines: moneyLines.optional().describe('the lines that it pays for; all placements where missing'),
  perFinancialYear: byFinancialYear(statedPounds).optional().describe('£ for each whole financial year'),
  placements: fixedFigure(z.number().min(0).max(200_000), STATED)
    .optional()
    .describe('the number of placements that it pays for, in place of £'),
  weeklyPrice: fixedFigure(z.number().min(0).max(1_000_000), STATED)
    .optional()
    .describe(
      '£ a week for each of these placements; the mean price of the children of the start date where missing',
    ),
  financialYears: z
    .array(financialYear)
    .min(1)
    .optional()
    .describe('the years that a number of placements is budgeted for; all simulated ones where missing'),
  prices: financialYear
    .optional()
    .describe(
      'the financial year whose prices £ are in: then they are uplifted to each year; cash where missing, priceBase for weeklyPrice',
    ),
  ...provenance,
})

/** What the last known year cost, where the bridge to the forecast begins. */
const outturn = z.strictObject({
  financialYear: financialYear.describe('the year of the outturn'),
  amount: fixedFigure(z.number().min(1).max(100_000_000_000), OUTTURN).describe('£ spent in that year'),
  lines: moneyLines.optional().describe('the lines that it was spent on; all placements where missing'),
  careDays: fixedFigure(z.number().int().min(1).max(100_000_000), OUTTURN)
    .optional()
    .describe(
      'days of care in that year, in the placements among the lines; tells the number of children from the mix',
    ),
  ...provenance,
})

const notUsed = z.strictObject({
  figure: line.describe('the figure, or the group of figures'),
  source: text.describe('where it stands in the document'),
  why: text.describe('why the model has no use for it'),
})

/** Counts of real children that no published table has: small ones are not written into files that are passed on. */
const disclosure = z.strictObject({
  source: line.describe('the child-level data that the counts come from, e.g. the SSDA903 return of 2023/24'),
  below: fixedFigure(count.min(2).max(100), 'a limit is one number')
    .default(6)
    .describe('smaller counts are written as [c] in files to be passed on; 6 where missing'),
})

export const scenarioSchema = z
  .strictObject({
    [FILE_VERSION_KEY]: z
      .number()
      .refine(
        (version) => version === FILE_VERSION,
        `must be ${FILE_VERSION}, the version of scenario files that this carecast reads; a higher one is for a later carecast`,
      )
      .meta({ examples: [FILE_VERSION], minimum: FILE_VERSION, maximum: FILE_VERSION })
      .optional()
      .describe(
        `the version of what the file means, ${FILE_VERSION}; a file without it is of before, and changed meanings that concern it are named`,
      ),
    name: line,
    council: line,
    stream: line
      .optional()
      .describe(
        'name of the random numbers, which no other council shares; the council of the file that all others extend where missing',
      ),
    document: line.describe('the document that this scenario is made from, or that there is none'),
    illustrative: text
      .optional()
      .describe(
        'why the result is only an illustration: then every output says so, and no claim gets a probability',
      ),
    disclosure: disclosure
      .optional()
      .describe('says that counts come from child-level data, so that small ones are not passed on'),
    question: text.describe('what the council wants to know'),
    start: date.describe('the date of the opening stock; simulated days follow it'),
    end: date.describe('the last simulated day'),
    history: z
      .strictObject({
        children: tableOf('\\d{4}-\\d{2}-\\d{2}', 'must be a date, YYYY-MM-DD', counted),
        ...provenance,
      })
      .optional()
      .describe('known numbers of children by date, drawn before the forecast'),
    outcome: z
      .strictObject({
        children: tableOf('\\d{4}-\\d{2}-\\d{2}', 'must be a date, YYYY-MM-DD', counted),
        ...provenance,
      })
      .optional()
      .describe(
        'what happened: numbers of children counted after the start; results say where they fall among the runs, and nothing is fitted to them',
      ),
    priceBase: z
      .string()
      .refine(isFinancialYear, { error: ({ input }) => noFinancialYear(String(input)) })
      .meta({
        examples: ['2015/16'],
        description: 'the financial year that weekly prices are stated in',
      }),
    upliftPerYear: figure(z.number().min(-0.5).max(1), 'normal').describe(
      'rise of all prices on each 1 April: 0.03 is 3 %',
    ),
    placements: byPlacement(placement).describe('placement types, in the order of every table'),
    openingStock,
    entries,
    shocks: shocks
      .optional()
      .describe('how much years differ beyond chance; without them every interval is too narrow'),
    shifts: tableOf('[a-z][a-z0-9-]*', 'must be words in small letters with hyphens', shift)
      .optional()
      .describe('dated changes of entries or exits, such as a new practice or a pandemic; several multiply'),
    facts: z
      .array(facts)
      .optional()
      .describe('what was counted, and when; the hazards are fitted to it on a replay of the period'),
    exits: byExitReason(exit).describe('the competing reasons to leave; turning 18 is built in'),
    moves: tableOf('[a-z][A-Za-z0-9]*', 'must be a word like breakdown', move).describe(
      'kinds of move between placements, e.g. planned and breakdown',
    ),
    afterCare: afterCare
      .optional()
      .describe('what follows care: children who come back, allowances and services'),
    contributions: tableOf('[a-z][A-Za-z0-9-]*', 'must be a word like health', contribution)
      .optional()
      .describe('what others pay towards the cost'),
    otherLines: tableOf('[a-z][A-Za-z0-9-]*', 'must be a word like reserves', otherLine)
      .optional()
      .describe('other lines of the budget, such as reserves that run down'),
    budgets: tableOf('[A-Za-z][\\w:-]*', 'must be a word like placements', budget)
      .optional()
      .describe('money set aside, against which every run is held'),
    outturn: outturn.optional().describe('what the last known year cost'),
    interventions: tableOf(
      '[a-z][a-z0-9-]*',
      'must be words in small letters with hyphens, like edge-of-care',
      intervention,
    )
      .optional()
      .describe('programmes that could be run: what each changes, from when, and what it costs'),
    packages: tableOf(
      '[a-z][a-z0-9-]*',
      'must be words in small letters with hyphens, like our-plan',
      packageOfInterventions,
    )
      .optional()
      .describe('sets of interventions, each compared with the scenario without any'),
    claims: tableOf('[a-z][a-z0-9-]*', 'must be words in small letters with hyphens', claim)
      .optional()
      .describe('printed forecasts and targets, each tested on every run'),
    unknown: z.array(text).describe('what the document does not say'),
    contradictions: z
      .array(text)
      .optional()
      .describe('figures that do not agree, which one is used, and why'),
    notUsed: z
      .array(notUsed)
      .optional()
      .describe('figures of the document that no part of this scenario uses'),
  })
  .meta({
    title: 'carecast scenario',
    description: 'What is known and assumed about a council, for carecast run.',
  })

/** A scenario as the model takes it: bare numbers, without their provenance. */
export type Scenario = z.output<typeof scenarioSchema>
export type Hazard = z.output<typeof hazard>
export type Carers = z.output<typeof carers>
export type Shift = z.output<typeof shift>
export type Budget = z.output<typeof budget>
export type Outturn = z.output<typeof outturn>
export type Facts = z.output<typeof facts>
export type Move = z.output<typeof move>
