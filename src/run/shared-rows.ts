// Rows in memory that all threads share. They travel as their buffer: a view of more than 4 GiB loses its length on the way.

/** Makes zeros that all threads can see. */
export function sharedInts(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT))
}

/** Returns what a thread is sent of whole numbers that sharedInts made; throws a TypeError for others. */
export function sentRows({ buffer, length }: Int32Array): SharedArrayBuffer {
  if (buffer instanceof SharedArrayBuffer && buffer.byteLength === length * Int32Array.BYTES_PER_ELEMENT)
    return buffer
  throw new TypeError('only whole shared memory can be sent to a thread')
}

/** Returns the whole numbers of a buffer that was sent. */
export function receivedRows(buffer: SharedArrayBuffer): Int32Array {
  return new Int32Array(buffer)
}
