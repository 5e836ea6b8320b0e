// Who belongs to the cluster, gathered from what its nodes say at one moment, and changes of that. What a change means is the server's.
import type { CallOptions, ErrorCode } from './api.ts';
import type { ClusterMembers, IntendedSet, Member, MembersChange, MembersChanged, NewMember, PartitionMembers } from './api-members.ts';
import { decodeChangeMembersResponse, encodeChangeMembersRequest } from './codec-members.ts';
import { invalid, LedgerlineError } from './errors.ts';
import { callLeader } from './leader.ts';
import type { DescribeResponse, PartitionDescription } from './messages.ts';
import type {
  ChangeMembersAnswer,
  WireMembersChange,
  WireMembership,
  WireMembersRefusal,
  WireMembersRefusalCode,
} from './messages-members.ts';
import { type CallScope, type ClientContext, withScope } from './scope.ts';
import { refusalError } from './submit-call.ts';

/** The intended set is in the log of this one. */
const FIRST_PARTITION = 1;
/** An attempt may take so long, milliseconds: the leader asks a new node who it is before it answers. */
const ATTEMPT_MS = 5_000;
/** With less time left a change that waits is not tried again: an attempt that is cut off leaves open what became of it. Milliseconds. */
const LAST_ATTEMPT_MS = 50;
const UNKNOWN_HINT =
  'the intended set may have been changed, or be yet: look at `members()`, and make the same call again, which changes it once';

/** Asks all nodes. Rejects with UNREACHABLE if none answers. */
export async function clusterMembers(context: ClientContext, options: CallOptions): Promise<ClusterMembers> {
  const { cluster } = context;
  return withScope(context, { ...options, partition: FIRST_PARTITION }, async (scope) => {
    const described = await cluster.describeAll();
    scope.check();
    const answers = described.filter((answer) => answer !== undefined);
    const authority = viewOf(answers, FIRST_PARTITION)?.answer;
    if (authority === undefined) throw scope.failure('UNREACHABLE', 'no node answered');
    const intended = sorted(authority.intended);
    const members = [...authority.members].sort((left, right) => (left.id < right.id ? -1 : 1));
    const partitions = authority.partitions.flatMap(({ partition }) => {
      const view = viewOf(answers, partition);
      return view === undefined ? [] : [partitionMembers(view, intended, members)];
    });
    return { intended, members, partitions, stragglers: partitions.filter(({ isConverged }) => !isConverged) };
  });
}

function sorted({ voters, learners }: IntendedSet): IntendedSet {
  return { voters: [...voters].sort(), learners: [...learners].sort() };
}

interface View {
  readonly answer: DescribeResponse;
  readonly partition: PartitionDescription;
}

/** Of the node that leads in the highest term; if none says that it leads, of the one that has applied most. */
function viewOf(answers: readonly DescribeResponse[], number: number): View | undefined {
  let best: View | undefined;
  for (const answer of answers) {
    const partition = answer.partitions.find((candidate) => candidate.partition === number);
    if (partition !== undefined && (best === undefined || isBetter(partition, best.partition))) best = { answer, partition };
  }
  return best;
}

function isBetter(one: PartitionDescription, other: PartitionDescription): boolean {
  const [leads, otherLeads] = [one.role === 'leader', other.role === 'leader'];
  if (leads !== otherLeads) return leads;
  return leads ? one.term > other.term : one.appliedIndex > other.appliedIndex;
}

function partitionMembers({ answer, partition }: View, intended: IntendedSet, book: readonly Member[]): PartitionMembers {
  const { membership, followers } = partition;
  const { voters, outgoing, learners, index, isCommitted } = membership;
  const leader = partition.role === 'leader' ? (answer.hello?.node ?? '') : '';
  const own = { id: leader, matchIndex: partition.lastIndex, isActive: true };
  const { missing, leaving } = difference(membership, intended, book);
  const isAsIntended = missing.length === 0 && leaving.length === 0 && outgoing.length === 0;
  return {
    partition: partition.partition,
    leader,
    voters,
    outgoing,
    learners,
    index,
    isCommitted,
    lastIndex: leader === '' ? 0 : partition.lastIndex,
    progress: leader === '' ? [] : [own, ...followers],
    isConverged: isAsIntended && isCommitted && leader !== '',
    missing,
    leaving,
  };
}

