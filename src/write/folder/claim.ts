// A process works in the folder of a result alone: it claims it by a signed hidden folder, and takes over from one that is
// gone. A folder is renamed onto an empty name or not at all, which decides between two that claim at once.

import { lstat, mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { InputError } from '../../input/input-error.ts'
import { WORK } from '../../result/result-files.ts'
import { asMachineError, MachineError, systemCode } from '../machine-error.ts'
import { freshId, isGone, type Owner, signOwner } from './owner.ts'
import { exists } from './present.ts'
import { isPending, settlePending } from './replacement.ts'
import { makeTemporary, OWNER, readOwner, removeLeftovers, temporaryPath } from './temporary.ts'

/** The right to write into a folder, until it is released. */
export interface Claim {
  dir: string
  /** Ends the claim and removes what it left, the folder too where the claim has made it and it is empty. */
  release(): Promise<void>
}

/** More than two processes that take turns need to settle who is first. */
const MOST_TRIES = 20

/**
 * Claims a folder, which is made where there is none; what a killed process left is removed, and a replacement that it
 * began is finished. Throws a MachineError where another process has the folder, or it cannot be written to.
 */
export async function claimFolder(dir: string): Promise<Claim> {
  try {
    const made = await mkdir(dir, { recursive: true })
    const signature = await signFolder(dir, signOwner())
    const claim = { dir, release: () => release(dir, signature, made) }
    try {
      await removeLeftovers(dir)
      await settlePending(dir)
    } catch (error) {
      await claim.release()
      throw error
    }
    return claim
  } catch (error) {
    throw asMachineError(error, `cannot write to ${dir}`)
  }
}

/** Works with the claim that is given, or with one that is released afterwards. */
export async function withClaim<Result>(
  dir: string,
  given: Claim | undefined,
  work: (claim: Claim) => Promise<Result>,
): Promise<Result> {
  if (given !== undefined) return work(given)
  const claim = await claimFolder(dir)
  try {
    return await work(claim)
  } finally {
    await claim.release()
  }
}

/** Finishes a replacement that a killed process began; throws a MachineError where one is under way. */
export async function settleFolder(dir: string): Promise<void> {
  if (await isPending(dir)) await (await claimFolder(dir)).release()
}

/** Returns the folder that has the signature. */
async function signFolder(dir: string, owner: Owner): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const free = await freePlace(dir)
    const isFirst = free === join(dir, WORK)
    const temporary = await makeTemporary(dir, owner).catch(unlessMissing)
    if (temporary === undefined) continue
    const isPut = await renameOntoNothing(isFirst ? temporary : join(temporary, OWNER), free)
    await rm(temporary, { recursive: true, force: true })
    const signature = isFirst ? join(free, OWNER) : free
    if (isPut && (await lastSignature(dir))?.signature === signature) return signature
  }
  throw new MachineError(
    `${dir} cannot be claimed: look at what is in ${join(dir, WORK, OWNER)}, delete that folder and try again`,
  )
}

/** A folder that another process has removed or renamed meanwhile. */
function unlessMissing(error: unknown): undefined {
  if (systemCode(error) !== 'ENOENT') throw error
}

/** The name that the next claim must have; throws where a process that may be there has the last. */
async function freePlace(dir: string): Promise<string> {
  const work = join(dir, WORK)
  // Asked once: between two questions another process may release its claim.
  const there = await lstat(work).catch(unlessMissing)
  if (there === undefined) return work
  if (!there.isDirectory())
    throw new InputError([{ file: work, message: 'is in the way: carecast needs a folder there; remove it' }])
  const last = await lastSignature(dir)
  if (last === undefined) return join(work, OWNER)
  if (isGone(last.owner)) return successor(dir, last.owner)
  throw await busy(dir, last.owner, last.signature)
}

function successor(dir: string, { id }: Owner): string {
  return join(dir, WORK, `after-${id}`)
}

/** Follows the claims, each after one that is gone, to the last. */
async function lastSignature(dir: string): Promise<{ owner: Owner; signature: string } | undefined> {
  let last: { owner: Owner; signature: string } | undefined
  for (let signature = join(dir, WORK, OWNER); ; signature = successor(dir, last.owner)) {
    const owner = await readOwner(signature)
    if (owner === undefined) return last
    last = { owner, signature }
  }
}

/** Renames a folder where nothing has the name yet; tells whether it did. */
async function renameOntoNothing(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    const code = systemCode(error) ?? ''
    if (['EEXIST', 'ENOTEMPTY', 'ENOENT'].includes(code)) return false
    if (['EPERM', 'EACCES'].includes(code) && (await exists(to))) return false
    throw error
  }
}

async function busy(dir: string, owner: Owner, signature: string): Promise<MachineError> {
  const who = `process ${owner.pid} on ${owner.host}`
  const what = (await isPending(dir)) ? 'is being replaced' : 'is being written to'
  const other = owner.host === signOwner().host ? '' : `; if that process is gone, delete ${signature}`
  return new MachineError(
    `${dir} ${what} by another carecast (${who}): try again when it has ended, or name another folder${other}`,
  )
}

/** What is half replaced stays, without the signature, for the next to finish. */
async function release(dir: string, signature: string, made: string | undefined): Promise<void> {
  try {
    const id = freshId()
    const away = temporaryPath(dir, id)
    if (await isPending(dir)) await rename(signature, away)
    else await rename(join(dir, WORK), away)
    await rm(away, { recursive: true, force: true })
    if (made !== undefined) await removeEmpty(resolve(dir), resolve(made))
  } catch (error) {
    // A process that has ended has no claim: the next removes what is left here.
    if (systemCode(error) === undefined) throw error
  }
}

async function removeEmpty(dir: string, made: string): Promise<void> {
  await rmdir(dir)
  if (dir !== made) await removeEmpty(dirname(dir), made)
}
