import { expect, test } from 'vitest'
import { type LabelledScenario, lineLabel } from '../../src/input/line-labels.ts'

const SCENARIO = {
  placements: { ifa: { label: 'Agency foster carers' }, total: { label: 'Not the sum' } },
  contributions: { grant: { label: 'Home Office grant' } },
  interventions: { 'edge-of-care': { label: 'Edge of Care' } },
  afterCare: { services: { stayingPut: { label: 'Staying Put' } } },
} as unknown as LabelledScenario

test.each([
  ['ifa', 'Agency foster carers'],
  ['after_care:stayingPut', 'Staying Put'],
  ['allowance:specialGuardianship', 'Allowance: special guardianship'],
  ['exits:turned18', 'Children ceasing: 18th birthday'],
  ['children_end', 'Children at the end of the year'],
  ['contribution:health', 'Health'],
  ['contribution:grant', 'Home Office grant'],
  ['other:reserves', 'Reserves'],
  ['intervention:edge-of-care', 'Intervention: Edge of Care'],
  ['contribution:edge-of-care', 'Edge of Care, paid by others'],
  ['cases:edge-of-care', 'Children reached: Edge of Care'],
  ['lapsed:edge-of-care', 'Found no child or no room: Edge of Care'],
  ['total_in_base_prices', 'Total cost in prices of the price base'],
  ['other_income', 'Other income'],
])('lineLabel calls %s %s', (line, label) => {
  expect(lineLabel(line, SCENARIO)).toBe(label)
})
