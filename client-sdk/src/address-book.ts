// Node ids and where they are: the members as the newest description names them, and the addresses at which nodes have identified themselves.
// Members come and go while a client runs. Connections are cluster.ts's.
import type { WireMember } from './messages-members.ts';

export class AddressBook {
  /** Node id → the address at which it identified itself. */
  readonly #identified = new Map<string, string>();
  #members = new Map<string, WireMember>();
  /** Applied index of partition 1 where the members were read: a node that lags behind knows nothing newer. */
  #asOf = -1;

  /** Ids of the members, sorted; empty before the first description. */
  get ids(): string[] {
    return [...this.#members.keys()].sort();
  }

  /**
   * Takes over the members of a description made at this applied index of partition 1, unless newer ones are known. Where those were who are no members any more, or are
   * others under the same id, is forgotten.
   */
  learn(members: readonly WireMember[], asOf: number): void {
    if (asOf < this.#asOf) return;
    this.#asOf = asOf;
    const before = this.#members;
    this.#members = new Map(members.map((member) => [member.id, member]));
    for (const id of this.#identified.keys()) {
      const [was, is] = [before.get(id), this.#members.get(id)];
      if (is === undefined || (was !== undefined && was.incarnation !== is.incarnation)) this.#identified.delete(id);
    }
  }

  /** `node` has answered at `address`: nobody else does there. `isUsable`: whether an address where it answered before is still good. */
  identify(node: string, address: string, isUsable: (before: string) => boolean): void {
    for (const [id, known] of this.#identified) if (known === address && id !== node) this.#identified.delete(id);
    const before = this.#identified.get(node);
    if (before === undefined || before === address || !isUsable(before)) this.#identified.set(node, address);
  }

  /** Where the node identified itself, else where it says that it is. */
  addressOf(node: string): string | undefined {
    return this.#identified.get(node) ?? this.#members.get(node)?.clientAddress;
  }

  /** Where members have identified themselves, one address each. A node that was removed and runs on is none. */
  identifiedAddresses(): string[] {
    return [...this.#identified].filter(([id]) => this.#members.size === 0 || this.#members.has(id)).map(([, address]) => address);
  }

  /** All addresses worth asking: of every member where it identified itself, and the advertised one unless the former is good. */
  addresses(isUsable: (address: string) => boolean): string[] {
    const addresses: string[] = [];
    for (const [id, { clientAddress }] of this.#members) {
      const identified = this.#identified.get(id);
      if (identified !== undefined) addresses.push(identified);
      if (identified === undefined || !isUsable(identified)) addresses.push(clientAddress);
    }
    return addresses;
  }

  /** Whether a member is, or says that it is, at this address. */
  isUsed(address: string): boolean {
    return (
      [...this.#identified.values()].includes(address) || [...this.#members.values()].some(({ clientAddress }) => clientAddress === address)
    );
  }
}
