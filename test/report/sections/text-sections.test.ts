// The sections of text: inputs, gaps and method say what the manifest has, and nothing that is not there.
import { describe, expect, test } from 'vitest'
import { escapeText } from '../../../src/report/html.ts'
import { GAPS } from '../../../src/report/sections/gaps.ts'
import { INPUTS } from '../../../src/report/sections/inputs.ts'
import { METHOD } from '../../../src/report/sections/method.ts'
import { sourceOf, textOf } from '../source-of.ts'

const rotherham = await sourceOf('scenarios/rotherham-2017.yaml')
const foster = await sourceOf('scenarios/smallshire-more-foster-carers.yaml', {
  runs: 1,
  sets: ['entries.perYear=40'],
})

describe('the register of inputs', () => {
  test('has every input and every multiplier with its path, value and source', () => {
    const text = textOf(INPUTS, rotherham).replaceAll('<wbr>', '')
    const inputs = rotherham.manifest.figures.filter(({ path }) => !path.startsWith('claims.'))
    for (const { path, text: source } of inputs) {
      expect(text).toContain(`<code>${path}</code>`)
      expect(text).toContain(escapeText(source))
    }
    const fitted = rotherham.manifest.assumptions!.filter((one) => 'events' in one)
    expect(text.match(/<tr><th scope="row">.*?<\/tr>/gs)).toHaveLength(
      inputs.length + fitted.length + rotherham.manifest.facts.length + rotherham.manifest.multipliers.length,
    )
    expect(text).toContain('49 counted events')
  })

  test('has ranges with their level', () => {
    const text = textOf(INPUTS, rotherham).replaceAll('<wbr>', '')
    expect(text).toMatch(
      /<code>placements\.ifa\.weeklyPrice<\/code><\/th><td>800<\/td><td>[\d.]+ to [\d.]+ \(80\u00A0%\)</,
    )
  })

  test('has counts with what a replay gives, and whether they were reached', () => {
    const text = textOf(INPUTS, rotherham).replaceAll('<wbr>', '')
    const fact = rotherham.manifest.facts.find(({ path }) => path === 'facts.0.exitsByReason.0')!
    expect(text).toContain('<th scope="col">Count, 1 Apr 2015 to 31 Mar 2016</th>')
    expect(text).toContain(
      `<code>${fact.path}</code></th><td>49</td><td>${Math.round(10 * fact.fitted) / 10}</td>`,
    )
    expect(text).toContain('<td>not aimed at</td>')
  })

  test('is less than 200 kB of the page', () => {
    expect(textOf(INPUTS, rotherham).length).toBeLessThan(200_000)
  })

  test('says nothing of a fit where nothing was counted', () => {
    expect(textOf(INPUTS, foster)).not.toContain('fitted to counts')
  })
})

describe('the gaps', () => {
  test('are all that is unknown, contradicts itself, is not used or is warned of', () => {
    const text = textOf(GAPS, rotherham)
    const { unknown, contradictions, notUsed, warnings } = rotherham.manifest
    const texts = [
      ...unknown,
      ...contradictions,
      ...notUsed.flatMap(({ figure, why }) => [figure, why]),
      ...warnings.map((warning) => warning.text),
    ]
    // The first letter of a sentence is made a capital.
    for (const one of texts) expect(text).toContain(escapeText(one).slice(6))
    expect(text).not.toContain('Changed against')
  })

  test('have what was changed against the file that is extended, and on the command line', () => {
    const text = textOf(GAPS, foster).replaceAll('<wbr>', '')
    expect(text).toContain('Changed against smallshire.yaml')
    expect(text).toMatch(/<code>entries\.perYear<\/code><\/th><td>45 \(.*?\)<\/td><td>40<\/td>/)
  })

  test('say so where there are none', () => {
    const manifest = { ...foster.manifest, unknown: [], warnings: [], changes: [] }
    expect(textOf(GAPS, { ...foster, manifest })).toBe(
      '<p>Nothing is listed as unknown, contradictory or unused.</p>',
    )
  })
})

describe('the method', () => {
  test('has what repeats the result', () => {
    const text = textOf(METHOD, foster)
    expect(text).toContain(
      'carecast run scenarios/smallshire-more-foster-carers.yaml --runs 1 --seed carecast --set entries.perYear=40',
    )
    expect(text).toContain(foster.manifest.scenario.sha256)
    expect(text).toContain('1 time.')
  })

  test('names an error that one run does not tell', () => {
    expect(textOf(METHOD, foster)).toContain('mean n/a, P90 n/a')
    expect(textOf(METHOD, rotherham)).toMatch(/mean [\d.]+ %, P90 /)
  })

  test('speaks of packages only where there are some', () => {
    expect(textOf(METHOD, rotherham)).toContain('Baseline and packages')
    expect(textOf(METHOD, foster)).not.toContain('packages')
  })
})
