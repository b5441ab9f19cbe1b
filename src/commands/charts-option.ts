// The option --charts, which run and report have in common.
import type { Options } from 'yargs'

/** For yargs. */
export const CHARTS_OPTION = {
  charts: {
    type: 'boolean',
    default: false,
    describe: 'write every chart of the report as SVG too, and as PNG where there are fonts',
  },
} as const satisfies Record<string, Options>
