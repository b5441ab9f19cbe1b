import { describe, expect, it } from 'vitest'
import { listAssumptions } from '../../../src/input/reading/ranges.ts'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { changedSmallshire, problemsOf } from '../smallshire.ts'

const rangesIn = (...changes: [from: string, to: string][]) =>
  parseScenario(changedSmallshire(...changes), 's.yaml')

/** Replaces the rate of planned moves, a number without words beside it. */
const asRate = (written: string): [from: string, to: string] => ['perYear: 0.45', `perYear: ${written}`]
const AS_SHARE = 'aged17Share: '
const asShare = (written: string): [from: string, to: string] => [
  '  monthsInCare:  ',
  `  ${AS_SHARE}${written}\n  monthsInCare:  `,
]
const messagesOf = (...changes: [from: string, to: string][]) =>
  problemsOf(changedSmallshire(...changes)).map(([, message]) => message)
/** The paths that are ranges in the file as it is. */
const OWN = rangesIn().assumptions.map(({ path }) => path)

describe('parseScenario with ranges', () => {
  it('takes a normal for a number that can go below 0 in the range alone, where none is named', () => {
    const shapeOf = (preventEntries: object) =>
      listAssumptions({ interventions: { it: { effects: [{ preventEntries }] } } }).map(
        ({ range }) => range.shape,
      )
    const range = { central: 0.2, low: -0.1, high: 0.5 }
    expect(shapeOf({ prevents: range, success: range })).toEqual(['normal', 'normal'])
    expect(shapeOf({ perFinancialYear: { '2024/25': range } })).toEqual(['normal'])
    expect(shapeOf({ prevents: { ...range, shape: 'triangular' } })).toEqual(['triangular'])
    expect(shapeOf({ prevents: { ...range, low: 0 }, success: { ...range, low: 0 } })).toEqual([
      'gamma',
      'beta',
    ])
  })

  it('reads a range as its central number, and lists it with the shape of its kind of number', () => {
    const { scenario, assumptions } = rangesIn(
      asRate('{ central: 0.5, low: 0.3, high: 0.8, level: 0.9 }'),
      asShare('{ central: 0.6, low: 0.5, high: 0.7, assumed: x }'),
      [
        'ages:\n    under 1: 0.05',
        'ages:\n    under 1: { central: 0.05, low: 0.02, high: 0.1, shape: triangular, level: 1 }',
      ],
      ['{ kinship: 2.5,', '{ kinship: { central: 2.5, low: 2, high: 3 },'],
    )
    expect(scenario.moves.planned.perYear).toBe(0.5)
    expect(scenario.openingStock.aged17Share).toBe(0.6)
    const added = assumptions.filter(({ path }) => !OWN.includes(path))
    expect(added).toEqual([
      {
        path: 'openingStock.ages.under 1',
        range: { central: 0.05, low: 0.02, high: 0.1, level: 1, shape: 'triangular' },
        least: 0,
        most: 1,
      },
      {
        path: 'openingStock.aged17Share',
        range: { central: 0.6, low: 0.5, high: 0.7, level: 0.8, shape: 'beta' },
        least: 0.01,
        most: 0.99,
      },
      {
        path: 'exits.specialGuardianship.byPlacement.kinship',
        range: { central: 2.5, low: 2, high: 3, level: 0.8, shape: 'log-normal' },
        least: 0,
        most: 1000,
      },
      {
        path: 'moves.planned.perYear',
        range: { central: 0.5, low: 0.3, high: 0.8, level: 0.9, shape: 'gamma' },
        least: 0,
        most: 366,
      },
    ])
  })

  it('counts a range as one figure, with its central number and where it comes from', () => {
    const { figures } = rangesIn(asRate('{ central: 0.5, low: 0.3, high: 0.8, source: ¶7 }'))
    const found = figures.filter(({ path }) => path.startsWith('moves.planned.perYear'))
    expect(found).toEqual([{ path: 'moves.planned.perYear', value: 0.5, kind: 'source', text: '¶7' }])
    expect(figures).toHaveLength(rangesIn().figures.length)
  })

  it('replaces a range by a number of --set, says what it was, and sets no part of it', () => {
    const text = changedSmallshire(asRate('{ central: 0.5, low: 0.3, high: 0.8 }'))
    const { scenario, assumptions, changes } = parseScenario(text, 's.yaml', ['moves.planned.perYear=0.5'])
    expect(scenario.moves.planned.perYear).toBe(0.5)
    expect(assumptions.map(({ path }) => path)).toEqual(OWN)
    expect(changes).toEqual([{ by: 'set', path: 'moves.planned.perYear', from: '0.5 (0.3 to 0.8)', to: 0.5 }])
    expect(() => parseScenario(text, 's.yaml', ['moves.planned.perYear.low=0.4'])).toThrow(
      'moves.planned.perYear.low: is part of a range; set moves.planned.perYear to one number, which replaces the range',
    )
  })

  it('lists every problem of every range at its place', () => {
    const problems = problemsOf(
      changedSmallshire(
        asRate('{ central: 0.5, low: 0.6, high: 0.8 }'),
        asShare('{ central: 0.9, low: 0.1, high: 1.2, assumed: x }'),
        ['council: Smallshire', 'council: 3'],
      ),
    )
    expect(problems).toEqual([
      [expect.stringMatching(/^3/), expect.stringContaining('council: found 3')],
      [
        expect.stringMatching(/^1\.2/),
        'openingStock.aged17Share.high: found 1.2; must be a number from 0.01 to 0.99',
      ],
      [
        expect.stringMatching(/^perYear: \{ central: 0\.5/),
        'moves.planned.perYear: low 0.6 is above central 0.5',
      ],
    ])
  })

  it.each([
    ['{ central: 0.5, low: 0.4 }', 'moves.planned.perYear.high: is missing; must be a number from 0 to 366'],
    [
      '{ central: 0.5, low: 0.4, high: 0.6, lvel: 0.9 }',
      'moves.planned.perYear.lvel: is not a known key; did you mean level?',
    ],
    [
      '{ central: 0.5, low: 0.4, high: 0.6, level: 0.99999 }',
      'moves.planned.perYear: level 0.99999 must lie between 0.01 and 0.9999; 1 only where low and high are the ends of a pert, triangular, uniform shape',
    ],
    [
      '{ central: 0, low: 0, high: 0.6 }',
      'moves.planned.perYear: a gamma with a mean of 0 has no range; central must be above 0; pert, triangular and uniform can have it',
    ],
    [
      '{ central: 0.5, low: 0, high: 0.6, shape: log-normal }',
      'moves.planned.perYear: a log-normal is above 0; low is 0; pert, triangular and uniform can have it',
    ],
    [
      '{ central: 0.5, low: 0.1, high: 1, shape: normal }',
      'moves.planned.perYear: more than 1 in 1000 values of this normal would be below 0, the least allowed; narrow the range or write level: 1 with the shape pert, triangular or uniform, whose ends are low and high',
    ],
    [
      '{ central: 360, low: 350, high: 366, shape: uniform }',
      'moves.planned.perYear: more than 1 in 1000 values of this uniform would be above 366, the most allowed; narrow the range or write level: 1 with the shape pert, triangular or uniform, whose ends are low and high',
    ],
  ])('refuses %s', (written, message) => {
    expect(messagesOf(asRate(written))).toEqual([message])
  })

  it('takes a range that is one number, 0 too, and a uniform from 0 on', () => {
    for (const written of [
      '{ central: 0, low: 0, high: 0 }',
      '{ central: 0, low: 0, high: 0.4, shape: uniform, level: 1 }',
    ])
      expect(messagesOf(asRate(written))).toEqual([])
  })

  it('asks a range where it comes from', () => {
    const unsourced = changedSmallshire([
      'high: 0.07, assumed: homes rose by 7 % a year in real terms up to 2023/24; others by less }',
      'high: 0.07 }',
    ])
    expect(problemsOf(unsourced).map(([, message]) => message)).toEqual([
      'upliftPerYear: does not say where it comes from; add source, published or assumed to it',
    ])
  })

  it.each([
    [
      'children of the first day',
      '{ value: 100, assumed: invented; a round number',
      '{ central: 100, low: 90, high: 110, assumed: invented; a round number',
      'openingStock.children: cannot be a range: the numbers of the opening stock are exact (A6); write one number',
    ],
    [
      'children in a placement',
      'kinship: 18\n',
      'kinship: { central: 18, low: 10, high: 20 }\n',
      'openingStock.placements.kinship: cannot be a range: the numbers of the opening stock are exact (A6); write one number',
    ],
    [
      'a count of the past',
      '2024-03-31: 100',
      '2024-03-31: { central: 100, low: 90, high: 110 }',
      'history.children.2024-03-31: cannot be a range: a count that was made is one number; its uncertainty follows from the count; write one number',
    ],
  ])('refuses %s as a range, and says why', (_, from, to, message) => {
    expect(messagesOf([from, to])).toEqual([message])
  })

  it('refuses facts and claims as ranges', () => {
    const range = '{ central: 40, low: 30, high: 50 }'
    const facts = `facts:
  - period: { from: 2023-04-01, to: 2024-03-31 }
    mode: reproduce
    exits: ${range}
    exitsByReason: [{ reasons: [adoption], children: ${range} }]
    assumed: x
claims:
  few: { label: Few, children: { on: 2025-03-31, below: ${range} }, source: ¶3 }
exits:
`
    expect(messagesOf(['\nexits:\n', `\n${facts}`])).toEqual([
      'facts.0.exits: cannot be a range: a count that was made is one number; its uncertainty follows from the count; write one number',
      'facts.0.exitsByReason.0.children: cannot be a range: a count that was made is one number; its uncertainty follows from the count; write one number',
      'claims.few.children.below: cannot be a range: a claim is what the document says; write one number',
    ])
  })
})
