// Peers while the members change, over loopback with real gRPC: who is removed, wiped or a stranger, and who is dialed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BookMember } from '../../../consensus/membership.ts';
import type { NodeId } from '../../../consensus/types.ts';
import type { PeerHello } from '../../../rpc/peer-service.ts';
import { HELLO, heartbeat, isConnected, MEMBERS, memberOf, N1, N2, N3, type Receiver, receiverAt, senderTo, until } from './peer-world.ts';

test('a removed node is told so by whoever it dials, again and again, and by the end of its open streams', async (t) => {
  const receiver = await receiverAt(t);
  const member = senderTo(t, receiver.server.port, { id: N3, incarnation: '3'.repeat(32) });
  await until(() => isConnected(member), 'connected');
  receiver.view = { book: MEMBERS.filter(({ id }) => id !== N3), appliedIndex: 11 };
  assert.deepEqual(member.removedBy, []);
  receiver.server.membersChanged();
  await until(() => member.removedBy.length >= 3, 'told by both streams, and by a new one');
  assert.deepEqual(new Set(member.removedBy), new Set([N2]));
  const refused = member.events.filter(({ kind }) => kind === 'peer-refused-us');
  assert.equal(refused.length, 2, 'logged once a lane');
  receiver.view = { ...receiver.view, appliedIndex: 12 };
  const said = member.removedBy.length;
  await until(() => member.removedBy.length > said + 1, 'told again');
  assert.equal(member.events.filter(({ kind }) => kind === 'peer-refused-us').length, 2, 'another entry is no news');
});

test('a wiped node is refused whatever it says made it a member, and the streams of an incarnation end when the book has another one', async (t) => {
  const receiver = await receiverAt(t);
  const { port } = receiver.server;
  const joined = senderTo(t, port, { id: N3, incarnation: '3'.repeat(32) });
  await until(() => isConnected(joined), 'connected');
  for (const memberSince of [0, 11]) {
    const wiped = senderTo(t, port, { id: N3, incarnation: '9'.repeat(32), memberSince });
    await until(() => wiped.events.length > 0, 'refused');
    assert.ok(wiped.events[0]?.kind === 'peer-refused-us' && wiped.events[0].refusal.code === 'OTHER_INCARNATION');
    wiped.transport.close();
  }
  assert.ok(isConnected(joined), 'the one that joined never noticed');
  receiver.view = {
    book: MEMBERS.map((member) => (member.id === N3 ? memberOf(N3, { incarnation: '9'.repeat(32) }) : member)),
    appliedIndex: 10,
  };
  receiver.server.membersChanged();
  await until(() => joined.events.some((event) => event.kind === 'peer-refused-us' && event.refusal.code === 'OTHER_INCARNATION'), 'told');
  assert.deepEqual(receiver.strangers, []);
});

test('a stranger whose entry is not applied here is heard until it is, and remembered as long as a stream of it lives', async (t) => {
  const receiver = await receiverAt(t);
  const n4 = 'n4' as NodeId;
  const stranger = senderTo(t, receiver.server.port, { id: n4, incarnation: '4'.repeat(32), memberSince: 11 });
  await until(() => isConnected(stranger), 'accepted');
  stranger.transport.send(N2, heartbeat(1, { from: n4 }));
  await until(() => receiver.received.length === 1, 'heard');
  receiver.server.membersChanged();
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(isConnected(stranger), 'nothing of it changed');
  assert.ok(!receiver.strangers.includes('-n4'));
  receiver.view = { ...receiver.view, appliedIndex: 11 };
  receiver.server.membersChanged();
  await until(() => stranger.removedBy.length > 0, 'its entry is applied, and does not name it any more');
  assert.equal(receiver.strangers.at(-1), '-n4');
  assert.equal(receiver.strangers.filter((said) => said === '-n4').length, 1);
});

test('who is new in the book is dialed, who is gone hung up on, and whose address or incarnation changed dialed anew', async (t) => {
  const [first, second] = [await receiverAt(t), await receiverAt(t)];
  const accepted = ({ events }: Receiver) => events.filter(({ kind }) => kind === 'peer-accepted').length;
  const sender = senderTo(t, first.server.port);
  await until(() => isConnected(sender), 'connected');
  const at = ({ server }: Receiver, changes: Partial<BookMember> = {}) =>
    memberOf(N2, { peerAddress: `127.0.0.1:${server.port}`, ...changes });
  sender.book.setMembers([at(first), memberOf(N1)]);
  assert.ok(isConnected(sender), 'the same peer keeps its streams');
  sender.book.setMembers([at(second)]);
  await until(() => isConnected(sender) && accepted(second) === 2, 'dialed where it is now');
  sender.book.setMembers([at(second, { incarnation: '9'.repeat(32) })]);
  await until(() => isConnected(sender) && accepted(second) === 4, 'dialed anew');
  sender.book.setMembers([]);
  assert.deepEqual(sender.transport.connections(), []);
  sender.transport.send(N2, heartbeat(1));
  sender.book.setMembers([at(first)]);
  await until(() => isConnected(sender), 'dialed again');
  assert.equal(accepted(first), 4);
  assert.deepEqual([first.received, second.received], [[], []]);
});

test('a stranger is dialed where it says it is, until the book names its id or it is dropped', async (t) => {
  const receiver = await receiverAt(t);
  const sender = senderTo(t, 1);
  sender.book.setMembers([]);
  const hello: PeerHello = {
    ...HELLO,
    node: N2,
    incarnation: '2'.repeat(32),
    to: N1,
    memberSince: 7,
    peerAddress: `127.0.0.1:${receiver.server.port}`,
  };
  sender.book.addStranger(hello);
  await until(() => isConnected(sender) && sender.transport.connections().length === 1, 'the stranger is dialed');
  sender.book.setMembers([]);
  assert.equal(sender.transport.connections()[0]?.control, true, 'a book that does not name it changes nothing');
  sender.book.dropStranger({ ...hello, incarnation: '8'.repeat(32) });
  assert.equal(sender.transport.connections()[0]?.control, true, 'another one was dropped');
  sender.book.setMembers([memberOf(N2, { peerAddress: hello.peerAddress })]);
  sender.book.dropStranger(hello);
  assert.equal(sender.transport.connections()[0]?.control, true, 'the book names it: it is a peer as any other, on the same streams');
  sender.book.addStranger({ ...hello, incarnation: '9'.repeat(32), peerAddress: '127.0.0.1:1' });
  assert.equal(sender.transport.connections()[0]?.control, true, 'nobody takes the place of one whom the book names');
  sender.book.setMembers([]);
  assert.deepEqual(sender.transport.connections(), []);
  sender.book.addStranger(hello);
  await until(() => sender.transport.connections()[0]?.control === true, 'a stranger again');
  sender.book.dropStranger(hello);
  assert.deepEqual(sender.transport.connections(), []);
  sender.book.addStranger({ ...hello, node: N1 });
  assert.deepEqual(sender.transport.connections(), [], 'a node does not dial itself');
});
