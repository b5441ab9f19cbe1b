// Which prices the amounts of an intervention's investment are in, in words.
import type { Scenario } from '../input/schema/scenario-schema.ts'

/** Returns 'in cash' or 'in prices of 2023/24' for the path of an amount of an investment; undefined for any other path. */
export function investmentPrices(
  path: string,
  { interventions = {}, priceBase }: Pick<Scenario, 'interventions' | 'priceBase'>,
): string | undefined {
  const key = /^interventions\.([^.]+)\.investment\.per/.exec(path)?.[1]
  if (key === undefined) return undefined
  return interventions[key]?.investment?.cash ? 'in cash' : `in prices of ${priceBase}`
}
