// The page's style: light and dark, screens, phones and A4. Colours are the Government Analysis Function's palette, in the
// dark lighter ones of the same hues.

import { FONT_SIZE, FONTS } from './chart.ts'

/** Colours of charts by the names that chart.ts uses, on light paper. */
export const LIGHT_COLOURS: Record<string, string> = {
  blue: '#12436D',
  turquoise: '#28A197',
  plum: '#801650',
  orange: '#F46A25',
  grey: '#3D3D3D',
  lilac: '#A285D1',
  'band-50': '#12436D',
  'band-80': '#2073BC',
  'band-90': '#6BACE6',
  ink: '#0B0C0C',
  'soft-ink': '#505A5F',
  paper: '#FFFFFF',
}

const DARK_COLOURS: Record<string, string> = {
  blue: '#6BACE6',
  turquoise: '#28A197',
  plum: '#E07CB0',
  orange: '#F46A25',
  grey: '#B8BDC0',
  lilac: '#A285D1',
  'band-50': '#6BACE6',
  'band-80': '#2073BC',
  'band-90': '#12436D',
  ink: '#F3F2F1',
  'soft-ink': '#B8BDC0',
  paper: '#14181C',
}

function variables(colours: Record<string, string>): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')
}

/** How the page looks. */
export const STYLE = `
:root{color-scheme:light dark;${variables(LIGHT_COLOURS)};--line:#B1B4B6;--shade:#F3F2F1;--link:#1D5A96}
@media screen and (prefers-color-scheme:dark){:root{${variables(DARK_COLOURS)};--line:#505A5F;--shade:#22282E;--link:#8EC2F0}}
*{box-sizing:border-box}
html{font:17px/1.5 system-ui,Arial,Helvetica,sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:1.2rem 1rem 4rem;max-width:46rem;overflow-wrap:break-word}
h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 .4rem}
h2{font-size:1.4rem;line-height:1.25;margin:2.6rem 0 .6rem;padding-top:.8rem;border-top:3px solid var(--blue)}
h3{font-size:1.1rem;line-height:1.3;margin:0 0 .25rem}
p,ul,ol{margin:.4rem 0 .8rem;max-width:42rem}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,select:focus-visible,input:focus-visible,.scroll:focus-visible{outline:3px solid var(--orange);outline-offset:2px}
.question{font-size:1.15rem;color:var(--soft-ink)}
.answer{font-size:1.15rem}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.8rem;margin:1.2rem 0;padding:0;list-style:none;max-width:none}
.numbers li{background:var(--shade);border-left:5px solid var(--blue);padding:.6rem .8rem}
.numbers b{display:block;font-size:1.7rem;line-height:1.2}
.numbers span{display:block;font-size:.88rem;color:var(--soft-ink)}
.badge{display:inline-block;border:2px solid var(--orange);padding:.1rem .6rem;font-weight:600}
figure{margin:1.6rem 0 2.2rem;break-inside:avoid}
.finding{margin:.1rem 0 .4rem;color:var(--soft-ink)}
.note{font-size:.85rem;color:var(--soft-ink);margin:.3rem 0}
.picture svg{font:${FONT_SIZE}px ${FONTS};text-anchor:middle;fill:currentColor;display:block;width:100%;height:auto;max-width:680px}
.picture.narrow{display:none}
.picture .reading{stroke:var(--ink);stroke-width:1;stroke-dasharray:2 2;pointer-events:none}
.ruler{font-size:.88rem}
.ruler label{display:flex;gap:.6rem;align-items:center}
.ruler input{flex:1;max-width:24rem;accent-color:var(--blue);min-height:1.6rem}
.ruler output{display:block;min-height:3em;font-variant-numeric:tabular-nums}
summary{cursor:pointer;font-size:.9rem;padding:.3rem 0;color:var(--link)}
table{border-collapse:collapse;font-size:.88rem;font-variant-numeric:tabular-nums;width:100%}
th{text-align:left}
#packages-table tbody th{min-width:7.5rem}
td,thead th+th{text-align:right}
.text td,.text thead th+th{text-align:left}
th,td{padding:.3rem .6rem .3rem 0;vertical-align:top;border-bottom:1px solid var(--line);font-weight:400}
thead th{font-weight:600;vertical-align:bottom}
.inputs th[scope=rowgroup]{background:var(--shade);padding:.45rem .5rem}
code{font:.85em ui-monospace,Menlo,Consolas,monospace;color:var(--soft-ink);overflow-wrap:anywhere}
dl{margin:.4rem 0 1rem;max-width:42rem}
dt{font-weight:600;margin-top:.5rem}
dd{margin:0}
section>h3{margin-top:1.6rem}
.scroll{overflow-x:auto}
#switch{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--line);padding:.5rem 0}
#switch select{font:inherit;max-width:100%;padding:.25rem;color:inherit;background:var(--shade);border:2px solid var(--soft-ink)}
.switched .variant-name{display:none}
.variant-name{font-weight:600}
[hidden]{display:none!important}
@media (max-width:560px){html{font-size:16px}h1{font-size:1.5rem}.picture.wide{display:none}.picture.narrow{display:block}.picture svg{max-width:none}}
@media print{details.printed::details-content{content-visibility:visible;block-size:auto}@page{size:A4;margin:16mm 14mm}html{font-size:10.5pt}body{max-width:none;padding:0}.ruler,#switch,summary,.picture .reading{display:none}.picture.wide{display:block}.picture.narrow{display:none}.picture svg{max-width:150mm}figure{margin:4mm 0 6mm}.scroll{overflow:visible}table{font-size:8pt}th,td{overflow-wrap:anywhere}.inputs td,.inputs thead th{overflow-wrap:normal}h2,h3{break-after:avoid}tr{break-inside:avoid}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`
