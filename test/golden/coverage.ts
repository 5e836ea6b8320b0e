// What the plays together show: each message arriving in each role, with a term older than the receiver's, the same, or later. Counted from what the interpreter
// delivered where the reader sees it, never written by hand. What cannot be says why.
import { defined } from '../../consensus/assert.ts';
import type { Message } from '../../consensus/messages.ts';
import type { Role } from '../../consensus/roles.ts';
import type { Delivery, TermRelation } from './interpreter.ts';

const ROLES: readonly Role[] = ['follower', 'pre-candidate', 'candidate', 'leader'];
const RELATIONS: readonly TermRelation[] = ['older', 'equal', 'later'];

/** `<role> <relation>`; a `*` stands for every role. */
type Place = `${Role | '*'} ${TermRelation}`;
type Impossible = Partial<Record<Place, string>>;

const ONE_LEADER: Impossible = { 'leader equal': 'a term has one leader' };
/** Sent only to the leader of the very term that it names. */
const TO_LEADER_OF_TERM: Impossible = {
  'candidate equal': 'who led a term stands only in later ones',
  '* later': 'goes only to who led its term',
};
/** Sent only to a follower that has acknowledged or rejected something in the leader's term, which it did once that was durable. */
const TO_ACKNOWLEDGER: Impossible = {
  ...ONE_LEADER,
  'candidate equal': 'who followed in a term stands only in later ones',
  '* later': 'goes only to who has answered in its term',
};

/** Every kind of message, and where it cannot arrive. */
const IMPOSSIBLE: Readonly<Record<Message['kind'], Impossible>> = {
  'pre-vote-request': {},
  'pre-vote-reply': {},
  'vote-request': {},
  'vote-reply': {},
  append: ONE_LEADER,
  'append-accepted': TO_LEADER_OF_TERM,
  'append-received': TO_LEADER_OF_TERM,
  'append-rejected': {},
  'install-snapshot': TO_ACKNOWLEDGER,
  'timeout-now': TO_ACKNOWLEDGER,
  heartbeat: ONE_LEADER,
  'heartbeat-reply': {},
};
const KINDS = Object.keys(IMPOSSIBLE) as Message['kind'][];

export class Coverage {
  /** By cell the plays that show it, and how many messages each shows in all. */
  readonly #shown = new Map<string, Set<string>>();
  readonly #seen = new Set<string>();
  readonly #lengths = new Map<string, number>();

  /** A message arrived in the play `name`. */
  note(name: string, { kind, role, relation, isShown }: Delivery): void {
    const cell = cellOf(kind, role, relation);
    this.#seen.add(cell);
    if (!isShown) return;
    this.#lengths.set(name, (this.#lengths.get(name) ?? 0) + 1);
    const plays = this.#shown.get(cell) ?? new Set();
    this.#shown.set(cell, plays.add(name));
  }

  /** The cells that are possible and that no play shows. */
  gaps(): string[] {
    return allCells()
      .filter(({ cell, why }) => why === undefined && !this.#shown.has(cell))
      .map(({ cell }) => cell);
  }

  /** The cells that are said to be impossible, and were seen. */
  contradictions(): string[] {
    return allCells()
      .filter(({ cell, why }) => why !== undefined && this.#seen.has(cell))
      .map(({ cell }) => cell);
  }

  /** A table in Markdown, its columns aligned: one row for each message and role, in each cell a play that shows it. */
  table(): string {
    const head = ['message', 'arrives at a', 'of an older term', 'of the same term', 'of a later term'];
    const rows = KINDS.flatMap((kind) =>
      ROLES.map((role) => [
        `\`${kind}\``,
        role,
        ...RELATIONS.map((relation) => whyNot(kind, role, relation) ?? this.#best(kind, cellOf(kind, role, relation))),
      ]),
    );
    const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
    const line = (row: readonly string[]) =>
      `| ${row.map((text, column) => text.padEnd(defined(widths[column], 'a width'))).join(' | ')} |`;
    return `${[line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n')}\n`;
  }

  /** The play that is about this kind of message, if it shows the cell; or else the one with the fewest messages. */
  #best(kind: Message['kind'], cell: string): string {
    const plays = [...(this.#shown.get(cell) ?? [])];
    const own = plays.find((name) => name === `message-${kind}.txt`);
    const length = (name: string) => this.#lengths.get(name) ?? 0;
    const [best] = own === undefined ? plays.sort((one, other) => length(one) - length(other) || (one < other ? -1 : 1)) : [own];
    return best === undefined ? 'GAP' : `[${best.replace(/\.txt$/, '')}](${best})`;
  }
}

function allCells(): { readonly cell: string; readonly why: string | undefined }[] {
  return KINDS.flatMap((kind) =>
    ROLES.flatMap((role) => RELATIONS.map((relation) => ({ cell: cellOf(kind, role, relation), why: whyNot(kind, role, relation) }))),
  );
}

function cellOf(kind: Message['kind'], role: Role, relation: TermRelation): string {
  return `${kind} at a ${role} of ${relation} term`;
}

/** Why this cannot be; `undefined` if it can. */
function whyNot(kind: Message['kind'], role: Role, relation: TermRelation): string | undefined {
  const impossible = IMPOSSIBLE[kind];
  return impossible[`${role} ${relation}`] ?? impossible[`* ${relation}`];
}
