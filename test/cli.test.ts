import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readArrowTable } from '../src/write/read-back/read-arrow-table.ts'
import { copySmallResult, runCarecast, startCarecast } from './carecast-process.ts'

const SMALLSHIRE = fileURLToPath(new URL('../scenarios/smallshire.yaml', import.meta.url))
const PACKAGES = fileURLToPath(new URL('../scenarios/smallshire-packages.yaml', import.meta.url))
const RESULT = [
  ...['assumptions.csv', 'draws.arrow', 'lines-by-year.csv', 'manifest.json', 'monthly.arrow'],
  ...['report.html', 'runs.arrow', 'summary.xlsx', 'years.arrow', 'years.csv'],
]
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-cli-'))
  await copyFile(SMALLSHIRE, join(folder, 'small.yaml'))
})
afterEach(() => rm(folder, { recursive: true }))

const carecast = (args: string[], environment?: NodeJS.ProcessEnv) => runCarecast(folder, args, environment)
const filesIn = async (name: string) => (await readdir(join(folder, name))).sort()

async function bytesOf(name: string): Promise<Buffer[]> {
  return Promise.all((await filesIn(name)).map((file) => readFile(join(folder, name, file))))
}

/** The rows of the baseline in a table of a result. */
async function baselineOf(out: string, name: 'years' | 'runs'): Promise<string[]> {
  const table = await readArrowTable(join(folder, out, `${name}.arrow`), name)
  return table.toArray().flatMap((row) => (row.variant === 'baseline' ? [JSON.stringify(row)] : []))
}

describe('carecast', () => {
  test('explains itself', async () => {
    const [alone, run, validate, version, completion] = await Promise.all(
      [[], ['run', '--help'], ['validate', '-h'], ['--version'], ['completion', 'bash']].map((args) =>
        carecast(args),
      ),
    )
    expect(alone).toMatchObject({ code: 0, stderr: '' })
    expect(alone.stdout).toContain('carecast run scenarios/smallshire.yaml')
    for (const option of [
      'set',
      'budget',
      'package',
      'with',
      'without',
      'attribution',
      'assert',
      'solve',
      'target',
      'between',
      'charts',
      'runs',
      'until-error',
      'seed',
      'threads',
      'out',
      'overwrite',
      'quiet',
      'json',
    ])
      expect(run.stdout).toContain(`--${option} `)
    expect(run.stdout).toContain('carecast run my.yaml --json')
    expect(validate.stdout).toContain('carecast validate my.yaml')
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(completion.stdout).toMatch(/^complete .*-F _carecast carecast$/m)
    for (const { stdout } of [alone, run, validate])
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  test.each([
    ['--runs', '-5', "--runs must be a whole number from 1 to 1,000,000, not '-5'"],
    ['--until-error', 'x', "--until-error must be a percentage from 0.001 to 100, not 'x'"],
    ['--threads', '65', "--threads must be a whole number from 1 to 64, not '65'"],
    ['--seed', '', '--seed must not be empty'],
    ['--sede', '7', "There is no option '--sede'; did you mean --seed?"],
  ])('refuses %s %j in one line', async (option, value, message) => {
    expect(await carecast(['run', 'small.yaml', option, value])).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: `${message}\n`,
    })
    expect(await filesIn('.')).toEqual(['small.yaml'])
  })
})

