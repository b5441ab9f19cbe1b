import { expect, test } from 'vitest'
import type { Bridge } from '../../src/summary/outturn-bridge.ts'
import { bridgeInWords } from '../../src/terminal/bridge-lines.ts'

const STYLE = { columns: 80, unicode: true, colour: false }

const bridge = (parts: Bridge['parts']): Bridge => ({
  from: { financial_year: '2015/16', amount: 20_140_000 },
  parts,
  to: { financial_year: '2017/18', amount: 22_740_000, mc_error: 20_000 },
  lines: ['foster'],
})

test('bridgeInWords has a line for each step, with amounts and signs in columns', () => {
  const parts = [
    { part: 'prices' as const, amount: 813_656 },
    { part: 'number' as const, amount: 2_000_000 },
    { part: 'mix' as const, amount: -213_656 },
  ]
  expect(`\n${bridgeInWords(bridge(parts), STYLE).join('\n')}\n`).toBe(`
From the last outturn to the forecast, £m
Outturn of 2015/16               20.14
Prices: the uplift               +0.81
Number: days of care             +2.00
Mix: price of a day beyond that  -0.21
Forecast of 2017/18, mean        22.74
`)
})

test('bridgeInWords keeps demand and mix together where they are one, and is silent without a bridge', () => {
  const lines = bridgeInWords(bridge([{ part: 'demand and mix', amount: 5_000 }]), STYLE)
  expect(lines[2]).toBe('Demand and mix             +0.01')
  expect(bridgeInWords(undefined, STYLE)).toEqual([])
})
