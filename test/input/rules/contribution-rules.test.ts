// Shares of what one placement costs are limited together, whoever pays them and from when to when.
import { describe, expect, test } from 'vitest'
import { InputError } from '../../../src/input/input-error.ts'
import { packagePlans, withChoice } from '../../../src/input/packages.ts'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { checkRules } from '../../../src/input/rules/scenario-rules.ts'
import type { Intervention } from '../../../src/input/schema/intervention-schema.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { SMALLSHIRE } from '../smallshire.ts'

const { scenario: SMALL } = parseScenario(SMALLSHIRE, 's.yaml')

const problemsWith = (changes: Partial<Scenario>): string[] =>
  checkRules({ ...SMALL, ...changes }).map(({ path, message }) => `${path.join('.')}: ${message}`)

const pays = (label: string, share: number, of?: string[]) => ({ label, payer: 'NHS', share, of })

/** An intervention in which somebody pays a share. */
const grant = (
  label: string,
  share: number,
  of?: string[],
  stated: Partial<Intervention> = {},
): Intervention => ({
  label,
  start: { date: '2024-04-01' },
  effects: [{ changePrice: { contribution: { payer: 'DfE', share, of } } }],
  ...stated,
})

describe('shares of what a placement costs', () => {
  test('are refused where they add up to more than 1, with who pays what, and how to mend it', () => {
    const contributions = {
      health: pays('Health', 0.6, ['externalResidential']),
      school: pays('School', 0.6, ['externalResidential']),
    }
    expect(problemsWith({ contributions })).toEqual([
      'contributions.school.share: the shares of what externalResidential costs add up to 1.2 (0.6 by health, 0.6 by school), ' +
        'and they are 1 at most; lower them, or name in of the placements that each is for',
    ])
  })

  test('count for every placement where none is named', () => {
    const [problem] = problemsWith({
      contributions: { health: pays('Health', 0.3, ['ifa']), all: pays('All', 0.75) },
    })
    expect(problem).toContain('contributions.all.share: the shares of what ifa costs add up to 1.05')
  })

  test('may come to exactly 1, and each to 1 of different placements', () => {
    const sixTenths = { a: pays('A', 0.6), b: pays('B', 0.3), c: pays('C', 0.1) }
    expect(problemsWith({ contributions: sixTenths })).toEqual([])
    expect(
      problemsWith({ contributions: { a: pays('A', 1, ['ifa']), b: pays('B', 1, ['kinship']) } }),
    ).toEqual([])
  })

  test('do not count twice where a list names a placement twice: that is refused', () => {
    expect(problemsWith({ contributions: { health: pays('Health', 0.4, ['ifa', 'ifa']) } })).toEqual([
      'contributions.health.of.1: names ifa a second time; name it once',
    ])
    const interventions = { it: grant('It', 0.4, ['ifa', 'ifa']) }
    expect(problemsWith({ interventions })).toEqual([
      'interventions.it.effects.0.changePrice.contribution.of.1: names ifa a second time; name it once',
    ])
  })

  test('of an intervention come on top of those of the scenario', () => {
    const [problem] = problemsWith({
      contributions: { health: pays('Health', 0.5) },
      interventions: { it: grant('It', 0.6) },
    })
    expect(problem).toContain(
      "interventions.it.effects.0.changePrice.contribution.share: with the scenario's own, the shares of what kinship costs add up to 1.1",
    )
  })

  test('of the interventions of a package count together while these run, and not where one ends before the other', () => {
    const packages = { both: { interventions: ['one', 'two'] } }
    const interventions = { one: grant('One', 0.6), two: grant('Two', 0.6) }
    const [problem] = problemsWith({ interventions, packages })
    expect(problem).toContain(
      'packages.both: has contributions that overlap: the shares of what kinship costs add up to 1.2 (0.6 by the intervention one, 0.6 by the intervention two)',
    )
    const inTurn = {
      one: grant('One', 0.6, undefined, { end: '2025-03-31' }),
      two: grant('Two', 0.6, undefined, { start: { date: '2025-04-01' } }),
    }
    expect(problemsWith({ interventions: inTurn, packages })).toEqual([])
    expect(problemsWith({ interventions })[0]).toContain('interventions: has contributions that overlap')
  })

  test('are added up of interventions that the command line puts together too', () => {
    const scenario = {
      ...SMALL,
      interventions: { one: grant('One', 0.6), two: grant('Two', 0.6) },
      packages: { a: { interventions: ['one'] }, b: { interventions: ['two'] } },
    }
    expect(checkRules(scenario)).toEqual([])
    const together = () => withChoice(packagePlans(scenario), scenario, { with: ['one', 'two'] })
    expect(together).toThrow(InputError)
    expect(together).toThrow('--with one,two')
  })
})
