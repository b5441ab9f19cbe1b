// Which process works in a folder, and whether it is still there: what a claim of a folder is signed with.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { systemCode } from '../machine-error.ts'

const ownerSchema = z.object({
  /** Of this claim alone. */
  id: z.string().regex(/^[0-9a-f]+$/),
  pid: z.int().min(1),
  host: z.string(),
  /** When the process started, as the system counts; absent where it does not tell. */
  started: z.string().optional(),
})

/** A process on a machine. */
export type Owner = z.infer<typeof ownerSchema>

/** Returns a name of 16 hexadecimal digits that no one else has. */
export function freshId(): string {
  return randomBytes(8).toString('hex')
}

/** Signs for this process. */
export function signOwner(): Owner {
  const started = processStat(process.pid)?.started
  return { id: freshId(), pid: process.pid, host: hostname(), ...(started !== undefined && { started }) }
}

/** Reads what signOwner made, as JSON; undefined where it is something else. */
export function parseOwner(text: string): Owner | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Tells whether an owner is known to be gone: a process of this machine that has ended, or whose number another has now. */
export function isGone({ pid, host, started }: Owner): boolean {
  if (host !== hostname()) return false
  if (!isRunning(pid)) return true
  const stat = processStat(pid)
  return stat !== undefined && (stat.isEnded || (started !== undefined && stat.started !== started))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs for another user.
    return systemCode(error) !== 'ESRCH'
  }
}

/** What Linux tells of a process: 'Z' is one that has ended and whose parent has not asked yet. */
function processStat(pid: number): { isEnded: boolean; started: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program, in brackets, may have spaces and brackets of its own.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { isEnded: 'ZX'.includes(fields[0]), started: fields[19] }
  } catch {
    return undefined
  }
}
