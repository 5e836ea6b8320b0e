// Exit codes: which error ends a command with which status.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LedgerlineError } from '@ledgerline/client';
import { CommandError, describeError, EXIT, usageError } from '../../../cmd/exit.ts';

function coded(code: string, outcome: 'none' | 'unknown'): Error {
  return Object.assign(new Error(`it was ${code}`), { code, outcome, hint: 'do this' });
}

test('each code of the SDK has its exit status', () => {
  const expected = [
    ['CONFLICT', 5],
    ['STALE', 5],
    ['KEY_REUSED', 5],
    ['VOID', 5],
    ['NO_QUORUM', 4],
    ['UNREACHABLE', 3],
    ['UNKNOWN_PARTITION', 2],
    ['TOO_LARGE', 2],
    ['TOO_MANY_LOCKS', 2],
    ['INVALID', 2],
    ['SEEN_AHEAD', 1],
    ['OVERLOADED', 1],
    ['WRONG_CLUSTER', 1],
    ['DEADLINE', 1],
  ] as const;
  for (const [code, exit] of expected) {
    assert.deepEqual(describeError(coded(code, 'none')), { code, message: `it was ${code}`, hint: 'do this', outcome: 'none', exit });
  }
});

test('what the SDK says of places goes along, as far as it says it', () => {
  const snapshot = { index: 7, offset: 40 };
  const { offset, ...compacted } = describeError(new LedgerlineError('COMPACTED', 'gone', { offset: 41, snapshot }));
  assert.deepEqual([offset, compacted.snapshot, 'lock' in compacted], [41, snapshot, false]);
  const conflict = (name: Uint8Array) => describeError(new LedgerlineError('CONFLICT', 'lost', { offset: 3, lock: name }));
  assert.deepEqual([conflict(Buffer.from('alice')).lock, conflict(Buffer.from('alice')).offset], ['alice', 3]);
  assert.deepEqual([conflict(Uint8Array.of(255)).lock, conflict(Uint8Array.of(255)).lockBase64], [undefined, '/w==']);
});

test('an unknown outcome is never reported as anything else', () => {
  for (const code of ['DEADLINE', 'NO_QUORUM', 'UNREACHABLE', 'ABORTED']) {
    assert.equal(describeError(coded(code, 'unknown')).exit, EXIT.outcomeUnknown);
  }
});

test("a command's own error keeps its status, code and hint", () => {
  assert.deepEqual(describeError(usageError('wrong', 'right')), {
    code: 'USAGE',
    message: 'wrong',
    hint: 'right',
    outcome: 'none',
    exit: 2,
  });
  const damage = new CommandError('bad frame', { exit: EXIT.damage, code: 'DAMAGE', hint: 'h' });
  assert.equal(describeError(damage).exit, 6);
});

test('a code that the message begins with is said once', () => {
  const message = "no such file or directory, mkdir '/proc/x'";
  const ofNode = Object.assign(new Error(`ENOENT: ${message}`), { code: 'ENOENT' });
  const ofLog = new CommandError(`IO: ${message}`, { exit: EXIT.failed, code: 'IO', hint: '' });
  for (const error of [ofNode, ofLog]) assert.equal(describeError(error).message, message);
  assert.equal(describeError(new CommandError('IOU: x', { exit: EXIT.failed, code: 'IO', hint: '' })).message, 'IOU: x');
});

test('anything else that is thrown fails with status 1', () => {
  assert.equal(describeError(new Error('x')).exit, EXIT.failed);
  assert.equal(describeError('text').message, 'text');
});
