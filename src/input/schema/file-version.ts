// The version of what a scenario file means, told apart from that of the program: a file of an earlier meaning still runs,
// and every meaning that has changed since is named in a warning.

/** The key of a scenario file that names it. */
export const FILE_VERSION_KEY = 'carecast'

/** The meaning that this version of carecast reads; a file without the key `carecast` is of the time before it. */
export const FILE_VERSION = 1
