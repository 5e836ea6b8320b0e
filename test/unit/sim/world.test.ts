// The simulated world: randomness, time, processes, timers and the network behave as the rest of the simulator assumes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PeerMessage } from '../../../consensus/messages.ts';
import type { NodeId } from '../../../consensus/types.ts';
import { type NetworkConditions, SimNetwork } from '../../sim/network.ts';
import { SimProcess } from '../../sim/process.ts';
import { Random } from '../../sim/random.ts';
import { Scheduler } from '../../sim/scheduler.ts';
import { SimTimers } from '../../sim/timers.ts';
import { Trace } from '../../sim/trace.ts';

const nothing = () => undefined;

test('the same seed draws the same numbers, another seed others', () => {
  const draw = (seed: number) => {
    const random = new Random(seed);
    return Array.from({ length: 20 }, () => random.next());
  };
  assert.deepEqual(draw(7), draw(7));
  assert.notDeepEqual(draw(7), draw(8));
});

test('a fork draws the same whatever its origin drew before', () => {
  const early = new Random(3).fork('disk');
  const origin = new Random(3);
  origin.next();
  const late = origin.fork('disk');
  assert.equal(early.next(), late.next());
  assert.notEqual(new Random(3).fork('network').next(), new Random(3).fork('disk').next());
});

test('integers lie in their inclusive range and reach both ends', () => {
  const random = new Random(1);
  const seen = new Set(Array.from({ length: 200 }, () => random.integer(2, 4)));
  assert.deepEqual([...seen].sort(), [2, 3, 4]);
});

test('what is due runs in the order of time, then of scheduling, with its microtasks between', async () => {
  const scheduler = new Scheduler();
  const log: string[] = [];
  const happening = (name: string) => () => {
    log.push(`${name}@${scheduler.now}`);
    void Promise.resolve()
      .then(nothing)
      .then(() => log.push(`after ${name}`));
  };
  scheduler.after(5, happening('c'));
  scheduler.after(1, happening('a'));
  scheduler.after(1, happening('b'));
  scheduler.after(9, happening('late'));
  await scheduler.run(5, () => log.push('|'));
  assert.deepEqual(log, ['a@1', 'after a', '|', 'b@1', 'after b', '|', 'c@5', 'after c', '|']);
  assert.equal(scheduler.now, 5);
});

test('a stopped scheduler runs nothing more', async () => {
  const scheduler = new Scheduler();
  const log: string[] = [];
  scheduler.after(1, () => scheduler.stop());
  scheduler.after(1, () => log.push('never'));
  await scheduler.run(10, nothing);
  assert.deepEqual(log, []);
});

test('a paused process gets its callbacks after the pause, a dead one never', async () => {
  const scheduler = new Scheduler();
  const process = new SimProcess(scheduler);
  const log: string[] = [];
  process.after(1, () => log.push('1'));
  process.after(2, () => log.push('2'));
  process.after(20, () => log.push('20'));
  process.pause();
  scheduler.after(10, () => process.resume());
  scheduler.after(15, () => process.die());
  await scheduler.run(9, nothing);
  assert.deepEqual(log, []);
  await scheduler.run(30, nothing);
  assert.deepEqual(log, ['1', '2']);
});

test('a repeating timer fires once late after a pause, never in a burst', async () => {
  const scheduler = new Scheduler();
  const process = new SimProcess(scheduler);
  const timers = new SimTimers(process, { offsetMs: 0, rate: 1, timerRate: 1 });
  const at: number[] = [];
  timers.every(10, () => at.push(scheduler.now));
  scheduler.after(15, () => process.pause());
  scheduler.after(55, () => process.resume());
  await scheduler.run(80, nothing);
  assert.deepEqual(at, [10, 55, 65, 75]);
});

test('a cancelled timer does not fire', async () => {
  const scheduler = new Scheduler();
  const timers = new SimTimers(new SimProcess(scheduler), { offsetMs: 0, rate: 1, timerRate: 1 });
  const log: string[] = [];
  timers.after(5, () => log.push('once'))();
  const cancel = timers.every(5, () => log.push('often'));
  scheduler.after(7, cancel);
  await scheduler.run(50, nothing);
  assert.deepEqual(log, ['often']);
});

