// One `AppendSender` for each node that this one sends entries to; they come and go with the configuration.
import type { Append } from '../messages.ts';
import type { PeerTransport } from '../ports.ts';
import type { LogBase, NodeId } from '../types.ts';
import { AppendSender } from './append-sender.ts';
import type { EntryReader } from './entry-reader.ts';

export interface AppendSendersOptions {
  readonly partition: number;
  readonly reader: EntryReader;
  /** Where the log begins now. */
  readonly base: () => LogBase;
  readonly transport: PeerTransport;
  readonly onFailure: (error: unknown) => void;
}

export class AppendSenders {
  readonly #options: AppendSendersOptions;
  readonly #senders = new Map<NodeId, AppendSender>();

  constructor(options: AppendSendersOptions) {
    this.#options = options;
  }

  push(append: Append): void {
    const { to } = append;
    let sender = this.#senders.get(to);
    if (sender === undefined) {
      sender = new AppendSender({ ...this.#options, send: (message) => this.#options.transport.send(to, message) });
      this.#senders.set(to, sender);
    }
    sender.push(append);
  }

  /** Forgets everyone else: what still waits for the disk on its way to them goes out, and nothing more comes. */
  keepOnly(participants: readonly NodeId[]): void {
    for (const node of this.#senders.keys()) if (!participants.includes(node)) this.#senders.delete(node);
  }
}
