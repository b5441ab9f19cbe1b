// Problems in the order in which a reader comes to their places: by file, line and column.
import { type FieldProblem, messageAt, type Place, type Problem } from '../input-error.ts'
import type { SourceDocument } from './source-document.ts'

/** Gives problems of fields their places, and orders them with those that have one, by the order of the paths. */
export function inOrder(
  problems: FieldProblem[],
  placed: Problem[],
  { placeOf }: SourceDocument,
  paths: string[],
): Problem[] {
  // Sets are in no file, so that they come first.
  const rank = ({ file, line = 0, column = 0 }: Place) => [paths.indexOf(file), line, column]
  const ofFields = problems.map(({ path, at, message }) => {
    const place = placeOf(path, at)
    return { rank: rank(place), word: () => ({ ...place, message: messageAt(path, message) }) }
  })
  return [...ofFields, ...placed.map((problem) => ({ rank: rank(problem), word: () => problem }))]
    .sort((one, other) => compare(one.rank, other.rank))
    .map(({ word }) => word())
}

function compare(one: number[], other: number[]): number {
  const index = one.findIndex((value, at) => value !== other[at])
  return index < 0 ? 0 : one[index] - other[index]
}
