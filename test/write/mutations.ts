// Damage to the files of a result, the same for the same seed: for tests that nothing that was edited ends as a bug.

/** Returns a source of numbers from 0 to 1, the same for one seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Node = Record<string, unknown>

const OTHER_VALUES = [null, 'text', '', -1, 1e9, 0.5, true, [], {}, [{}], { a: 1 }]

/** Returns a document with one key removed, added, or with another value, and says what it did. */
export function mutateDocument(document: object, next: () => number): { mutated: object; what: string } {
  const mutated = structuredClone(document)
  let node = mutated as Node
  const path: string[] = []
  for (;;) {
    const key = pick(Object.keys(node), next)
    const value = node[key]
    path.push(key)
    const isInner = typeof value === 'object' && value !== null && Object.keys(value).length > 0
    if (isInner && next() < 0.75) node = value as Node
    else return { mutated, what: `${path.join('.')} ${change(node, key, next)}` }
  }
}

function change(node: Node, key: string, next: () => number): string {
  const kind = next()
  if (kind < 0.3) {
    if (Array.isArray(node)) node.splice(Number(key), 1)
    else delete node[key]
    return 'removed'
  }
  const value = pick(OTHER_VALUES, next)
  if (kind < 0.5 && !Array.isArray(node)) {
    node.foreign = value
    return 'has a foreign neighbour'
  }
  node[key] = structuredClone(value)
  return `is ${JSON.stringify(value)}`
}

/** Returns bytes that are cut short, have a bit turned, or a stretch overwritten. */
export function mutateBytes(bytes: Uint8Array, next: () => number): { mutated: Uint8Array; what: string } {
  const at = Math.floor(next() * bytes.length)
  const kind = next()
  if (kind < 0.2) return { mutated: new Uint8Array(bytes).slice(0, at), what: `cut at ${at}` }
  // Not bytes.slice(), which of a Buffer is a view of the same bytes.
  const mutated = new Uint8Array(bytes)
  // Half of the damage goes to the ends, where the structure is.
  const place = next() < 0.5 ? at : next() < 0.5 ? at % 4096 : bytes.length - 1 - (at % 4096)
  const where = Math.max(0, Math.min(bytes.length - 1, place))
  if (kind < 0.7) mutated[where] ^= 1 << Math.floor(next() * 8)
  else mutated.fill(kind < 0.85 ? 0xff : 0x7f, where, where + 1 + Math.floor(next() * 8))
  return { mutated, what: `changed at ${where}` }
}

function pick<Value>(values: readonly Value[], next: () => number): Value {
  return values[Math.floor(next() * values.length)]
}
