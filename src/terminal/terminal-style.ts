// What a terminal can show: its width, Unicode or plain ASCII, colours or none. Everything printed for people asks here.

export interface TerminalStyle {
  columns: number
  unicode: boolean
  colour: boolean
}

/** The parts of an output stream that decide its style. */
export interface TerminalStream {
  isTTY?: boolean
  columns?: number
}

const COLUMNS_OF_A_PIPE = 80

/** Reads the style off a stream and the environment (NO_COLOR, TERM and the locale variables). */
export function terminalStyle(
  stream: TerminalStream,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): TerminalStyle {
  const dumb = environment.TERM === 'dumb'
  return {
    columns: (stream.isTTY && stream.columns) || COLUMNS_OF_A_PIPE,
    unicode: !dumb && (platform === 'win32' || hasUnicodeLocale(environment)),
    colour: Boolean(stream.isTTY) && !dumb && !environment.NO_COLOR,
  }
}

// POSIX: the first of the three that is set and not empty decides.
function hasUnicodeLocale({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): boolean {
  return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '')
}

const ANSI_CODES = { bold: [1, 22], dim: [2, 22], cyan: [36, 39] } as const

/** Matches one of these codes, for a split that keeps them. */
export function colourCodes(): RegExp {
  return new RegExp(`(\x1b\\[(?:${Object.values(ANSI_CODES).flat().join('|')})m)`)
}

// Not util.styleText: whether that looks at the stream by itself depends on the version of Node.
/** Colours a text where the style allows it. */
export function paint(style: TerminalStyle, format: keyof typeof ANSI_CODES, text: string): string {
  const [on, off] = ANSI_CODES[format]
  return style.colour && text ? `\x1b[${on}m${text}\x1b[${off}m` : text
}
