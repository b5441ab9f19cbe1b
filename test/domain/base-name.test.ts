// The names of files, with the separators of every system.
import { expect, test } from 'vitest'
import { baseName } from '../../src/domain/base-name.ts'

test.each([
  ['smallshire.yaml', 'smallshire.yaml'],
  ['scenarios/smallshire.yaml', 'smallshire.yaml'],
  ['/srv/care/../smallshire.yaml', 'smallshire.yaml'],
  ['C:\\care\\smallshire.yaml', 'smallshire.yaml'],
  ['..\\care/smallshire.yaml', 'smallshire.yaml'],
  ['scenarios/', 'scenarios'],
  ['/', ''],
  ['', ''],
])('baseName of %j is %j', (path, name) => {
  expect(baseName(path)).toBe(name)
})
