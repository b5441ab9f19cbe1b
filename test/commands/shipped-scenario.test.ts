import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCarecast } from '../carecast-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'carecast-installed-'))

test('a scenario of the examples is found outside of the package, and it is said which', async () => {
  const { code, stdout, stderr } = await runCarecast(folder, ['validate', 'scenarios/smallshire.yaml'])
  expect(code).toBe(0)
  expect(stdout).toContain('is a valid scenario: 100 children')
  expect(stderr).toMatch(
    /^There is no scenarios\/smallshire\.yaml here; taken is the one that comes with carecast, \//,
  )
})

test('a name that nothing shipped has is refused as it is', async () => {
  const { code, stderr } = await runCarecast(folder, ['validate', 'nowhere.yaml'])
  expect([code, stderr]).toEqual([2, 'nowhere.yaml does not exist\n1 problem\n'])
})

test.each([
  ['run', 'smallshire.yaml', 'smallshire'],
  ['validate', 'scenarios/smallshrie.yaml', 'smallshire'],
  ['validate', 'rotherham-2017', 'rotherham-2017'],
])('carecast %s %s says where the one is that is meant', async (verb, path, meant) => {
  const { code, stdout, stderr } = await runCarecast(folder, [verb, path])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr.startsWith(`${path} does not exist; ${meant}.yaml comes with carecast and is /`)).toBe(true)
  const told = / is (\/.*\.yaml): name that, or copy it\n1 problem\n$/.exec(stderr)![1]
  expect((await runCarecast(folder, ['validate', told])).code).toBe(0)
})

test.each(['scenarios/smallshire.yaml', 'smallshire.yaml'])(
  'a file that extends %s, which is not there, is told where it is',
  async (parent) => {
    writeFileSync(join(folder, 'fork.yaml'), `extends: ${parent}\n`)
    const { code, stderr } = await runCarecast(folder, ['validate', 'fork.yaml'])
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^fork\.yaml:1:10 extends: \S+ does not exist; smallshire\.yaml comes with carecast and is \/.*\/scenarios\/smallshire\.yaml: name that, or copy it\n/,
    )
  },
)
