import { expect, test } from 'vitest'
import { BAR, LINE, placeRows } from '../../../src/report/charts/placed-rows.ts'

const FRAME = { top: 10, bottom: 20 }

test('placeRows leaves room for as many lines as a text needs at the width', () => {
  const long =
    'An intervention that has a name of many words, as interventions of councils mostly have, and more'
  const rows = [{ above: 'Short' }, { above: long }, { above: 'Short' }]
  const wide = placeRows(rows, 1_000, FRAME)
  const narrow = placeRows(rows, 340, FRAME)
  const [first, second, third] = wide.middles
  expect(second - first).toBe(third - second)
  expect(narrow.middles[1] - narrow.middles[0]).toBe(second - first + 2 * LINE)
  expect(narrow.middles[2] - narrow.middles[1]).toBe(third - second)
})

test('placeRows keeps rows between top and bottom, and free what is written next to the bars', () => {
  const { middles, height, y } = placeRows([{ above: 'A', below: 'B' }], 340, {
    ...FRAME,
    near: { above: 30, below: 40 },
  })
  expect(middles[0] - BAR / 2 - 30 - LINE).toBeGreaterThanOrEqual(FRAME.top)
  expect(middles[0] + BAR / 2 + 40 + LINE).toBeLessThanOrEqual(height - FRAME.bottom)
  expect(y.domain).toEqual([height - FRAME.bottom, FRAME.top])
})
