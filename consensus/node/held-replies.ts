// Votes, vote requests and acknowledgements that wait until the highest sequence issued before them is durable.
import type { Message } from '../messages.ts';

export class HeldReplies {
  readonly #send: (message: Message) => void;
  /** In the order of their sequences. */
  #held: { readonly sequence: number; readonly messages: readonly Message[] }[] = [];
  /** Everything up to this sequence is durable. */
  #durableSequence = 0;

  constructor(send: (message: Message) => void) {
    this.#send = send;
  }

  /** Sends the messages once `sequence` is durable: now, if it is. */
  hold(messages: readonly Message[], sequence: number): void {
    if (messages.length === 0) return;
    if (sequence <= this.#durableSequence) for (const message of messages) this.#send(message);
    else this.#held.push({ sequence, messages });
  }

  durable(sequence: number): void {
    this.#durableSequence = sequence;
    let released = 0;
    for (const held of this.#held) {
      if (held.sequence > sequence) break;
      for (const message of held.messages) this.#send(message);
      released++;
    }
    this.#held.splice(0, released);
  }
}
