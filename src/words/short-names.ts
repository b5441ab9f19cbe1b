// Names of interventions and packages that fit into a column: labels where there is room for them, otherwise keys.
import type { PackageResult } from '../summary/packages/package-results.ts'

/** What people and command lines call something. */
export interface Named {
  key: string
  label: string
}

/** Returns what packages are called; nothing without packages. */
export function namesOfPackages(packages: Pick<PackageResult, 'package' | 'label'>[] = []): Named[] {
  return packages.map(({ package: key, label }) => ({ key, label }))
}

/** A beginning of fewer characters says too little of a label, and the key says more. */
const SHORTEST_BEGINNING = 28

/** Labels that are the same so far would look alike when they are cut. */
const TOLD_APART_WITHIN = 14

/** A name is cut between its words where that costs so few characters. */
const LONGEST_TORN = 4

/**
 * Names several things in at most `room` characters each: by their labels, by the beginnings of the labels where these
 * tell them apart, and otherwise by their keys, which are cut where even they are too long and differ before that.
 */
export function shortNames(named: Named[], room: number, style: { unicode: boolean }): string[] {
  const labels = named.map(({ label }) => label)
  if (labels.every(({ length }) => length <= room)) return labels
  const shortened = (names: string[]) => names.map((name) => cut(name, room, style))
  if (room >= SHORTEST_BEGINNING && areApart(labels, room)) return shortened(labels)
  const keys = named.map(({ key }) => key)
  return new Set(shortened(keys)).size === keys.length ? shortened(keys) : keys
}

function areApart(labels: string[], room: number): boolean {
  const beginsLike = (label: string) =>
    labels.filter((other) => other.startsWith(label.slice(0, TOLD_APART_WITHIN)))
  return labels.every((label) => label.length <= room || beginsLike(label).length === 1)
}

function cut(name: string, room: number, { unicode }: { unicode: boolean }): string {
  if (name.length <= room) return name
  const dots = unicode ? '…' : '...'
  const beginning = name.slice(0, Math.max(1, room - dots.length))
  const space = name.lastIndexOf(' ', beginning.length)
  return `${space >= beginning.length - LONGEST_TORN ? name.slice(0, space) : beginning.trimEnd()}${dots}`
}
