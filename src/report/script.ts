// The page's own script. It is only added to a page that says all without it: the switch between variants, and rulers.

/** Shows one variant at a time, and reads values off charts by pointer, touch and keyboard out of their tables. */
export const SCRIPT = `
'use strict'
const variants = document.querySelectorAll('[data-variant]')
const control = document.querySelector('#switch')
const show = (key) => {
  for (const part of variants) part.hidden = part.dataset.variant !== key
}
if (control) {
  const select = control.querySelector('select')
  select.addEventListener('change', () => show(select.value))
  control.hidden = false
  document.documentElement.classList.add('switched')
  show(select.value)
}
const folded = document.querySelectorAll('details.printed')
let opened = []
addEventListener('beforeprint', () => {
  opened = [...folded].filter((details) => !details.open)
  for (const details of opened) details.open = true
})
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false
})
for (const figure of document.querySelectorAll('figure')) {
  const ruler = figure.querySelector('.ruler')
  if (!ruler) continue
  const [input, output] = [ruler.querySelector('input'), ruler.querySelector('output')]
  const names = [...figure.querySelectorAll('thead th')].map((cell) => cell.textContent)
  const rows = [...figure.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))
  const pictures = [...figure.querySelectorAll('.picture')].map((picture) => {
    const { at, scale, length } = picture.dataset
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'line')
    line.setAttribute('class', 'reading')
    line.setAttribute(scale === 'x' ? 'y2' : 'x2', length)
    return { picture, line, scale, places: at.split(' ').map(Number) }
  })
  const read = (row) => {
    const [name, ...values] = rows[row]
    const text = name + ': ' + values.map((value, index) => names[index + 1] + ' ' + value).join(', ')
    input.value = row
    input.setAttribute('aria-valuetext', text)
    output.textContent = text
    for (const { picture, line, scale, places } of pictures) {
      line.setAttribute(scale + '1', places[row])
      line.setAttribute(scale + '2', places[row])
      picture.firstElementChild.append(line)
    }
  }
  input.addEventListener('input', () => read(Number(input.value)))
  input.addEventListener('focus', () => read(Number(input.value)))
  for (const { picture, scale, places } of pictures)
    picture.addEventListener('pointermove', (event) => {
      const box = picture.firstElementChild.getBoundingClientRect()
      const size = picture.firstElementChild.viewBox.baseVal
      const here = scale === 'x'
        ? ((event.clientX - box.left) * size.width) / box.width
        : ((event.clientY - box.top) * size.height) / box.height
      const distances = places.map((place) => Math.abs(place - here))
      read(distances.indexOf(Math.min(...distances)))
    })
  ruler.hidden = false
}
`
