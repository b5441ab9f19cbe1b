// Warnings for interventions that changed nothing in any run: which, where and why.

import type { Untouched, UntouchedReason } from '../../summary/packages/untouched.ts'
import type { ResultWarning } from './result-warning.ts'

const REASONS: Record<UntouchedReason, string> = {
  'never starts': 'it starts after the end of the scenario',
  'no effects': 'all its ratios are 1 and all its numbers 0',
  'never works': 'it is said to have no effect in all runs',
  'no posts': 'none of its posts is filled on any day',
  'nobody lives there': 'nobody lives in a placement whose price it changes, while it does',
  'nobody to reach': 'its events found no child that it is for, or no room where the child was to go',
  'nobody eligible': 'no age and placement is one that it is for',
  'too small':
    'it met no child that it is for, its effect is too small to show in so many runs, or the cap of the package leaves it none',
}

/** Returns a warning for each intervention that changed nothing, by reason. */
export function untouchedWarnings(untouched: Untouched[]): ResultWarning[] {
  return untouched.map(({ intervention, label, packages, reason }) => ({
    code: 'intervention-untouched',
    text: `'${label}' (${intervention}) changes nothing in any run of ${packagesInWords(packages)}: ${REASONS[reason]}`,
  }))
}

function packagesInWords(packages: string[]): string {
  const names = packages.map((name) => `'${name}'`)
  const listed = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]
  return `the ${names.length > 1 ? 'packages' : 'package'} ${listed}`
}
