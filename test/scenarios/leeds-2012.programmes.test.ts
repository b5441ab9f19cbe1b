import { describe, expect, it } from 'vitest'
import { headerCommands, packagesOfCommand, unpackaged } from './header-commands.ts'
import { readNamed } from './scenario-file.ts'

const { scenario, figures, text } = await readNamed('leeds-2012')
const interventions = scenario.interventions!

describe('The programmes of Leeds', () => {
  it('have the £10,000 of ¶3.7.1 and no other figure of the document', () => {
    const printed = figures.filter(
      ({ path, kind }) => path.startsWith('interventions.') && kind !== 'assumed',
    )
    expect(printed).toMatchObject([{ value: 10_000, text: expect.stringContaining('¶3.7.1') }])
  })

  it('cost nothing else, since they are resourced from existing budgets (¶4.4.1)', () => {
    const paid = Object.keys(interventions).filter((key) => interventions[key].investment !== undefined)
    expect(paid).toEqual(['corporate-carers'])
  })

  it("raise the fee of all of the council's carers, new ones or not", () => {
    const rises = interventions['fee-review'].effects.flatMap(({ changePrice }) => changePrice ?? [])
    expect(rises).toMatchObject([{ placements: ['kinship', 'inHouseFoster'], weekly: expect.any(Number) }])
  })

  it.each([
    ["'Turn(ing) the curve' action plan / LAC Programme Group (Board)"],
    ["Children and Young People's plan 'obsessions'"],
    ['Scrutiny inquiry into external placements'],
    ['Cluster arrangements; targeted service leaders'],
    ['Outcomes Based Accountability'],
    ['Top 100 Methodology'],
    ['Common Assessment Framework (revised)'],
    ['Child Friendly City'],
    ['Foster carer recruitment strategy and website'],
    ['Corporate Carers group (£10,000 events)'],
    ['Foster payment structure review'],
    ['Sub-regional commissioning (West Yorkshire; Tees, North West consortia)'],
    ['Health contributions'],
    ['ALMO housing priority protocol'],
    ['Integrated safeguarding unit (IROs, CP chairs)'],
    ['Residential care review / redesign'],
    ['Foster Carer handbook; delegated-decision guidance'],
  ])('name %s', (row) => {
    expect(text).toContain(row)
  })

  it('are all in a package', () => {
    expect(unpackaged(scenario)).toEqual([])
  })

  const commands = headerCommands(text)
  it('answer six questions', () => {
    expect(commands.length).toBeGreaterThanOrEqual(6)
  })
  it.each(commands)('are run by $command', async (command) => {
    expect((await packagesOfCommand(command)).length).toBeGreaterThan(0)
  })
})
