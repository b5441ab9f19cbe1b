// Ctrl-C and kill: the first asks everything to stop, the second kills at once.
import { constants } from 'node:os'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

type SignalName = (typeof SIGNALS)[number]

export interface Interruption {
  /** Aborted by the first of the signals. */
  signal: AbortSignal
  /** Returns 130 after SIGINT, 143 after SIGTERM, and undefined before. */
  exitCode(): number | undefined
  /** Does work that blocks the thread, while any signal kills at once: no listener could run before the end. */
  whileBlocked<Result>(work: () => Result): Result
}

/** Listens to the signals of this process from now on. */
export function listenForInterruption(): Interruption {
  const controller = new AbortController()
  let received: SignalName | undefined
  const stop = (name: SignalName) => {
    received = name
    // Without a listener the next signal does what it always does: it kills.
    leaveSignals(stop)
    controller.abort()
  }
  listenToSignals(stop)
  return {
    signal: controller.signal,
    exitCode: () => (received === undefined ? undefined : 128 + constants.signals[received]),
    whileBlocked: (work) => {
      leaveSignals(stop)
      try {
        return work()
      } finally {
        if (received === undefined) listenToSignals(stop)
      }
    },
  }
}

type Listener = (name: SignalName) => void

function listenToSignals(listener: Listener): void {
  for (const name of SIGNALS) process.on(name, listener)
}

function leaveSignals(listener: Listener): void {
  for (const name of SIGNALS) process.off(name, listener)
}
