// seedrandom's alea variant by its own file: the package's main file asks for node's crypto, this one does not.
declare module 'seedrandom/lib/alea.js' {
  import type { PRNG } from 'seedrandom'
  export default function alea(seed: string): PRNG
}
