// Charts as files of their own, for slides and papers: every chart as SVG, and as PNG where this machine has fonts.

import { BASELINE } from '../domain/baseline.ts'
import { wrapText } from '../domain/wrap-text.ts'
import { pictureBeside } from '../result/picture-name.ts'
import type { ResultFile } from '../result/result-files.ts'
import { CHARTS } from '../result/result-files.ts'
import { type Chart, FONT_SIZE, FONTS, WIDTHS } from './chart.ts'
import { childrenFan } from './charts/children-fan.ts'
import { type Drawing, drawChart } from './draw-chart.ts'
import { html, trusted } from './html.ts'
import { SECTIONS } from './page.ts'
import type { ReportSource } from './report-source.ts'
import { LIGHT_COLOURS } from './style.ts'
import { shownVariants } from './variant-parts.ts'

/** Pixels of a picture for each of the drawing: sharp on a slide. */
const SCALE = 2
const MARGIN = 16
const TITLE_LINE = 26
const NOTE_LINE = 16
/** Characters of a line of notes, which are narrower than the drawing even in wide fonts. */
const NOTE_COLUMNS = 96

export interface ChartFiles {
  files: ResultFile[]
  /** Whether text can be drawn here: without fonts there are no pictures, since their words would be missing. */
  hasFonts: boolean
}

/** Draws every chart of the report on light paper, with its title above it. */
export async function chartFiles(source: ReportSource): Promise<ChartFiles> {
  const drawings = drawingsOf(source)
  const { Resvg } = await import('@resvg/resvg-js')
  const pictureOf = (svg: string) => new Resvg(svg, PICTURE).render()
  const hasFonts = pictureOf(WORD).pixels.some((value) => value > 0)
  const files = drawings.flatMap(({ name, svg }): ResultFile[] => [
    { name, bytes: new TextEncoder().encode(svg), mayBePassedOn: true },
    ...(hasFonts
      ? [
          {
            name: pictureBeside(name),
            bytes: new Uint8Array(pictureOf(svg).asPng()),
            mayBePassedOn: true,
            isOfThisMachine: true as const,
          },
        ]
      : []),
  ])
  return { files, hasFonts }
}

const PICTURE = {
  fitTo: { mode: 'zoom' as const, value: SCALE },
  font: { loadSystemFonts: true, sansSerifFamily: 'Arial' },
}

/** A picture of it is empty where there are no fonts, and only then. */
const WORD = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text x="2" y="15" font-family="${FONTS}">Word</text></svg>`

/** Draws every chart of every variant that the report shows, each as an SVG of its own with its name in the folder of a result. */
export function drawingsOf(source: ReportSource): { name: string; svg: string }[] {
  const all = [childrenFan, ...SECTIONS.flatMap(({ charts = [] }) => charts)]
  return shownVariants(source).flatMap((variant) =>
    all
      .flatMap((chartsOf) => chartsOf(source, variant))
      .map((chart) => ({
        name: `${CHARTS}/${chart.name}${variant === BASELINE ? '' : `-${variant}`}.svg`,
        svg: standalone(chart, drawChart(chart, WIDTHS.wide)),
      })),
  )
}

/** Puts a drawing on paper of its own: colours instead of the page's variables, and the texts that the page has around it. */
export function standalone(
  { title, finding, note = '' }: Chart,
  { content, width, height }: Drawing,
): string {
  const notes = wrapText(note, NOTE_COLUMNS)
  const notesAt = height + TITLE_LINE + 2 * MARGIN
  const [paperWidth, paperHeight] = [width + 2 * MARGIN, notesAt + notes.length * NOTE_LINE + MARGIN]
  const noteLines = notes.map(
    (line, index) =>
      html`<text x="${MARGIN}" y="${notesAt + (index + 1) * NOTE_LINE - 4}" font-size="12" fill="var(--soft-ink)">${line}</text>`,
  )
  const paper = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${paperWidth} ${paperHeight}" width="${paperWidth}" height="${paperHeight}" font-family="${FONTS}" role="img" aria-label="${title}. ${finding}">
<rect width="100%" height="100%" fill="var(--paper)"/>
<text x="${MARGIN}" y="${MARGIN + 14}" font-size="17" font-weight="bold" fill="var(--ink)">${title}</text>
<svg x="${MARGIN}" y="${MARGIN + TITLE_LINE}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-size="${FONT_SIZE}" text-anchor="middle" color="var(--ink)" fill="currentColor">${trusted(content)}</svg>
${noteLines}</svg>
`
  return paper.text.replace(/var\(--([a-z0-9-]+)\)/g, (_, name) => LIGHT_COLOURS[name])
}
