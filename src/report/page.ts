// report.html: one file that a committee can open from a mail, without a network, with or without its script.
import { sha256InBase64 } from '../domain/sha256.ts'
import { html, trusted } from './html.ts'
import type { ReportSource } from './report-source.ts'
import { SCRIPT } from './script.ts'
import { CLAIMS } from './sections/claims.ts'
import { DRIVERS } from './sections/drivers.ts'
import { firstScreen } from './sections/first-screen.ts'
import { GAPS } from './sections/gaps.ts'
import { INPUTS } from './sections/inputs.ts'
import { METHOD } from './sections/method.ts'
import { MONEY } from './sections/money.ts'
import { OTHER_COUNCILS } from './sections/other-councils.ts'
import { OUTCOMES } from './sections/outcomes.ts'
import { PACKAGES } from './sections/packages.ts'
import { PLACEMENTS } from './sections/placements.ts'
import { type Section, writeSection } from './sections/section.ts'
import { STYLE } from './style.ts'
import { shownVariants } from './variant-parts.ts'

/** What follows the first screen. */
export const SECTIONS: Section[] = [
  MONEY,
  PACKAGES,
  PLACEMENTS,
  CLAIMS,
  OUTCOMES,
  DRIVERS,
  OTHER_COUNCILS,
  INPUTS,
  GAPS,
  METHOD,
]

/** Mail servers refuse larger pages: 1.5 million bytes. */
const MOST_BYTES = 1_500_000

/** Encodes the page, with as many packages drawn as leave it small enough to be sent; the same bytes for the same result. */
export function encodeReport(source: ReportSource): Uint8Array {
  let mostPackages = shownVariants(source).length - 1
  for (;;) {
    const page = encodePage({ ...source, mostPackages })
    if (page.length < MOST_BYTES || mostPackages === 0) return page
    mostPackages = Math.min(mostPackages - 1, Math.floor((mostPackages * MOST_BYTES) / page.length))
  }
}

function encodePage(source: ReportSource): Uint8Array {
  const { scenario } = source
  const page = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<title>${scenario.name}: ${scenario.council}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<main>
${firstScreen(source)}
${SECTIONS.map((section) => writeSection(source, section))}
</main>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`
  return new TextEncoder().encode(page.text)
}

/** Nothing is fetched, and only the page's own style and script count. */
function policy(): string {
  return `default-src 'none'; style-src 'sha256-${sha256InBase64(STYLE)}'; script-src 'sha256-${sha256InBase64(SCRIPT)}'; img-src data:; base-uri 'none'; form-action 'none'`
}
