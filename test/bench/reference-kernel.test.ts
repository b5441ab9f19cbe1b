import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { callReferenceKernel } from '../../bench/reference-kernel.ts'

describe('the reference kernel', () => {
  it('comes to its known result again and again', () => {
    expect(() => callReferenceKernel()).not.toThrow()
    expect(() => callReferenceKernel()).not.toThrow()
  })

  it('is the code that it has always been, comments and white space apart', () => {
    const code = readFileSync('bench/reference-kernel.ts', 'utf8')
      .replace(/\/\*\*[^*]*(?:\*(?!\/)[^*]*)*\*\/|\/\/.*/g, '')
      .replace(/\s+/g, '')
    expect(code).toMatch(/^import.*callReferenceKernel.*}$/)
    expect(createHash('sha256').update(code).digest('hex')).toMatchInlineSnapshot(
      `"709a4c1932958fd9286d7959494f7943d3ef481f8296f6cf170d2fe275b3a1c3"`,
    )
  })
})
