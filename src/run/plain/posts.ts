// Posts of an intervention said plainly: each goes from filled to vacant and back, change by change (A25).
import type { InterventionModel, Posts } from '../../model/packages/programme.ts'
import { block, type Key, Purpose, Step } from '../addresses.ts'
import { exponential } from '../exponential.ts'

/** Returns how many posts of an intervention are filled on a day; none before its start day. */
export function filledPosts(
  { posts, address, startDay }: InterventionModel,
  chance: Key,
  day: number,
): number {
  if (!posts || day < startDay) return 0
  const key = block(chance, address, Purpose.effect)
  let filled = 0
  for (let post = 0; post < posts.number; post++) if (isFilled(posts, key, post, day - startDay)) filled++
  return filled
}

/** Whether a post is filled so many days after the start day. */
function isFilled(posts: Posts, key: Key, post: number, time: number): boolean {
  let filled = post < posts.filledAtStart
  let until = 0
  for (let change = 0; ; change++) {
    const wait = exponential(block(key, post, Step.post + change).first)
    until += wait / (filled ? posts.leavePerDay : posts.fillPerDay)
    if (time < until) return filled
    filled = !filled
  }
}
