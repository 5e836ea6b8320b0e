// A Bloom filter over the ids of named keys that grows with them: tells which keys are certainly new, so that only others cost a look into Level. Never says a wrong
// "no"; says a wrong "perhaps" for about one id in a hundred. Source: Bloom 1970; double hashing by Kirsch and Mitzenmacher 2006; layers by Almeida et al. 2007.
import { ID_BYTES } from '../consensus/batch.ts';
import { viewOf } from './bytes.ts';

/** Bits of the first layer: 128 KiB, for 87,000 keys. Each further layer has twice as many. */
const FIRST_BITS = 2 ** 20;
/** Bits of a layer at most: 32 MiB. From then on layers stop growing, and the last one takes what comes and says "perhaps" more often. */
const LAYER_BITS_MAX = 2 ** 28;
const BITS_PER_KEY = 12;
const PROBES = 7;

interface Layer {
  readonly words: Uint32Array;
  keysLeft: number;
}

/** The two numbers that all probes of one id come from. */
interface Hashes {
  readonly first: number;
  readonly step: number;
}

/** Memory: 1.5 to 4.5 bytes a key, 64 MiB at most. */
export class KeyFilter {
  readonly #layers: Layer[] = [];
  readonly #bitsMax: number;

  constructor(options: { readonly bitsMax?: number } = {}) {
    this.#bitsMax = options.bitsMax ?? LAYER_BITS_MAX;
  }

  /** `id`: 16 bytes of a hash, so that any of them are as good as random. */
  add(partition: number, id: Uint8Array): void {
    let layer = this.#layers.at(-1);
    if (layer === undefined || (layer.keysLeft <= 0 && bitsOf(layer) < this.#bitsMax)) {
      layer = layerOf(layer === undefined ? FIRST_BITS : bitsOf(layer) * 2);
      this.#layers.push(layer);
    }
    layer.keysLeft--;
    const { first, step } = hashesOf(partition, id);
    const mask = bitsOf(layer) - 1;
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = (first + probe * step) & mask;
      layer.words[bit >>> 5] = (layer.words[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }

  /** Whether the id may have been added; `false` is certain. */
  mayHave(partition: number, id: Uint8Array): boolean {
    const hashes = hashesOf(partition, id);
    return this.#layers.some((layer) => isIn(layer, hashes));
  }
}

function layerOf(bits: number): Layer {
  return { words: new Uint32Array(bits / 32), keysLeft: Math.floor(bits / BITS_PER_KEY) };
}

function bitsOf(layer: Layer): number {
  return layer.words.length * 32;
}

function isIn({ words }: Layer, { first, step }: Hashes): boolean {
  const mask = words.length * 32 - 1;
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = (first + probe * step) & mask;
    if (((words[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}

/** The step is odd, so that the probes of one id differ in a layer, whose size is a power of two. */
function hashesOf(partition: number, id: Uint8Array): Hashes {
  const view = viewOf(id);
  const first = view.getUint32(0) ^ Math.imul(partition, 0x9e3779b1);
  return { first, step: view.getUint32(ID_BYTES - 4) | 1 };
}
