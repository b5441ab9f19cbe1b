// Which picture belongs to a drawing. chart-files.ts writes it, result-folder.ts takes it away with the drawing.

/** Names the PNG beside an SVG. */
export function pictureBeside(drawing: string): string {
  return drawing.replace(/\.svg$/, '.png')
}
