// What differs between the baseline and the packages, one part for each, of which the page's switch shows one at a time.
import { BASELINE } from '../domain/baseline.ts'
import type { ChartsOf } from './chart.ts'
import { withDisclosureNote } from './disclosure-note.ts'
import { figureOf } from './figure.ts'
import { type Content, html, type Markup } from './html.ts'
import type { ReportSource } from './report-source.ts'
import { variantLabel } from './report-words.ts'

/** So many can still be told apart in a switch. */
const MOST_PACKAGES = 12

/** Names the variants that the page has: the baseline and, of many packages, those with most interventions. */
export function shownVariants({
  manifest,
  mostPackages = MOST_PACKAGES,
}: Pick<ReportSource, 'manifest' | 'mostPackages'>): string[] {
  const packages = manifest.packages ?? []
  const bySize = packages.toSorted((one, other) => other.interventions.length - one.interventions.length)
  const shown = new Set(bySize.slice(0, mostPackages).map(({ package: key }) => key))
  return [BASELINE, ...packages.map(({ package: key }) => key).filter((key) => shown.has(key))]
}

/** Writes a part of the page for every variant that has one. */
export function perVariant(
  source: ReportSource,
  partOf: (variant: string) => Content | undefined,
  variants = shownVariants(source),
): Markup {
  const isAlone = shownVariants(source).length === 1
  return html`${variants.map((variant) => {
    const part = partOf(variant)
    if (part === undefined) return undefined
    if (isAlone) return part
    return html`<div data-variant="${variant}"><p class="variant-name">${variantLabel(source, variant)}</p>
${part}</div>
`
  })}`
}

/**
 * Writes charts for every variant that has them; those that come with the baseline alone are of no variant, and always
 * shown. Nothing where no variant has any.
 */
export function figures(source: ReportSource, chartsOf: ChartsOf): Markup | undefined {
  const ofVariant = new Map(shownVariants(source).map((variant) => [variant, chartsOf(source, variant)]))
  const drawn = [...ofVariant].filter(([, charts]) => charts.length > 0)
  if (drawn.length === 0) return undefined
  if (drawn.length === 1 && drawn[0][0] === BASELINE)
    return html`${drawn[0][1].map((chart) => figureOf(withDisclosureNote(chart, source)))}`
  return perVariant(source, (variant) => {
    const charts = ofVariant.get(variant)!
    const suffix = variant === BASELINE ? '' : `-${variant}`
    return charts.length === 0
      ? undefined
      : charts.map((chart) => figureOf(withDisclosureNote(chart, source), suffix))
  })
}

/** Writes the switch, hidden until the script can move it; nothing where there is only the baseline. */
export function variantSwitch(source: ReportSource): Markup | undefined {
  const variants = shownVariants(source)
  if (variants.length === 1) return undefined
  return html`<div id="switch" hidden><label>Show <select>${variants.map(
    (variant) => html`<option value="${variant}">${variantLabel(source, variant)}</option>`,
  )}</select></label></div>
`
}
