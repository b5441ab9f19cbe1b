// What the compiler asks for when one more of a kind is named: the source is compiled with an addition, and must not pass.
import { resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  types: ['node'],
}

/** What the compiler says of a file when another is changed. */
function errorsOf(file: string, [changed, from, to]: [file: string, from: string, to: string]): string[] {
  const host = ts.createCompilerHost(OPTIONS)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (name, version) => {
    const source = read(name, version)
    if (source === undefined || resolve(name) !== resolve(changed)) return source
    const text = source.text.replace(from, to)
    if (text === source.text) throw new Error(`${changed} has no ${from}`)
    return ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true)
  }
  const program = ts.createProgram([resolve(file)], OPTIONS, host)
  const source = program.getSourceFile(resolve(file))
  return program
    .getSemanticDiagnostics(source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

describe('the compiler', () => {
  test('refuses a kind of effect that no part of the engine takes', () => {
    const kind = "  | ExtraEntries\n  | { kind: 'nobodyTakes' }\n"
    const errors = errorsOf('src/run/variants/begin-effects.ts', [
      'src/model/packages/programme.ts',
      '  | ExtraEntries\n',
      kind,
    ])
    expect(errors.join('\n')).toContain("'nobodyTakes' is missing")
  })

  test('refuses an exit reason without a comparison of its own', () => {
    const errors = errorsOf('src/run/outcome.ts', [
      'src/domain/exit-reason.ts',
      "  'other',\n",
      "  'other',\n  'one',\n",
    ])
    expect(errors).toEqual(["Type '7' is not assignable to type '6'."])
  })

  test('refuses a counted measure without a unit and a definition', () => {
    const errors = errorsOf('src/summary/months.ts', [
      'src/run/run-row.ts',
      "'over_places'] as",
      "'over_places', 'returns'] as",
    ])
    expect(errors.join('\n')).toContain("'returns' is missing")
  })

  test('refuses a field of a result of which nobody says what may be passed on', () => {
    const errors = errorsOf('src/result/disclosure/pass-on.ts', [
      'src/result/result.ts',
      '  claims: TestedClaim[]\n',
      '  claims: TestedClaim[]\n  smallest?: number\n',
    ])
    expect(errors.join('\n')).toContain("'smallest' is missing")
  })
})
