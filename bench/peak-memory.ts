// The most memory that this process has had.
import { existsSync, readFileSync } from 'node:fs'

/** Returns MiB; Linux counts into maxRSS what the parent used before it became this process, its high-water mark does not. */
export function peakMebibytes(): number {
  const status = '/proc/self/status'
  const mark = existsSync(status) && /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1]
  return Math.round((mark ? Number(mark) : process.resourceUsage().maxRSS) / 1024)
}
