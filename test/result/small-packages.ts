// Packages of the small table, for tests of what is written of them: 'all' has 0 to 4 fewer children in its last month,
// 'none' changes nothing.
import { attribute, attributionSubsets, subsetRuns } from '../../src/summary/packages/attribution.ts'
import { packageResults } from '../../src/summary/packages/package-results.ts'
import { summarisePaired } from '../../src/summary/packages/paired.ts'
import {
  fewerInFosterCare,
  interventionLine,
  interventionModel,
  packageLike,
  programmeOf,
} from '../summary/package-table.ts'
import { smallTable } from '../summary/small-table.ts'

const INTERVENTIONS = [interventionLine('review', { saving: 'cashable' }), interventionLine('groups')]

/** Returns the paired summary, the results and the attribution of both packages; the review alone brings all of it. */
export function smallPackages(isIllustration = false) {
  const baseline = smallTable()
  const all = fewerInFosterCare(INTERVENTIONS)
  const none = packageLike(baseline, INTERVENTIONS.slice(1), [], 'none')
  const packages = [all, none]
  const programme = programmeOf(interventionModel('review'), interventionModel('groups'))
  programme.packages.push({ key: 'none', interventions: [1], cap: 0.4 })
  const paired = summarisePaired(baseline, packages, isIllustration)
  const subsets = attributionSubsets(['review', 'groups']).map((subset) =>
    subsetRuns(subset, baseline, subset.includes(0) ? all.table : none.table),
  )
  return {
    paired,
    packages: packageResults(paired, { ...baseline, packages }, programme, isIllustration),
    attribution: attribute('all', INTERVENTIONS, subsets),
  }
}
