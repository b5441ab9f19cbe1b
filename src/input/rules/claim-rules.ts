// Claims are tested on what results have: the ends of months, financial years, placements, lines and packages.
import { parseDate, startOfNextMonth } from '../../domain/calendar.ts'
import { ALL_YEARS, financialYearsBetween } from '../../domain/financial-year.ts'
import { type FieldPath, type FieldProblem, quoteSafe } from '../input-error.ts'
import { suggestName } from '../nearest-name.ts'
import { type PackagePlan, packagePlans } from '../packages.ts'
import type { Claim } from '../schema/claim-schema.ts'
import type { Scenario } from '../schema/scenario-schema.ts'
import { yearLineNames } from '../year-line-names.ts'
import { listProblems, noSuchName } from './table-rules.ts'

/** Checks dates, years, placements, lines and packages of every claim. */
export function claimProblems(scenario: Scenario): FieldProblem[] {
  const plans = packagePlans(scenario)
  const lines = linesOfYears(scenario, plans)
  return Object.entries(scenario.claims ?? {}).flatMap(([key, claim]) => {
    const path = ['claims', key]
    return [
      ...packageProblems(claim, plans, path),
      ...dateProblems(claim, scenario, path),
      ...placementProblems(claim, scenario, path),
      ...givenProblems(key, claim, scenario, path),
      ...yearProblems(claim, scenario, path),
      ...lineProblems(claim, plans, lines, path),
    ]
  })
}

/** A package saves against the baseline, so that savings and paybacks are always of one. */
function packageProblems({ package: named, saving, payback }: Claim, plans: PackagePlan[], path: FieldPath) {
  if (named === undefined) {
    if (saving === undefined && payback === undefined) return []
    const message = `must say package: what saves is a package, compared with the baseline`
    return [{ path, at: 'key', message } satisfies FieldProblem]
  }
  const known = plans.map(({ key }) => key)
  if (known.includes(named)) return []
  const message = `'${quoteSafe(named)}' ${noSuchName(named, known, 'packages')}`
  return [{ path: [...path, 'package'], message }]
}

function dateProblems(claim: Claim, scenario: Scenario, path: FieldPath): FieldProblem[] {
  const { children, placementShare, childrenChange, highestChildren, largestFall, peak } = claim
  return [
    ...(children ? monthEndProblems(children.on, scenario, [...path, 'children', 'on']) : []),
    ...(placementShare
      ? monthEndProblems(placementShare.on, scenario, [...path, 'placementShare', 'on'])
      : []),
    ...(childrenChange ? timeProblems(childrenChange, scenario, [...path, 'childrenChange']) : []),
    ...(highestChildren ? timeProblems(highestChildren, scenario, [...path, 'highestChildren']) : []),
    ...(largestFall ? timeProblems(largestFall, scenario, [...path, 'largestFall']) : []),
    ...(peak ? monthEndProblems(peak.by, scenario, [...path, 'peak', 'by']) : []),
  ]
}

function timeProblems(
  { from, to }: { from: string; to: string },
  scenario: Scenario,
  path: FieldPath,
): FieldProblem[] {
  const problems = [
    ...(from === scenario.start ? [] : monthEndProblems(from, scenario, [...path, 'from'])),
    ...monthEndProblems(to, scenario, [...path, 'to']),
  ]
  if (problems.length > 0 || parseDate(from)! < parseDate(to)!) return problems
  return [{ path: [...path, 'to'], message: `${to} is not after from, ${from}` }]
}

/** Checks that what happened was counted where the runs count. */
export function outcomeProblems(scenario: Scenario): FieldProblem[] {
  return Object.keys(scenario.outcome?.children ?? {}).flatMap((date) => {
    const path = ['outcome', 'children', date]
    const problems: FieldProblem[] =
      parseDate(date) === undefined
        ? [{ path, message: 'is not a date of the calendar' }]
        : monthEndProblems(date, scenario, path)
    return problems.map((problem) => ({ ...problem, at: 'key' as const }))
  })
}

function monthEndProblems(date: string, { start, end }: Scenario, path: FieldPath): FieldProblem[] {
  const day = parseDate(date)!
  if (day <= parseDate(start)! || day > parseDate(end)!)
    return [{ path, message: `${date} is not between the start, ${start}, and the end, ${end}` }]
  if (startOfNextMonth(day) === day + 1 || date === end) return []
  return [{ path, message: `${date} is not the last day of a month, where children are counted` }]
}

