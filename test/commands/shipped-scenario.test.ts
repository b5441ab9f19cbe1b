import { mkdtempSync } from 'node:fs'
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

test('no other path is looked for there', async () => {
  const { code, stderr } = await runCarecast(folder, ['validate', 'smallshire.yaml'])
  expect([code, stderr]).toEqual([2, 'smallshire.yaml does not exist\n1 problem\n'])
})
