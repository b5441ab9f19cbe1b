// Arrays of numbers and bytes that are the same, byte for byte, are equal: vitest alone would compare a file number by number,
// for seconds. Where they differ it does, and says where.
import { expect } from 'vitest'

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)

function sameBytes(one: unknown, other: unknown): true | undefined {
  if (!ArrayBuffer.isView(one) || !ArrayBuffer.isView(other)) return undefined
  return one.constructor === other.constructor && bytesOf(one).equals(bytesOf(other)) ? true : undefined
}

expect.addEqualityTesters([sameBytes])
