// Paths of straight lines in fewer characters, since a page has hundreds of them. draw-chart.ts -> svg.

const STRAIGHT = /^(?:[ML]-?[\d.]+,-?[\d.]+|Z)+$/

/**
 * Writes a path of moves and straight lines, whose numbers have at most one digit after the point, with each point relative
 * to the one before: 'M10,20L12,19.5' is 'M10,20l2-.5'. Other paths stay as they are.
 */
export function shortPath(path: string): string {
  if (!STRAIGHT.test(path)) return path
  let [x, y] = [0, 0]
  let [startX, startY] = [0, 0]
  let last = ''
  return path.replace(/([ML])([^,]+),([^MLZ]+)|Z/g, (step, command, toX, toY) => {
    if (step === 'Z') {
      // A closed path goes on from where it began.
      ;[x, y, last] = [startX, startY, 'Z']
      return 'Z'
    }
    const [nextX, nextY] = [tenths(toX), tenths(toY)]
    const delta = `${short(nextX - x)}${apart(short(nextY - y))}`
    ;[x, y] = [nextX, nextY]
    if (command === 'M') {
      ;[startX, startY, last] = [x, y, 'M']
      return `M${toX},${toY}`
    }
    const isRepeated = last === 'l'
    last = 'l'
    return isRepeated ? apart(delta) : `l${delta}`
  })
}

/** A minus sign tells two numbers apart by itself. */
function apart(text: string): string {
  return text.startsWith('-') ? text : ` ${text}`
}

function tenths(number: string): number {
  return Math.round(10 * Number(number))
}

/** Writes tenths: 7 is '.7', -120 is '-12'. */
function short(tenths: number): string {
  return String(tenths / 10).replace(/^(-?)0\./, '$1.')
}
