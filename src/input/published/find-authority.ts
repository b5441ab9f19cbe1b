// The council that a name means: without case, punctuation and the order of words.
import { nearestName } from '../nearest-name.ts'

/** Words that councils put in front of their names or leave out. */
const EMPTY_WORDS = [
  'of',
  'the',
  'council',
  'county',
  'borough',
  'royal',
  'metropolitan',
  'district',
  'unitary',
]
const MOST_SUGGESTIONS = 3
const REGION = 'london'

/** Finds the authority of that name among some; undefined where none has it. */
export function findAuthority<Authority extends { name: string }>(
  name: string,
  authorities: readonly Authority[],
): Authority | undefined {
  const key = keyOf(name)
  return (
    authorities.find((authority) => keyOf(authority.name) === key) ??
    // London without its city is a region.
    authorities.find((authority) => keyOf(authority.name).replace(/^city /, '') === key && key !== REGION) ??
    onlyOneWithWords(wordsOf(name), authorities)
  )
}

/** The one authority whose name has all the words, as 'Hull' is in Kingston upon Hull; undefined where several have, or none. */
function onlyOneWithWords<Authority extends { name: string }>(
  words: string[],
  authorities: readonly Authority[],
): Authority | undefined {
  if (words.length === 0 || words.join() === REGION) return undefined
  const found = authorities.filter((authority) => {
    const known = wordsOf(authority.name)
    return words.every((word) => known.includes(word))
  })
  return found.length === 1 ? found[0] : undefined
}

/** Lists up to three names that may have been meant. */
export function nearAuthorities(name: string, names: readonly string[]): string[] {
  const byKey = new Map(names.map((known) => [wordsOf(known).join(' '), known]))
  const asked = wordsOf(name).join(' ')
  const found: string[] = []
  for (const left = new Set(byKey.keys()); found.length < MOST_SUGGESTIONS; ) {
    const nearest = nearestName(asked, [...left])
    if (nearest === undefined) break
    left.delete(nearest)
    found.push(byKey.get(nearest)!)
  }
  return found
}

function keyOf(name: string): string {
  return wordsOf(name).sort(cityFirst).join(' ')
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/^london borough/, '')
    .replace(/['’.]/g, '')
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !EMPTY_WORDS.includes(word))
}

/** Only 'city' moves about in names: Bristol, City of. */
function cityFirst(one: string, other: string): number {
  return Number(other === 'city') - Number(one === 'city')
}
