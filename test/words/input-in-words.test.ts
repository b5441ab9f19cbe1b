import { describe, expect, test } from 'vitest'
import { uncertaintyOf } from '../../src/estimate/fit-uncertainty.ts'
import { inputNamer } from '../../src/words/input-in-words.ts'
import { readNamed } from '../scenarios/scenario-file.ts'

const { scenario } = await readNamed('smallshire')
const FITTED = [
  { path: 'fit.exits.specialGuardianship+independence+other', events: 47 },
  { path: 'fit.exits.adoption', events: 1_200 },
  { path: 'fit.entries', events: 312 },
]
const nameOf = inputNamer({ scenario, assumptions: FITTED })

const EFFECT = 'interventions.edge-of-care.effects.0'
const nameOfIntervention = inputNamer({
  scenario: {
    ...scenario,
    interventions: { 'edge-of-care': { label: 'Edge of Care', start: { date: '2024-04-01' }, effects: [] } },
  },
  assumptions: [],
})

test.each([
  ['interventions.edge-of-care.start.slipMonths', 'months by which it starts later: Edge of Care'],
  ['interventions.edge-of-care.rampMonths', 'months to full effect: Edge of Care'],
  ['interventions.edge-of-care.posts.monthsToFill', 'months to fill a post: Edge of Care'],
  ['interventions.edge-of-care.noEffectShare', 'chance of no effect: Edge of Care'],
  [`${EFFECT}.preventEntries.prevents`, 'entries prevented a year: Edge of Care'],
  [`${EFFECT}.preventEntries.perFinancialYear.2024/25`, 'entries prevented in 2024/25: Edge of Care'],
  [`${EFFECT}.raiseExits.hazardRatio`, 'hazard ratio of exits: Edge of Care'],
  [`${EFFECT}.stabilise.reach`, 'share of the children reached: Edge of Care'],
  [`${EFFECT}.reviewCohort.gates.1.probability`, 'share who pass gate 2: Edge of Care'],
])('inputNamer calls %s of an intervention %s', (path, name) => {
  expect(nameOfIntervention(path)).toBe(name)
})

describe('inputNamer', () => {
  test.each([
    [
      'fit.exits.specialGuardianship+independence+other',
      'rate of special guardianship, independence and other exits (from 47 counted)',
    ],
    ['fit.exits.adoption', 'rate of adoption exits (from 1,200 counted)'],
    ['fit.entries', 'number of entries (from 312 counted)'],
    ['upliftPerYear', 'uplift of all prices a year'],
    ['placements.ifa.weeklyPrice', 'price of Agency foster carers'],
    [
      'placements.inHouseFoster.carers.approvalsPerYear',
      'foster carers approved a year (Our own foster carers)',
    ],
    ['entries.perYear', 'entries a year'],
    [
      'entries.placements.10 to 15.externalResidential',
      "share of entrants aged 10 to 15 placed in External children's homes",
    ],
    ['exits.reunification.perYear.5 to 9', 'rate of reunification exits aged 5 to 9'],
    ['moves.planned.perYear', 'rate of planned moves'],
    [
      'moves.breakdown.destinations.ifa.externalResidential',
      "share of breakdown moves from Agency foster carers to External children's homes",
    ],
    ['afterCare.allowances.specialGuardianship.weekly', 'price of special guardianship allowances'],
    ['afterCare.services.stayingPut.months', 'months of Staying Put with the former foster carer'],
    ['afterCare.reentry.reunification.12', 'share back by month 12 after reunification'],
    ['shocks.entries.local', 'size of local yearly shocks to entries'],
  ])('names %s', (path, name) => {
    expect(nameOf(path)).toBe(name)
  })

  test('leaves a path that it knows no name for as it is', () => {
    expect(nameOf('openingStock.monthsInCare.12')).toBe('openingStock.monthsInCare.12')
  })

  test.each([
    'rotherham-2017',
    'worcestershire-2015',
    'herefordshire-2018',
    'herefordshire-2021',
    'leeds-2012',
    'smallshire',
  ])('has a name of its own for everything that is uncertain in %s', async (name) => {
    const file = await readNamed(name)
    const { assumptions } = uncertaintyOf(file.scenario, file.assumptions)
    const names = assumptions.map(({ path }) => inputNamer({ scenario: file.scenario, assumptions })(path))
    expect(names.filter((text, index) => text === assumptions[index].path)).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })
})
