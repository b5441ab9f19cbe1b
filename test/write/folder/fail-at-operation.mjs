// Loaded before a program: counts its operations on files below FOLDER, and at number AT ends the process, or fails with the
// error CODE. With NAME, every move of a file of that name fails instead. The number of operations is printed at the end.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const { FOLDER, AT, CODE, NAME } = process.env
let count = 0

function failure(operation) {
  return Object.assign(new Error(`${CODE}: made up, ${operation}`), { code: CODE, syscall: operation })
}

/** Counts an operation; returns the error that it fails with, if it does. */
function next(operation) {
  count++
  if (NAME !== undefined || count !== Number(AT)) return undefined
  if (CODE !== undefined) return failure(operation)
  process.kill(process.pid, 'SIGKILL')
  // Nothing more may happen before the signal arrives.
  for (;;);
}

function counted(operation, original) {
  return async function (...args) {
    const error = next(operation)
    if (error !== undefined) throw error
    return original.apply(this, args)
  }
}

for (const operation of ['rename', 'rm', 'rmdir', 'mkdir', 'mkdtemp', 'open', 'unlink', 'link']) {
  const original = fs.promises[operation]
  const replaced = counted(operation, original)
  fs.promises[operation] = async (...args) => {
    if (!String(args[0]).startsWith(FOLDER)) return original(...args)
    if (NAME !== undefined && operation === 'rename' && args.slice(0, 2).includes(`${FOLDER}/${NAME}`))
      throw failure(operation)
    const result = await replaced(...args)
    if (operation === 'open')
      for (const method of ['writeFile', 'sync']) result[method] = counted(method, result[method])
    return result
  }
}
syncBuiltinESMExports()
process.on('exit', () => process.stdout.write(`${count}\n`))
