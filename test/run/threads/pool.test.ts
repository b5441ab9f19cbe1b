import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { yardstickScenario } from '../../../bench/yardstick-scenario.ts'
import { compileModel } from '../../../src/model/compile-model.ts'
import { runKeys, seedKey } from '../../../src/run/addresses.ts'
import { rowLayout } from '../../../src/run/run-row.ts'
import { simulateRun } from '../../../src/run/simulate-run.ts'
import { runTasks, simulateRuns, withRunPool } from '../../../src/run/threads/pool.ts'
import { createWorkspace } from '../../../src/run/workspace.ts'
import { describeMonths, sentTask } from '../../../src/summary/months.ts'
import { everyAssumption } from '../arbitrary-assumptions.ts'

const model = compileModel(yardstickScenario(0.2))
const digest = (rows: Int32Array) => createHash('sha256').update(new Uint8Array(rows.buffer)).digest('hex')

describe('simulateRuns', () => {
  test('gives the same bytes for 1, 2 and 3 threads and any size of chunk', async () => {
    const digests = new Set<string>()
    for (const [threads, chunkRuns] of [[1], [2], [3], [1, 1], [2, 7], [3, 200]])
      digests.add(digest((await simulateRuns(model, { runs: 60, seed: 'bytes', threads, chunkRuns })).rows))
    expect(digests.size).toBe(1)
  })

  test('gives the same bytes for 1, 2 and 3 threads where numbers are drawn, and others than where they are not', async () => {
    const scenario = yardstickScenario(0.2)
    const assumed = { scenario, assumptions: everyAssumption(scenario) }
    const digests = new Set<string>()
    for (const [threads, chunkRuns] of [[1], [2], [3, 1], [2, 7]])
      digests.add(
        digest((await simulateRuns(model, { runs: 40, seed: 'bytes', threads, chunkRuns, assumed })).rows),
      )
    expect(digests.size).toBe(1)
    digests.add(digest((await simulateRuns(model, { runs: 40, seed: 'bytes', threads: 2 })).rows))
    expect(digests.size).toBe(2)
  })

  test('gives run r the same row however many runs there are', async () => {
    const few = await simulateRuns(model, { runs: 10, seed: 'rows', threads: 2 })
    const many = await simulateRuns(model, { runs: 25, seed: 'rows', threads: 2 })
    expect([...many.rows.subarray(0, few.rows.length)]).toEqual([...few.rows])
  })

  test('goes on from the first runs, reports them as done and leaves them as they are', async () => {
    const begun = await simulateRuns(model, { runs: 10, seed: 'rows', threads: 2 })
    begun.rows[0] = -1
    const reports: [number, number][] = []
    const onProgress = (done: number, runs: number) => reports.push([done, runs])
    const more = await simulateRuns(model, { runs: 25, seed: 'rows', threads: 2, onProgress }, begun)
    const afresh = await simulateRuns(model, { runs: 25, seed: 'rows', threads: 2 })
    expect(more.rows[0]).toBe(-1)
    expect(more.rows.subarray(1)).toEqual(afresh.rows.subarray(1))
    expect(reports.every(([done, runs]) => done >= 10 && runs === 25)).toBe(true)
    expect(reports.at(-1)).toEqual([25, 25])
  })

  test('repeats each run with fresh numbers of the domains named, and the others held', async () => {
    const layout = rowLayout(model.axes)
    const fresh = ['chance'] as const
    const { rows } = await simulateRuns(model, { runs: 12, seed: 'again', threads: 2, fresh, chunkRuns: 5 })
    const row = new Int32Array(layout.length)
    simulateRun(createWorkspace(model), runKeys(seedKey('again'), 7, fresh), row, 0)
    expect([...rows.subarray(7 * layout.length, 8 * layout.length)]).toEqual([...row])
    const own = await simulateRuns(model, { runs: 12, seed: 'again', threads: 2 })
    expect(digest(own.rows)).not.toBe(digest(rows))
  })

  test('gives other numbers for another seed', async () => {
    const [one, other] = await Promise.all(
      ['1', '2'].map((seed) => simulateRuns(model, { runs: 2, seed, threads: 1 })),
    )
    expect(digest(one.rows)).not.toBe(digest(other.rows))
  })

  test('reports progress up to the last run', async () => {
    const reports: number[] = []
    await simulateRuns(model, { runs: 300, seed: 'p', threads: 2, onProgress: (done) => reports.push(done) })
    expect(reports.at(-1)).toBe(300)
    expect(reports).toEqual([...reports].sort((a, b) => a - b))
  })

  test('stops long before the last run at an abort, with the reason of the signal', async () => {
    const controller = new AbortController()
    const { signal } = controller
    const runs = 300_000
    const begun = performance.now()
    let aborted: { at: number; done: number } | undefined
    const onProgress = (done: number) => {
      if (done > 0) aborted ??= { at: performance.now(), done }
      if (aborted) controller.abort()
    }
    const running = simulateRuns(model, { runs, seed: 'x', threads: 2, signal, onProgress })
    await expect(running).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    const { at, done } = aborted!
    const leftAtSamePace = ((at - begun) * (runs - done)) / done
    expect(performance.now() - at).toBeLessThan(leftAtSamePace / 5)
  })
})

