// One file of a scenario as it was written, beside what YAML makes of it.
import type { SourceDocument } from './source-document.ts'
import { parseYaml } from './yaml-source.ts'

export interface SourceFile {
  path: string
  text: string
  document: SourceDocument
}

/** Parses the text of a file; the path only names it in messages. Throws InputError with every problem of its form. */
export function parseSource(path: string, text: string): SourceFile {
  return { path, text, document: parseYaml(text, path) }
}
