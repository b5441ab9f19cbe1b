import { describe, expect, test } from 'vitest'
import { packagePlans } from '../../../src/input/packages.ts'
import { claimProblems } from '../../../src/input/rules/claim-rules.ts'
import type { Claim } from '../../../src/input/schema/claim-schema.ts'
import type { Intervention } from '../../../src/input/schema/intervention-schema.ts'
import { yearLineNames } from '../../../src/input/year-line-names.ts'
import { axesOf } from '../../../src/model/axes.ts'
import { packageAxes } from '../../../src/model/packages/package-axes.ts'
import { rowLayout } from '../../../src/run/run-row.ts'
import { yearLines } from '../../../src/summary/year-lines.ts'
import { readNamed } from '../../scenarios/scenario-file.ts'
import { simpleScenario } from '../../simple-scenario.ts'
import { problemsOf, SMALLSHIRE } from '../smallshire.ts'

const team: Intervention = {
  label: 'The team',
  start: { date: '2021-04-01' },
  effects: [{ preventEntries: { prevents: 5 } }],
}
const scenario = simpleScenario({ interventions: { team }, packages: { plan: { interventions: ['team'] } } })

const problems = (claim: Omit<Claim, 'label'>) =>
  claimProblems({ ...scenario, claims: { it: { label: 'It', ...claim } } }).map(
    ({ path, message }) => `${path.slice(2).join('.')}: ${message}`,
  )

const YEARS = 'is not simulated; the financial years are 2021/22 to 2022/23'

const REFUSED: [title: string, claim: Omit<Claim, 'label'>, problem: string][] = [
  [
    'a share on a day within a month',
    { placementShare: { of: ['foster'], on: '2022-03-30', above: 0.5 } },
    'placementShare.on: 2022-03-30 is not the last day of a month, where children are counted',
  ],
  [
    'a share of a placement that there is not',
    { placementShare: { of: ['fostr'], on: '2022-03-31', above: 0.5 } },
    "placementShare.of.0: 'fostr' is not one of the placements (foster); did you mean foster?",
  ],
  [
    'a share that counts a placement twice',
    { placementShare: { of: ['foster', 'foster'], on: '2022-03-31', above: 0.5 } },
    'placementShare.of.1: names foster a second time',
  ],
  [
    'a change from before the start',
    { childrenChange: { from: '2021-02-28', to: '2022-03-31', above: 30 } },
    'childrenChange.from: 2021-02-28 is not between the start, 2021-03-31, and the end, 2023-03-31',
  ],
  [
    'a change that goes back in time',
    { childrenChange: { from: '2022-03-31', to: '2021-04-30', above: 30 } },
    'childrenChange.to: 2021-04-30 is not after from, 2022-03-31',
  ],
  [
    'a line that there is not',
    { line: { name: 'entrys', financialYear: 'all', above: 5 } },
    "line.name: 'entrys' is not a line of years.arrow; did you mean entries?",
  ],
  [
    'a line of packages in the baseline',
    { line: { name: 'cases:team', financialYear: 'all', above: 5 } },
    "line.name: 'cases:team' is a line of packages; say one that has it, like plan",
  ],
  [
    'a year that is not simulated',
    { line: { name: 'total', financialYear: '2023/24', above: 5 } },
    `line.financialYear: 2023/24 ${YEARS}`,
  ],
  [
    'a saving in a year that is not simulated',
    { package: 'plan', saving: { financialYear: '2020/21', atLeast: 5 } },
    `saving.financialYear: 2020/21 ${YEARS}`,
  ],
  [
    'children in a placement that there is not',
    { children: { on: '2022-03-31', in: ['fostr'], above: 5 } },
    "children.in.0: 'fostr' is not one of the placements",
  ],
  [
    'a time that ends before it begins',
    { highestChildren: { from: '2022-03-31', to: '2021-04-30', above: 5 } },
    'highestChildren.to: 2021-04-30 is not after from, 2022-03-31',
  ],
  [
    'a peak within a month',
    { peak: { by: '2022-03-30' } },
    'peak.by: 2022-03-30 is not the last day of a month',
  ],
  [
    'a condition that there is not',
    { children: { on: '2022-03-31', below: 5 }, given: 'that' },
    "given: 'that' names nothing: the scenario has no other claims",
  ],
  ['a saving of no package', { saving: { financialYear: 'all', atLeast: 5 } }, ': must say package'],
  [
    'a payback of no package',
    { payback: { by: '2022/23', definition: 'annual' } },
    ': must say package: what saves is a package, compared with the baseline',
  ],
  [
    'a payback in a year that is not simulated',
    { package: 'plan', payback: { by: '2030/31', definition: 'annual' } },
    `payback.by: 2030/31 ${YEARS}`,
  ],
  [
    'a package that there is not',
    { package: 'pln', children: { on: '2022-03-31', below: 5 } },
    "package: 'pln' is not one of the packages (plan); did you mean plan?",
  ],
]

