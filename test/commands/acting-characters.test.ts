import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parseSeed } from '../../src/commands/run-options.ts'
import { actingInText } from '../../src/domain/harmless-text.ts'
import { runCarecast } from '../carecast-process.ts'

/** A colour, the eight-bit beginning of such a code, a turned direction of writing and a bell. */
const ACTING = 'red\x1b[31m\u009b2J\u202edne\x07'
const folder = mkdtempSync(join(tmpdir(), 'carecast-acting-'))

/** The parts of a file that are text; those of Arrow and PNG files are looked for by the bytes that would act. */
function textsOf(name: string, bytes: Buffer): string[] {
  if (name.endsWith('.xlsx'))
    return Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString())
  const isText = /\.(json|csv|html|svg)$/.test(name)
  if (isText) return [bytes.toString().replace(/^\ufeff/, '')]
  const raw = ['\x1b[31m', '\u009b2J', '\u202ed'].filter((acting) => bytes.includes(Buffer.from(acting)))
  return raw
}

test.skipIf(process.platform === 'win32')(
  'no file of a result has a character that acts, whatever is in the names of files and folders',
  async () => {
    copyFileSync(new URL('../../scenarios/smallshire.yaml', import.meta.url), join(folder, `${ACTING}.yaml`))
    writeFileSync(join(folder, 'fork.yaml'), `extends: ${JSON.stringify(`${ACTING}.yaml`)}\n`)
    writeFileSync(join(folder, `${ACTING}.csv`), 'line,financial_year,amount\ntotal,2024/25,5000000\n')
    const out = `out${ACTING}`
    const options = ['--runs', '10', '--budget', `${ACTING}.csv`, '--charts', '--threads', '1']
    const ran = await runCarecast(folder, ['run', 'fork.yaml', ...options, '--out', out])
    expect(ran.code, ran.stderr).toBe(0)
    expect(actingInText(ran.stdout + ran.stderr)).toBeUndefined()

    const files = readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' })
    const acting = files
      .filter((name) => /\.\w+$/.test(name))
      .flatMap((name) =>
        textsOf(name, readFileSync(join(folder, out, name)))
          .map((text) => actingInText(text.replaceAll('\r\n', '\n')))
          .filter((found) => found !== undefined)
          .map((found) => `${name} has ${found}`),
      )
    expect(acting).toEqual([])
    const manifest = JSON.parse(readFileSync(join(folder, out, 'manifest.json'), 'utf8'))
    expect(manifest.extends).toEqual([`${ACTING}.yaml`])
    expect(await runCarecast(folder, ['report', out, '--quiet'])).toMatchObject({ code: 0, stderr: '' })
  },
)

test.each([
  ['a\x1bb', 'U+001B'],
  ['a\u009bb', 'U+009B'],
  ['two\nlines', 'U+000A'],
  ['a\u202eb', 'U+202E'],
])('the seed cannot be %j', (seed, named) => {
  expect(() => parseSeed(seed)).toThrow(
    `--seed must be a text without control characters, and has ${named}; leave it out`,
  )
})

test('a set with a control character is refused', async () => {
  const { code, stderr } = await runCarecast(folder, [
    'validate',
    'scenarios/smallshire.yaml',
    '--set',
    'entries.perYear=\x1b60',
  ])
  expect(code).toBe(2)
  expect(stderr).toContain('--set must be a text without control characters, and has U+001B; leave it out\n')
})

test('a council of another scenario with a control character is refused', async () => {
  const text = readFileSync(new URL('../../scenarios/smallshire.yaml', import.meta.url), 'utf8')
  writeFileSync(join(folder, 'council.yaml'), text.replace(/^council: .*$/m, 'council: "Small\\eshire"'))
  const { code, stderr } = await runCarecast(folder, ['validate', 'council.yaml'])
  expect(code).toBe(2)
  expect(stderr).toContain("council: found 'Small\\u001bshire'; has the character U+001B; leave it out")
})
