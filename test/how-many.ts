// How much the tests try: a part of it for every change, all of it in the long form, which LONG=1 asks for and .ci/long runs.

const isLong = () => process.env.LONG === '1'

/** Returns how many to try: the first number for every change, the second in the long form. */
export function howMany(quick: number, long: number): number {
  return isLong() ? long : quick
}

/** The seed of what is made up: that of the day, or FC_SEED where a failure is to be repeated; once-before-all.ts sets it. */
export function seedOfTheDay(): number {
  return Number(process.env.FC_SEED)
}

/** Returns all items in the long form, otherwise about so many, evenly spread: other ones each day until all had their turn. */
export function someOf<Item>(items: readonly Item[], quick: number): Item[] {
  const step = Math.ceil(items.length / howMany(quick, items.length))
  return items.filter((_, at) => at % step === seedOfTheDay() % step)
}

/** Returns the whole numbers from 1 to a last one. */
export function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1)
}
