// A chart in the page: title, finding, picture for wide and for narrow screens, a ruler to read values off, and its table.
import type { Chart } from './chart.ts'
import { WIDTHS } from './chart.ts'
import { type Drawing, drawChart } from './draw-chart.ts'
import { html, type Markup, trusted } from './html.ts'

/** Writes a chart as a figure; `suffix` keeps its id apart from those of other variants. */
export function figureOf(chart: Chart, suffix = ''): Markup {
  const id = `chart-${chart.name}${suffix}`
  const wide = drawChart(chart, WIDTHS.wide)
  return html`<figure id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${chart.title}</h3>
<p class="finding" id="${id}-finding">${chart.finding}</p>
${pictureOf(wide, id, 'wide')}${pictureOf(drawChart(chart, WIDTHS.narrow), id, 'narrow')}${wide.reading && rulerOf(wide.reading.at.length)}
${chart.note !== undefined && html`<p class="note">${chart.note}</p>`}
<details><summary>Table: ${chart.title}</summary>${tableOf(chart, id)}</details>
</figure>
`
}

/** Title and finding are its text alternative; the page's style says the rest of how SVG looks. */
function pictureOf(
  { content, width, height, reading }: Drawing,
  id: string,
  size: keyof typeof WIDTHS,
): Markup {
  const places =
    reading &&
    html` data-scale="${reading.scale}" data-at="${reading.at.join(' ')}" data-length="${reading.scale === 'x' ? height : width}"`
  return html`<div class="picture ${size}"${places}><svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-finding">${trusted(content)}</svg></div>`
}

/** Hidden until the script shows it: without one there is nothing to move. It begins at the last row. */
function rulerOf(rows: number): Markup {
  return html`<div class="ruler" hidden><label>Read off values <input type="range" min="0" max="${rows - 1}" value="${rows - 1}"></label><output></output></div>`
}

/** Ends of cells and rows are left out, as HTML allows: a page has thousands of them. */
function tableOf({ table: { columns, rows }, title }: Chart, id: string): Markup {
  const [first, ...others] = columns
  return html`<div class="scroll" role="region" aria-label="Table: ${title}" tabindex="0"><table id="${id}-table">
<thead><tr><th scope="col">${first}</th>${others.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name, ...values]) => html`<tr><th scope="row">${name}${values.map((value) => html`<td>${value}`)}
`,
  )}</tbody></table></div>`
}
