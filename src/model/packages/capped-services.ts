// Services that prevent entries and together, or one alone, ask for more than there is: what the cap of a package leaves of
// them, by the rates without shocks. src/run/variants/preventions.ts applies the cap child by child.
import { AGE_BANDS } from '../../domain/age-band.ts'
import type { Model } from '../compile-model.ts'
import type { InterventionModel, Prevention, Programme } from './programme.ts'

/** Would-be entrants of one kind of whom a package would prevent more than it may. */
export interface CappedServices {
  package: string
  financial_year: string
  age: (typeof AGE_BANDS)[number]
  /** Interventions that reach them. */
  interventions: string[]
  /** Share of them that they would prevent without the cap; above 1 where one is to prevent more children than enter. */
  wanted: number
  /** The largest share allowed: the cap, or what the strongest of them prevents alone where that is more, up to 1. */
  allowed: number
}

/** Lists for each package the year and age at which its services exceed what they may prevent by most; none that do not. */
export function cappedServices(model: Model, { interventions, packages }: Programme): CappedServices[] {
  return packages.flatMap((one) => {
    const members = one.interventions.map((index) => interventions[index])
    const found = model.axes.years.flatMap((financial_year, year) =>
      AGE_BANDS.map((age, ageIndex): CappedServices => {
        const services = servicesAt(model, members, model.axes.yearEnd[year], ageIndex)
        const strongest = Math.max(0, ...services.map(({ chance }) => chance))
        // One that asks for more than all is named by itself.
        const reaching = strongest > 1 ? services.filter(({ chance }) => chance === strongest) : services
        const wanted = strongest > 1 ? strongest : together(services)
        const names = [...new Set(reaching.map(({ key }) => key))]
        const allowed = Math.min(1, Math.max(one.cap, strongest))
        return { package: one.key, financial_year, age, interventions: names, wanted, allowed }
      }),
    )
    const worst = found.toSorted((left, right) => excess(right) - excess(left))[0]
    return excess(worst) > 0 ? [worst] : []
  })
}

function excess({ wanted, allowed }: CappedServices): number {
  // A hair over is rounding.
  return wanted > allowed * (1 + 1e-9) ? wanted - allowed : 0
}

/** The services that reach entrants of an age on a day, each with its probability for them. */
function servicesAt(model: Model, members: InterventionModel[], day: number, age: number) {
  return members.flatMap(({ key, effects, strength }) =>
    effects
      .filter((effect) => effect.kind === 'prevention')
      .map((effect) => ({
        key,
        chance: chanceOf(model, effect, strength[day], day, age),
        isDisjoint: effect.isDisjoint,
      }))
      .filter(({ chance }) => chance > 0),
  )
}

function chanceOf(
  { entries, axes }: Model,
  effect: Prevention,
  strength: number,
  day: number,
  age: number,
): number {
  const homes = effect.homes.subarray(age * axes.placements.length, (age + 1) * axes.placements.length)
  if (!homes.includes(1)) return 0
  if (effect.perDay.length === 0) return effect.share * strength
  const perDay = entries.perDay[day] / (effect.byFamily ? entries.meanGroupSize : 1)
  const eligible = perDay * effect.eligibleShare
  return eligible > 0 ? (effect.perDay[day] * strength) / eligible : 0
}

/** Of entrants whom each service reaches with its chance, by itself or where no other disjoint one does, the share whom any does. */
function together(services: { chance: number; isDisjoint: boolean }[]): number {
  const disjoint = services.filter(({ isDisjoint }) => isDisjoint)
  const sum = disjoint.reduce((total, { chance }) => total + chance, 0)
  const independent = services.filter(({ isDisjoint }) => !isDisjoint)
  return 1 - independent.reduce((none, { chance }) => none * (1 - chance), 1 - Math.min(1, sum))
}
