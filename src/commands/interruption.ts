// Ctrl-C, kill and a terminal that is closed: the first asks everything to stop, the second kills at once.
import { constants } from 'node:os'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

type SignalName = (typeof SIGNALS)[number]

export interface Interruption {
  /** Aborted by the first of the signals. */
  signal: AbortSignal
  /** Returns 130 after SIGINT, 143 after SIGTERM, 129 after SIGHUP, and undefined before. */
  exitCode(): number | undefined
  /**
   * Does work during which any signal kills at once: work that blocks the thread, so that no listener could run before its end,
   * or a promise of work that leaves nothing behind wherever it ends. Throws the reason of a signal that was there before.
   */
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
      controller.signal.throwIfAborted()
      leaveSignals(stop)
      return thenAlways(work, () => listenToSignals(stop))
    },
  }
}

/** Does work, and something else when it has ended, or what it promises has. */
function thenAlways<Result>(work: () => Result, after: () => void): Result {
  let result: Result
  try {
    result = work()
  } catch (error) {
    after()
    throw error
  }
  if (result instanceof Promise) return result.finally(after) as Result
  after()
  return result
}

type Listener = (name: SignalName) => void

function listenToSignals(listener: Listener): void {
  for (const name of SIGNALS) process.on(name, listener)
}

function leaveSignals(listener: Listener): void {
  for (const name of SIGNALS) process.off(name, listener)
}
