// Damage to the text of a scenario as hands, editors and other programs do it, the same for the same numbers drawn.

/** Values that are none of a scenario's, or all too large for it. */
const VALUES = [
  ...[
    '-1',
    '0',
    '1e308',
    '-1e308',
    '1e-308',
    '.nan',
    '.inf',
    '-.inf',
    '0x10',
    '0o17',
    '1_000',
    '1,000',
    '1e21',
    '99999',
  ],
  ...[
    'true',
    'null',
    '~',
    '""',
    '[]',
    '{}',
    '[1, 2]',
    '{ low: 1, high: 0 }',
    '{ value: 1 }',
    '2024-02-30',
    '9999-12-31',
  ],
  ...['text', "'", '"', '*a', '&a 1', '!!set', '|', '50%', '£5', '{ value: 5, low: 5, high: 5, assumed: x }'],
]
const LINES = [
  'colour: red',
  '\tindented: 1',
  '  - stray',
  '---',
  '...',
  '%YAML 1.1',
  '<<: *a',
  '__proto__: 1',
  '? a',
  'x',
]
const CHARACTERS = [
  '\0',
  '\r',
  '\u009b',
  '\ufeff',
  '\ud800',
  '\u2028',
  '{',
  '}',
  '"',
  "'",
  ':',
  '#',
  '\t',
  '😀',
]

type Mutation = (lines: string[], at: number, next: () => number) => string[]

/** By what they do; `at` is a line with something on it that is no comment. */
const MUTATIONS: Record<string, Mutation> = {
  delete: (lines, at) => lines.toSpliced(at, 1),
  'delete some': (lines, at, next) => lines.toSpliced(at, 1 + Math.floor(next() * 12)),
  repeat: (lines, at) => lines.toSpliced(at, 0, lines[at]),
  swap: (lines, at, next) => {
    const other = Math.floor(next() * lines.length)
    return lines.with(at, lines[other]).with(other, lines[at])
  },
  'another value': (lines, at, next) =>
    lines.with(
      at,
      lines[at].replace(/: .*$|:$|- .*$/, (old) => `${old[0]} ${pick(VALUES, next)}`),
    ),
  'another number': (lines, at, next) => {
    const numbers = [...lines[at].matchAll(/\d[\d.]*/g)]
    if (numbers.length === 0) return lines.with(at, `${lines[at]} ${pick(VALUES, next)}`)
    const { index, 0: number } = pick(numbers, next)
    const other = next() < 0.5 ? pick(VALUES, next) : changedNumber(number, next)
    return lines.with(at, lines[at].slice(0, index) + other + lines[at].slice(index + number.length))
  },
  'other indentation': (lines, at, next) =>
    lines.with(at, pick(['', ' ', '   ', '      ', '\t'], next) + lines[at].trimStart()),
  'another key': (lines, at) => lines.with(at, lines[at].replace(/(\w)(\w)(?=\w*:)/, '$2$1')),
  'a foreign line': (lines, at, next) => lines.toSpliced(at, 0, pick(LINES, next)),
  'an anchor': (lines, at) => lines.with(at, lines[at].replace(': ', ': &a ')),
  'a foreign character': (lines, at, next) => {
    const place = Math.floor(next() * lines[at].length)
    return lines.with(at, lines[at].slice(0, place) + pick(CHARACTERS, next) + lines[at].slice(place))
  },
  'an end in the middle': (lines, at, next) => [
    ...lines.slice(0, at),
    lines[at].slice(0, Math.floor(next() * lines[at].length)),
  ],
}

/** Returns the text with one to three damages, and says which. */
export function mutateScenario(text: string, next: () => number): { mutated: string; what: string } {
  let lines = text.split('\n')
  const what: string[] = []
  for (let left = pick([1, 1, 2, 3], next); left > 0; left--) {
    const kind = pick(Object.keys(MUTATIONS), next)
    const places = [...lines.keys()].filter((at) => /^\s*[^\s#]/.test(lines[at]))
    const at = pick(places, next)
    what.push(`${kind} at ${at + 1}`)
    lines = MUTATIONS[kind](lines, at ?? 0, next)
  }
  return { mutated: lines.join('\n'), what: what.join(', ') }
}

/** Returns a file of any bytes, or a text with some of its bytes overwritten. */
export function mutateText(text: string, next: () => number): Uint8Array {
  const anything = () => Uint8Array.from({ length: Math.floor(next() * 300) }, () => Math.floor(next() * 256))
  if (next() < 0.3) return anything()
  const bytes = Buffer.from(text)
  for (let left = 1 + Math.floor(next() * 5); left > 0; left--)
    bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256)
  return bytes
}

function changedNumber(number: string, next: () => number): string {
  const factor = pick([0, 0.001, 0.1, 0.9, 1.1, 10, 1000, 1e6, -1], next)
  return String(Number(number) * factor)
}

function pick<Item>(items: readonly Item[], next: () => number): Item {
  return items[Math.floor(next() * items.length)]
}
