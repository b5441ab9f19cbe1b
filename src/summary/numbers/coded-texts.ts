// A long column of few texts, as the number of each in a list: runs.arrow has millions of rows and a few dozen lines.

/** Each row's text by its place in `texts`, which are in the order of their first rows, each once. */
export interface CodedTexts {
  texts: string[]
  /** [row] */
  codes: Int16Array
}

/** The most texts that codes tell apart. */
export const MOST_TEXTS = 32_768

/** Codes texts that come again and again in the same order; throws RangeError for too many different ones. */
export function codeRepeated(texts: readonly string[], times: number): CodedTexts {
  const places = new Map<string, number>()
  const once = texts.map((text) => codeOf(text, places))
  const codes = new Int16Array(once.length * times)
  for (let from = 0; from < codes.length; from += once.length) codes.set(once, from)
  return { texts: textsOf(places), codes }
}

/** Puts coded columns one under the other; throws RangeError for too many different texts. */
export function joinCoded(parts: readonly CodedTexts[]): CodedTexts {
  const places = new Map<string, number>()
  const codes = new Int16Array(parts.reduce((rows, part) => rows + part.codes.length, 0))
  let from = 0
  for (const part of parts) {
    const own = Int16Array.from(part.texts, (text) => codeOf(text, places))
    for (let row = 0; row < part.codes.length; row++) codes[from + row] = own[part.codes[row]]
    from += part.codes.length
  }
  return { texts: textsOf(places), codes }
}

function codeOf(text: string, places: Map<string, number>): number {
  const code = places.get(text) ?? places.size
  if (code === places.size) places.set(text, code)
  return code
}

function textsOf(places: Map<string, number>): string[] {
  if (places.size > MOST_TEXTS)
    throw new RangeError(`a column has ${places.size} different texts, more than ${MOST_TEXTS}`)
  return [...places.keys()]
}
