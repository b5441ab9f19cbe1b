// A chart in the page: title, finding, picture for wide and for narrow screens, a ruler to read values off, and its table.
import type { Chart } from './chart.ts'
import { WIDTHS } from './chart.ts'
import { drawChart } from './draw-chart.ts'
import { html, type Markup, trusted } from './html.ts'

/** Writes a chart as a figure; `suffix` keeps its id apart from those of other variants. */
export function figureOf(chart: Chart, suffix = ''): Markup {
  const id = `chart-${chart.name}${suffix}`
  return html`<figure id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${chart.title}</h3>
<p class="finding">${chart.finding}</p>
${pictureOf(chart, 'wide')}${pictureOf(chart, 'narrow')}${chart.places !== undefined && rulerOf(chart)}
${chart.note !== undefined && html`<p class="note">${chart.note}</p>`}
<details><summary>Table: ${chart.title}</summary>${tableOf(chart, id)}</details>
</figure>
`
}

function pictureOf(chart: Chart, size: keyof typeof WIDTHS): Markup {
  const { svg, at, height } = drawChart(chart, WIDTHS[size])
  const places =
    chart.places &&
    html` data-scale="${chart.places.scale}" data-at="${at.join(' ')}" data-length="${chart.places.scale === 'x' ? height : WIDTHS[size]}"`
  return html`<div class="picture ${size}"${places}>${trusted(svg)}</div>`
}

/** Hidden until the script shows it: without one there is nothing to move. */
function rulerOf({ table }: Chart): Markup {
  return html`<div class="ruler" hidden><label>Read off values <input type="range" min="0" max="${table.rows.length - 1}" value="${table.rows.length - 1}"></label><output></output></div>`
}

function tableOf({ table: { columns, rows }, title }: Chart, id: string): Markup {
  const [first, ...others] = columns
  return html`<div class="scroll" role="region" aria-label="Table: ${title}" tabindex="0"><table id="${id}-table">
<thead><tr><th scope="col">${first}</th>${others.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name, ...values]) =>
      html`<tr><th scope="row">${name}</th>${values.map((value) => html`<td>${value}</td>`)}</tr>
`,
  )}</tbody></table></div>`
}
