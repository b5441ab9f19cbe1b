// The texts that a result keeps of its scenario, each with its hash.
import { sha256InHex } from '../domain/sha256.ts'
import type { ScenarioFile } from '../input/reading/scenario-reader.ts'
import type { KeptText, Result } from '../result/result.ts'

/** Returns the files that a scenario was read from. */
export function keptSource({ path, text, parents, budgetFile }: ScenarioFile): Result['source'] {
  return { path, text, parents: parents.map(kept), ...(budgetFile && { budgetFile: kept(budgetFile) }) }
}

function kept({ path, text }: { path: string; text: string }): KeptText {
  return { path, text, sha256: sha256InHex(text) }
}
