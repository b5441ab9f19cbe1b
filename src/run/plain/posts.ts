// Posts of an intervention as plain.ts says them: each goes from filled to vacant and back, change by change (A25).
import type { InterventionModel } from '../../model/packages/programme.ts'
import { block, type Key, Purpose, Step } from '../addresses.ts'
import { exponential } from '../exponential.ts'

/** Returns how many posts of an intervention are filled on a day; none before its start day. */
export function filledPosts({ posts, address, startDay }: InterventionModel, chance: Key) {
  if (!posts) return () => 0
  const key = block(chance, address, Purpose.effect)
  const isFilled = (post: number, time: number) => {
    let filled = post < posts.filledAtStart
    let until = 0
    for (let change = 0; ; change++) {
      const wait = exponential(block(key, post, Step.post + change).first)
      until += wait / (filled ? posts.leavePerDay : posts.fillPerDay)
      if (time < until) return filled
      filled = !filled
    }
  }
  return (day: number) => {
    if (day < startDay) return 0
    return Array.from({ length: posts.number }, (_, post) => isFilled(post, day - startDay)).filter(Boolean)
      .length
  }
}