test('the end of a turn comes after all that is due at the same time', async () => {
  const scheduler = new Scheduler();
  const timers = new SimTimers(new SimProcess(scheduler), { offsetMs: 0, rate: 1, timerRate: 1 });
  const log: string[] = [];
  scheduler.after(1, () => timers.endOfTurn(() => log.push('end')));
  scheduler.after(1, () => log.push('also due'));
  await scheduler.run(1, nothing);
  assert.deepEqual(log, ['also due', 'end']);
});

const CALM: NetworkConditions = { delayMs: 1, delayMinMs: 1, lossShare: 0, duplicateShare: 0, straggleShare: 0, straggleMs: 0 };
const A = 'a' as NodeId;
const B = 'b' as NodeId;

function heartbeat(round: number): PeerMessage {
  return { partition: 1, message: { kind: 'heartbeat', from: A, to: B, term: 1, commit: 0, round } };
}

async function deliver(conditions: Partial<NetworkConditions>, count: number, prepare: (network: SimNetwork) => void = nothing) {
  const scheduler = new Scheduler();
  const network = new SimNetwork({ scheduler, random: new Random(1), conditions: { ...CALM, ...conditions } });
  const received: PeerMessage[] = [];
  network.attach(B, (message) => received.push(message));
  prepare(network);
  for (let round = 0; round < count; round++) network.transport(A).send(B, heartbeat(round));
  await scheduler.run(1000, nothing);
  return received;
}

const rounds = (messages: readonly PeerMessage[]) => messages.map(({ message }) => (message.kind === 'heartbeat' ? message.round : -1));

test('a calm network delivers each message once, though not in order', async () => {
  const received = rounds(await deliver({}, 50));
  assert.notDeepEqual(received, [...received.keys()]);
  assert.deepEqual(
    received.sort((a, b) => a - b),
    [...received.keys()],
  );
  assert.equal(received.length, 50);
});

test('a lossy network loses some messages, a repeating one repeats some', async () => {
  const lossy = await deliver({ lossShare: 0.5 }, 100);
  assert.ok(lossy.length > 20 && lossy.length < 80, `${lossy.length}`);
  const repeating = await deliver({ duplicateShare: 0.5 }, 100);
  assert.ok(repeating.length > 120 && repeating.length < 180, `${repeating.length}`);
});

test('a cut link delivers nothing, the opposite one does', async () => {
  assert.equal((await deliver({}, 5, (network) => network.cut(A, B))).length, 0);
  assert.equal((await deliver({}, 5, (network) => network.cut(B, A))).length, 5);
});

test('a message shares no object with what was sent', async () => {
  const sent: PeerMessage = {
    partition: 1,
    message: { kind: 'append', from: A, to: B, term: 1, previousIndex: 0, previousTerm: 0, terms: [1], sizes: [1], commit: 0 },
    entries: [{ term: 1, type: 'batch', timestamp: 0, firstOffset: 1, count: 1, payload: new Uint8Array([7]) }],
    digestBefore: new Uint8Array(32),
  };
  const scheduler = new Scheduler();
  const network = new SimNetwork({ scheduler, random: new Random(1), conditions: CALM });
  const received: PeerMessage[] = [];
  network.attach(B, (message) => received.push(message));
  network.transport(A).send(B, sent);
  sent.entries[0]?.payload.fill(0);
  await scheduler.run(100, nothing);
  const [message] = received;
  assert.ok(message !== undefined && 'entries' in message);
  assert.deepEqual(message.entries[0]?.payload, new Uint8Array([7]));
  assert.notEqual(message.message, sent.message);
});

test('the trace digest tells orders and details apart and keeps the last events', () => {
  const digest = (events: [string, string | number][]) => {
    const trace = new Trace();
    for (const [label, detail] of events) trace.add(1, label, detail);
    return trace.digest();
  };
  const events: [string, string | number][] = [
    ['a', 1],
    ['b', 'x'],
  ];
  assert.equal(digest(events), digest(events));
  assert.notEqual(digest(events), digest([...events].reverse()));
  assert.notEqual(
    digest(events),
    digest([
      ['a', 1],
      ['b', 'y'],
    ]),
  );
  const trace = new Trace();
  for (let at = 0; at < 60; at++) trace.add(at, 'event', at);
  assert.equal(trace.tail().length, 50);
  assert.match(trace.tail()[0] ?? '', /10\.000 event 10$/);
});
