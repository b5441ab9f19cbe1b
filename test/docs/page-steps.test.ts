// How a page is read: what is saved, typed and printed.
import { expect, test } from 'vitest'
import { shownParts, stepsOf } from './page-steps.ts'

const fence = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n`

test('a page is files to save, commands to type and what they print, in its order', () => {
  const page = [
    fence('yaml my.yaml', 'name: mine'),
    'Prose, and an example that nobody saves:',
    fence('yaml', 'name: …'),
    fence('yaml >> my.yaml', 'end: 2027-03-31'),
    fence('sh', 'npx carecast validate my.yaml     # exit code 2'),
    'It prints:',
    fence('text', '1 problem'),
    fence('sh', 'npx carecast run my.yaml # writes it'),
    fence('text', 'first'),
    fence('text', 'an example'),
  ].join('\n')
  expect(stepsOf(page)).toEqual([
    { kind: 'file', name: 'my.yaml', isAdded: false, text: 'name: mine\n' },
    { kind: 'file', name: 'my.yaml', isAdded: true, text: 'end: 2027-03-31\n' },
    { kind: 'command', line: 'npx carecast validate my.yaml', exitCode: 2, isShown: true },
    { kind: 'output', text: '1 problem\n' },
    { kind: 'command', line: 'npx carecast run my.yaml', exitCode: 0, isShown: true },
    { kind: 'output', text: 'first\n' },
  ])
})

test('a line of … alone stands for what is left out, and one within a line for itself', () => {
  expect(shownParts('first\nlonger name…  3\n…\nlast\n')).toEqual(['first\nlonger name…  3', 'last'])
})
