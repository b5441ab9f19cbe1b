// The beginning of a scenario file: what it is made from, its name and dates, what was counted before.
import { FILE_VERSION } from '../../schema/file-version.ts'
import type { CouncilContext } from '../council-context.ts'
import { figuresPutRight } from '../figures-put-right.ts'
import { editionName } from './provenance-words.ts'
import { comment, heading, textLine } from './yaml-lines.ts'

/** Writes everything before the placements. */
export function openingLines(context: CouncilContext): string[] {
  const { name, year, endYear } = context
  const edition = editionName(year)
  return [
    ...comment(`${name}, 31 March ${year}: what happens if nothing changes.`),
    '#',
    ...comment(
      `Made by carecast new from published figures alone. '${edition}' is the council's row in the Department for ` +
        `Education's 'Children looked after in England including adoption', year ending 31 March ${year} (Open Government ` +
        'Licence v3.0); editions that came out later are not looked at. Comments have the same of the region and of England.',
    ),
    '#',
    ...comment(
      'Every number says where it comes from: published (a statistic) or assumed (why this value). A note on a block holds ' +
        'for every number inside it. Where you know better, put your own figure there, with source: and the place in your ' +
        'document. The statistics suppress 1 to 5 children, and the next smallest number where the total would give one away.',
    ),
    ...suppressedLines(context),
    '',
    `carecast: ${FILE_VERSION}`,
    ...textLine('', 'name', `${name}, published figures of March ${year}`),
    ...textLine('', 'council', name),
    ...textLine(
      '',
      'document',
      `none; 'Children looked after in England including adoption', Department for Education, year ending 31 March ${year}`,
    ),
    ...textLine(
      '',
      'question',
      `How many children will ${name} look after until March ${endYear} if nothing changes, in which placements, and at what cost?`,
    ),
    '',
    `start: ${year}-03-31`,
    `end: ${endYear}-03-31`,
    ...historyLines(context),
  ]
}

function suppressedLines(context: CouncilContext): string[] {
  const counts = figuresPutRight(context).map(({ count }) => count.how)
  const assumed = counts.filter((how) => how === 'assumed').length
  if (counts.length === 0) return comment('None of the figures used here is suppressed.')
  return comment(
    `Of the figures used here ${counts.length} ${counts.length === 1 ? 'is' : 'are'} suppressed: ` +
      `${counts.length - assumed} the other cells give away, ${assumed} had a value put in place; look for 'suppressed'.`,
  )
}

function historyLines({ stocks, year }: CouncilContext): string[] {
  if (stocks.length === 0) return []
  const editions = [...new Set(stocks.map(({ edition }) => editionName(edition)))]
  return [
    ...heading('What was counted before'),
    ...(stocks.some((stock) => stock.year === year - 1)
      ? comment(`The fit replays the year from the children of 31 March ${year - 1}.`)
      : []),
    'history:',
    '  children:',
    ...stocks.map((stock) => `    ${stock.year}-03-31: ${stock.children}`),
    ...textLine('  ', 'published', `${editions.join(', ')}: children looked after on 31 March`),
  ]
}
