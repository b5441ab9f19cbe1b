// Which packages are told in full where there are many.
import type { PackageResult } from '../summary/packages/package-results.ts'

/** Of more packages than that, only one is shown in detail. */
const MOST_DETAILED = 3

/** Returns the packages that terminal and workbook say everything of: all of a few, of many the one with the most interventions. */
export function packagesInDetail(packages: PackageResult[]): PackageResult[] {
  if (packages.length <= MOST_DETAILED) return packages
  const most = Math.max(...packages.map(({ interventions }) => interventions.length))
  return [packages.findLast(({ interventions }) => interventions.length === most)!]
}
