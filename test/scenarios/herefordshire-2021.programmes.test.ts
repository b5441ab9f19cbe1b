import { describe, expect, it } from 'vitest'
import { headerCommands, packagesOfCommand, unpackaged } from './header-commands.ts'
import { readNamed } from './scenario-file.ts'

const { scenario, figures, text } = await readNamed('herefordshire-2021')
const interventions = Object.entries(scenario.interventions!)

describe('The programmes of Herefordshire, 2021', () => {
  it('have no figure that the document prints, since it prints none', () => {
    const own = figures.filter(({ path }) => path.startsWith('interventions.'))
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter(({ kind }) => kind !== 'assumed')).toEqual([])
  })

  it('do nothing at all in a quarter of the runs', () => {
    expect(interventions.map(([, { noEffectShare }]) => noEffectShare)).toEqual(interventions.map(() => 0.25))
  })

  it.each([
    'Corporate parenting strategy',
    'Placement Sufficiency Strategy / review',
    'Connected carers',
    'Mainstream foster carers',
    'Foster carer recruitment and retention strategy',
    'Residential placement review',
    'Edge of care services (named as a lack)',
  ])('name %s', (row) => {
    expect(text).toContain(row)
  })

  it('are all in a package', () => {
    expect(unpackaged(scenario)).toEqual([])
  })

  const commands = headerCommands(text)
  it('answer five questions', () => {
    expect(commands.length).toBeGreaterThanOrEqual(5)
  })
  it.each(commands)('are run by $command', async (command) => {
    expect((await packagesOfCommand(command)).length).toBeGreaterThan(0)
  })
})
