// The pages of docs/reference that the code says: exit codes and warnings, as Markdown. files-page.ts has the files.
import { constants } from 'node:os'
import { EXIT_CODES } from '../../src/commands/failure.ts'
import { WARNING_CODES } from '../../src/result/warnings/warning-codes.ts'
import { runCarecast } from '../carecast-process.ts'

const MADE = '<!-- Made from the code by `npm run docs`; change it there. -->'

const EXIT_MEANINGS: Record<keyof typeof EXIT_CODES, string> = {
  done: 'done',
  bug: 'a bug; the message has what repeats it',
  input: 'the input is wrong: scenario or command line; the message says where and what is allowed',
  machine: 'the machine is at fault: disk full, no permission, too little memory',
  assertion: 'the result is written, but an `--assert` does not hold',
}

const SIGNAL_MEANINGS = {
  SIGHUP: 'the terminal was closed; nothing was written',
  SIGINT: 'Ctrl-C; nothing was written',
  SIGTERM: 'another program ended it; nothing was written',
} as const

/** A page: what it is for, its body, where to read on. */
export function pageOf(title: string, purpose: string, body: string, readOn: string): string {
  return `${MADE}\n\n# ${title}\n\n${purpose}\n\n${body}\n\nRead on: ${readOn}.\n`
}

/** A Markdown table; a cell's bars and angle brackets are escaped, since they would be markup. */
export function tableOf(header: string[], rows: string[][]): string {
  const escaped = (cell: string) => cell.replaceAll('|', '\\|').replaceAll('<', '\\<')
  const line = (cells: string[]) => `| ${cells.map(escaped).join(' | ')} |`
  return [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)].join('\n')
}

/** docs/reference/exit-codes.md. */
export function exitCodesPage(): string {
  const codes = Object.entries(EXIT_MEANINGS).map(([name, meaning]) => [
    String(EXIT_CODES[name as keyof typeof EXIT_CODES]),
    meaning,
  ])
  const signals = Object.entries(SIGNAL_MEANINGS).map(([name, meaning]) => [
    String(128 + constants.signals[name as keyof typeof SIGNAL_MEANINGS]),
    meaning,
  ])
  return pageOf(
    'Exit codes',
    'What the exit code of a command tells a script.',
    tableOf(['exit code', 'means'], [...codes, ...signals]),
    '[carecast in CI](../guide/ci.md), [compare and assert](../guide/compare-and-assert.md)',
  )
}

/** docs/reference/warnings.md. */
export function warningsPage(): string {
  const rows = Object.entries(WARNING_CODES).map(([code, sentence]) => [`\`${code}\``, sentence])
  return pageOf(
    'Warnings',
    'What each warning means, and what to do. The terminal prints its text; the manifest and `--json` have its code too. A result with warnings is a whole result.',
    tableOf(
      ['code', 'means, and what to do'],
      rows.sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
    '[how to read a result](../guide/reading-a-result.md), [modelling assumptions](../model/assumptions.md)',
  )
}

const VERBS = ['run', 'validate', 'new', 'backtest', 'compare', 'report', 'completion']

/** docs/reference/commands.md: what `--help` prints. */
export async function commandsPage(): Promise<string> {
  const helps = await Promise.all(VERBS.map((verb) => runCarecast('.', [verb, '--help'])))
  const parts = VERBS.map(
    (verb, index) => `## carecast ${verb}\n\n\`\`\`text\n${helps[index].stdout.trim()}\n\`\`\``,
  )
  return pageOf(
    'Commands',
    'Every command with its options, as `carecast <command> --help` prints them.',
    parts.join('\n\n'),
    '[running carecast](../guide/running.md), [exit codes](exit-codes.md), [files of a result](files.md)',
  )
}
