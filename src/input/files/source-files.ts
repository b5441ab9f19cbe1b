// A scenario file and those that it extends, one after another: paths -> texts and documents, for merge-documents.ts.
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { InputError, type Place } from '../input-error.ts'
import { EXTENDS } from '../reading/merge-documents.ts'
import { parseSource, type SourceFile } from '../reading/source-file.ts'
import { shippedHint } from './shipped-scenarios.ts'
import { readText } from './text-file.ts'

const MOST_PARENTS = 10

/** Reads a file, the one that it extends, the one that that extends and so on; throws InputError where one cannot be. */
export async function readSourceFiles(path: string): Promise<SourceFile[]> {
  const files = [await readSourceFile(path)]
  for (;;) {
    const child = files.at(-1)!
    const parent = parentPath(child)
    if (parent === undefined) return files
    refuseEndless([...files.map((file) => file.path), parent], child)
    files.push(await readParent(parent, child))
  }
}

async function readSourceFile(path: string): Promise<SourceFile> {
  const hint = existsSync(path) ? '' : shippedHint(path)
  if (hint !== '') throw new InputError([{ file: path, message: `does not exist${hint}` }])
  return parseSource(path, await readText(path))
}

function parentPath(child: SourceFile): string | undefined {
  const { data } = child.document
  if (!Object.hasOwn(data, EXTENDS)) return undefined
  const parent = data[EXTENDS]
  if (typeof parent !== 'string' || parent === '')
    throw refusal(child, 'must be the path of a scenario file, from this file on, like smallshire.yaml')
  return isAbsolute(parent) ? parent : join(dirname(child.path), parent)
}

function refuseEndless(paths: string[], child: SourceFile): void {
  const absolute = paths.map((path) => resolve(path))
  const first = absolute.indexOf(absolute.at(-1)!)
  if (first < paths.length - 1) throw refusal(child, `goes in a circle: ${paths.slice(first).join(' -> ')}`)
  if (paths.length - 1 > MOST_PARENTS)
    throw refusal(child, `is one more than the ${MOST_PARENTS} files that may extend one another`)
}

async function readParent(parent: string, child: SourceFile): Promise<SourceFile> {
  try {
    return await readSourceFile(parent)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const [{ line, message }] = error.problems
    // What is wrong with the file as a whole has no place in it.
    if (line === undefined) throw refusal(child, `${parent} ${message}`)
    throw new InputError([...refusal(child, `${parent} cannot be read:`).problems, ...error.problems])
  }
}

function refusal({ document }: SourceFile, message: string): InputError {
  const place: Place = document.placeOf([EXTENDS])
  return new InputError([{ ...place, message: `${EXTENDS}: ${message}` }])
}