describe('carecast run', () => {
  test('shows the result and writes it, the same bytes again under any locale and number of threads', async () => {
    const first = await carecast(['run', 'small.yaml', '--runs', '20', '--seed', '007'])
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(await filesIn('results/small')).toEqual(RESULT)
    for (const text of [
      '20 runs, seed 007. 80 % interval: P10 to P90; chance, yearly shocks and\nassumptions.\n',
      'Children at year end   Cost, £m\n',
      'Quantiles do not add up: each year and the total are ranked on their own.\n',
      '● known  ▄ median  ░ 80 % interval\n',
      'What drives the range, in shares of the variance of the runs:\n- Children on 31 Mar 2027: assumptions ',
      ' inputs are assumed.\n',
      'The document does not say:\n- ',
      '  results/small/manifest.json\n',
    ])
      expect(first.stdout).toContain(text)
    expect(first.stdout).not.toContain('\x1b')
    const bytes = await bytesOf('results/small')

    const german = { LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de', TZ: 'Pacific/Kiritimati' }
    const again = await carecast(['run', 'small.yaml', '--runs=20', '--seed=007', '--threads', '1'], german)
    expect(again).toEqual(first)
    expect(await bytesOf('results/small')).toEqual(bytes)

    const turkish = await carecast(['run', 'small.yaml', '--runs=20', '--seed=007'], { LC_ALL: 'tr_TR' })
    expect(turkish.stdout).toContain('Cost, GBP m\n')
    expect(turkish.stdout).toContain('o known  = median  : 80 % interval\n')
    expect(await bytesOf('results/small')).toEqual(bytes)
  })

  test('replaces a different result only with --overwrite, and prints nothing with --quiet', async () => {
    const silence = { code: 0, signal: null, stdout: '', stderr: '' }
    const runQuietly = (seed: string, ...more: string[]) =>
      carecast([
        ...['run', 'small.yaml', '--runs=5', '--threads=1', '--chance-only'],
        '--out=here',
        '--quiet',
        '--seed',
        seed,
        ...more,
      ])
    expect(await runQuietly('7')).toEqual(silence)
    const bytes = await bytesOf('here')
    const refused = await runQuietly('8')
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toMatch(/^here holds another result .*--overwrite.*\n1 problem\n$/)
    expect(await bytesOf('here')).toEqual(bytes)
    expect(await runQuietly('8', '--overwrite')).toEqual(silence)
    expect(await bytesOf('here')).not.toEqual(bytes)
  })

  test('leaves yearly shocks out with --chance-only, says so, and keeps it apart from the full result', async () => {
    const yearsOf = async (...more: string[]) =>
      JSON.parse(
        (
          await carecast([
            'run',
            'small.yaml',
            '--runs',
            '100',
            '--set',
            'shocks.entries.local=0.4',
            '--json',
            '--out',
            'spread',
            ...more,
          ])
        ).stdout,
      )
    const [full, chance] = [await yearsOf(), await yearsOf('--chance-only', '--overwrite')]
    expect([full.intervals, chance.intervals]).toEqual(['chance, shocks and assumptions', 'chance only'])
    const sd = ({ years }: typeof full) => years.at(-1).total.sd
    expect(sd(full) / sd(chance)).toBeGreaterThan(1.3)
    const partsOf = ({ variance }: typeof full) => variance.at(-1).parts
    expect(partsOf(chance).map(({ share }: { share: number }) => share)).toEqual([0, 0, 1])
    const chancePart = partsOf(full)[2]
    const ratio = (sd(chance) / sd(full)) ** 2
    // A variance of 100 runs is known to sqrt(2 / 100), the ratio of two to a fifth.
    const error = Math.hypot(chancePart.mc_error, ratio / 5)
    expect(Math.abs(chancePart.share - ratio) / error).toBeLessThan(4)
    const said = await carecast([
      'run',
      'small.yaml',
      '--runs',
      '5',
      '--threads=1',
      '--chance-only',
      '--out',
      'said',
    ])
    expect(said.stdout).not.toContain('What drives the range')
    expect(await carecast(['run', 'small.yaml', '--runs', '100', '--out', 'spread'])).toMatchObject({
      code: 2,
    })
  })

  test('prints one JSON document with --json', async () => {
    const { code, stdout, stderr } = await carecast(['run', 'small.yaml', '--runs', '50', '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const document = JSON.parse(stdout)
    expect(document).toMatchObject({
      scenario: { path: 'small.yaml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      seed: 'carecast',
      runs: 50,
      files: expect.arrayContaining(['results/small/manifest.json', 'results/small/years.csv']),
    })
    const years = document.years.map((year: { financial_year: string }) => year.financial_year)
    expect(years).toEqual(['2024/25', '2025/26', '2026/27', 'all'])
    const { children_end, total } = document.years[0]
    expect(children_end.q10).toBeLessThan(children_end.q90)
    expect(total.mc_error).toBeCloseTo(total.sd / Math.sqrt(50), 6)
    const manifest = JSON.parse(await readFile(join(folder, 'results', 'small', 'manifest.json'), 'utf8'))
    expect(document.variance).toEqual(manifest.variance)
    expect(document.variance.at(-1)).toMatchObject({
      financial_year: 'all',
      line: 'total',
      unit: '£',
      runs: 50,
    })
    expect(document.ranking).toEqual(manifest.ranking)
    expect(document.ranking.length).toBeGreaterThan(0)
  })

  test('simulates with --until-error until the error is reached, the same bytes as with so many --runs', async () => {
    const chanceOnly = ['run', 'small.yaml', '--chance-only', '--out']
    const until = await carecast([...chanceOnly, 'until', '--until-error', '0.6%'])
    expect(until).toMatchObject({ code: 0, stderr: '' })
    const { runs, monteCarlo, warnings } = JSON.parse(
      await readFile(join(folder, 'until', 'manifest.json'), 'utf8'),
    )
    expect({ runs, warnings }).toEqual({ runs: 2_000, warnings: [] })
    expect(monteCarlo.runs).toBe(2_000)
    expect(monteCarlo.total_cost.q90_error_percent).toBeLessThan(0.6)
    expect(until.stdout).toContain('2,000 runs, seed carecast.')
    expect(until.stdout).toMatch(/Monte Carlo error of the cost of all years: mean 0\.\d+ %, P90 0\.\d+ %\./)
    const bytes = await bytesOf('until')
    const counted = await carecast([...chanceOnly, 'until', '--runs', '2000', '--threads', '1'])
    expect(counted.stdout).toBe(until.stdout)
    expect(await bytesOf('until')).toEqual(bytes)

    const args = [...chanceOnly, 'until', '--until-error']
    const [smaller, both] = await Promise.all([
      carecast([...args, '0.1']),
      carecast([...args, '1', '--runs=5']),
    ])
    expect(smaller).toMatchObject({ code: 2, stdout: '' })
    expect(smaller.stderr).toMatch(
      /^until holds another result \(2,000 runs with a larger error\); add --overwrite/,
    )
    expect(both).toMatchObject({ code: 2, stderr: '--runs cannot be used together with --until-error\n' })
  })

  test('puts values of --set over those of the file, and says so', async () => {
    const args = [
      'run',
      'small.yaml',
      '--runs=20',
      '--threads=1',
      '--no-attribution',
      '--set',
      'entries.perYear=60',
    ]
    const { code, stdout, stderr } = await carecast([...args, '--set', 'placements.ifa.weeklyPrice=850'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(
      '\nSet on the command line: placements.ifa.weeklyPrice 970 (900 to 1050) -> 850;\n  entries.perYear 45 (39 to 51) -> 60\n',
    )
    const manifest = JSON.parse(await readFile(join(folder, 'results', 'small', 'manifest.json'), 'utf8'))
    expect(manifest.scenario.set).toEqual(['entries.perYear=60', 'placements.ifa.weeklyPrice=850'])
    expect(manifest.changes).toContainEqual({
      by: 'set',
      path: 'entries.perYear',
      from: '45 (39 to 51)',
      to: 60,
    })
    const [other, wrong, wordless] = await Promise.all([
      carecast(args),
      carecast(['run', 'small.yaml', '--set', 'entries.perYear=abc', '--set', 'entry=1']),
      carecast(['validate', '--set', 'entries', 'small.yaml']),
    ])
    expect(other).toMatchObject({ code: 2, stdout: '' })
    expect(other.stderr).toContain('holds another result (--set entries.perYear=60 placements')
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
    expect(wrong.stderr).toMatch(/^--set entry=1 entry: is not in the scenario/)
    expect(wordless.stderr).toBe("--set must be PATH=VALUE, like entries.perYear=300, not 'entries'\n")
  })

  test('holds the cost against budgets of the scenario and of --budget, and keeps them apart from other budgets', async () => {
    const scenario = await readFile(SMALLSHIRE, 'utf8')
    const outturn = 'outturn: { financialYear: 2022/23, amount: 6000000, careDays: 35000, source: ¶1 }'
    const ours = 'budgets: { ours: { label: Ours, placements: 90, financialYears: [2025/26], source: ¶2 } }'
    await writeFile(join(folder, 'small.yaml'), `${scenario}\n${outturn}\n${ours}\n`)
    const header = 'financial_year,line,amount\r\n'
    await writeFile(
      join(folder, 'b.csv'),
      `${header}2024/25,total,"9,000,000"\r\n2025-26,Total,1\r\n2023/24,total,8000000\r\n`,
    )
    const args = ['run', 'small.yaml', '--budget', 'b.csv', '--runs', '20', '--threads=1', '--out', 'here']

    const shown = await carecast(args)
    expect(shown).toMatchObject({ code: 0, stderr: '' })
    expect(shown.stdout).toContain('Budget: Ours, 90 placements at £')
    expect(shown.stdout).toContain('Budget: Everything, in cash; for total\n')
    expect(shown.stdout).toContain('From the last outturn to the forecast, £m\nOutturn of 2022/23 ')
    expect(await filesIn('here')).toEqual(['budgets.arrow', 'budgets.csv', ...RESULT].sort())

    const { stdout } = await carecast([...args, '--json'])
    const { budgets, bridge, files } = JSON.parse(stdout)
    expect(files).toContain('here/budgets.arrow')
    const manifest = JSON.parse(await readFile(join(folder, 'here', 'manifest.json'), 'utf8'))
    expect(manifest.budgets).toEqual(budgets)
    expect(manifest.bridge).toEqual(bridge)
    expect(manifest.scenario.budgetFile).toMatchObject({
      path: 'b.csv',
      text: expect.stringContaining('total'),
    })
    type Row = { budget: string; financial_year: string }
    expect(budgets.map(({ budget, financial_year }: Row) => [budget, financial_year])).toEqual([
      ['ours', '2025/26'],
      ['ours', 'all'],
      ['total', '2024/25'],
      ['total', '2025/26'],
      ['total', 'all'],
    ])
    expect(budgets[3]).toMatchObject({ amount: 1, p_over: 1 })
    const doubt = expect.stringContaining("'Everything' is £1 in 2025/26, less than a hundredth of the mean")
    const { warnings } = JSON.parse(stdout)
    expect(warnings).toEqual(
      expect.arrayContaining([
        { code: 'budget-size', text: doubt },
        {
          code: 'budget-years',
          text: "the budget 'Everything' is not used for 2023/24: simulated are the financial years 2024/25 to 2026/27",
        },
      ]),
    )
    expect(manifest.warnings).toEqual(warnings)
    expect(shown.stdout.replace(/\s+/g, ' ')).toContain("budget 'Everything' is not used for 2023/24:")

    const other = args.with(3, 'c.csv')
    await writeFile(join(folder, 'c.csv'), `${header}2024/25,total,5\r\n`)
    expect((await carecast(other)).stderr).toContain('here holds another result (other budgets)')
    await writeFile(join(folder, 'c.csv'), `${header}2034/35,totl,5\r\n2024/25,total,"5\r\n`)
    const refused = await carecast(['validate', 'small.yaml', '--budget', 'c.csv'])
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toMatch(/^c\.csv:3:15 has a quotation mark/)
    await writeFile(join(folder, 'c.csv'), `${header}2034/35,totl,5\r\n2024/25,total,5,600\r\n`)
    const unknown = await carecast(['validate', 'small.yaml', '--budget', 'c.csv'])
    expect(unknown).toMatchObject({ code: 2, stdout: '' })
    expect(unknown.stderr).toMatch(/^c\.csv:2:9 line: 'totl' is not .*did you mean total\?$/m)
    expect(unknown.stderr).toMatch(/^c\.csv:3:17 found '600' where there is no heading.*"5,600"$/m)
    expect((await carecast([...args.slice(0, 2), '--budget', ''])).stderr).toBe(
      '--budget must not be empty\n',
    )
  })

  test('simulates packages beside a baseline that none of them moves, and exits with 4 where an assertion fails', async () => {
    await copyFile(PACKAGES, join(folder, 'plans.yaml'))
    await copyFile(SMALLSHIRE, join(folder, 'smallshire.yaml'))
    const run = (out: string, ...more: string[]) =>
      carecast(['run', ...more, '--runs', '5', '--threads', '1', '--no-attribution', '--out', out])
    const [both, one, none, misspelt] = await Promise.all([
      run('both', 'plans.yaml', '--assert', 'prevention:p_saves>=1.1'),
      run('one', 'plans.yaml', '--package', 'everything', '--without', 'edge-of-care', '--quiet'),
      run('none', 'small.yaml', '--quiet'),
      run('misspelt', 'plans.yaml', '--package', 'prevntion'),
    ])

    expect(both.code).toBe(4)
    expect(both.stderr).toMatch(
      /^Assertion failed: prevention:p_saves is [\d.]+ \(error [\d.]+\), not >= 1\.1\n$/,
    )
    expect(both.stdout).toContain(
      '\nPackage: Keep families together (prevention): differences from the baseline in',
    )
    expect(both.stdout).not.toContain('by intervention')
    expect(await filesIn('both')).toEqual([...RESULT, 'claims.arrow', 'packages.csv', 'paired.arrow'].sort())
    const { variants } = JSON.parse(await readFile(join(folder, 'both', 'manifest.json'), 'utf8'))
    expect(variants).toEqual(['baseline', 'prevention', 'everything'])

    expect([one.code, none.code]).toEqual([0, 0])
    for (const table of ['years', 'runs'] as const) {
      const [ofBoth, ...others] = await Promise.all(
        ['both', 'one', 'none'].map((out) => baselineOf(out, table)),
      )
      expect(ofBoth.length).toBeGreaterThan(10)
      for (const rows of others) expect(rows).toEqual(ofBoth)
    }

    expect(misspelt).toMatchObject({ code: 2, stdout: '' })
    expect(misspelt.stderr).toBe(
      '--package prevntion is not one of the packages (prevention, everything); did you mean prevention?\n1 problem\n',
    )
    expect(existsSync(join(folder, 'misspelt'))).toBe(false)
  })

  test('solves for a number with a step for each value that it tries, and writes the result with it in place', async () => {
    await copyFile(PACKAGES, join(folder, 'plans.yaml'))
    await copyFile(SMALLSHIRE, join(folder, 'smallshire.yaml'))
    const path = 'interventions.edge-of-care.posts.number'
    const run = (target: string, ...more: string[]) =>
      carecast([
        ...[
          'run',
          'plans.yaml',
          '--with',
          'edge-of-care',
          '--solve',
          path,
          '--between',
          '2,4',
          '--target',
          target,
        ],
        ...['--runs', '5', '--threads', '1', '--no-attribution', '--out', 'solved', ...more],
      ])
    const [found, conflict, lacking] = await Promise.all([
      run('chosen:intervention:edge-of-care<=450000', '--chance-only'),
      run('total<=1', '--until-error', '1'),
      carecast(['run', 'plans.yaml', '--solve', path]),
    ])
    expect(found).toMatchObject({ code: 0, stderr: '' })
    const { solve, scenario } = JSON.parse(await readFile(join(folder, 'solved', 'manifest.json'), 'utf8'))
    expect(solve).toMatchObject({ path, between: [2, 4], meetsFrom: 'down', solution: 3 })
    expect(solve.steps.map(({ value }: { value: number }) => value)).toEqual([2, 4, 3])
    expect(scenario.set).toEqual([`${path}=3`])
    expect(found.stdout).toMatch(/^Solved: interventions\.edge-of-care\.posts\.number for\n/)
    expect(found.stdout).toContain('\nValue ')

    expect(conflict).toMatchObject({
      code: 2,
      stderr: '--until-error cannot be used together with --solve\n',
    })
    expect(lacking).toMatchObject({ code: 2, stdout: '' })
    expect(lacking.stderr).toContain('--solve, --target and --between go together')
  })

  test('says what a scenario changes against the one that it extends', async () => {
    await writeFile(
      join(folder, 'fork.yaml'),
      'extends: small.yaml\nupliftPerYear: { value: 0.06, assumed: dearer homes }\n',
    )
    const { code, stdout, stderr } = await carecast([
      'run',
      'fork.yaml',
      '--runs=5',
      '--threads=1',
      '--no-attribution',
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.replace(/\n {2}/g, ' ')).toContain(
      '\nChanged against small.yaml: uplift of all prices a year (upliftPerYear) 0.05 (0.03 to 0.07) -> 0.06\n',
    )
    const manifest = JSON.parse(await readFile(join(folder, 'results', 'fork', 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({
      extends: ['small.yaml'],
      changes: [{ by: 'extends', path: 'upliftPerYear', from: '0.05 (0.03 to 0.07)', to: 0.06 }],
    })
    await writeFile(join(folder, 'small.yaml'), `${await readFile(SMALLSHIRE, 'utf8')}# edited\n`)
    const edited = await carecast(['run', 'fork.yaml', '--runs=5', '--threads=1', '--no-attribution'])
    expect(edited.stderr).toMatch(/^results\/fork holds another result \(an edited scenario\)/)
  })

  test('writes nothing where the scenario or the folder cannot be used', async () => {
    await writeFile(join(folder, 'broken.yaml'), 'name: Broken\nstarts: 2020-01-01\n')
    await mkdir(join(folder, 'taken'))
    await writeFile(join(folder, 'taken', 'manifest.json'), 'mine')
    const [missing, broken, taken, under] = await Promise.all([
      carecast(['run', 'nowhere.yaml']),
      carecast(['run', 'broken.yaml', '--json']),
      carecast(['run', 'small.yaml', '--out', 'taken']),
      carecast(['run', 'small.yaml', '--out', 'small.yaml/deeper']),
    ])
    expect(missing).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'nowhere.yaml does not exist\n1 problem\n',
    })
    expect(broken).toMatchObject({ code: 2, stdout: '' })
    expect(broken.stderr).toMatch(/^broken\.yaml:2:1 starts: .*did you mean start\?/m)
    expect(broken.stderr).toMatch(/\n\d+ problems\n$/)
    expect(taken).toMatchObject({ code: 2, stdout: '' })
    expect(under).toMatchObject({ code: 2, stdout: '' })
    expect(await filesIn('.')).toEqual(['broken.yaml', 'small.yaml', 'taken'])
    expect(await filesIn('taken')).toEqual(['manifest.json'])
  })

  test('stops soon after SIGINT or SIGTERM and leaves nothing', async () => {
    const stopWith = async (signal: NodeJS.Signals) => {
      const { child, outcome } = startCarecast(folder, [
        ...['run', 'small.yaml', '--runs=300000', '--threads=1', '--out', signal],
      ])
      // Before the runs, while it fits, a signal kills at once; the folder is claimed for them.
      const claim = join(folder, signal, '.carecast')
      while (!existsSync(claim) && child.exitCode === null) await setTimeout(20)
      await setTimeout(500)
      child.kill(signal)
      // All runs would take longer than the test may.
      const { code, stdout, stderr } = await outcome
      expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'Interrupted; no result was written\n' })
      return code
    }
    expect(await Promise.all([stopWith('SIGINT'), stopWith('SIGTERM')])).toEqual([130, 143])
    expect(await filesIn('.')).toEqual(['small.yaml'])
  })

  test('takes no offence when nobody reads its output', async () => {
    const { child, outcome } = startCarecast(folder, ['run', 'small.yaml', '--runs', '5'])
    child.stdout!.destroy()
    expect(await outcome).toMatchObject({ code: 0, stderr: '' })
    expect(await filesIn('results/small')).toEqual(RESULT)
  })

  test.skipIf(!existsSync('/dev/full'))('exits with 3 when its output cannot be written', async () => {
    const full = await open('/dev/full', 'w')
    const { outcome } = startCarecast(folder, ['validate', 'small.yaml'], {}, full.fd)
    expect(await outcome).toMatchObject({
      code: 3,
      stderr: 'The machine cannot go on: the disk is full (ENOSPC)\n',
    })
    await full.close()
  })
})

describe('carecast compare', () => {
  test('puts two results side by side, and refuses folders without one', async () => {
    await copySmallResult(join(folder, 'a'))
    await cp(join(folder, 'a'), join(folder, 'b'), { recursive: true })
    const [text, json, refused] = await Promise.all(
      [
        ['a', 'b'],
        ['a', 'b', '--json'],
        ['a', 'nowhere'],
      ].map((args) => carecast(['compare', ...args])),
    )
    expect(text).toMatchObject({ code: 0, stderr: '' })
    expect(text.stdout).toContain('\n\nSame scenario, horizon, seed, runs and version.\n\nbaseline: ')
    expect(text.stdout).toMatch(/^2026\/27 .* 0\.00 +0$/m)
    const { results, differences, lines } = JSON.parse(json.stdout)
    expect([results, differences]).toEqual([['a', 'b'], []])
    expect(lines.at(-1)).toMatchObject({ financial_year: 'all', line: 'total', difference: { mean: 0 } })
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toMatch(/^nowhere holds no result: .*\n1 problem\n$/)
  })
})

describe('carecast report', () => {
  test('writes the report of a result again, says what it wrote, and refuses folders without one', async () => {
    await copySmallResult(join(folder, 'a'))
    const bytes = await bytesOf('a')
    await writeFile(join(folder, 'a', 'report.html'), 'lost')
    const [again, refused] = await Promise.all(['a', 'nowhere'].map((name) => carecast(['report', name])))
    expect(again).toEqual({ code: 0, signal: null, stdout: 'Written:\n  a/report.html\n', stderr: '' })
    expect(await bytesOf('a')).toEqual(bytes)
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toMatch(/^nowhere holds no result: .*\n1 problem\n$/)
  })
})

describe('carecast validate', () => {
  test('says in a line what a scenario holds, or everything that is wrong with it', async () => {
    const text = await readFile(SMALLSHIRE, 'utf8')
    const broken = text.replace(/^end: .*$/m, 'end: 2027-02-30').replace('upliftPerYear:', 'upliftPerYaer:')
    await writeFile(join(folder, 'broken.yaml'), broken)
    const [valid, invalid, set, packages] = await Promise.all(
      [['small.yaml'], ['broken.yaml'], ['--set', 'end=2026-02-30', 'small.yaml'], [PACKAGES]].map((args) =>
        carecast(['validate', ...args]),
      ),
    )
    expect(packages.stdout).toContain(', 5 placements, 4 interventions, 2 packages; ')
    expect(set).toMatchObject({ code: 2, stdout: '' })
    expect(set.stderr).toMatch(/^--set end=2026-02-30 end: found '2026-02-30'; must be a date/)
    expect(valid).toMatchObject({ code: 0, stderr: '' })
    expect(valid.stdout).toMatch(
      /^small\.yaml is a valid scenario: 100 children, 2024-03-31 to 2027-03-31, 5 placements; \d+ of \d+ inputs are assumed\n$/,
    )
    expect(invalid).toMatchObject({ code: 2, stdout: '' })
    expect(invalid.stderr).toMatch(/^broken\.yaml:\d+:\d+ .*2027-02-30/m)
    expect(invalid.stderr).toContain('did you mean upliftPerYear?')
    expect(invalid.stderr.split('\n').at(-2)).toMatch(/^\d+ problems$/)
  })
})