describe('withRunPool', () => {
  test('stops threads at any moment of their start', async () => {
    for (let milliseconds = 0; milliseconds < 300; milliseconds += 10)
      await withRunPool({ threads: 2 }, () => new Promise((resolve) => setTimeout(resolve, milliseconds)))
  })

  test('keeps threads from pass to pass, each of which gives what threads of its own give', async () => {
    const scenario = yardstickScenario(0.2)
    const assumed = { scenario, assumptions: everyAssumption(scenario) }
    const passes = [{ runs: 40 }, { runs: 40, assumed }, { runs: 60, seed: 'other' }, { runs: 40 }]
    const options = passes.map((pass) => ({ seed: 'passes', threads: 2, chunkRuns: 3, ...pass }))
    const kept: string[] = []
    await withRunPool({ threads: 2 }, async (pool) => {
      for (const pass of options) kept.push(digest((await simulateRuns(model, { ...pass, pool })).rows))
    })
    const own = await Promise.all(options.map((pass) => simulateRuns(model, pass)))
    expect(kept).toEqual(own.map(({ rows }) => digest(rows)))
    expect(new Set(kept).size).toBe(3)
  })
})

describe('rows of more than 4 GiB', () => {
  const layout = rowLayout(model.axes)
  const runs = Math.ceil(2 ** 30 / layout.length) + 5
  // Only the last two runs are simulated and little of the memory is ever touched.
  const begun = {
    ...{ axes: model.axes, layout, runs: runs - 2 },
    ...{ rows: new Int32Array(0), packages: [] },
  }

  test('are written by threads as far as their end, and described by them', async () => {
    const table = await simulateRuns(model, { runs, seed: 'large', threads: 2 }, begun)
    const row = new Int32Array(layout.length)
    simulateRun(createWorkspace(model), runKeys(seedKey('large'), runs - 1), row, 0)
    expect(table.rows.length).toBeGreaterThan(2 ** 30)
    expect(table.rows.slice((runs - 1) * layout.length)).toEqual(row)

    table.rows.set(row)
    const task = { table: { axes: model.axes, layout, runs: 2, rows: table.rows }, first: 3, end: 5 }
    await withRunPool({ threads: 1 }, async (pool) => {
      expect(await runTasks(pool, 'summarise', [sentTask(task)])).toEqual([describeMonths(task)])
    })
  })
})

describe('sentTask', () => {
  test('refuses rows that threads do not share', () => {
    const table = { axes: model.axes, layout: rowLayout(model.axes), runs: 0, rows: new Int32Array(0) }
    expect(() => sentTask({ table, first: 0, end: 1 })).toThrow(TypeError)
  })
})

describe('runTasks', () => {
  test('takes no notice of what a thread sends when nobody waits for it any more', async () => {
    const threads = await withRunPool({ threads: 1 }, async (pool) => pool.threads)
    expect(() => threads.emit('error', new Error('late'))).not.toThrow()
  })

  test('describes months on a thread as on this one, and stops with the reason of the signal', async () => {
    const { axes, layout, runs, rows } = await simulateRuns(model, { runs: 20, seed: 'm', threads: 1 })
    const task = { table: { axes, layout, runs, rows }, first: 3, end: 5 }
    const controller = new AbortController()
    const reason = new Error('enough')
    await withRunPool({ threads: 1 }, async (pool) => {
      const tasks = [task, { ...task, first: 4 }].map(sentTask)
      expect(await runTasks(pool, 'summarise', tasks)).toEqual([
        describeMonths(task),
        describeMonths({ ...task, first: 4 }),
      ])
      const stopped = runTasks(pool, 'summarise', [sentTask(task)], controller.signal)
      controller.abort(reason)
      await expect(stopped).rejects.toBe(reason)
    })
  })
})
