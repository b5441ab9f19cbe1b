// Placements with their prices, and the children of the first day.
import { AGE_BANDS } from '../../../domain/age-band.ts'
import { apportion } from '../../../domain/margins.ts'
import { UNACCOMPANIED_AGES } from '../age-weights.ts'
import type { CouncilContext } from '../council-context.ts'
import type { CouncilFigures } from '../council-figures.ts'
import { MONTHS_IN_CARE, PLACEMENT_DEFAULTS, PLACEMENTS, type Placement } from '../default-shapes.ts'
import type { Count } from '../suppressed-cells.ts'
import {
  comparison,
  countFigure,
  countNote,
  countWords,
  editionName,
  listOfCounts,
  percent,
} from './provenance-words.ts'
import { comment, type Figure, figureLine, heading, type Note, noteLine, textLine } from './yaml-lines.ts'

/** Writes the placements: prices are assumptions, and no number of places is published. */
export function placementLines(): string[] {
  return [
    ...heading('Placements and their prices'),
    ...comment('No price and no number of places is published by council: put yours here.'),
    'priceBase: 2015/16',
    ...figureLine('', 'upliftPerYear', {
      value: 0.02,
      kind: 'assumed',
      text: 'about the general rise of prices in those years',
    }),
    '',
    'placements:',
    ...PLACEMENTS.flatMap((placement) => {
      const { label, weeklyPrice, why, ages } = PLACEMENT_DEFAULTS[placement]
      return [
        `  ${placement}:`,
        ...textLine('    ', 'label', label),
        ...figureLine('    ', 'weeklyPrice', { value: weeklyPrice, kind: 'assumed', text: why }),
        ...(ages ? [`    ages: [${ages.join(', ')}]`] : []),
      ]
    }),
  ]
}

/** Writes the children of the first day; where none were counted, the one that a scenario needs. */
export function stockLines(context: CouncilContext): string[] {
  const { figures, year } = context
  return [
    ...heading(`The children on 31 March ${year}`),
    ...(figures ? countedStock(context, figures) : inventedStock(context)),
    ...monthsLines(),
  ]
}

function countedStock(context: CouncilContext, figures: CouncilFigures): string[] {
  const { year, mix } = context
  const inFoster = (its: CouncilFigures) => its.placements('inFosterCare').value / its.stock.value
  const aged10 = (its: CouncilFigures) =>
    (its.stockByAge[3].value + its.stockByAge[4].value) / its.stock.value
  return [
    ...comment(`In foster care: ${comparison(context, inFoster, percent)}.`),
    ...comment(`Aged 10 and over: ${comparison(context, aged10, percent)}.`),
    'openingStock:',
    ...figureLine(
      '  ',
      'children',
      countFigure(figures.stock, `children looked after on 31 March ${year}`, year),
    ),
    '  placements:',
    ...PLACEMENTS.flatMap((placement) =>
      figureLine('    ', placement, {
        ...placementFigure(placement, figures, year),
        value: mix![placement],
      }),
    ),
    ...ageShares(
      'ages',
      figures.stockByAge,
      `of the ${figures.stock.value} children${leaningWords(figures)}`,
      year,
    ),
  ]
}

const SHARE_16_TO_17 = Math.round(100 * UNACCOMPANIED_AGES.at(-1)!)

/** Says what suppressed ages are filled by besides the ages of England. */
function leaningWords({ stockByAge, unaccompanied }: CouncilFigures): string {
  if (!stockByAge.some(({ how }) => how === 'assumed')) return ''
  const alone =
    unaccompanied === undefined || unaccompanied.value === 0
      ? ''
      : `the ${countWords(unaccompanied)} unaccompanied, ${SHARE_16_TO_17} % of them assumed to be 16 or 17 (not published ` +
        'for these years; the edition of 2023, which is not used, has 85 % of 16 and over on 31 March 2019), and '
  return `; what is suppressed follows ${alone}the ages of those who started`
}

