// The name of a file without its folders, for what must also run where there is no file system.

/** Returns the last part of a path, whose parts either kind of slash may separate; slashes at its end do not count. */
export function baseName(path: string): string {
  return /[^/\\]*(?=[/\\]*$)/.exec(path)![0]
}
