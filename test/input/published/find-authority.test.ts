// Names of councils as people write them.
import { describe, expect, it } from 'vitest'
import { readPublishedTable } from '../../../src/input/files/published-files.ts'
import { findAuthority, nearAuthorities } from '../../../src/input/published/find-authority.ts'
import { authoritiesOf } from '../../../src/input/published/published-table.ts'

const authorities = authoritiesOf(readPublishedTable())
const found = (name: string) => findAuthority(name, authorities)?.name

describe('A council', () => {
  it('is found by its own name, whichever of the 152 it is', () => {
    for (const { name } of authorities) {
      expect(found(name)).toBe(name)
      expect(found(name.toUpperCase().replace(/[,.-]/g, ' '))).toBe(name)
    }
  })

  it.each([
    ['City of Bristol', 'Bristol, City of'],
    ['bristol', 'Bristol, City of'],
    ['Rotherham Metropolitan Borough Council', 'Rotherham'],
    ['London Borough of Camden', 'Camden'],
    ['st helens', 'St. Helens'],
    ['County Durham', 'Durham'],
    ['Telford & Wrekin', 'Telford and Wrekin'],
    ['kingston-upon-hull', 'Kingston Upon Hull, City of'],
    ['The Isle of Wight', 'Isle of Wight'],
    ['the City of London', 'City of London'],
    ['Hull', 'Kingston Upon Hull, City of'],
    ['Stoke', 'Stoke-on-Trent'],
    ['Brighton', 'Brighton and Hove'],
  ])('is found as %j', (name, expected) => {
    expect(found(name)).toBe(expected)
  })

  it.each(['London', 'Kingston', 'Yorkshire', 'Rothram', '', 'x'])('is not found as %j', (name) => {
    expect(found(name)).toBeUndefined()
  })

  it('is suggested by names near to what was written, three at most', () => {
    const near = (name: string) =>
      nearAuthorities(
        name,
        authorities.map((authority) => authority.name),
      )
    expect(near('Rothram')).toEqual(['Rotherham'])
    expect(near('Hull')[0]).toBe('Kingston Upon Hull, City of')
    expect(near('Dorsett')[0]).toBe('Dorset')
    expect(near('Yorkshire').length).toBeLessThanOrEqual(3)
    expect(near('Yorkshire')).toContain('North Yorkshire')
    expect(near('Atlantis')).toEqual([])
  })
})
