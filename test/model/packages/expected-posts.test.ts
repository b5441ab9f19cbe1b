// Posts that are filled on average, against what can be said by hand.
import { describe, expect, test } from 'vitest'
import { expectedPosts } from '../../../src/model/packages/expected-posts.ts'

describe('posts that are filled on average', () => {
  test('are those of the start where none is filled or left, and none before the start', () => {
    expect(expectedPosts({ number: 3, vacant: 1 }, 400)).toBe(2)
    expect(expectedPosts({ number: 3, vacant: 1 }, -1)).toBe(0)
    expect(expectedPosts(undefined, 10)).toBe(0)
  })

  test('go from those of the start to the share of the time in which a post is filled', () => {
    const posts = { number: 4, vacant: 4, monthsToFill: 6, monthsFilled: 18 }
    expect(expectedPosts(posts, 0)).toBeCloseTo(0, 12)
    // Filled at 2 a year and left at 2/3 a year: after a year 3 of 4 less what e^(-8/3) has yet to come.
    expect(expectedPosts(posts, 365.25)).toBeCloseTo(3 * (1 - Math.exp(-8 / 3)), 12)
    expect(expectedPosts(posts, 100_000)).toBeCloseTo(3, 12)
  })
})
