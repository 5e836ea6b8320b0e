// The inputs of one core, one after the other: what arises while the effects of a step are being carried out waits until they all are.
import type { Input, Ready } from '../core/ready.ts';
import { type Material, NO_MATERIAL } from './entry-composer.ts';

export class StepQueue {
  readonly #step: (input: Input) => Ready;
  readonly #carryOut: (ready: Ready, material: Material) => void;
  readonly #inputs: { readonly input: Input; readonly material: Material }[] = [];
  /** A step is being carried out. */
  isStepping = false;

  constructor(step: (input: Input) => Ready, carryOut: (ready: Ready, material: Material) => void) {
    this.#step = step;
    this.#carryOut = carryOut;
  }

  /** Gives the input to the core and carries out what it asks for, unless that has to wait. `material` is what the entries of a proposal or a received append are made of. */
  push(input: Input, material: Material = NO_MATERIAL): void {
    this.#inputs.push({ input, material });
    if (this.isStepping) return;
    this.isStepping = true;
    try {
      for (let next = this.#inputs.shift(); next !== undefined; next = this.#inputs.shift()) {
        this.#carryOut(this.#step(next.input), next.material);
      }
    } finally {
      this.isStepping = false;
    }
  }
}
