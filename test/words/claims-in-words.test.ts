import { expect, test } from 'vitest'
import type { TestedClaim } from '../../src/summary/targets/claims.ts'
import { claimsInWords } from '../../src/words/claims-in-words.ts'

const claim = (probability: number | null): TestedClaim => ({
  claim: 'fewer-than-450',
  label: 'The number falls below 450',
  on: '2018-03-31',
  relation: 'below',
  value: 450,
  probability,
  mc_error: probability === null ? null : 0.011,
  quantile: probability,
  kind: 'children',
  unit: 'children',
  ...{ q10: null, q50: null, q80: null, q90: null },
})

test('claimsInWords says how often a claim comes true, with its error, and never more than the runs can tell', () => {
  expect(claimsInWords([0.467, 0, 1, null].map(claim), 2000)).toEqual([
    'Claims, and the share of the runs in which they are true:',
    '- The number falls below 450 (below 450 on 31 Mar 2018): 47 % (error 1.1); 450 is the 47th of 100',
    '- The number falls below 450 (below 450 on 31 Mar 2018): in none of the runs, so 0.2 % at most; 450 is below all of them',
    '- The number falls below 450 (below 450 on 31 Mar 2018): in all runs, so 0.2 % less at most; 450 is at or above all of them',
    '- The number falls below 450 (below 450 on 31 Mar 2018): no probability, illustration only',
  ])
  expect(claimsInWords([], 2000)).toEqual([])
})

test('claimsInWords shows no digit below the error', () => {
  const [, line] = claimsInWords([{ ...claim(0.467), mc_error: 0.22 }], 5)
  expect(line).toMatch(/: 50 % \(error 22\.0\); 450 is the 47th of 100$/)
})

test('claimsInWords never says 0 % or 100 % of what came true in some runs and not in others', () => {
  expect(claimsInWords([0.001, 0.999].map(claim), 2000).slice(1)).toEqual([
    '- The number falls below 450 (below 450 on 31 Mar 2018): under 0.5 % (error 1.1); 450 is the 1st of 100',
    '- The number falls below 450 (below 450 on 31 Mar 2018): over 99.5 % (error 1.1); 450 is the 99th of 100',
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
    '- The number falls below 450 (below 450 on 31 Mar 2018): 47 % (error 1.1); 450 is the 47th of 100',
    "  with 'All measures': in all runs, so 0.2 % less at most; 450 is at or above all of them",
    "  with 'No measures': 47 % (error 1.1); 450 is the 47th of 100",
  ])
  const illustration = ['baseline', 'all'].map((variant) => ({ ...claim(null), variant }))
  expect(claimsInWords(illustration, 2000, packages)).toHaveLength(2)
})

test('claimsInWords says what each kind of claim is of, and where a claimed number stands', () => {
  const base = { ...claim(0.93), variant: 'baseline' }
  const saving = {
    kind: 'saving',
    unit: '£',
    financial_year: 'all',
    value: 4e6,
    relation: 'at_least',
  } as const
  const payback = { kind: 'payback', unit: 'year', financial_year: '2019/20', value: 2019 } as const
  const lines = claimsInWords(
    [
      { ...base, kind: 'placementShare', unit: 'share', value: 0.625, of: ['foster'], relation: 'above' },
      { ...base, kind: 'childrenChange', value: -30, from: '2017-03-31', quantile: 0.12 },
      { ...base, kind: 'line', unit: '£', value: 2.5e6, line: 'total', financial_year: '2018/19' },
      { ...base, ...saving, claim: 'saves', variant: 'plan', package: 'plan', quantile: 0.02 },
      {
        ...base,
        ...payback,
        claim: 'pays',
        relation: 'by',
        definition: 'annual',
        variant: 'plan',
        package: 'plan',
      },
    ],
    2000,
    [{ key: 'plan', label: 'The plan' }],
  )
  const claimed = '- The number falls below 450'
  expect(lines.slice(1)).toEqual([
    `${claimed} (above 62.5 % of all children in foster on 31 Mar 2018): 93 % (error 1.1); 62.5 % is the 93rd of 100`,
    `${claimed} (change below -30 from 31 Mar 2017 to 31 Mar 2018): 93 % (error 1.1); -30 is the 12th of 100`,
    `${claimed} (total below £2,500,000 in 2018/19): 93 % (error 1.1); £2,500,000 is the 93rd of 100`,
    `${claimed} (net saving of at least £4,000,000 in all years), with 'The plan': 93 % (error 1.1); £4,000,000 is the 2nd of 100`,
    `${claimed} (paid back by the end of 2019/20 and still so at the end, annual), with 'The plan': 93 % (error 1.1)`,
  ])
})
