// The parts of the manifest that papers and report are made from, without small counts: figures, facts, ranges of the fit,
// budgets, claims, changes and warnings. -> pass-on.ts
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { TestedClaim } from '../../summary/targets/claims.ts'
import type { DrawnInput, ManifestFigure, ManifestParts } from '../manifest/manifest.ts'
import { CONFIDENTIAL } from './confidential.ts'
import { isLineWithheld, isPartly, isPathWithheld, type Withheld } from './withheld.ts'

type Parts = Omit<ManifestParts, 'files'>

/** Returns the parts with NaN for what is withheld, and texts about it replaced. */
export function partsToPassOn(parts: Parts, withheld: Withheld, scenario: Scenario): Parts {
  const isOfLines = (lines: readonly string[] | undefined) => lines !== undefined && isPartly(lines, withheld)
  const isFitShown = ![...withheld.paths].some((path) => path.startsWith('facts.'))
  return {
    ...parts,
    identity: { ...parts.identity, sets: parts.identity.sets.map((set) => setToPassOn(set, withheld)) },
    // What the files to be passed on show of the text is in the other parts.
    scenario: {
      ...parts.scenario,
      text: '',
      parents: parts.scenario.parents.map(({ path }) => ({ path, text: '' })),
    },
    ...(parts.solve && { solve: solveToPassOn(parts.solve, withheld) }),
    openingStock: stockToPassOn(parts.openingStock, withheld),
    figures: figuresToPassOn(parts.figures, withheld),
    assumptions: parts.assumptions.map((one) => assumptionToPassOn(one, withheld, isFitShown)),
    changes: parts.changes.map((change) =>
      isPathWithheld(change.path, withheld) ? { ...change, from: CONFIDENTIAL, to: CONFIDENTIAL } : change,
    ),
    facts: parts.facts.map((fact) => {
      const isHidden = isPathWithheld(fact.path, withheld)
      return isHidden
        ? {
            ...fact,
            observed: Number.NaN,
            fitted: Number.NaN,
            residual: Number.NaN,
            standard_error: Number.NaN,
          }
        : fact
    }),
    multipliers: isFitShown
      ? parts.multipliers
      : parts.multipliers.map(({ name }) => ({ name, value: Number.NaN, standard_error: Number.NaN })),
    reconciliation: isFitShown ? parts.reconciliation : [],
    reentry: isFitShown ? parts.reentry : undefined,
    budgets: parts.budgets?.filter(({ lines }) => !isOfLines(lines)),
    bridge: isOfLines(parts.bridge?.lines) ? undefined : parts.bridge,
    packages: parts.packages?.map((one) => ({
      ...one,
      reviews: one.reviews.filter(({ intervention }) => !withheld.lists.has(intervention)),
    })),
    claims: parts.claims.filter((claim) => !isClaimHidden(claim, withheld, scenario)),
    warnings: parts.warnings.map((warning) =>
      [...withheld.paths].some((path) => isNamed(path, warning.text))
        ? { ...warning, text: `${CONFIDENTIAL} (a warning that names a confidential number)` }
        : warning,
    ),
  }
}

/** `facts.0.exitsByReason.0` is the name of the count `facts.0.exitsByReason.0.children`. */
function isNamed(path: string, text: string): boolean {
  return text.includes(path.replace(/\.children$/, ''))
}

function setToPassOn(set: string, withheld: Withheld): string {
  const [path] = set.split('=', 1)
  return isPathWithheld(path, withheld) ? `${path}=${CONFIDENTIAL}` : set
}

/** A target that names a placement would tell its number as well as the steps do. */
function solveToPassOn(solve: NonNullable<Parts['solve']>, { placements }: Withheld) {
  const isOfSome = solve.target.split(/[^\w-]+/).some((name) => placements.has(name))
  return isOfSome ? { ...solve, target: CONFIDENTIAL, steps: [] } : solve
}

function stockToPassOn({ children, weeklyPence }: Parts['openingStock'], { placements }: Withheld) {
  const without = (numbers: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(numbers).map(([key, number]) => [key, placements.has(key) ? Number.NaN : number]),
    )
  return { children: without(children), weeklyPence: without(weeklyPence) }
}

/** A number, or the word for a small one. */
const NUMBER = /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten)\b/i

/** What is said of a small count may say it too, also where one text is of several figures. */
function figuresToPassOn(figures: ManifestFigure[], withheld: Withheld): ManifestFigure[] {
  const hidden = figures.filter(({ path }) => isPathWithheld(path, withheld))
  const texts = new Set(hidden.map(({ text }) => text).filter((text) => NUMBER.test(text)))
  return figures.map((figure) => ({
    ...figure,
    ...(hidden.includes(figure) && { value: Number.NaN }),
    ...(texts.has(figure.text) && { text: `${CONFIDENTIAL} (a text that may name the number)` }),
  }))
}

/** A range of the fit follows from the number of events; where one count is withheld, the others would tell it. */
function assumptionToPassOn(one: DrawnInput, withheld: Withheld, isFitShown: boolean): DrawnInput {
  const isSmall = one.events !== undefined && (!isFitShown || one.events < withheld.below)
  if (!isSmall && !isPathWithheld(one.path, withheld)) return one
  return {
    ...one,
    range: { ...one.range, low: Number.NaN, high: Number.NaN, ...(!isSmall && { central: Number.NaN }) },
    ...(one.events !== undefined && { events: Number.NaN }),
  }
}

function isClaimHidden({ line, of = [] }: TestedClaim, withheld: Withheld, scenario: Scenario): boolean {
  return isPartly(of, withheld) || (line !== undefined && isLineWithheld(line, withheld, scenario))
}
