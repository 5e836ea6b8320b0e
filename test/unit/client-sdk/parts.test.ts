// The small parts of the SDK that stand by themselves: time, signals, queues, backoff, keys.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AbortHub } from '#client-sdk/dist/abort-hub.js';
import { backoffMs, sleep } from '#client-sdk/dist/backoff.js';
import { LedgerlineError } from '#client-sdk/dist/errors.js';
import { Fifo } from '#client-sdk/dist/fifo.js';
import { birthOf, KeyGenerator } from '#client-sdk/dist/generated-key.js';
import { commonProtocol } from '#client-sdk/dist/hello.js';
import { TICK_MS, Ticker } from '#client-sdk/dist/ticker.js';
import { parseUrl } from '#client-sdk/dist/url.js';

describe('AbortHub', () => {
  test('keeps one listener for 100,000 calls on a signal, and none after the last', () => {
    const { signal } = new AbortController();
    const hub = new AbortHub();
    const live = new Set<unknown>();
    const add = signal.addEventListener.bind(signal);
    signal.addEventListener = (type: string, listener: () => void) => {
      live.add(listener);
      add(type, listener);
    };
    signal.removeEventListener = (_: string, listener: () => void) => {
      live.delete(listener);
    };
    const calls = Array.from({ length: 100_000 }, () => ({ onAbort: () => {} }));
    for (const call of calls) hub.watch(signal, call);
    assert.equal(live.size, 1);
    for (const call of calls) hub.unwatch(signal, call);
    assert.equal(live.size, 0);
  });

  test('tells every call that watches, once, and no other', () => {
    const controller = new AbortController();
    const hub = new AbortHub();
    const told: string[] = [];
    const call = (name: string) => ({ onAbort: (reason: unknown) => told.push(`${name} ${reason}`) });
    const [a, b, c] = [call('a'), call('b'), call('c')];
    for (const item of [a, b, c]) hub.watch(controller.signal, item);
    hub.unwatch(controller.signal, b);
    controller.abort('why');
    hub.unwatch(controller.signal, a);
    assert.deepEqual(told, ['a why', 'c why']);
  });
});

describe('Ticker', () => {
  test('calls back in time, not before, and not after removal', async () => {
    const ticker = new Ticker();
    const startedAt = performance.now();
    const called: string[] = [];
    const entry = (name: string) => ({ dueTick: 0, onTime: () => called.push(`${name} ${performance.now() - startedAt >= Number(name)}`) });
    const removed = entry('60');
    ticker.add(entry('200'), 200);
    ticker.add(entry('50'), 50);
    ticker.add(removed, 60);
    ticker.remove(removed);
    ticker.remove(removed);
    await new Promise<void>((resolve) => ticker.add({ dueTick: 0, onTime: resolve }, 400));
    assert.deepEqual(called, ['50 true', '200 true']);
  });

  test('entries further ahead than the wheel is round wait their turn', async () => {
    const ticker = new Ticker();
    let isCalled = false;
    const far = { dueTick: 0, onTime: () => (isCalled = true) };
    ticker.add(far, 256 * TICK_MS + 50);
    await new Promise<void>((resolve) => ticker.add({ dueTick: 0, onTime: resolve }, 150));
    assert.equal(isCalled, false);
    ticker.clear();
  });
});

test('Fifo keeps order from both ends', () => {
  const fifo = new Fifo<number>();
  assert.equal(fifo.shift(), undefined);
  for (const item of [3, 4, 5]) fifo.push(item);
  assert.equal(fifo.shift(), 3);
  fifo.pushFront([1, 2]);
  fifo.retain((item) => item !== 4);
  assert.deepEqual([fifo.size, fifo.shift(), fifo.shift(), fifo.shift(), fifo.shift(), fifo.size], [3, 1, 2, 5, undefined, 0]);
});

test('backoff grows, is capped, and never waits less than half', () => {
  const most = [1, 2, 3, 4, 5, 50].map((failures) => backoffMs(failures, () => 1));
  const least = [1, 2, 3, 4, 5, 50].map((failures) => backoffMs(failures, () => 0));
  assert.deepEqual(most, [20, 40, 80, 160, 250, 250]);
  assert.deepEqual(least, [10, 20, 40, 80, 125, 125]);
});

test('sleep ends early when aborted', async () => {
  const controller = new AbortController();
  setImmediate(() => controller.abort());
  await sleep(60_000, controller.signal);
  await sleep(60_000, controller.signal);
});

describe('generated keys', () => {
  test('hold their birth, big endian, and are never the same', () => {
    const keys = new KeyGenerator();
    const seen = new Set<string>();
    for (const birth of [0, 1, 255, 256, 2 ** 32, 2 ** 48, 2 ** 53 - 1]) {
      const key = keys.next(birth);
      assert.equal(birthOf(key), birth);
      assert.equal(BigInt(`0x${Buffer.from(key.subarray(0, 7)).toString('hex')}`), BigInt(birth));
    }
    for (let count = 0; count < 5_000; count++) seen.add(Buffer.from(keys.next(1)).toString('hex'));
    assert.equal(seen.size, 5_000);
    assert.throws(() => keys.next(2 ** 53), RangeError);
    assert.throws(() => keys.next(-1), RangeError);
  });

  test('of another length, or born above 2^53 - 1, are none', () => {
    assert.equal(birthOf(Buffer.alloc(15)), undefined);
    assert.equal(birthOf(Buffer.alloc(17)), undefined);
    assert.equal(birthOf(Buffer.concat([Buffer.of(0x20), Buffer.alloc(15)])), undefined);
  });
});

test('protocol versions meet at the highest common one', () => {
  assert.equal(commonProtocol({ protocolMin: 1, protocolMax: 1 }), 1);
  assert.equal(commonProtocol({ protocolMin: 0, protocolMax: 9 }), 1);
  assert.equal(commonProtocol({ protocolMin: 2, protocolMax: 9 }), undefined);
  assert.equal(commonProtocol({ protocolMin: 0, protocolMax: 0 }), undefined);
});

test('connect URLs give their addresses', () => {
  assert.deepEqual(parseUrl('ledgerline://a:1,b.example:65535,[::1]:7,a:1/'), ['a:1', 'b.example:65535', '[::1]:7']);
});

test('an error is recognised across copies of the package', () => {
  const error = new LedgerlineError('DEADLINE', 'm', { outcome: 'unknown', attempts: 2 });
  assert.ok(LedgerlineError.is(error));
  assert.ok(LedgerlineError.is(Object.assign(new Error('m'), { name: 'LedgerlineError', code: 'DEADLINE', outcome: 'none' })));
  assert.equal(LedgerlineError.is(new Error('m')), false);
  assert.match(error.hint, /resolve/);
});