function placementProblems(
  { children, placementShare }: Claim,
  { placements }: Scenario,
  path: FieldPath,
): FieldProblem[] {
  const known = Object.keys(placements)
  const problemsOf = (list: readonly string[] = [], ...at: string[]) =>
    listOfPlacementsProblems(list, known, [...path, ...at])
  const { of = [], among } = placementShare ?? {}
  return [
    ...problemsOf(children?.in, 'children', 'in'),
    ...problemsOf(of, 'placementShare', 'of'),
    ...problemsOf(among, 'placementShare', 'among'),
    ...of.flatMap((key, index) => {
      if (among === undefined || among.includes(key) || !known.includes(key)) return []
      const message = `${quoteSafe(key)} is not in among: a share can only be of children who are counted there`
      return [{ path: [...path, 'placementShare', 'of', index], message }]
    }),
  ]
}

function listOfPlacementsProblems(list: readonly string[], known: string[], path: FieldPath): FieldProblem[] {
  return [
    ...listProblems([...list], known, 'placements', path),
    ...list.flatMap((key, index) =>
      list.indexOf(key) < index
        ? [{ path: [...path, index], message: `names ${quoteSafe(key)} a second time` }]
        : [],
    ),
  ]
}

/** The condition is another claim that is tested wherever this one is. */
function givenProblems(
  key: string,
  { given, package: named }: Claim,
  { claims = {} }: Scenario,
  path: FieldPath,
): FieldProblem[] {
  if (given === undefined) return []
  const at = [...path, 'given']
  const others = Object.keys(claims).filter((other) => other !== key)
  const quoted = quoteSafe(given)
  if (!others.includes(given))
    return [{ path: at, message: `'${quoted}' ${noSuchName(given, others, 'other claims')}` }]
  const condition = claims[given]
  if (condition.given !== undefined)
    return [{ path: at, message: `'${quoted}' is itself given another claim; name that one` }]
  if (condition.package === undefined || condition.package === named) return []
  return [
    {
      path: at,
      message: `'${quoted}' is a claim of the package ${condition.package}; this one must be of it too`,
    },
  ]
}

function yearProblems(
  { line, saving, payback }: Claim,
  { start, end }: Scenario,
  path: FieldPath,
): FieldProblem[] {
  if (parseDate(end)! <= parseDate(start)!) return []
  const simulated = financialYearsBetween(parseDate(start)! + 1, parseDate(end)!)
  const problem = (year: string | undefined, at: string[]): FieldProblem[] => {
    if (year === undefined || year === ALL_YEARS || simulated.includes(year)) return []
    const message = `${year} is not simulated; the financial years are ${simulated[0]} to ${simulated.at(-1)}`
    return [{ path: [...path, ...at], message }]
  }
  return [
    ...problem(line?.financialYear, ['line', 'financialYear']),
    ...problem(saving?.financialYear, ['saving', 'financialYear']),
    ...problem(payback?.by, ['payback', 'by']),
  ]
}

/** The lines of the baseline and of each package, and for each line a package that has it. */
interface YearLines {
  of(plan: PackagePlan | undefined): ReadonlySet<string>
  ownerOf(line: string): string | undefined
}

/** Lists the lines once for all claims. */
function linesOfYears(scenario: Scenario, plans: PackagePlan[]): YearLines {
  const known = new Map<PackagePlan | undefined, ReadonlySet<string>>()
  const linesOf = (plan: PackagePlan | undefined) => {
    const lines = known.get(plan) ?? new Set(yearLineNames(scenario, plan?.interventions))
    known.set(plan, lines)
    return lines
  }
  return { of: linesOf, ownerOf: (line) => plans.find((plan) => linesOf(plan).has(line))?.key }
}

/** A line that only some package has is nothing in the baseline, where the claim would be true or false for no reason. */
function lineProblems(
  { line, package: named }: Claim,
  plans: PackagePlan[],
  lines: YearLines,
  path: FieldPath,
): FieldProblem[] {
  if (line === undefined) return []
  const plan = plans.find(({ key }) => key === named)
  if (named !== undefined && plan === undefined) return []
  const known = lines.of(plan)
  if (known.has(line.name)) return []
  const at = [...path, 'line', 'name']
  const quoted = `'${quoteSafe(line.name)}'`
  const owner = lines.ownerOf(line.name)
  if (owner !== undefined)
    return [{ path: at, message: `${quoted} is a line of packages; say one that has it, like ${owner}` }]
  return [
    { path: at, message: `${quoted} is not a line of years.arrow${suggestName(line.name, [...known])}` },
  ]
}
