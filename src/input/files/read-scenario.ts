// The first step of the path: a scenario file and what it extends -> a checked scenario, or every problem with its line.
import { parseBudgetFile } from '../budget/budget-file.ts'
import { joinSources, type ScenarioFile } from '../reading/scenario-reader.ts'
import { readSourceFiles } from './source-files.ts'
import { readText } from './text-file.ts'

/**
 * Reads and checks a scenario file, put over the files that it extends, with the values that `sets` puts over it, each
 * PATH=VALUE, and with the budgets of a CSV file; throws InputError with all problems: those of the sets, of the file in
 * its order, of its parents, and of the budgets.
 */
export async function readScenario(
  path: string,
  sets: string[] = [],
  budgetFile?: string,
): Promise<ScenarioFile> {
  const files = await readSourceFiles(path)
  return joinSources(files, sets, budgetFile === undefined ? undefined : await readBudgetFile(budgetFile))
}

async function readBudgetFile(path: string) {
  return parseBudgetFile(await readText(path, 'a budget is CSV, saved as UTF-8'), path)
}
