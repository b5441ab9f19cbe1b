import { expect, test } from 'vitest'
import { explainUsage } from '../../src/commands/usage-error.ts'

const VERBS = ['run', 'validate', 'compare', 'completion']
const OPTIONS = ['runs', 'seed', 'help']

test.each([
  ['Unknown argument: rnu', 'rnu a.yaml', "There is no command 'rnu'; did you mean run?"],
  [
    'Unknown argument: dance',
    'dance',
    "There is no command 'dance'; the commands are run, validate, compare, completion",
  ],
  [
    '',
    '--seed=7',
    'There is no command before the options; the commands are run, validate, compare, completion',
  ],
  ['Unknown argument: rusn', 'run a.yaml --rusn 3', "There is no option '--rusn'; did you mean --runs?"],
  ['Unknown argument: rusn', '--seed 7 run a --rusn 3', "There is no option '--rusn'; did you mean --runs?"],
  ['Unknown argument: q', 'run a.yaml -q', "There is no option '-q'; see carecast run --help"],
  [
    'Unknown argument: seed',
    'validate a.yaml --seed 1',
    "carecast validate has no option '--seed', which others have; see carecast validate --help",
  ],
  [
    'Unknown arguments: b.yaml, sed',
    'run a.yaml b.yaml --sed 1',
    "carecast run takes one scenario file; 'b.yaml' is one too many\n" +
      "There is no option '--sed'; did you mean --seed?",
  ],
  [
    'Not enough non-option arguments: got 0, need at least 1',
    'validate',
    'carecast validate needs a scenario file: carecast validate scenarios/smallshire.yaml',
  ],
  [
    'Not enough non-option arguments: got 1, need at least 2',
    'compare results/a',
    'carecast compare needs the folders of two results: carecast compare results/a results/b',
  ],
  ['Unknown argument: c', 'compare a b c', "carecast compare takes two folders; 'c' is one too many"],
  ['Not enough arguments following: runs', 'run a.yaml --runs', '--runs needs a value'],
  [
    'Arguments until-error and runs are mutually exclusive',
    'run a.yaml --runs 5 --until-error 1',
    '--runs cannot be used together with --until-error',
  ],
  ['Something else', 'run a.yaml', 'Something else'],
])('explainUsage turns %j for %j into %j', (complaint, line, message) => {
  expect(explainUsage(complaint, line.split(' '), VERBS, OPTIONS)).toBe(message)
})
