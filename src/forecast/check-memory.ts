// Looks at the machine's memory before the run starts: what does not fit ends in a message and not in a killed process.
import { totalmem } from 'node:os'
import { formatNumber } from '../domain/quantity.ts'
import { MachineError } from '../write/machine-error.ts'

// Summaries and files take about half as much again as the rows of the runs, and so do, before them, the rows of the
// step before where runs are simulated until an error is reached; the rest is for all else on the machine.
const BYTES_PER_ROW_BYTE = 2
const BYTES_PER_GB = 1e9

/**
 * Throws a MachineError where the rows of so many runs, and what is made of them, exceed the memory there is; `mend` is
 * what the user can ask for instead.
 */
export function checkMemory(
  runs: number,
  rowBytes: number,
  mend: string,
  machineBytes = memoryOfMachine(),
): void {
  const needed = rowBytes * BYTES_PER_ROW_BYTE
  if (needed <= machineBytes) return
  const inGb = (bytes: number) => `${formatNumber(bytes / BYTES_PER_GB, 1)} GB`
  throw new MachineError(
    `${formatNumber(runs)} runs of this scenario need ${inGb(needed)} of memory and the machine has ` +
      `${inGb(machineBytes)}; ${mend}`,
  )
}

/** All of it and not what is free now: that counts what the system merely keeps for speed as taken. */
function memoryOfMachine(): number {
  // Zero, or more than there is, where no container limits it.
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
}
