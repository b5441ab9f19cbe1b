// The one place that everything printed passes on its way out: nothing that an input or a path says acts on the terminal.
import { harmless } from '../domain/harmless-text.ts'
import { colourCodes } from './terminal-style.ts'

/** Makes every text written to a stream harmless; the codes of carecast's own colours pass where the stream shows them. */
export function guardOutput(stream: Pick<NodeJS.WriteStream, 'write'>, colour: boolean): void {
  const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean
  stream.write = (chunk: unknown, ...rest: unknown[]) =>
    write(typeof chunk === 'string' ? guarded(chunk, colour) : chunk, ...rest)
}

/** Returns what may be printed of a text: a return to the start of the line is for the whole of it, before or behind. */
export function guarded(text: string, colour: boolean): string {
  const [before, behind] = [
    text.startsWith('\r') ? '\r' : '',
    text.length > 1 && text.endsWith('\r') ? '\r' : '',
  ]
  const inside = text.slice(before.length, text.length - behind.length)
  const parts = colour ? inside.split(colourCodes()) : [inside]
  return `${before}${parts.map((part, index) => (index % 2 === 1 ? part : harmless(part))).join('')}${behind}`
}
