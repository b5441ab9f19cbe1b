// Who starts to be looked after: how many, at which ages, where first; and what the years have in common.
import { AGE_BANDS } from '../../../domain/age-band.ts'
import { relativeGamma } from '../../../domain/distribution/distribution.ts'
import { financialYearName } from '../../../domain/financial-year.ts'
import { apportion } from '../../../domain/margins.ts'
import type { CouncilContext } from '../council-context.ts'
import type { CouncilFigures } from '../council-figures.ts'
import { FIRST_PLACEMENTS } from '../default-shapes.ts'
import { estimatedDefault } from '../estimated-defaults.ts'
import type { KnownGrowth } from '../expected-growth.ts'
import { leantShares } from '../placement-mix.ts'
import { comparison, countNote, editionName, listOfCounts, percent, twoDecimals } from './provenance-words.ts'
import { comment, type Figure, figureLine, heading, noteLine, tableLine, textLine } from './yaml-lines.ts'

/** Children of England's ages that a council's own are thought to have besides, so that few children say little. */
const MORE_STARTERS = 20

/** Writes the entries. */
export function entriesLines(context: CouncilContext): string[] {
  const { figures } = context
  return [
    ...heading('Children who start to be looked after'),
    ...(figures ? comment(`Starts for each child looked after: ${startsCompared(context)}.`) : []),
    'entries:',
    ...perYearLines(context),
    ...trendLines(context),
    ...growthLines(context),
    ...ageLines(context),
    ...figureLine('  ', 'firstMonthShare', {
      value: 0.5,
      kind: 'assumed',
      text: 'not published; many children are taken into care at birth, about half of those under 1',
    }),
    ...firstPlacementLines(context),
    ...shockLines(),
  ]
}

function startsCompared(context: CouncilContext): string {
  return comparison(context, (its: CouncilFigures) => its.starts.value / its.stock.value, twoDecimals)
}

function perYear({ starts, england, year }: CouncilContext): Figure {
  if (starts === undefined)
    return {
      value: Number((england.starts.value / england.stock.value).toFixed(2)),
      kind: 'assumed',
      text: "England's starts for each child looked after; the council's are not published",
    }
  const [own, expected] = [starts.own, Math.round(starts.expected)]
  return {
    value: Number(starts.value.toFixed(1)),
    kind: 'assumed',
    text:
      `${own} started in ${financialYearName(year - 1)} (${editionName(year)}), leaning towards the ${expected} that ` +
      "England's starts for each child looked after would make, since one year's count is partly chance",
  }
}

/** Growth seldom lasts: half of it is taken. */
const PART_OF_GROWTH = 0.5

/** A range: what the expected growth is told from leaves it open how many more or fewer start for good. */
function perYearLines(context: CouncilContext): string[] {
  const { value, text } = perYear(context)
  const { value: spread } = estimatedDefault('entries.level')
  const { low, high } = relativeGamma(1 / spread ** 2)
  const ends = [low * value, high * value].map((end) => Number(end.toFixed(1)))
  return [
    '  perYear:',
    `    central: ${value}`,
    `    low: ${ends[0]}`,
    `    high: ${ends[1]}`,
    ...textLine(
      '    ',
      'assumed',
      `${text}; what starts for good is known to a standard deviation of ${percent(spread)}, see published/defaults.csv`,
    ),
  ]
}

function trendLines({ startsGrowth, year }: CouncilContext): string[] {
  if (startsGrowth === undefined)
    return figureLine('  ', 'trendPerYear', {
      value: 0,
      kind: 'assumed',
      text: `${editionName(year)} is the first edition at hand, so that no growth is known`,
    })
  const { perYear, from, to } = startsGrowth
  return figureLine('  ', 'trendPerYear', {
    value: Number((PART_OF_GROWTH * perYear).toFixed(4)),
    kind: 'assumed',
    text:
      `half of what starts in England grew by, ${(100 * perYear).toFixed(1)} % a year from ${from.year} to ${to.year} ` +
      `(${from.children} to ${to.children}, DfE), since growth seldom lasts`,
  })
}

