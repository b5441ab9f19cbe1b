// Ctrl-C and kill: the first asks everything to stop, the second kills at once.
import { constants } from 'node:os'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

export interface Interruption {
  /** Aborted by the first of the signals. */
  signal: AbortSignal
  /** Returns 130 after SIGINT, 143 after SIGTERM, and undefined before. */
  exitCode(): number | undefined
}

/** Listens to the signals of this process from now on. */
export function listenForInterruption(): Interruption {
  const controller = new AbortController()
  let received: (typeof SIGNALS)[number] | undefined
  const stop = (name: (typeof SIGNALS)[number]) => {
    received = name
    // Without a listener the next signal does what it always does: it kills.
    for (const signal of SIGNALS) process.off(signal, stop)
    controller.abort()
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  return {
    signal: controller.signal,
    exitCode: () => (received === undefined ? undefined : 128 + constants.signals[received]),
  }
}
