// carecast report: the folder of a finished result -> its report, and its charts, written again.
import { join } from 'node:path'
import type { CommandModule, InferredOptionTypes, Options } from 'yargs'
import { CHARTS_OPTION } from './charts-option.ts'
import type { Interruption } from './interruption.ts'

/** Options for yargs. */
export const REPORT_OPTIONS = {
  ...CHARTS_OPTION,
  quiet: { type: 'boolean', default: false, describe: 'print nothing but errors' },
} as const satisfies Record<string, Options>

type ReportArguments = InferredOptionTypes<typeof REPORT_OPTIONS> & { folder: string }

/** Describes the command to yargs; the interruption stops it. */
export function reportCommand(interruption: Interruption): CommandModule<object, ReportArguments> {
  return {
    command: 'report <folder>',
    describe: 'Write the report of a finished result again',
    builder: (parser) =>
      parser
        .positional('folder', { type: 'string', demandOption: true, describe: 'the folder of a result' })
        .options(REPORT_OPTIONS)
        .example('$0 report results/smallshire', 'report.html, with all else as it is')
        .example('$0 report results/smallshire --charts', 'every chart as SVG and PNG besides'),
    handler: (args) => report(args, interruption),
  }
}

async function report(
  { folder, charts, quiet }: ReportArguments,
  { signal, whileBlocked }: Interruption,
): Promise<void> {
  // Loaded late, as in run.ts.
  const { filesInWords } = await import('../terminal/files-in-words.ts')
  const { rewriteReport } = await import('../forecast/rewrite/rewrite-report.ts')
  const { names, notes } = await rewriteReport(folder, charts, signal, whileBlocked)
  if (quiet) return
  const written = filesInWords(names.map((name) => join(folder, name)))
  process.stdout.write([...notes, 'Written:', ...written, ''].join('\n'))
}