function difference(current: WireMembership, intended: IntendedSet, book: readonly Member[]) {
  const isSame = (id: string): boolean => incarnationOf(current.members, id) === incarnationOf(book, id);
  const missing = [
    ...intended.voters.filter((id) => !current.voters.includes(id) || !isSame(id)),
    ...intended.learners.filter((id) => !current.learners.includes(id) || !isSame(id)),
  ];
  const all = new Set([...current.voters, ...current.outgoing, ...current.learners]);
  const leaving = [...all].filter((id) => !intended.voters.includes(id) && !intended.learners.includes(id));
  return { missing: missing.sort(), leaving: leaving.sort() };
}

function incarnationOf(members: readonly Member[], id: string): string | undefined {
  return members.find((member) => member.id === id)?.incarnation;
}

/** Makes a change at the leader of partition 1. One that waits for the change before it is made again until the call's time is over. */
export async function changeMembers(context: ClientContext, change: MembersChange, options: CallOptions): Promise<MembersChanged> {
  const { cluster } = context;
  const wire = checkChange(change);
  return withScope(context, { ...options, partition: FIRST_PARTITION }, async (scope) => {
    scope.unknownHint = UNKNOWN_HINT;
    const request = () => encodeChangeMembersRequest({ hello: cluster.hello(), change: wire });
    for (let failures = 1; ; failures++) {
      const answer = await callLeader<Exclude<ChangeMembersAnswer, { kind: 'refused' }>>(cluster, scope, {
        method: 'changeMembers',
        request,
        decode: decodeChangeMembersResponse,
        writes: true,
        wroteNothing: ({ kind }) => kind === 'members-refused',
        attemptMs: ATTEMPT_MS,
      });
      if (answer.kind === 'refused') throw refusalError(scope, answer);
      if (answer.kind === 'members-changed') return { changed: answer.changed, intended: sorted(answer.intended) };
      if (answer.code !== 'CHANGE_UNDER_WAY') throw membersError(scope, answer);
      await waitForOther(scope, failures, answer);
    }
  });
}

/** Rejects with the reason of the wait rather than DEADLINE. */
async function waitForOther(scope: CallScope, failures: number, refusal: WireMembersRefusal): Promise<void> {
  try {
    await scope.backoff(failures);
  } catch (cause) {
    throw LedgerlineError.is(cause) && cause.code === 'ABORTED' ? cause : membersError(scope, refusal);
  }
  if (scope.remainingMs < LAST_ATTEMPT_MS) throw membersError(scope, refusal);
}

/** Two of the server's codes are, for the whole of a call, those of a cluster that cannot be used. */
const CODES: Readonly<Record<WireMembersRefusalCode, ErrorCode>> = {
  CHANGE_UNDER_WAY: 'CHANGE_UNDER_WAY',
  NO_QUORUM: 'QUORUM_AT_RISK',
  UNKNOWN_MEMBER: 'UNKNOWN_MEMBER',
  ALREADY_A_MEMBER: 'ALREADY_A_MEMBER',
  ID_USED: 'ID_USED',
  LAST_VOTER: 'LAST_VOTER',
  TOO_MANY_MEMBERS: 'TOO_MANY_MEMBERS',
  UNREACHABLE: 'MEMBER_UNREACHABLE',
  ALREADY_FORMED: 'ALREADY_FORMED',
};

function membersError(scope: CallScope, { code, detail }: WireMembersRefusal): LedgerlineError {
  return scope.failure(CODES[code], detail || `the change was refused: ${CODES[code]}`);
}

/** The change with everything in place; whether ids and addresses are such is the node's to say, as INVALID. */
function checkChange(change: MembersChange): WireMembersChange {
  switch (change.kind) {
    case 'add':
      return { kind: 'add', ...checkNew(change) };
    case 'promote':
      return { kind: 'promote', id: checkText(change.id, 'the id') };
    case 'remove':
      return { kind: 'remove', id: checkText(change.id, 'the id'), force: change.force ?? false };
    case 'replace':
      return { kind: 'replace', id: checkText(change.id, 'the id'), by: checkNew(change.by) };
    default:
      throw invalid('a change is an add, a promote, a remove or a replace');
  }
}

function checkNew({ id, peerAddress, clientAddress }: NewMember): NewMember {
  return {
    id: checkText(id, 'the id'),
    peerAddress: checkText(peerAddress, 'the peer address'),
    clientAddress: checkText(clientAddress, 'the client address'),
  };
}

function checkText(text: string, what: string): string {
  if (typeof text !== 'string' || text === '') throw invalid(`${what} is missing`);
  return text;
}