function placementFigure(placement: Placement, figures: CouncilFigures, year: number): Figure {
  const cell = (name: Parameters<CouncilFigures['placements']>[0], what: string) =>
    countFigure(figures.placements(name), what, year)
  const assumed = (text: string): Figure => ({ value: 0, kind: 'assumed', text })
  const words = (...names: Parameters<CouncilFigures['placements']>) => listOf(figures.placements(...names))
  switch (placement) {
    case 'kinship':
      return assumed('not published by council; a judgement, one in six of those in foster care')
    case 'inHouseFoster':
      return assumed(`what is left of the ${words('inFosterCare')} in foster care (${editionName(year)})`)
    case 'ifa':
      return assumed(
        `${editionName(year)} has ${listOf(figures.providers('providedPrivately', 'providedByVoluntary'))} private and ` +
          'voluntary placements; less those thought to be in homes (80 %), other residential settings and schools (80 %), ' +
          'other placements in the community (50 %) and with adopters (10 %)',
      )
    case 'externalResidential':
      return assumed(
        `three quarters of the ${words('inHomesAndHostels')} in homes and hostels (${editionName(year)}), a judgement; ` +
          'those of the council are among them',
      )
    case 'supported':
      return assumed(
        `a quarter of those in homes and hostels, a judgement, and the ${words('inOtherCommunity')} in other ` +
          `placements in the community (${editionName(year)}), where independent living is counted`,
      )
    case 'parents':
      return cell('withParents', 'placed with parents')
    case 'placedForAdoption':
      return cell('placedForAdoption', 'placed for adoption')
    case 'other':
      return {
        ...countFigure(
          figures.placements('inOtherResidential', 'inResidentialSchools', 'inOtherPlacements'),
          'in other residential settings, residential schools and other placements',
          year,
        ),
      }
  }
}

function listOf({ value, least, most, how }: Count): string {
  return how === 'assumed' ? `${value} (suppressed, ${least} to ${most})` : String(value)
}

/** Writes a table of shares by age, from counts; in ten thousandths, so that the counts come back from them. */
export function ageShares(
  key: string,
  counts: Count[],
  ofWhom: string,
  year: number,
  indent = '  ',
): string[] {
  return shareLines(
    key,
    counts,
    countNote(counts, `${editionName(year)}: ${listOfCounts(counts)} ${ofWhom}`),
    indent,
  )
}

function shareLines(key: string, counts: Count[], note: Note, indent: string): string[] {
  const shares = apportion(
    counts.map(({ value }) => value + Number.MIN_VALUE),
    10_000,
  )
  return [
    `${indent}${key}:`,
    ...noteLine(`${indent}  `, note),
    ...AGE_BANDS.map((band, age) => `${indent}  ${band}: ${(shares[age] / 10_000).toFixed(4)}`),
  ]
}

function inventedStock({ england, year }: CouncilContext): string[] {
  return [
    ...comment(
      `${editionName(year)} has no child looked after by this council, or no row for it. A scenario needs one child, so here is one.`,
    ),
    'openingStock:',
    ...figureLine('  ', 'children', {
      value: 1,
      kind: 'assumed',
      text: 'no child is counted; the least that a scenario can have',
    }),
    '  placements:',
    ...noteLine('    ', { kind: 'assumed', text: 'the most common placement' }),
    '    inHouseFoster: 1',
    ...shareLines(
      'ages',
      england.stockByAge,
      { kind: 'assumed', text: `those of England (${editionName(year)})` },
      '  ',
    ),
  ]
}

function monthsLines(): string[] {
  return [
    '  monthsInCare:',
    ...noteLine('    ', {
      kind: 'assumed',
      text: 'not published; about what entries and exits build up over the years',
    }),
    ...Object.entries(MONTHS_IN_CARE).map(([month, share]) => `    ${month}: ${share}`),
  ]
}
