import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../src/domain/calendar.ts'
import type { FanData } from '../../src/result/fan-data.ts'
import { terminalFan } from '../../src/terminal/terminal-fan.ts'

const START = dayNumber(2016, 12, 31)

/** Two known numbers, then a median that rises by one child a month in a band of two on each side. */
const DATA: FanData = {
  known: [
    { day: dayNumber(2015, 12, 31), children: 380 },
    { day: START, children: 400 },
  ],
  fan: Array.from({ length: 25 }, (_, month) => ({
    day: START + Math.round(month * 30.4),
    q10: 400 - month,
    q50: 400 + month,
    q90: 400 + 3 * month,
  })),
}

describe('terminalFan', () => {
  test('draws known numbers, then median and band, between round numbers and dates', () => {
    const lines = terminalFan(DATA, { columns: 60, unicode: true, colour: false })
    expect(`\n${lines.join('\n')}\n`).toBe(`
Children looked after, month by month
● known  ▄ median  ░ 80 % interval
    │                                                   ░░░░
460 ┤                                              ░░░░░░░░░
    │                                         ░░░░░░░░░░░░░░
440 ┤                                    ░░░░░░░░░░░░░░░░░░░
    │                               ░░░░░░░░░░░░░░░░░░░░░░░░
420 ┤                          ░░░░░░░░░░░░░░░▄▄▄▄▄▄▄▀▀▀▀▀▀▀
    │                     ░░░░░▄▄▄▄▄▄▄▄▀▀▀▀▀▀▀░░░░░░░░░░░░░░
400 ┤                  ●▀▀▀▀▀▀▀░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
    │                          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
380 ┤●                                        ░░░░░░░░░░░░░░
    └┴─────────────────┴───────────────────────────────────┴
     Dec 2015      Dec 2016                         Dec 2018
`)
  })

  test('keeps to ASCII where the terminal has nothing else', () => {
    const lines = terminalFan(DATA, { columns: 50, unicode: false, colour: false })
    expect(`\n${lines.join('\n')}\n`).toBe(`
Children looked after, month by month
o known  = median  : 80 % interval
    |                                          :::
460 +                                      :::::::
    |                                  :::::::::::
440 +                             ::::::::::::::::
    |                         ::::::::::::::::::::
420 +                     :::::::::::::===========
    |                 ::::=============:::::::::::
400 +               o=====::::::::::::::::::::::::
    |                     ::::::::::::::::::::::::
380 +o                                ::::::::::::
    ++--------------+----------------------------+
     Dec 2015   Dec 2016                  Dec 2018
`)
  })

  test('is left out where the terminal is too narrow for it', () => {
    expect(terminalFan(DATA, { columns: 39, unicode: true, colour: false })).toEqual([])
  })

  test('colours change nothing but the colours', () => {
    const coloured = terminalFan(DATA, { columns: 60, unicode: true, colour: true })
    expect(coloured.join('\n')).toContain('\x1b[36m▄\x1b[39m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    const bare = coloured.map((line) => line.replaceAll(/\x1b\[\d+m/g, ''))
    expect(bare).toEqual(terminalFan(DATA, { columns: 60, unicode: true, colour: false }))
  })

  test('fits its width, has 1 to 12 rows and at least one number at the side, whatever the numbers are', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 200_000 }))
    const point = fc.tuple(count, count, count).map((values) => values.sort((a, b) => a - b))
    const columns = fc.integer({ min: 40, max: 200 })
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 2, maxLength: 60 }),
        fc.array(count),
        columns,
        (points, known, width) => {
          const data: FanData = {
            known: known.map((children, index) => ({ day: START - 300 * index, children })),
            fan: points.map(([q10, q50, q90], month) => ({ day: START + 30 * month, q10, q50, q90 })),
          }
          const lines = terminalFan(data, { columns: width, unicode: true, colour: false })
          const rows = lines.slice(2, -2)
          expect(rows.length).toBeGreaterThanOrEqual(1)
          expect(rows.length).toBeLessThanOrEqual(12)
          expect(rows.some((row) => /^ *[\d,]+ ┤/.test(row))).toBe(true)
          expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(Math.min(72, width))
        },
      ),
    )
  })
})
