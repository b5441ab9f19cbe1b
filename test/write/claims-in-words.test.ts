import { expect, test } from 'vitest'
import type { TestedClaim } from '../../src/summary/claims.ts'
import { claimsInWords } from '../../src/write/claims-in-words.ts'

const claim = (probability: number | null): TestedClaim => ({
  claim: 'fewer-than-450',
  label: 'The number falls below 450',
  on: '2018-03-31',
  relation: 'below',
  value: 450,
  probability,
  mc_error: probability === null ? null : 0.011,
  quantile: probability,
})

test('claimsInWords says how often a claim comes true, with its error, and never more than the runs can tell', () => {
  expect(claimsInWords([0.467, 0, 1, null].map(claim), 2000)).toEqual([
    'Claims, and the share of the runs in which they are true:',
    '- The number falls below 450 (below 450 on 31 Mar 2018): 47 % (error 1.1)',
    '- The number falls below 450 (below 450 on 31 Mar 2018): in none of the runs, so 0.2 % at most',
    '- The number falls below 450 (below 450 on 31 Mar 2018): in all runs, so 0.2 % less at most',
    '- The number falls below 450 (below 450 on 31 Mar 2018): no probability, illustration only',
  ])
  expect(claimsInWords([], 2000)).toEqual([])
})

test('claimsInWords shows no digit below the error', () => {
  const [, line] = claimsInWords([{ ...claim(0.467), mc_error: 0.22 }], 5)
  expect(line).toMatch(/: 50 % \(error 22\.0\)$/)
})

test('claimsInWords never says 0 % or 100 % of what came true in some runs and not in others', () => {
  expect(claimsInWords([0.001, 0.999].map(claim), 2000).slice(1)).toEqual([
    '- The number falls below 450 (below 450 on 31 Mar 2018): under 0.5 % (error 1.1)',
    '- The number falls below 450 (below 450 on 31 Mar 2018): over 99.5 % (error 1.1)',
  ])
})

test('claimsInWords has a line for each package under that of the baseline', () => {
  const of = (variant: string, probability: number) => ({ ...claim(probability), variant })
  const packages = [
    { key: 'all', label: 'All measures' },
    { key: 'none', label: 'No measures' },
  ]
  const claims = [of('baseline', 0.467), of('all', 1), of('none', 0.467)]
  expect(claimsInWords(claims, 2000, packages).slice(1)).toEqual([
    '- The number falls below 450 (below 450 on 31 Mar 2018): 47 % (error 1.1)',
    "  with 'All measures': in all runs, so 0.2 % less at most",
    "  with 'No measures': 47 % (error 1.1)",
  ])
  const illustration = ['baseline', 'all'].map((variant) => ({ ...claim(null), variant }))
  expect(claimsInWords(illustration, 2000, packages)).toHaveLength(2)
})
