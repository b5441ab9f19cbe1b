// Ctrl-C, kill and a terminal that is closed: the first asks everything to stop, the second kills at once.
import { constants } from 'node:os'
import { setImmediate } from 'node:timers/promises'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

type SignalName = (typeof SIGNALS)[number]

export interface Interruption {
  /** Aborted by the first of the signals. */
  signal: AbortSignal
  /** Returns 130 after SIGINT, 143 after SIGTERM, 129 after SIGHUP, and undefined before. */
  exitCode(): number | undefined
  /**
   * Does work during which any signal kills at once: work that blocks the thread, so that no listener could run before its end,
   * or that has nothing to tidy up wherever it ends. Signals are listened to from the end of the first such work. Throws the
   * reason of a signal that came before.
   */
  whileBlocked<Result>(work: () => Result | Promise<Result>): Promise<Result>
}

/** Prepares to listen to the signals of this process; until something is at stake, they kill as always. */
export function listenForInterruption(): Interruption {
  const controller = new AbortController()
  let received: SignalName | undefined
  const stop = (name: SignalName) => {
    received = name
    // Without a listener the next signal does what it always does: it kills.
    leaveSignals(stop)
    controller.abort()
  }
  return {
    signal: controller.signal,
    exitCode: () => (received === undefined ? undefined : 128 + constants.signals[received]),
    async whileBlocked(work) {
      await hearSignals()
      controller.signal.throwIfAborted()
      leaveSignals(stop)
      try {
        return await work()
      } finally {
        if (received === undefined) listenToSignals(stop)
      }
    },
  }
}

/** A signal that has come is told in the next turn of the event loop; it would be lost to one who stops listening before. */
async function hearSignals(): Promise<void> {
  await setImmediate()
  await setImmediate()
}

type Listener = (name: SignalName) => void

function listenToSignals(listener: Listener): void {
  for (const name of SIGNALS) process.on(name, listener)
}

function leaveSignals(listener: Listener): void {
  for (const name of SIGNALS) process.off(name, listener)
}
