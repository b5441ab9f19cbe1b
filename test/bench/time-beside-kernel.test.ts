import { describe, expect, it } from 'vitest'
import { elapsedIn, neighbourRatios, timeBesideKernel } from '../../bench/time-beside-kernel.ts'

const took = (processor: number) => ({ wall: 0, processor })

describe('neighbourRatios', () => {
  it('divides the time of each by the mean of the kernel before and after it', () => {
    expect(neighbourRatios([took(30), took(30)], [took(10), took(20), took(40)])).toEqual([2, 1])
  })

  it('gives the same ratios on a machine that becomes slower by the hour', () => {
    const slowing = [1, 1.1, 1.2, 1.3, 1.4]
    const kernel = [0, 2, 4].map((index) => took(20 * slowing[index]))
    const own = [1, 3].map((index) => took(50 * slowing[index]))
    for (const ratio of neighbourRatios(own, kernel)) expect(ratio).toBeCloseTo(2.5, 10)
  })
})

describe('elapsedIn', () => {
  it('counts waiting by the clock but not as work of the processor', async () => {
    const { wall, processor } = await elapsedIn(() => new Promise((resolve) => setTimeout(resolve, 200)))
    expect(wall).toBeGreaterThan(190)
    expect(processor).toBeLessThan(wall / 2)
  })
})

describe('timeBesideKernel', () => {
  it('counts every call, in batches of which each is a pair with the kernel', async () => {
    let calls = 0
    const timing = await timeBesideKernel(
      { name: 'count', operations: 10, call: () => busyFor(5, calls++) },
      'short',
    )
    expect(timing.pairs).toBeGreaterThanOrEqual(3)
    expect(timing.calls).toBeLessThan(calls)
    expect(timing.calls % timing.pairs).toBe(0)
    expect(timing.milliseconds.median).toBeGreaterThan(0.49)
    expect(timing.ratio.p25).toBeLessThanOrEqual(timing.ratio.p75)
  })

  it('throws what a call throws', async () => {
    const call = () => {
      throw new Error('wrong')
    }
    await expect(timeBesideKernel({ name: 'throws', operations: 1, call }, 'short')).rejects.toThrow('wrong')
  })
})

function busyFor(milliseconds: number, call: number): number {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
  return call
}
