// Several arrays in one: the loops of the engine read the one, whose kind, length and place V8 then has to look at only once
// for each child that they come by; everything else reads the parts under their names.

type NumberArray = Uint16Array | Int32Array | Float64Array

/** Arrays that stand one behind the other in `all`. */
export interface Parts<Name extends string, Values extends NumberArray> {
  all: Values
  /** [name] index in `all` at which the part begins. */
  starts: Record<Name, number>
  parts: Record<Name, Values>
}

/** Makes arrays of given lengths, all 0, as parts of one. */
export function layOut<Name extends string, Values extends NumberArray>(
  kind: new (length: number) => Values,
  lengths: Record<Name, number>,
): Parts<Name, Values> {
  const names = Object.keys(lengths) as Name[]
  const all = new kind(names.reduce((sum, name) => sum + lengths[name], 0))
  const starts = {} as Record<Name, number>
  const parts = {} as Record<Name, Values>
  let start = 0
  for (const name of names) {
    starts[name] = start
    parts[name] = all.subarray(start, start + lengths[name]) as Values
    start += lengths[name]
  }
  return { all, starts, parts }
}