describe('claimProblems', () => {
  test.each(REFUSED)('refuses %s', (_, claim, problem) => {
    expect(problems(claim)).toHaveLength(1)
    expect(problems(claim)[0]).toContain(problem)
  })

  test('takes each kind of claim on what results have', () => {
    const claims: Omit<Claim, 'label'>[] = [
      { children: { on: '2022-03-31', below: 5 } },
      { placementShare: { of: ['foster'], on: '2023-03-31', below: 1 } },
      { childrenChange: { from: '2021-03-31', to: '2021-04-30', above: -5 } },
      { children: { on: '2022-03-31', in: ['foster'], below: 5 } },
      { placementShare: { of: ['foster'], among: ['foster'], on: '2023-03-31', below: 1 } },
      { highestChildren: { from: '2021-03-31', to: '2022-03-31', below: 9 } },
      { largestFall: { from: '2021-03-31', to: '2022-03-31', withinMonths: 12, above: 2 } },
      { peak: { by: '2022-03-31' } },
      { line: { name: 'exits:turned18', financialYear: '2021/22', above: 5 } },
      { package: 'plan', line: { name: 'intervention:team', financialYear: 'all', above: 5 } },
      { package: 'plan', saving: { financialYear: 'all', atLeast: 5, gross: true } },
      { package: 'plan', payback: { by: '2022/23', definition: 'cumulative' } },
    ]
    expect(claims.flatMap(problems)).toEqual([])
  })

  test('takes the one package of all interventions where none is written', () => {
    const claim: Claim = {
      label: 'It',
      package: 'all-interventions',
      saving: { financialYear: 'all', atLeast: 5 },
    }
    expect(claimProblems({ ...scenario, packages: undefined, claims: { it: claim } })).toEqual([])
  })
})

describe('The schema of claims', () => {
  const withClaim = (claim: string) =>
    problemsOf(
      SMALLSHIRE.replace('\nexits:\n', `\nclaims:\n  it: { label: It, ${claim}, source: ¶1 }\nexits:\n`),
    ).map(([, message]) => message)

  test('refuses a claim of two kinds or of none', () => {
    const message =
      'claims.it: must say one of children, placementShare, childrenChange, highestChildren, largestFall, peak, line, saving, payback'
    const two = 'children: { on: 2025-03-31, below: 5 }, line: { name: total, financialYear: all, below: 5 }'
    expect(withClaim(two)).toEqual([message])
  })

  test('refuses a share of children who are not among those counted', () => {
    const share = 'placementShare: { of: [inHouseFoster], among: [ifa], on: 2025-03-31, above: 0.5 }'
    expect(withClaim(share)).toEqual([
      'claims.it.placementShare.of.0: inHouseFoster is not in among: a share can only be of children who are counted there',
    ])
  })

  test('refuses two limits, and none', () => {
    const message = 'claims.it.line: must say either below or above, a number'
    expect(withClaim('line: { name: total, financialYear: all }')).toEqual([message])
    expect(withClaim('line: { name: total, financialYear: all, below: 5, above: 4 }')).toEqual([message])
  })
})

describe('yearLineNames', () => {
  test.each(['smallshire-packages', 'rotherham-2017', 'worcestershire-2015', 'leeds-2012'])(
    'are the lines that the results of %s have, in the baseline and in each package',
    async (name) => {
      const { scenario } = await readNamed(name)
      const axes = axesOf(scenario)
      const linesOf = (own: typeof axes) =>
        yearLines({ axes: own, layout: rowLayout(own), runs: 0, rows: new Int32Array() }, 0)
          .map(({ line }) => line)
          .sort()
      expect(yearLineNames(scenario).sort()).toEqual(linesOf(axes))
      for (const plan of packagePlans(scenario))
        expect(yearLineNames(scenario, plan.interventions).sort()).toEqual(
          linesOf(packageAxes(scenario, axes, plan)),
        )
    },
  )
})
