// A page as what its reader does: files to save, commands to type, and what the commands print.

/** A file that the page has one save, or add to, by the info string of its block: `yaml my.yaml` or `yaml >> my.yaml`. */
export interface FileStep {
  kind: 'file'
  name: string
  isAdded: boolean
  text: string
}

/** A command; exit code 0 unless its comment says another, as in `# exit code 4`. */
export interface CommandStep {
  kind: 'command'
  line: string
  exitCode: number
  /** Whether the page shows what it prints, so that nothing about it may be changed. */
  isShown: boolean
}

/** What the commands since the last output print; `…` alone in a line stands for what is left out. */
export interface OutputStep {
  kind: 'output'
  text: string
}

export type Step = FileStep | CommandStep | OutputStep

const BLOCK = /^```(\w+)(?: (>> )?(\S+))?\n(.*?)^```/gms

/** Lists the steps of a page in order; blocks that are neither saved, typed nor printed are only examples. */
export function stepsOf(page: string): Step[] {
  const blocks = [...page.matchAll(BLOCK)].map(([, language, added, name, text]) => {
    return { language, isAdded: added !== undefined, name, text }
  })
  return blocks.flatMap(({ language, isAdded, name, text }, index): Step[] => {
    if (name !== undefined) return [{ kind: 'file', name, isAdded, text }]
    if (language === 'text' && blocks[index - 1]?.language === 'sh') return [{ kind: 'output', text }]
    const isShown = blocks[index + 1]?.language === 'text'
    return language === 'sh' ? commandsIn(text, isShown) : []
  })
}

function commandsIn(text: string, isShown: boolean): CommandStep[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [command, comment = ''] = line.split(/\s#\s/)
    const exitCode = Number(/exit code (\d+)/.exec(comment)?.[1] ?? 0)
    return { kind: 'command', line: command.trim(), exitCode, isShown }
  })
}

/** The parts of an output that are shown, each of lines that follow each other. */
export function shownParts(text: string): string[] {
  return text
    .split(/^…\n/m)
    .map((part) => part.trimEnd())
    .filter((part) => part !== '')
}
