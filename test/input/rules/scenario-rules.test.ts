import { describe, expect, it } from 'vitest'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { checkRules } from '../../../src/input/rules/scenario-rules.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { changedSmallshire, problemsOf, SMALLSHIRE } from '../smallshire.ts'

/** Checks Smallshire after a change, and writes each problem as `path: message`. */
function problemsAfter(change: (scenario: Scenario) => void): string[] {
  const { scenario } = parseScenario(SMALLSHIRE, 's.yaml')
  change(scenario)
  return checkRules(scenario).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

const names = '(kinship, inHouseFoster, ifa, externalResidential, supported)'

type Case = [title: string, change: (scenario: Scenario) => void, problems: string[]]

const horizonCases: Case[] = [
  [
    'an end on the start',
    (s) => {
      s.end = s.start
    },
    ['end: 2024-03-31 is not after the start, 2024-03-31'],
  ],
  [
    'an end 30 years and a day later',
    (s) => {
      s.end = '2054-04-02'
    },
    ['end: 2054-04-02 is 30.0 years after the start; the limit is 30 years'],
  ],
  [
    'no end 30 years later',
    (s) => {
      s.end = '2054-03-31'
    },
    [],
  ],
  [
    'prices of another generation',
    (s) => {
      s.priceBase = '1980/81'
    },
    ['priceBase: 1980/81 is 43 years from the start; the limit is 30 years'],
  ],
  [
    'a history on a day that never was',
    (s) => {
      s.history = { children: { '2021-02-31': 1 } }
    },
    ['history.children.2021-02-31: is not a date of the calendar'],
  ],
  [
    'more children than a run can hold',
    (s) => {
      s.entries.perYear = 200_000
      s.entries.trendPerYear = 2
    },
    [
      'entries.perYear: brings about 2.6 million children into one run; the limit is 1.5 million; shorten the horizon or lower the entries',
    ],
  ],
]

const placementCases: Case[] = [
  [
    'no placement',
    (s) => {
      s.placements = {}
    },
    ['placements: is empty; a scenario has at least one placement'],
  ],
  [
    'overflow to itself',
    (s) => {
      s.placements.inHouseFoster.overflow = ['inHouseFoster', 'ifa']
    },
    ['placements.inHouseFoster.overflow.0: inHouseFoster cannot overflow to itself'],
  ],
  [
    'overflow to nowhere',
    (s) => {
      s.placements.inHouseFoster.overflow = ['ifaa', 'ifa']
    },
    [`placements.inHouseFoster.overflow.0: 'ifaa' is not one of the placements ${names}; did you mean ifa?`],
  ],
  [
    'overflow named twice',
    (s) => {
      s.placements.inHouseFoster.overflow = ['ifa', 'ifa']
    },
    ['placements.inHouseFoster.overflow.1: ifa is in the list already'],
  ],
  [
    'overflow in a circle',
    (s) => {
      s.placements.ifa.overflow = ['inHouseFoster']
    },
    ['placements.ifa.overflow: goes in a circle: inHouseFoster -> ifa -> inHouseFoster'],
  ],
  [
    'a longer circle once',
    (s) => {
      s.placements.kinship.overflow = ['inHouseFoster']
      s.placements.ifa.overflow = ['externalResidential']
      s.placements.externalResidential.overflow = ['ifa', 'inHouseFoster']
    },
    [
      'placements.externalResidential.overflow: goes in a circle: ifa -> externalResidential -> ifa',
      'placements.externalResidential.overflow: goes in a circle: inHouseFoster -> ifa -> externalResidential -> inHouseFoster',
    ],
  ],
  [
    'places without overflow',
    (s) => {
      delete s.placements.inHouseFoster.overflow
    },
    [
      'placements.inHouseFoster.overflow: inHouseFoster has carers, so its overflow must list a placement without places or carers',
    ],
  ],
  [
    'places whose overflow has places too',
    (s) => {
      s.placements.ifa.places = 10
      s.placements.ifa.overflow = ['externalResidential']
    },
    [
      'placements.inHouseFoster.overflow: inHouseFoster has carers, so its overflow must list a placement without places or carers',
    ],
  ],
  [
    'fixed places without overflow',
    (s) => {
      s.placements.kinship.places = 20
    },
    [
      'placements.kinship.overflow: kinship has places, so its overflow must list a placement without places or carers',
    ],
  ],
  [
    'places whose overflow has carers',
    (s) => {
      s.placements.kinship.places = 20
      s.placements.kinship.overflow = ['inHouseFoster']
    },
    [
      'placements.kinship.overflow: kinship has places, so its overflow must list a placement without places or carers',
    ],
  ],
  [
    'both places and carers',
    (s) => {
      s.placements.inHouseFoster.places = 36
    },
    [
      'placements.inHouseFoster.carers: inHouseFoster has both places and carers; leave one out: the places are fixed, or carers give them',
    ],
  ],
  [
    'a placement named like a line of the results',
    (s) => {
      s.placements.total = { label: 'Total', weeklyPrice: 1 }
      for (const move of Object.values(s.moves)) move.destinations.total = { ifa: 1 }
    },
    ['placements.total: is the name of a line of the results; call the placement something else'],
  ],
  [
    'places whose overflow is closed to some ages',
    (s) => {
      s.placements.inHouseFoster.overflow = ['supported']
    },
    [
      'placements.inHouseFoster.overflow: inHouseFoster has carers, so its overflow must list a placement without places or carers that takes the ages under 1, 1 to 4, 5 to 9, 10 to 15',
    ],
  ],
  [
    'no overflow that ends in a placement with room',
    (s) => {
      s.placements.ifa.places = 10
      s.placements.ifa.overflow = ['externalResidential']
      s.placements.inHouseFoster.overflow = ['ifa', 'externalResidential']
    },
    [],
  ],
]

const childrenCases: Case[] = [
  [
    'more than 200,000 children',
    (s) => {
      s.history = undefined
      s.openingStock.children = 200_001
      s.openingStock.placements.ifa += 199_901
    },
    ['openingStock.children: 200001 is above the limit of 200000'],
  ],
  [
    'children who live nowhere',
    (s) => {
      s.history = undefined
      s.openingStock.children = 101
    },
    ['openingStock.placements: the placements hold 100 children; openingStock.children says 101'],
  ],
  [
    'children in a placement that is not there',
    (s) => {
      s.openingStock.placements.kin = 0
    },
    [`openingStock.placements.kin: is not one of the placements ${names}`],
  ],
  [
    'ages that do not sum to 1',
    (s) => {
      s.openingStock.ages['under 1'] = 0.1
    },
    ['openingStock.ages: the shares sum to 1.05; they must sum to 1: divide each by 1.05'],
  ],
  [
    'no ages that sum to 1 within a thousandth',
    (s) => {
      s.openingStock.ages['under 1'] = 0.051
    },
    [],
  ],
  [
    'months that do not start at 0',
    (s) => {
      s.openingStock.monthsInCare = { 3: 1 }
    },
    ['openingStock.monthsInCare: must start at month 0; add the key 0'],
  ],
  [
    'ages of entries that do not sum to 1',
    (s) => {
      s.entries.ages['1 to 4'] = 0
    },
    ['entries.ages: the shares sum to 0.85; they must sum to 1: divide each by 0.85'],
  ],
  [
    'a row of first placements that is empty',
    (s) => {
      s.entries.placements['5 to 9'] = {}
    },
    ['entries.placements.5 to 9: the shares sum to 0; they must sum to 1'],
  ],
  [
    'a first placement that is not there',
    (s) => {
      s.entries.placements['5 to 9'] = { kinshp: 1 }
    },
    [`entries.placements.5 to 9.kinshp: is not one of the placements ${names}; did you mean kinship?`],
  ],
  [
    'a first placement that does not take the age',
    (s) => {
      s.entries.placements['5 to 9'] = { supported: 1 }
    },
    ['entries.placements.5 to 9.supported: sends children of 5 to 9 to supported, which takes only 16 to 17'],
  ],
  [
    'no first placement with the share 0',
    (s) => {
      s.entries.placements['5 to 9'] = { ifa: 1, supported: 0 }
    },
    [],
  ],
  [
    'a profile of months that is not 1 on average',
    (s) => {
      s.entries.monthProfile = { factors: [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }
    },
    ['entries.monthProfile.factors: the factors are 1.08333333 on average; they must be 1 on average'],
  ],
  [
    'sizes of sibling groups that do not sum to 1',
    (s) => {
      s.entries.siblings = { groupSizes: { 1: 0.62, 2: 0.42, 3: 0.1, 4: 0.04 } }
    },
    ['entries.siblings.groupSizes: the shares sum to 1.18; they must sum to 1: divide each by 1.18'],
  ],
  [
    'sibling groups without a size',
    (s) => {
      s.entries.siblings = { groupSizes: {} }
    },
    ['entries.siblings.groupSizes: the shares sum to 0; they must sum to 1'],
  ],
  [
    'no fault in groups of eight alone',
    (s) => {
      s.entries.siblings = { groupSizes: { 8: 1 } }
    },
    [],
  ],
]

const hazardCases: Case[] = [
  [
    'a factor for a placement that is not there',
    (s) => {
      s.exits.adoption!.byPlacement = { if: 1 }
    },
    [`exits.adoption.byPlacement.if: is not one of the placements ${names}; did you mean ifa?`],
  ],
  [
    'factors by months that do not start at 0',
    (s) => {
      s.exits.adoption!.byMonthsInCare = {}
      s.moves.planned.byMonthsInPlacement = { 1: 2 }
    },
    [
      'exits.adoption.byMonthsInCare: must start at month 0; add the key 0',
      'moves.planned.byMonthsInPlacement: must start at month 0; add the key 0',
    ],
  ],
  [
    'destinations that do not sum to 1',
    (s) => {
      s.moves.planned.destinations.kinship.ifa = 0.35
    },
    ['moves.planned.destinations.kinship: the shares sum to 1.05; they must sum to 1: divide each by 1.05'],
  ],
  [
    'destinations and origins that are not there',
    (s) => {
      Object.assign(s.moves.planned.destinations, { kin: { ifaa: 1 } })
    },
    [
      `moves.planned.destinations.kin: is not one of the placements ${names}`,
      `moves.planned.destinations.kin.ifaa: is not one of the placements ${names}; did you mean ifa?`,
    ],
  ],
  [
    'a placement without destinations',
    (s) => {
      delete s.moves.planned.destinations.supported
    },
    [
      'moves.planned.destinations.supported: is missing; say where children move to from supported, or give it the factor 0 in byPlacement',
    ],
  ],
  [
    'no placement without destinations that nobody leaves',
    (s) => {
      delete s.moves.planned.destinations.supported
      s.moves.planned.byPlacement!.supported = 0
      s.moves.breakdown.destinations = {}
      s.moves.breakdown.perYear = 0
    },
    [],
  ],
  [
    'no move to another home of the same type',
    (s) => {
      s.moves.planned.destinations.ifa = { ifa: 1 }
    },
    [],
  ],
]

const moneyCases: Case[] = [
  [
    'a contribution to a placement that there is not, and a year that is not simulated',
    (s) => {
      s.contributions = {
        health: { label: 'Health', payer: 'NHS', share: 0.1, of: ['homes'] },
        grant: {
          label: 'Grant',
          payer: 'Government',
          perFinancialYear: { '2023/24': 5, '2024/25': 5, '2024/26': 5 },
        },
      }
    },
    [
      `contributions.health.of.0: 'homes' is not one of the placements ${names}`,
      'contributions.grant.perFinancialYear.2023/24: is no year of this scenario; simulated are 2024/25 to 2026/27',
      'contributions.grant.perFinancialYear.2024/26: must be a financial year like 2017/18',
    ],
  ],
  [
    'a fixed share of homes without children at the start',
    (s) => {
      s.placements.externalResidential.fixedShare = 0.8
      s.openingStock.placements.externalResidential = 0
      s.openingStock.placements.ifa += 10
    },
    [
      'placements.externalResidential.fixedShare: needs children in externalResidential at the start: the fixed part is that of their price',
    ],
  ],
]

const afterCareCases: Case[] = [
  [
    'shares of returns that fall, and one at month 0',
    (s) => {
      s.afterCare = { reentry: { reunification: { 0: 0, 3: 0.12, 12: 0.1 } } }
    },
    [
      'afterCare.reentry.reunification.0: nobody is back after 0 months; begin with 1 or more',
      'afterCare.reentry.reunification.12: is below the 0.12 of month 3; the share only grows',
    ],
  ],
  [
    'an allowance without an end',
    (s) => {
      s.afterCare = { allowances: { adoption: { weekly: 100 } } }
    },
    ['afterCare.allowances.adoption: has no end; add months, untilAge, or both'],
  ],
  [
    'a service for a placement that there is not',
    (s) => {
      const stayingPut = { label: 'Staying Put', weekly: 200, untilAge: 21, after: ['turned18' as const] }
      s.afterCare = { services: { stayingPut: { ...stayingPut, from: ['ifa', 'foster'] } } }
    },
    [
      `afterCare.services.stayingPut.from.1: 'foster' is not one of the placements ${names}; did you mean inHouseFoster?`,
    ],
  ],
]

const shiftCases: Case[] = [
  [
    'a shift that begins after the end',
    (s) => {
      s.shifts = { late: { on: 'entries', from: '2027-04-01', factor: 2 } }
    },
    ['shifts.late.from: 2027-04-01 is after the end, 2027-03-31; the shift would change nothing'],
  ],
  [
    'a shift that is over by the start',
    (s) => {
      s.shifts = { past: { on: 'exits', from: '2023-01-01', factor: 2, riseMonths: 3, fallMonths: 12 } }
    },
    ['shifts.past.from: the shift is over by the start, 2024-03-31, and would change nothing'],
  ],
  [
    'no fault in shifts of the last day, of long ago that stay, and that are still falling',
    (s) => {
      s.shifts = {
        last: { on: 'entries', from: '2027-03-31', factor: 2 },
        old: { on: 'exits', from: '2010-01-01', factor: 2 },
        falling: { on: 'entries', from: '2023-04-03', factor: 2, fallMonths: 12 },
      }
    },
    [],
  ],
  [
    'more children than a run can hold, by a shift',
    (s) => {
      s.entries.perYear = 200_000
      s.entries.trendPerYear = 0
      s.shifts = { war: { on: 'entries', from: '2025-01-01', factor: 10 } }
    },
    [
      'entries.perYear: brings about 6.0 million children into one run; the limit is 1.5 million; shorten the horizon or lower the entries',
    ],
  ],
]

describe('checkRules finds', () => {
  it.each([
    ...horizonCases,
    ...placementCases,
    ...shiftCases,
    ...childrenCases,
    ...hazardCases,
    ...afterCareCases,
    ...moneyCases,
  ])('%s', (_, change, problems) => {
    expect(problemsAfter(change)).toEqual(problems)
  })

  it('the key and not the value of what is not there', () => {
    const [[pointsAt, message]] = problemsOf(changedSmallshire(['{ kinship: 2.5', '{ kinshipp: 2.5']))
    expect(pointsAt).toMatch(/^kinshipp: 2.5/)
    expect(message).toBe(
      `exits.specialGuardianship.byPlacement.kinshipp: is not one of the placements ${names}; did you mean kinship?`,
    )
  })
})
