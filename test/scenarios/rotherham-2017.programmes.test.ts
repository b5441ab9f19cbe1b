// What the document prints of its programmes is in the scenario file, and every programme that it names.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { packagePlans, withChoice } from '../../src/input/packages.ts'
import { parseScenario } from '../../src/input/reading/scenario-reader.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { compilePackages } from '../../src/model/packages/compile-packages.ts'
import { seedKey } from '../../src/run/addresses.ts'
import { type RunTable, rowLayout } from '../../src/run/run-row.ts'
import { chunkSimulator } from '../../src/run/threads/simulate-chunk.ts'
import { untouchedInterventions } from '../../src/summary/packages/untouched.ts'

const FOLDER = new URL('../../scenarios/', import.meta.url)
const text = readFileSync(new URL('rotherham-2017.yaml', FOLDER), 'utf8')
const { scenario, figures } = parseScenario(text, 'rotherham-2017.yaml')
const interventions = scenario.interventions!

const INVESTMENT = 'investment.perFinancialYear'
const PREVENTED = 'effects.0.preventEntries.perFinancialYear'
const LEFT = 'effects.0.raiseExits.perFinancialYear'

/** Appendix 1, £ and children by financial year. */
const PRINTED: [table: string, intervention: string, block: string, values: Record<string, number>][] = [
  ['CYPS 1A', 'foster-carer-offer', INVESTMENT, years(0, 1_276_000, 1_718_000, 2_182_000, 2_182_000)],
  ['CYPS 1B', 'therapeutic-service', INVESTMENT, years(0, 270_000, 270_000, 270_000, 270_000)],
  ['CYPS 2', 'family-group-conferencing', INVESTMENT, years(100_000, 164_000, 164_000, 164_000, 164_000)],
  ['CYPS 2', 'family-group-conferencing', PREVENTED, years(0, 15, 27, 30, 30)],
  ['CYPS 3', 'special-guardianship', LEFT, years(0, 6, 6, 6, 6)],
  ['CYPS 4', 'pause', INVESTMENT, years(18_000, 0, 0, 0, 0)],
  ['CYPS 5', 'edge-of-care', INVESTMENT, years(0, 350_000, 350_000, 350_000, 350_000)],
  ['CYPS 5', 'edge-of-care', PREVENTED, years(0, 15, 24, 30, 30)],
  ['CYPS 6', 'multisystemic-therapy', PREVENTED, years(0, 4, 4, 4, 4)],
  ['CYPS 7', 'reunification', INVESTMENT, years(0, 90_000, 0, 0, 0)],
  ['CYPS 7', 'reunification', LEFT, years(0, 12, 0, 0, 0)],
]

/** Those of 2016/17 to 2020/21 that are not 0. */
function years(...values: number[]): Record<string, number> {
  const names = ['2016/17', '2017/18', '2018/19', '2019/20', '2020/21']
  return Object.fromEntries(names.map((name, index) => [name, values[index]]).filter(([, value]) => value))
}

/** The programmes, systems and strategies that the document names. */
const NAMED = [
  'CYPS Sustainability Strategy',
  'LAC (Placement) Sufficiency Strategy, "one market"',
  'CYPS 1A Foster Carer Payments Scheme, Support and Development',
  'CYPS 1B Therapeutic Service',
  'CYPS 2 Family Group Conferencing',
  'CYPS 3 Special Guardianship LAC',
  'CYPS 4 Pause Project',
  'CYPS 5 Edge of Care (team)',
  'CYPS 6 Multi-systemic Therapy, shared with Barnsley',
  'CYPS 7 Reunification Project (NSPCC pilot)',
  'Life Chances Fund / Social Impact Bond',
  'Troubled Families Grant',
  'Staying put (after 18) and local leaving-care accommodation',
  'DLT Resources weekly meeting; approval limits; line-by-line budget review phase 2',
  'MTFS; budget rebasing',
  'LAC Peer Review Oct 2016',
]

