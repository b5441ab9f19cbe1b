// The files of a result as bytes, and the manifest that lists them. Result -> folder/result-folder.ts, which puts them in place.
import { harmless } from '../domain/harmless-text.ts'
import { type Manifest, manifestOf } from '../result/manifest/manifest.ts'
import { MANIFEST, type ResultFile, type WrittenFile } from '../result/result-files.ts'
import { FILE_KINDS, type FileSource } from './file-kinds.ts'
import { sha256Of } from './sha256.ts'

/** Encodes all files of a result, the manifest last; `charts` are encoded before. */
export async function encodeResult(
  source: FileSource,
  charts: ResultFile[] = [],
  kinds = FILE_KINDS,
): Promise<ResultFile[]> {
  const files: ResultFile[] = []
  for (const { name, mayBePassedOn, encode } of kinds) {
    const bytes = await encode(source)
    if (bytes !== undefined) files.push({ name, bytes, mayBePassedOn })
  }
  const all = [...files, ...charts]
  const manifest = manifestOf(source.result, all.map(written))
  return [...all, { name: MANIFEST, bytes: encodeManifest(manifest), mayBePassedOn: false }]
}

/** Returns what a manifest needs to know of a file. */
export function written({ bytes, ...file }: ResultFile): WrittenFile {
  return { ...file, sha256: sha256Of(bytes), bytes: bytes.length }
}

/** Encodes a manifest; JSON itself leaves U+009B and directions of writing in paths as they are. */
export function encodeManifest(manifest: Manifest | object): Uint8Array {
  return new TextEncoder().encode(`${harmless(JSON.stringify(manifest, null, 2))}\n`)
}
