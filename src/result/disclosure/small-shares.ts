// Shares of a known number of children are counts of children: which of them are withheld. -> withheld.ts
import type { Figure } from '../../input/reading/figures.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import { suppressed } from './suppress.ts'

/** Returns the paths of the shares of a total that are withheld; `at` is the path of their block. */
export function smallParts(
  at: string,
  shares: Partial<Record<string, number>>,
  total: number,
  below: number,
): string[] {
  const keys = Object.keys(shares)
  const isHidden = suppressed(
    keys.map((key) => Math.round(total * (shares[key] ?? 0))),
    below,
  )
  return keys.filter((_, index) => isHidden[index]).map((key) => `${at}.${key}`)
}

/** Returns the paths of the shares of the opening stock that are withheld: ages, the older half of the oldest, times in care. */
export function smallShares({ openingStock }: Scenario, below: number): string[] {
  const { children, ages, monthsInCare, aged17Share } = openingStock
  return [
    ...smallParts('openingStock.ages', ages, children, below),
    ...smallParts('openingStock.monthsInCare', monthsInCare, children, below),
    ...(isHalfSmall(aged17Share, children * (ages['16 to 17'] ?? 0), below)
      ? ['openingStock.aged17Share']
      : []),
  ]
}

/** Returns the paths of the shares of the entrants that are withheld, where they are counts and not assumptions. */
export function smallEntries(
  { entries, facts = [] }: Scenario,
  figures: Pick<Figure, 'path' | 'kind'>[],
  below: number,
): string[] {
  const { ages, placements, firstMonthShare } = entries
  const total = entries.perYear ?? facts.at(-1)?.entries ?? 0
  const ofAge = (age: string) => total * (ages[age as keyof typeof ages] ?? 0)
  const paths = [
    ...smallParts('entries.ages', ages, total, below),
    ...Object.entries(placements).flatMap(([age, shares]) =>
      smallParts(`entries.placements.${age}`, shares, ofAge(age), below),
    ),
    ...(isHalfSmall(firstMonthShare, ofAge('under 1'), below) ? ['entries.firstMonthShare'] : []),
  ]
  const assumed = new Set(figures.filter(({ kind }) => kind === 'assumed').map(({ path }) => path))
  return paths.filter((path) => !assumed.has(path))
}

/** Tells whether a share parts a number so that one of the two parts is small. */
function isHalfSmall(share: number | undefined, children: number, below: number): boolean {
  if (share === undefined) return false
  return [share, 1 - share].some((part) => Math.round(part * children) < below)
}