describe('the programmes of Rotherham', () => {
  test.each(PRINTED)('have the figures of %s for %s, %s', (table, intervention, block, values) => {
    const path = `interventions.${intervention}.${block}.`
    const found = figures.filter((figure) => figure.path.startsWith(path))
    expect(Object.fromEntries(found.map((one) => [one.path.slice(path.length), one.value]))).toEqual(values)
    for (const { kind, text } of found)
      expect([kind, text]).toEqual(['source', expect.stringContaining(table)])
  })

  test('have 15, 30, 45 and 45 usable places more at the ends of the years of CYPS 1A, on average', () => {
    const { placesPerHousehold, usableShare, deregistrationsPerHouseholdYear } =
      scenario.placements.inHouseFoster.carers!
    const [{ addPlaces }] = interventions['foster-carer-offer'].effects
    const staying = Math.exp(-deregistrationsPerHouseholdYear)
    let households = 0
    const places = Object.values(addPlaces!.householdsPerFinancialYear!).map((approved) => {
      households = households * staying + (approved * (1 - staying)) / deregistrationsPerHouseholdYear
      return households * placesPerHousehold * usableShare
    })
    ;[15, 30, 45, 45].forEach((printed, year) => {
      expect(Math.abs(places[year] - printed)).toBeLessThan(0.15)
    })
  })

  test('leave the allowances of CYPS 3 to those of all guardians, £8.6k a year', () => {
    expect(interventions['special-guardianship'].investment).toBeUndefined()
    const { weekly } = scenario.afterCare!.allowances!.specialGuardianship!
    expect(Math.abs((weekly * 365.25) / 7 - 8_600)).toBeLessThan(50)
  })

  test('would with Pause avoid 10 to 15 placements a year, and without it none (CYPS 4)', () => {
    const range = parseScenario(text, 'rotherham-2017.yaml').assumptions.find(({ path }) =>
      path.startsWith('interventions.pause-practice.effects.'),
    )!.range
    expect([range.low, range.high, range.level]).toEqual([10, 15, 1])
    expect(interventions.pause.effects[0].preventEntries!.prevents).toBe(0)
  })

  test('are each in a package, and the eight proposals in that of the strategy', () => {
    const plans = packagePlans(scenario)
    const inSome = new Set(plans.flatMap((plan) => plan.interventions))
    expect(Object.keys(interventions).filter((key) => !inSome.has(key))).toEqual([])
    const strategy = plans.find(({ key }) => key === 'sustainability-strategy')!
    const tables = strategy.interventions.map((key) => interventions[key].label.slice(0, 7).trim())
    expect(tables).toEqual(['CYPS 1A', 'CYPS 1B', ...[2, 3, 4, 5, 6, 7].map((table) => `CYPS ${table}`)])
  })

  test.each(NAMED)('have %s, or say why it is none', (name) => {
    expect(text).toContain(name)
  })

  test('change something, but for the review of Pause alone', () => {
    const model = compileModel(scenario)
    const plans = packagePlans(scenario)
    const packages = compilePackages(scenario, model.axes, plans)
    const all = [model.axes, ...packages.axes].map((axes): RunTable => {
      const layout = rowLayout(axes)
      return { axes, layout, runs: 4, rows: new Int32Array(layout.length * 4) }
    })
    const shared = { tables: all.map(({ rows }) => rows), control: new Int32Array(2) }
    chunkSimulator({ model, packages, seed: seedKey('programmes'), ...shared })(0, 4)
    const [baseline, ...tables] = all
    const runs = plans.map(({ key, label }, index) => ({ key, label, table: tables[index] }))
    const untouched = untouchedInterventions(baseline, runs, packages.programme)
    expect(untouched.map(({ intervention }) => intervention)).toEqual(['pause'])
  })
})

describe('the questions at the head of the file', () => {
  const commands = [...new Set(text.match(/(?<=^# +)carecast run .*/gm))]

  test('are eleven, and each has its command', () => {
    const asked = text.slice(0, text.indexOf('name:')).match(/^# +\d+\. /gm)!
    expect(asked).toHaveLength(11)
    expect(commands.length).toBeGreaterThan(8)
  })

  test.each(commands)('are answered by %s', (command) => {
    const [, file] = /scenarios\/(\S+)/.exec(command)!
    const given = (option: string) =>
      [...command.matchAll(new RegExp(` --${option} '?([^' ]+)`, 'g'))].map((match) => match[1])
    const read = parseScenario(readFileSync(new URL(file, FOLDER), 'utf8'), file, given('set')).scenario
    const packages = given('package')
    const kept = withChoice(packagePlans(read), read, packages.length > 0 ? { packages } : {})
    expect(kept.length).toBeGreaterThan(0)
    const claims = [...Object.keys(read.claims ?? {}), 'p_saves']
    for (const assertion of given('assert')) {
      const [, key, name] = /^([\w-]+):([\w-]+)>=[\d.]+$/.exec(assertion)!
      expect(kept.map((plan) => plan.key)).toContain(key)
      expect(claims).toContain(name)
    }
  })
})
