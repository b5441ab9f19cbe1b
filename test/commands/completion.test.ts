import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { completeWords } from '../../src/commands/complete-words.ts'
import { runCarecast } from '../carecast-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'carecast-completion-'))
const PLAN = 'scenarios/smallshire-packages.yaml'

let script: Promise<string> | undefined
async function printedScript(): Promise<string> {
  return (await runCarecast(folder, ['completion', 'bash'])).stdout
}

/**
 * What bash makes of a line after the printed script was read, as if Tab were pressed at its end. In place of npx stands one
 * that calls the built carecast, as npx does where it is installed.
 */
async function completedInBash(...words: string[]): Promise<string[]> {
  script ??= printedScript()
  const cli = new URL('../../dist/src/cli.js', import.meta.url).pathname
  const lines = [
    `npx() { [[ "$1 $2 $3" == '--no -- carecast' ]] && shift 3 && '${process.execPath}' '${cli}' "$@"; }`,
    await script,
    'COMP_WORDS=("$@")',
    'COMP_CWORD=$(($# - 1))',
    'asked=$(complete -p "$1" | sed "s/.*-F \\([^ ]*\\) .*/\\1/")',
    '"$asked"',
    `printf '%s\\n' "\${COMPREPLY[@]}"`,
  ]
  const { stdout } = await promisify(execFile)('bash', ['-c', lines.join('\n'), 'bash', ...words], {
    cwd: folder,
  })
  return stdout.split('\n').filter((line) => line !== '')
}

test.skipIf(process.platform === 'win32')(
  'bash completes npx carecast once it has read the script',
  async () => {
    writeFileSync(
      join(folder, 'own.yaml'),
      `extends: ${new URL(`../../${PLAN}`, import.meta.url).pathname}\n`,
    )
    const answers = await Promise.all(
      [
        ['npx', 'ca'],
        ['npx', 'carecast', 'va'],
        ['npx', '--yes', 'carecast', 'run', '--pa'],
        ['npx', 'carecast', 'run', 'own'],
        ['npx', 'carecast', 'run', 'own.yaml', '--package', '=', 'pre'],
        ['npx', 'carecast', 'new', '--authority', "'Kingston upon H"],
        ['npx', 'another', 'v'],
      ].map((words) => completedInBash(...words)),
    )
    expect(answers).toEqual([
      ['carecast'],
      ['validate'],
      ['--package'],
      ['own.yaml'],
      ['prevention'],
      ['Kingston Upon Hull, City of'],
      [],
    ])
  },
)

test.each([
  [['ba'], ['backtest']],
  [['run', '--no'], ['--no-attribution']],
  [
    ['run', '--wi'],
    ['--with', '--without'],
  ],
  [['validate', '--pa'], []],
  [
    ['report', '--'],
    ['--charts', '--quiet', '--help'],
  ],
  [
    ['run', 'scenarios/smallshire'],
    ['scenarios/smallshire-more-foster-carers.yaml', PLAN, 'scenarios/smallshire.yaml'],
  ],
  [['run', 'README'], []],
  [['run', PLAN, '--package=e'], ['--package=everything']],
  [['run', PLAN, '--package', '=', 'e'], ['everything']],
  [['run', PLAN, '--package', 'prevention,e'], ['prevention,everything']],
  [['run', '--runs', '5', PLAN, '--quiet', '--without', 'edge'], ['edge-of-care']],
  [['run', 'nowhere.yaml', '--with', ''], []],
  [['run', '--with', ''], []],
  [['new', '--authority', 'bristol'], ['Bristol, City of']],
  [['backtest', '--authority', 'Leeds', '--authority', 'Roth'], ['Rotherham']],
  [
    ['completion', ''],
    ['bash', 'zsh'],
  ],
  [['dance', ''], []],
])('%j goes on with %j', async (words, answers) => {
  expect(await completeWords(words)).toEqual(answers)
})

test('carecast completion --help says how it is used, and prints no script', async () => {
  const { code, stdout, stderr } = await runCarecast(folder, ['completion', '--help'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('carecast completion >> ~/.bashrc')
  expect(stdout).not.toContain('COMP_WORDS')
})

test('the script is that of the shell in use, or of the one that is named', async () => {
  const shell = async (name: string, ...named: string[]) =>
    (await runCarecast(folder, ['completion', ...named], { SHELL: name })).stdout
  const [bash, zsh] = await Promise.all([shell('/bin/bash'), shell('/usr/bin/zsh')])
  expect([bash, zsh].map((text) => /compdef|complete -o/.exec(text)?.[0])).toEqual(['complete -o', 'compdef'])
  expect(await shell('/bin/bash', 'zsh')).toBe(zsh)
})
