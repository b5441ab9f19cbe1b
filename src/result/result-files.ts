// The files of a result: how they are named, and what is known of one. src/write/file-kinds.ts lists which there are.

/** The manifest: it names the other files, and a folder without it holds no result. */
export const MANIFEST = 'manifest.json'

/** Far more than a manifest has: what is larger is none. */
export const MOST_MANIFEST_BYTES = 100_000_000

/** What Node can read of a file at once: 2 GiB. */
export const MOST_FILE_BYTES = 2 ** 31 - 1

/** The files of a backtest, beside its manifest. */
export const BACKTEST_FILES = ['backtest.arrow', 'backtest.csv', 'backtest.svg'] as const

/** The one folder within a result. */
export const CHARTS = 'charts'
const NAME_IN_RESULT = /^(charts\/)?[^/\\]+$/
/** The hidden folder of a process that works in the folder of a result is none of its files. */
export const WORK = '.carecast'
const NO_NAMES = ['.', '..', WORK]

/** Tells whether a name is one that a file of a result may have. */
export function isNameInResult(name: string): boolean {
  return NAME_IN_RESULT.test(name) && !NO_NAMES.includes(name.replace('charts/', ''))
}

/** A file of a result, before it is in place. */
export interface PlacedFile {
  /** Within the folder of the result, like 'years.csv' or 'charts/children.svg'. */
  name: string
  bytes: Uint8Array
  /** Whether its bytes depend on what this machine has, like fonts: the manifest, which repeats anywhere, does not list it. */
  isOfThisMachine?: true
}

/** What writers say of a file. */
export interface ResultFile extends PlacedFile {
  /** Whether it may be passed on where counts come from child-level data: small ones are withheld in it. */
  mayBePassedOn: boolean
}

/** What a manifest says of a file. */
export interface ListedFile {
  name: string
  /** Of its bytes, 64 hexadecimal digits. */
  sha256: string
  bytes: number
}

/** A file that is written, as the manifest needs to know it. */
export type WrittenFile = ListedFile & Pick<ResultFile, 'mayBePassedOn' | 'isOfThisMachine'>

/** Returns what the manifest says of a file. */
export function listed({ name, sha256, bytes }: ListedFile): ListedFile {
  return { name, sha256, bytes }
}
