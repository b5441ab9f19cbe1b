// CSV with a header -> one object a row, for the tables of published figures. No cell of theirs spans lines.

/** Reads CSV text into rows by column name; throws where a row is not as long as the header. */
export function parseCsv(text: string): Record<string, string>[] {
  const [header, ...lines] = text.trim().split(/\r?\n/)
  const columns = cellsOf(header)
  return lines.map((line, index) => {
    const cells = line.includes('"') ? cellsOf(line) : line.split(',')
    if (cells.length !== columns.length)
      throw new Error(`row ${index + 2} has ${cells.length} cells, the header ${columns.length}`)
    return Object.fromEntries(columns.map((column, at) => [column, cells[at]]))
  })
}

/** The cells of a line; those with a comma stand in quotes, and no cell has a quote inside. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare)
}
