// Whom a node knows, and when it says so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MembershipAt, MembersView } from '../../../../../consensus/members-view.ts';
import { bookOf, MemberBook } from '../../../../../consensus/node/membership/member-book.ts';
import { VirtualTime } from '../virtual-time.ts';
import { intendedSet, membership } from './memberships.ts';

const three = { index: 0, membership: membership({ voters: ['n1', 'n2', 'n3'] }) };
const four = { index: 5, membership: membership({ voters: ['n1', 'n2', 'n3'], intended: intendedSet(['n1', 'n2', 'n3'], ['n4']) }) };
const names = (view: Pick<MembersView, 'book'>) => view.book.map(({ id }) => id).join();

test('a book names everyone that any configuration or the intended set names', () => {
  assert.equal(names({ book: bookOf([three, four]) }), 'n1,n2,n3,n4');
});

test('a change of the book is told once, at the end of the turn, and an entry that changes nobody is not', async () => {
  const time = new VirtualTime();
  const partitions: MembershipAt[][] = [[three], [three]];
  const told: string[] = [];
  const book = new MemberBook({
    partitions: () => partitions,
    appliedIndex: () => 7,
    joined: undefined,
    onChanged: (view) => told.push(`${names(view)} at ${view.appliedIndex}`),
    timers: time,
  });
  partitions[0] = [three, four];
  book.changed();
  book.changed();
  assert.equal(names(book.view()), 'n1,n2,n3,n4', 'at once for who asks');
  await time.pass(0);
  partitions[1] = [three, { index: 9, membership: three.membership }];
  book.changed();
  await time.pass(0);
  assert.deepEqual(told, ['n1,n2,n3,n4 at 7']);
  partitions[0] = [three];
  book.changed();
  await time.pass(0);
  assert.deepEqual(told.slice(1), ['n1,n2,n3 at 7']);
});

test('what a node was told when it joined counts until partition 1 is applied so far', async () => {
  const time = new VirtualTime();
  let appliedIndex = 0;
  const told: string[] = [];
  const joined = { index: 6, membership: membership({ voters: ['n5', 'n6'], learners: ['n7'] }) };
  const book = new MemberBook({
    partitions: () => [[three]],
    appliedIndex: () => appliedIndex,
    joined,
    onChanged: (view) => told.push(names(view)),
    timers: time,
  });
  assert.equal(names(book.view()), 'n1,n2,n3,n5,n6,n7');
  appliedIndex = 5;
  book.applied();
  await time.pass(0);
  assert.deepEqual(told, []);
  appliedIndex = 6;
  book.applied();
  await time.pass(0);
  assert.deepEqual(told, ['n1,n2,n3']);
  book.applied();
  await time.pass(0);
  assert.equal(told.length, 1);
});

test('a partition is behind while others take part in it, as far as it is applied, than the first intends; and all are until this node knows more than it was told when it joined', async () => {
  const time = new VirtualTime();
  const told: string[] = [];
  let appliedIndex = 1;
  const intended = intendedSet(['n2', 'n3'], ['n4']);
  const asIntended = { index: 5, membership: membership({ voters: ['n2', 'n3'], learners: ['n4'], intended }) };
  const partitions: MembershipAt[][] = [[asIntended], [three, { index: 7, membership: asIntended.membership }]];
  const book = new MemberBook({
    partitions: () => partitions,
    appliedIndex: () => appliedIndex,
    joined: { index: 6, membership: asIntended.membership },
    onChanged: (view) => told.push(`${names(view)} ${view.isBehind}`),
    timers: time,
  });
  assert.equal(book.view().isBehind, true);
  partitions[1] = [{ index: 7, membership: asIntended.membership }];
  book.changed();
  await time.pass(0);
  appliedIndex = 6;
  book.applied();
  await time.pass(0);
  partitions[1] = [{ index: 9, membership: membership({ voters: ['n2', 'n3'], outgoing: ['n2', 'n3', 'n5'], learners: ['n4'] }) }];
  book.changed();
  await time.pass(0);
  assert.deepEqual(told, ['n2,n3,n4 true', 'n2,n3,n4 false', 'n2,n3,n4,n5 true']);
});
