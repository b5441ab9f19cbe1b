// Puts complete new files in the place of earlier ones so that the folder of a result is never left with some of both: what
// is to be moved stands in a journal, from which any process can finish or undo it at any point.

import { mkdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { CHARTS, isNameInResult, WORK } from '../../result/result-files.ts'
import { asMachineError, MachineError, systemCode } from '../machine-error.ts'
import { flushFolder, writeFlushed } from './flushed.ts'
import { journalPath, NEW, OLD } from './names.ts'
import { exists } from './present.ts'

const journalSchema = z.strictObject({
  /** Files to be taken out of the folder of the result, the manifest first. */
  old: z.array(z.string().refine(isNameInResult)),
  /** Files to be put there, the manifest last. */
  new: z.array(z.string().refine(isNameInResult)),
})

/** What a replacement moves. */
export type Journal = z.infer<typeof journalSchema>

/** Thrown where a file could not be moved, after all others are back where they were. */
export class MoveError extends Error {
  override name = 'MoveError'
}

/** Tells whether a replacement was begun and not finished. */
export function isPending(dir: string): Promise<boolean> {
  return exists(journalPath(dir))
}

/**
 * Moves the old files of a claimed folder out and the new ones, which are complete, in. Throws a MoveError where that
 * cannot be, and nothing is changed; a MachineError where not even that can be, and the journal stays.
 */
export async function replaceFiles(dir: string, journal: Journal): Promise<void> {
  await writeJournal(dir, journal)
  try {
    await finish(dir, journal)
  } catch (error) {
    await undo(dir, journal).catch((second) => {
      throw halfReplaced(dir, second)
    })
    await closeJournal(dir)
    throw error
  }
  // All is in place: a journal that cannot be removed is removed by the next, who finds nothing left to move.
  await closeJournal(dir).catch((error) => {
    if (systemCode(error) === undefined) throw error
  })
}

/** Finishes a replacement that was begun in a claimed folder, or undoes it where it cannot be finished. */
export async function settlePending(dir: string): Promise<void> {
  if (!(await isPending(dir))) {
    // Without a journal, nothing was moved yet, or all was.
    for (const name of [NEW, OLD]) await rm(join(dir, WORK, name), { recursive: true, force: true })
    return
  }
  const journal = await readJournal(dir)
  await finish(dir, journal).catch(() =>
    undo(dir, journal).catch((error) => {
      throw halfReplaced(dir, error)
    }),
  )
  await closeJournal(dir)
  await settlePending(dir)
}

/** Renamed when it is complete: what has the name of the journal is whole. */
async function writeJournal(dir: string, journal: Journal): Promise<void> {
  const path = journalPath(dir)
  await writeFlushed(`${path}-new`, new TextEncoder().encode(JSON.stringify(journal)))
  await rename(`${path}-new`, path)
  await flushFolder(dirname(path))
}

async function readJournal(dir: string): Promise<Journal> {
  try {
    return journalSchema.parse(JSON.parse(await readFile(journalPath(dir), 'utf8')))
  } catch (error) {
    if (systemCode(error) !== undefined) throw error
    throw new MachineError(
      `${journalPath(dir)} is not what carecast wrote: delete ${join(dir, WORK)} and write the result anew`,
    )
  }
}

async function closeJournal(dir: string): Promise<void> {
  await rm(journalPath(dir), { force: true })
  await flushFolder(join(dir, WORK))
}

async function finish(dir: string, journal: Journal): Promise<void> {
  const { path, fresh, earlier } = placesIn(dir)
  for (const name of journal.old) {
    // Where the new file of that name has left, the file in place is the new one.
    const isOld = !journal.new.includes(name) || (await exists(fresh(name)))
    if (isOld && !(await exists(earlier(name)))) await moveIfThere(path(name), earlier(name), path(name))
  }
  for (const name of journal.new) await moveIfThere(fresh(name), path(name), path(name))
  await flushMoved(dir, journal)
}

async function undo(dir: string, journal: Journal): Promise<void> {
  const { path, fresh, earlier } = placesIn(dir)
  for (const name of [...journal.new].reverse())
    if (!(await exists(fresh(name)))) await moveIfThere(path(name), fresh(name), path(name))
  for (const name of [...journal.old].reverse()) await moveIfThere(earlier(name), path(name), path(name))
  await flushMoved(dir, journal)
}

function placesIn(dir: string) {
  return {
    path: (name: string) => join(dir, name),
    fresh: (name: string) => join(dir, WORK, NEW, name),
    earlier: (name: string) => join(dir, WORK, OLD, name),
  }
}

/** Moves a file; an error names it as the reader knows it, in the folder of the result. */
async function moveIfThere(from: string, to: string, known: string): Promise<void> {
  try {
    if (!(await exists(from))) return
    await mkdir(dirname(to), { recursive: true })
    await rename(from, to)
  } catch (error) {
    throw new MoveError((asMachineError(error, `cannot replace ${known}`) as Error).message, { cause: error })
  }
}

/** The folder of charts goes where it is empty now. */
async function flushMoved(dir: string, journal: Journal): Promise<void> {
  const charts = join(dir, CHARTS)
  if (
    [...journal.old, ...journal.new].some((name) => name.startsWith(`${CHARTS}/`)) &&
    (await exists(charts))
  ) {
    await rmdir(charts).catch(() => flushFolder(charts))
  }
  await flushFolder(dir)
}

function halfReplaced(dir: string, error: unknown): MachineError {
  return new MachineError(
    `${dir} is half replaced: ${(error as Error).message}; see to that, and the next carecast run, compare or ` +
      `report on the folder will finish or undo it. Until then leave ${join(dir, WORK)} as it is`,
    { cause: error },
  )
}
