import { describe, expect, it } from 'vitest'
import { changedSmallshire, problemsOf } from '../smallshire.ts'

type Case = [title: string, from: string, to: string, problems: [pointsAt: string, message: string][]]

const rate = 'must be a number from 0 to 366'

const cases: Case[] = [
  [
    'a misspelt key, and not that it is missing',
    'weeklyPrice:',
    'weeklyPrise:',
    [['weeklyPrise', 'placements.kinship.weeklyPrise: is not a known key; did you mean weeklyPrice?']],
  ],
  [
    'a key with two letters swapped',
    '{ value: 100',
    '{ vlaue: 100',
    [['vlaue: 100', 'openingStock.children.vlaue: is not a known key; did you mean value?']],
  ],
  [
    'an abbreviated key',
    'upliftPerYear:',
    'uplift:',
    [['uplift', 'uplift: is not a known key; did you mean upliftPerYear?']],
  ],
  [
    'an unknown exit reason',
    '  childArrangements:',
    '  childArangements:',
    [['childArangements:', 'exits.childArangements: is not a known key; did you mean childArrangements?']],
  ],
  [
    'a key like no other',
    'label: Our',
    'colour: red\n    label: Our',
    [
      [
        'colour: red',
        'placements.inHouseFoster.colour: is not a known key; known keys: label, weeklyPrice, priceSpread, fixedShare, places, carers, overflow, ages, source, published, assumed',
      ],
    ],
  ],
  [
    'a comma in a text in braces',
    'assumed: invented; they can take 36 children today',
    'source: table 1, row 2',
    [
      [
        'row 2',
        'placements.inHouseFoster.carers.households.row 2: has no colon and no value; in { } a comma ends a value: put a text that has one in quotes',
      ],
    ],
  ],
  [
    'a missing key, at the block that lacks it',
    '    label: Family and friends\n',
    '',
    [['kinship:', 'placements.kinship.label: is missing; must be a text of 1 to 200 characters']],
  ],
  [
    'a missing number with its meaning',
    '  children: { value: 100, assumed: invented; a round number makes the shares easy to check }\n',
    '',
    [
      [
        'openingStock:',
        'openingStock.children: is missing; must be a whole number from 1 up: children looked after at the close of the start date',
      ],
    ],
  ],
  [
    'a size of sibling groups that is none, at its key',
    '{ 1: 0.62, 2: 0.24, 3: 0.10, 4: 0.04 }',
    '{ 0: 0.62, 2: 0.24, 3: 0.10, 9: 0.04 }',
    [
      [
        '0: 0.62, 2: 0.24, 3: 0.10, 9: 0.04 }',
        'entries.siblings.groupSizes.0: must be a number of children, 1 to 8',
      ],
      ['9: 0.04 }', 'entries.siblings.groupSizes.9: must be a number of children, 1 to 8'],
    ],
  ],
  [
    'a share of sibling groups above 1, with what it may be',
    '1: 0.62, 2: 0.24',
    '1: 62, 2: 0.24',
    [
      [
        '62, 2: 0.24, 3: 0.10, 4: 0.04 }',
        'entries.siblings.groupSizes.1: found 62; must be a number from 0 to 1; 62 % is 0.62',
      ],
    ],
  ],
  [
    'sibling groups whose sizes have another name',
    'groupSizes:',
    'sizes:',
    [['sizes:', 'entries.siblings.sizes: is not a known key; did you mean groupSizes?']],
  ],
  [
    'an underscore in a number',
    'value: 350,',
    'value: 1_000,',
    [
      [
        '1_000',
        "placements.kinship.weeklyPrice.value: found '1_000'; must be a number from 0 to 1000000; write it as 1000",
      ],
    ],
  ],
  [
    'a comma in a number',
    'perYear: 0.45',
    'perYear: 1,000',
    [['1,000', `moves.planned.perYear: found '1,000'; ${rate}; write it as 1000`]],
  ],
  [
    'a pound sign',
    'perYear: 0.45',
    'perYear: £350',
    [['£350', `moves.planned.perYear: found '£350'; ${rate}; write it as 350`]],
  ],
  [
    'a percent sign',
    'perYear: 0.45',
    'perYear: 5%',
    [['5%', `moves.planned.perYear: found '5%'; ${rate}; write it as 0.05`]],
  ],
  [
    'a number in millions',
    'perYear: 0.45',
    'perYear: 0.1m',
    [['0.1m', `moves.planned.perYear: found '0.1m'; ${rate}; write it as 100000`]],
  ],
  [
    'a number in quotes',
    'perYear: 0.45',
    "perYear: '0.45'",
    [["'0.45'", `moves.planned.perYear: found '0.45'; ${rate}; write it as 0.45`]],
  ],
  [
    'a word for a number',
    'perYear: 0.45',
    'perYear: high',
    [['high', `moves.planned.perYear: found 'high'; ${rate}`]],
  ],
  [
    'infinity',
    'perYear: 0.45',
    'perYear: .inf',
    [['.inf', `moves.planned.perYear: found Infinity; ${rate}`]],
  ],
  ['not a number', 'perYear: 0.45', 'perYear: .nan', [['.nan', `moves.planned.perYear: found NaN; ${rate}`]]],
  [
    'a number out of range',
    'perYear: 0.45',
    'perYear: 400',
    [['400', `moves.planned.perYear: found 400; ${rate}`]],
  ],
  [
    'a figure out of range',
    'perYear: 0.45',
    'perYear: { value: -1 }',
    [['-1', `moves.planned.perYear.value: found -1; ${rate}`]],
  ],
  [
    'a value left out, at its key',
    'perYear: 0.45',
    'perYear:',
    [['perYear:', `moves.planned.perYear: found nothing; ${rate}`]],
  ],
  [
    'a list for a number',
    'perYear: 0.45',
    'perYear: [1]',
    [['perYear: [1]', `moves.planned.perYear: found a list of 1; ${rate}`]],
  ],
  [
    'the branch of a union that was meant: a table by age',
    '{ under 1: 0.189, 1 to 4: 0.125, 5 to 9',
    '{ under 1: x, 1 to 4: -1, 5 to 8',
    [
      ['x', `exits.reunification.perYear.under 1: found 'x'; ${rate}`],
      ['-1', `exits.reunification.perYear.1 to 4: found -1; ${rate}`],
      ['5 to 8: 0.087', 'exits.reunification.perYear.5 to 8: is not a known key; did you mean 5 to 9?'],
    ],
  ],
  [
    'part of a child',
    'value: 23',
    'value: 3.5',
    [
      [
        '3.5',
        'placements.inHouseFoster.carers.households.value: found 3.5; must be a whole number from 0 to 100000',
      ],
    ],
  ],
  [
    'a day that is not in the calendar',
    'start: 2024-03-31',
    'start: 2024-02-30',
    [['2024-02-30', "start: found '2024-02-30'; must be a date of the calendar, YYYY-MM-DD"]],
  ],
  [
    'a year for a financial year',
    'priceBase: 2023/24',
    'priceBase: 2023',
    [['2023', 'priceBase: found 2023; must be a text like 2015/16']],
  ],
  [
    'a financial year whose halves do not follow on',
    'priceBase: 2023/24',
    'priceBase: 2023/25',
    [['2023/25', "priceBase: found '2023/25'; must be a financial year like 2017/18"]],
  ],
  [
    'an age that is no band',
    '[16 to 17]',
    '[16 to 18]',
    [
      [
        '16 to 18',
        "placements.supported.ages.0: found '16 to 18'; must be one of 'under 1', '1 to 4', '5 to 9', '10 to 15', '16 to 17'; did you mean 16 to 17?",
      ],
    ],
  ],
  [
    'a number for a text',
    'council: Smallshire',
    'council: 3',
    [['3', 'council: found 3; must be a text of 1 to 200 characters; put it in quotes']],
  ],
  [
    'a text that became a block',
    '- everything, since',
    '- everything: since',
    [
      [
        'everything: since the council is invente',
        "unknown.0: found a block of keys; must be a text; put a text that contains ': ' in quotes",
      ],
    ],
  ],
  [
    'a long text, cut short',
    'name: Small',
    `name: ${'x'.repeat(300)}`,
    [
      [
        'xxxxxxxxx',
        `name: found '${'x'.repeat(40)}…' (324 characters); must be a text of 1 to 200 characters`,
      ],
    ],
  ],
  [
    'a text for a list',
    'overflow: [ifa]',
    'overflow: ifa',
    [['ifa', "placements.inHouseFoster.overflow: found 'ifa'; must be a list; write it as [ifa]"]],
  ],
  [
    'a list of the wrong length',
    '  trendPerYear:',
    '  monthProfile: { factors: [1, 1], assumed: even }\n  trendPerYear:',
    [['factors: [1', 'entries.monthProfile.factors: found a list of 2; must be a list of 12']],
  ],
  [
    'a number as the key of a placement',
    '  kinship:\n',
    '  12:\n',
    [['12:', 'placements.12: must be the key of a placement, a word like inHouseFoster']],
  ],
  [
    'the keys of a table together with its values',
    '  kinship:\n    label: Family and friends',
    '  Kin ship:\n    label: ""',
    [
      ['Kin ship:', 'placements.Kin ship: must be the key of a placement, a word like inHouseFoster'],
      ['""', "placements.Kin ship.label: found ''; must be a text of 1 to 200 characters"],
    ],
  ],
  [
    'months that are not whole',
    '    0: 0.10',
    '    0.5: 0.10',
    [['0.5: 0.10', 'openingStock.monthsInCare.0.5: must be a whole number of months, 0 to 999']],
  ],
]

describe('parseScenario reports', () => {
  it.each(cases)('%s', (_, from, to, problems) => {
    const found = problemsOf(changedSmallshire([from, to]))
    expect(found.map(([, message]) => message)).toEqual(problems.map(([, message]) => message))
    found.forEach(([text], index) => {
      expect(text.startsWith(problems[index][0]), `${text} begins with ${problems[index][0]}`).toBe(true)
    })
  })

  it('an escape in a rule on one line too', () => {
    const text = changedSmallshire(['overflow: [ifa]', 'overflow: [ifa, "x\\n\\e"]'])
    expect(problemsOf(text)[0][1]).toMatch(
      /^placements\.inHouseFoster\.overflow\.1: 'x\\n\\u001b' is not one of/,
    )
  })

  it('control characters as escapes, which cannot act on a terminal', () => {
    const text = changedSmallshire(['council: Smallshire', 'council: Smallshire\n"\\e[31m": 1'])
    expect(problemsOf(text)[0][1]).toMatch(/^\\u001b\[31m: is not a known key/)
  })
})
