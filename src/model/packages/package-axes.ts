// The axes of a package's tables: those of the baseline, with its interventions, the gates of its reviews, and what others
// pay because of it.

import type { PackagePlan } from '../../input/packages.ts'
import type { Intervention } from '../../input/schema/intervention-schema.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { Axes, InterventionLine } from '../axes.ts'
import { type LedgerLine, poundsOf } from '../ledger-lines.ts'
import { paidBeforeStart } from './investment.ts'
import { strengthByDay, strengthByYear } from './strength.ts'

/** Returns the axes of a package of a checked scenario. */
export function packageAxes(
  scenario: Scenario,
  axes: Axes,
  { interventions }: Pick<PackagePlan, 'interventions'>,
): Axes {
  const members = interventions.map((key) => ({ key, ...scenario.interventions![key] }))
  return {
    ...axes,
    ledgerLines: [...axes.ledgerLines, ...members.flatMap((member) => contributionsOf(member, axes))],
    interventions: members.map((member) => lineOf(member, scenario, axes)),
    gates: members.flatMap(gatesOf),
  }
}

type Member = Intervention & { key: string }

function lineOf(member: Member, scenario: Scenario, axes: Axes): InterventionLine {
  const { key, label, investment, saving = 'avoided' } = member
  const isPaidByCouncil = investment?.payer === undefined
  const before = isPaidByCouncil ? paidBeforeStart(member, scenario, axes) : 0
  return { key, label, isPaidByCouncil, saving, ...(before > 0 && { paidBeforeStart: before }) }
}

function gatesOf({ key, effects }: Member): string[] {
  return effects.flatMap(({ reviewCohort }) => reviewCohort?.gates.map(({ name }) => `${key}: ${name}`) ?? [])
}

/** What others pay because of an intervention follows its strength, as the mean over the days of each year. */
function contributionsOf(member: Member, axes: Axes): LedgerLine[] {
  const strength = strengthByYear(strengthByDay(member, axes), axes)
  return member.effects.flatMap(({ changePrice }): LedgerLine[] => {
    if (changePrice?.contribution === undefined) return []
    const { share = 0, of = axes.placements, perFinancialYear = {} } = changePrice.contribution
    return [
      {
        line: `contribution:${member.key}`,
        isContribution: true,
        pounds: poundsOf(perFinancialYear, axes).map((pounds, year) => pounds * strength[year]),
        share,
        placements: of.map((name) => axes.placements.indexOf(name)),
        strength,
      },
    ]
  })
}