function growthLines({ growth, figures, year }: CouncilContext): string[] {
  if (figures === undefined) return []
  return figureLine('  ', 'stockGrowth', {
    value: Number(growth.perYear.toFixed(4)),
    kind: 'assumed',
    text: growthWords(growth, year),
  })
}

function growthWords({ own, ownWeight, councils }: CouncilContext['growth'], year: number): string {
  if (councils === undefined)
    return `the number stays as it is, ${editionName(year)} being the first edition at hand; entries are turned to that`
  const known = ({ perYear, from, to }: KnownGrowth) =>
    `${(100 * perYear).toFixed(1)} % a year from ${from.year} to ${to.year} (${from.children} to ${to.children}, DfE)`
  const { perYear, fromYear, toYear, changes } = councils
  const national =
    `what the numbers of councils grew by on average, ${(100 * perYear).toFixed(1)} % a year from ${fromYear} to ${toYear} ` +
    `(${changes} changes, DfE)`
  const both =
    own === undefined
      ? national
      : `${twoDecimals(1 - ownWeight)} x ${national}, and ${twoDecimals(ownWeight)} x the council's own, ${known(own)}: ` +
        'one year of a council says next to nothing of its next'
  return `${both}; entries are turned until each year gives it`
}

function ageLines({ figures, england, year }: CouncilContext): string[] {
  const englandShares = england.startsByAge.map(({ value }) => value / england.starts.value)
  const words = englandShares.map((share) => Math.round(100 * share)).join(', ')
  const own = figures?.startsByAge ?? []
  const shares = apportion(
    AGE_BANDS.map((_, age) => (own[age]?.value ?? 0) + MORE_STARTERS * englandShares[age]),
    1000,
  )
  const national = `England's ages (${words} %)`
  const note = figures
    ? countNote(
        own,
        `${editionName(year)}: ${listOfCounts(own)} of the ${figures.starts.value} who started, and ${MORE_STARTERS} more of ${national}, so that few children say little`,
      )
    : ({ kind: 'assumed', text: `${editionName(year)}: ${national}, the council having none` } as const)
  return [
    '  ages:',
    ...noteLine('    ', note),
    ...AGE_BANDS.map((band, age) => `    ${band}: ${shares[age] / 1000}`),
  ]
}

function firstPlacementLines({ factors }: CouncilContext): string[] {
  return [
    '  placements:',
    ...noteLine('    ', {
      kind: 'assumed',
      text:
        'no table of first placements by age; a judgement for English councils, each share times how much more or less ' +
        "common the placement is in this council's stock than in England's (a third to three times)",
    }),
    ...AGE_BANDS.flatMap((band) => tableLine('    ', band, leantShares(FIRST_PLACEMENTS[band], factors))),
  ]
}

function shockLines(): string[] {
  return [
    ...heading('What the years have in common'),
    ...comment(
      'Children are not independent of each other: some years bring more entries than others beyond chance, and the next year ' +
        'begins where this one ended. carecast run --chance-only shows by how much that widens the intervals.',
    ),
    'shocks:',
    ...noteLine('  ', {
      kind: 'assumed',
      text:
        'estimated from starts, ceases and numbers of English councils up to March 2016, see published/defaults.csv; how much ' +
        'of it is national is told by one change alone, and prices have no data',
    }),
    ...(['entries', 'exits'] as const).map((on) => `  ${on}: ${shockSizes(on)}`),
    '  prices: { local: 0.01, national: 0.02 }',
  ]
}

function shockSizes(on: 'entries' | 'exits'): string {
  const size = (part: 'local' | 'national') => estimatedDefault(`shocks.${on}.${part}`).value
  return `{ local: ${size('local')}, national: ${size('national')} }`
}
