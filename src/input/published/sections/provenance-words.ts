// Where a figure of an edition comes from, in words: printed, worked out or put in the place of a suppressed one.
import type { CouncilContext } from '../council-context.ts'
import type { CouncilFigures } from '../council-figures.ts'
import type { Count } from '../suppressed-cells.ts'
import type { Figure, Note } from './yaml-lines.ts'

/** Names an edition: 'DfE 2016'. */
export function editionName(year: number): string {
  return `DfE ${year}`
}

/** Writes a count as a figure of the scenario. */
export function countFigure(count: Count, what: string, year: number): Figure {
  return { value: count.value, ...countNote([count], `${editionName(year)}: ${countWords(count)} ${what}`) }
}

/** Says of counts whether all of them were published or follow from what was. */
export function countNote(counts: Count[], text: string): Note {
  return { kind: counts.some(({ how }) => how === 'assumed') ? 'assumed' : 'published', text }
}

/** Writes a count: '12', '3 (suppressed, but the total less the others leaves it)', '4 (put in place of what is suppressed, 1 to 8)'. */
export function countWords({ value, least, most, how }: Count): string {
  if (how === 'published') return String(value)
  if (how === 'worked out') return `${value} (suppressed, but the total less the others leaves it)`
  return `${value} (put in place of what is suppressed, ${least} to ${most})`
}

/** Writes counts in a row: '29, 52, 87, 174 and 89'. */
export function listOfCounts(counts: Count[]): string {
  const words = counts.map(countWords)
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Writes a ratio of the council beside those of its region and of England, of those that have it. */
export function comparison(
  { name, region, figures, regionFigures, england }: CouncilContext,
  ratioOf: (figures: CouncilFigures) => number | undefined,
  format: (ratio: number) => string,
): string {
  const parts = [
    [name, figures],
    [region, regionFigures],
    ['England', england],
  ] as const
  return parts
    .flatMap(([place, its]) => {
      const ratio = its && ratioOf(its)
      return ratio === undefined || !Number.isFinite(ratio) ? [] : [`${place} ${format(ratio)}`]
    })
    .join(', ')
}

/** Writes a share as a percentage. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** Writes a ratio with two decimals. */
export function twoDecimals(ratio: number): string {
  return ratio.toFixed(2)
}
