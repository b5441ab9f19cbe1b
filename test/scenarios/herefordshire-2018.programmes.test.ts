import { describe, expect, it } from 'vitest'
import { headerCommands, packagesOfCommand, unpackaged } from './header-commands.ts'
import { readNamed } from './scenario-file.ts'

const { scenario, figures, text } = await readNamed('herefordshire-2018')
const interventions = scenario.interventions!
const one = interventions['review-with-one-worker']
const two = interventions['review-with-two-workers']
const three = interventions['review-with-three-workers']

const POSTS = 'interventions.review-with-two-workers.posts'

describe('The programmes of Herefordshire, 2018', () => {
  it.each([
    ['¶4', `${POSTS}.number`, 2],
    ['¶4', `${POSTS}.vacant`, 1],
    ['¶11', 'afterCare.allowances.specialGuardianship.months', 24],
  ])('have what %s prints: %s is %d', (paragraph, path, value) => {
    const figure = figures.find((one) => one.path === path)
    expect(figure).toMatchObject({ value, kind: 'source', text: expect.stringContaining(paragraph) })
  })

  it("have two lists that are the 'up to 80 children' of ¶3", () => {
    const lists = two.effects.map(({ reviewCohort }) => reviewCohort!.children)
    expect(lists.reduce((sum, children) => sum + children)).toBe(80)
  })

  it.each([
    ['step-down-to-kinship', '£79k'],
    ['reunification-work', '£123k'],
    ['adoption-line', '£95k'],
    ['other-step-downs', '£75k'],
  ])('derive the number a year of %s from the %s of ¶11', (key, saved) => {
    const figure = figures.find(
      ({ path }) => path.startsWith(`interventions.${key}`) && path.endsWith('.perYear'),
    )
    expect(figure?.text).toContain(`¶11: ${saved}`)
  })

  it.each([
    'Looked After Children Reduction Strategy',
    'Special Guardianship Order route',
    'Two agency',
    'Step down in placement to kinship',
    'Other placement step downs',
    'Reunification work',
    'Adoption (as a saving line)',
    'Medium term financial strategy £500k line',
    'Scrutiny working group',
    'Corporate parenting strategy',
  ])('name %s', (row) => {
    expect(text).toContain(row)
  })

  it('differ only in how many posts there are, and are vacant, where they ask what one, two or three workers do', () => {
    const common = { number: 0, vacant: 0 }
    const alike = [one, two, three].map(({ label, posts, ...rest }) => ({
      ...rest,
      posts: { ...posts, ...common },
    }))
    expect([one, two, three].map(({ posts }) => posts?.number)).toEqual([1, 2, 3])
    expect(alike).toEqual([alike[0], alike[0], alike[0]])
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
