// The attribution of the largest package to its interventions: which subsets are simulated, and on how many runs. Others can
// be asked for by name; all at once would take more time than the forecast.
import type { PackagePlan } from '../../input/packages.ts'
import type { AllRuns } from '../../run/run-row.ts'
import { type Attribution, attribute, attributionSubsets, subsetRuns } from './attribution.ts'

/** Enough to know a step to a tenth of its spread in runs, which pairing keeps small. */
const MOST_ATTRIBUTED_RUNS = 300

/** Returns how many runs of subsets there are beside those of the result. */
export function attributedRuns(runs: number, plans: readonly PackagePlan[]): number {
  return attributed(plans).length * Math.min(runs, MOST_ATTRIBUTED_RUNS)
}

/** The package with the most interventions, the last of several, if it has more than one. */
function attributed(plans: readonly PackagePlan[]): PackagePlan[] {
  const most = Math.max(...plans.map(({ interventions }) => interventions.length))
  return most > 1 ? [plans.findLast(({ interventions }) => interventions.length === most)!] : []
}

/**
 * Attributes the largest package to its interventions on the first runs; `simulatePlans` is given the subsets of a package as plans,
 * and the number of runs.
 */
export async function attributePackages(
  plans: readonly PackagePlan[],
  runs: number,
  simulatePlans: (plans: PackagePlan[], runs: number) => Promise<AllRuns>,
  isIllustration = false,
): Promise<Attribution[]> {
  const attributions: Attribution[] = []
  for (const plan of attributed(plans)) {
    const subsets = attributionSubsets(plan.interventions)
    const simulated = await simulatePlans(
      subsets.map((subset) => ({
        ...plan,
        key: `${plan.key}: ${subset.join(' ')}`,
        interventions: subset.map((position) => plan.interventions[position]),
      })),
      Math.min(runs, MOST_ATTRIBUTED_RUNS),
    )
    const { interventions } = simulated.packages.at(-1)!.table.axes
    const reductions = subsets.map((subset, index) =>
      subsetRuns(subset, simulated, simulated.packages[index].table),
    )
    attributions.push(...attribute(plan.key, interventions, reductions, isIllustration))
  }
  return attributions
}
