// SHA-256 (FIPS 180-4) of texts, for what must also run where node:crypto is not. Files of a result, which are large, are
// hashed by the machine's own.

// biome-ignore format: eight to a line, as the standard prints them
const ROUND_CONSTANTS = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
)
// biome-ignore format: as above
const FIRST_STATE = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]
const BLOCK_BYTES = 64

/** Returns the SHA-256 of a text in UTF-8 as 64 hexadecimal digits. */
export function sha256InHex(text: string): string {
  return Array.from(digest(text), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Returns the SHA-256 of a text in UTF-8 in base64. */
export function sha256InBase64(text: string): string {
  return btoa(String.fromCharCode(...digest(text)))
}

function digest(text: string): Uint8Array {
  const message = padded(new TextEncoder().encode(text))
  const state = Int32Array.from(FIRST_STATE)
  const schedule = new Int32Array(ROUND_CONSTANTS.length)
  for (let offset = 0; offset < message.byteLength; offset += BLOCK_BYTES) {
    writeSchedule(schedule, message, offset)
    compress(state, schedule)
  }
  const bytes = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => {
    bytes.setInt32(4 * index, word)
  })
  return new Uint8Array(bytes.buffer)
}

/** The message, a bit of 1, zeros up to the last eight bytes of a block, and its length in bits. */
function padded(content: Uint8Array): DataView {
  const bytes = new Uint8Array(BLOCK_BYTES * Math.ceil((content.length + 9) / BLOCK_BYTES))
  bytes.set(content)
  bytes[content.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setBigUint64(bytes.length - 8, 8n * BigInt(content.length))
  return view
}

function writeSchedule(schedule: Int32Array, message: DataView, offset: number): void {
  for (let t = 0; t < 16; t++) schedule[t] = message.getInt32(offset + 4 * t)
  for (let t = 16; t < schedule.length; t++) {
    const [early, late] = [schedule[t - 15], schedule[t - 2]]
    const small0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3)
    const small1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10)
    schedule[t] = schedule[t - 16] + small0 + schedule[t - 7] + small1
  }
}

function compress(state: Int32Array, schedule: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state
  for (let t = 0; t < schedule.length; t++) {
    const large1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    const first = (h + large1 + ((e & f) ^ (~e & g)) + ROUND_CONSTANTS[t] + schedule[t]) | 0
    const large0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    const second = (large0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] += word
  })
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
