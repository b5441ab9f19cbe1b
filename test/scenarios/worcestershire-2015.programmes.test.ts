// The programmes of Worcestershire's commissioning strategy: all of them are there, with the figures that the document prints.
import { describe, expect, it } from 'vitest'
import { DAYS_PER_YEAR, parseDate } from '../../src/domain/calendar.ts'
import { packagePlans, withChoice } from '../../src/input/packages.ts'
import { axesOf } from '../../src/model/axes.ts'
import { compileProgramme } from '../../src/model/packages/compile-programme.ts'
import type { EffectModel } from '../../src/model/packages/programme.ts'
import { readNamed } from './scenario-file.ts'

const NAME = 'worcestershire-2015'
const file = await readNamed(NAME)
const { scenario, figures, assumptions, text } = file
const interventions = Object.entries(scenario.interventions!)
const plans = packagePlans(scenario)
const programme = compileProgramme(scenario, axesOf(scenario), plans)

/** What the document names, with its paragraph. */
const NAMES = [
  ['Special Guardianship Order route', '¶19'],
  ["LAC & Care Leavers' Commissioning Strategy", '¶2'],
  ['In-house fostering 70%', '¶6'],
  ['Fostering Transformation Manager / publicity campaign', '¶33'],
  ['Small residential homes in county', '¶31'],
  ['Short breaks unit', '¶6'],
  ['Supported living re-commissioning (with District housing)', '¶6'],
  ['Staying Put Policy', '¶7'],
  ["Care Leaver's service outsourcing", '¶8'],
  ['Back to Basics Improvement Programme', '¶9'],
  ['Specialist family support service', '¶31'],
  ['Family meetings and family group conferences', '¶31'],
  ['NSPCC Return Home project', '¶36'],
  ['Tracker system (legal proceedings)', '¶36'],
  ['Experienced SW support for newly qualified SWs', '¶36'],
  ['Edge of Care Strategy', '¶36'],
  ['FutureFit Transformation fund', '¶36'],
  ['2-3 year financial strategy', '¶43'],
  ['Action Plan 2015/16 (and 2013/14)', '¶11'],
  ['Early help commissioned services', '¶25'],
  ['Corporate Parenting Board, Pledge, Open for Business', '¶48'],
]

/** What the document prints that programmes of it work with. */
const PRINTED: [string, number, string][] = [
  ['placements.inHouseFoster.weeklyPrice', 350, '¶45'],
  ['placements.ifa.weeklyPrice', 800, '¶45'],
  ['placements.inHouseResidential.weeklyPrice', 2200, '¶44'],
  ['placements.externalResidential.weeklyPrice', 3700, '¶44'],
  ['openingStock.placements.inHouseFoster', 128, '¶45'],
  ['openingStock.placements.ifa', 243, '¶45'],
  ['openingStock.placements.inHouseResidential', 28, '¶44'],
  ['openingStock.placements.externalResidential', 51, '¶44'],
]

describe('The programmes of Worcestershire, June 2015', () => {
  it.each(NAMES)('name %s (%s)', (name, paragraph) => {
    expect(text).toContain(name)
    expect(text).toContain(paragraph)
  })

  it.each(PRINTED)('work with %s as printed, %d (%s)', (path, value, source) => {
    expect(figures.find((figure) => figure.path === path)).toMatchObject({
      kind: 'source',
      value,
      text: source,
    })
  })

  it('are in a package each, and compile to every effect that the file gives them', () => {
    const packaged = new Set(plans.flatMap((plan) => plan.interventions))
    expect(interventions.filter(([key]) => !packaged.has(key))).toEqual([])
    const compiled = programme.interventions.map(({ effects }) => effects.length)
    expect(compiled).toEqual(interventions.map(([, { effects }]) => effects.length))
  })

  it('take none of their numbers from the document, which prints none, and say so by assuming them', () => {
    const theirs = figures.filter(({ path }) => path.startsWith('interventions.'))
    expect(theirs.filter(({ kind }) => kind === 'source')).toEqual([])
  })

  it('can come to nothing: every ratio of a hazard has 1 in its range', () => {
    const ratios = assumptions.filter(({ path }) =>
      /\.(hazardRatio|factor|independence|moves|reentry|carerAttrition)$/.test(path),
    )
    expect(ratios.length).toBeGreaterThan(10)
    expect(ratios.filter(({ range }) => range.low >= 1 || range.high <= 1)).toEqual([])
  })

  // 70 % of 243 and 128 are 260 (¶6, ¶45). Households of the first months leave again, at 0.15 a year.
  it('bring the 132 places to in-house fostering by 31 March 2018 that 70 % are more than 128', () => {
    const wanted = 0.7 * (243 + 128) - 128
    const last = parseDate('2018-03-31')! - parseDate(scenario.start)!
    const { placesPerHousehold, usableShare, deregistrationsPerHouseholdYear } =
      scenario.placements.inHouseFoster.carers!
    const left = (day: number) => Math.exp((-deregistrationsPerHouseholdYear * (last - day)) / DAYS_PER_YEAR)
    const places = householdsOf(['in-house-fostering-70', 'fostering-transformation-manager'])
      .flatMap(({ perDay }) => Array.from(perDay.subarray(0, last + 1), (count, day) => count * left(day)))
      .reduce((sum, households) => sum + households * placesPerHousehold * usableShare, 0)
    expect(Math.abs(places / wanted - 1)).toBeLessThan(0.01)
  })

  it.each(commandsOf(text))('are asked for by a command that the scenario takes: %s', async (command) => {
    const words = command.split(' ')
    const after = (option: string) => words.flatMap((word, at) => (word === option ? [words[at + 1]] : []))
    const [, name] = /scenarios\/(.+)\.yaml/.exec(words[2])!
    const asked = await readNamed(name, after('--set'))
    const choice = { packages: after('--package') }
    expect(withChoice(packagePlans(asked.scenario), asked.scenario, choice).length).toBeGreaterThan(0)
  })
})

function householdsOf(keys: string[]) {
  const effects = programme.interventions
    .filter(({ key }) => keys.includes(key))
    .flatMap((one) => one.effects)
  return effects.filter(
    (effect): effect is Extract<EffectModel, { kind: 'households' }> => effect.kind === 'households',
  )
}

/** The commands of the comment at the head of the file, each with the options on the lines that follow it. */
function commandsOf(text: string): string[] {
  const head = text.slice(0, text.indexOf('\nname:'))
  const joined = head.replaceAll(/\n# +(?=--)/g, ' ')
  return [...joined.matchAll(/^# +(carecast run .+)$/gm)].map(([, command]) => command)
}
