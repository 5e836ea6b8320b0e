// A follower's progress: probing, windows of messages and bytes, acknowledgements.
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { Progress } from '../../../../consensus/core/progress.ts';
import { N2 } from './support.ts';

const WINDOW = { bytesMax: 100, messagesMax: 3 };

function replicating(): Progress {
  const progress = new Progress(N2, 6);
  progress.sent({ lastIndex: 6, bytes: 10, commit: 0 });
  progress.acknowledged(5, 0);
  return progress;
}

test('a probe sends one append and then waits', () => {
  const progress = new Progress(N2, 6);
  strictEqual(progress.hasRoom(WINDOW), true);
  progress.sent({ lastIndex: 8, bytes: 10, commit: 0 });
  strictEqual(progress.hasRoom(WINDOW), false);
  strictEqual(progress.nextIndex, 6);
});

test('an acknowledged probe begins to replicate, from what matched', () => {
  const progress = replicating();
  deepStrictEqual([progress.mode, progress.matchIndex, progress.nextIndex], ['replicate', 5, 6]);
});

test('match index 0 is knowledge, too: an empty log was acknowledged', () => {
  const progress = new Progress(N2, 1);
  progress.sent({ lastIndex: 0, bytes: 0, commit: 0 });
  progress.acknowledged(0, 0);
  deepStrictEqual([progress.mode, progress.matchIndex, progress.nextIndex], ['replicate', 0, 1]);
});

test('the window closes by messages and opens with acknowledgements', () => {
  const progress = replicating();
  for (const lastIndex of [6, 7, 8]) progress.sent({ lastIndex, bytes: 10, commit: 0 });
  strictEqual(progress.hasRoom(WINDOW), false);
  progress.acknowledged(7, 0);
  deepStrictEqual(progress.inFlight, [{ lastIndex: 8, bytes: 10 }]);
  strictEqual(progress.inFlightBytes, 10);
  strictEqual(progress.hasRoom(WINDOW), true);
});

test('the window closes by bytes', () => {
  const progress = replicating();
  progress.sent({ lastIndex: 6, bytes: 99, commit: 0 });
  strictEqual(progress.hasRoom(WINDOW), true);
  progress.sent({ lastIndex: 7, bytes: 1, commit: 0 });
  strictEqual(progress.hasRoom(WINDOW), false);
});

test('an acknowledgement within an append frees nothing of it', () => {
  const progress = replicating();
  progress.sent({ lastIndex: 9, bytes: 40, commit: 0 });
  progress.acknowledged(8, 0);
  deepStrictEqual([progress.matchIndex, progress.inFlightBytes], [8, 40]);
});

test('a late acknowledgement changes nothing', () => {
  const progress = replicating();
  progress.sent({ lastIndex: 9, bytes: 40, commit: 0 });
  progress.acknowledged(9, 0);
  progress.acknowledged(7, 0);
  deepStrictEqual([progress.matchIndex, progress.nextIndex], [9, 10]);
});

test('an empty append takes no room', () => {
  const progress = replicating();
  progress.sent({ lastIndex: 5, bytes: 0, commit: 5 });
  deepStrictEqual([progress.inFlight, progress.nextIndex, progress.toldCommit], [[], 6, 5]);
});

test('a probe counts a rejection only of what it sent last; replication only of what is under way', () => {
  const probe = new Progress(N2, 6);
  deepStrictEqual(
    [4, 5, 6].map((index) => probe.isNewRejection(index)),
    [false, true, false],
  );
  const progress = replicating();
  progress.sent({ lastIndex: 7, bytes: 10, commit: 0 });
  deepStrictEqual(
    [5, 6, 7, 8].map((index) => progress.isNewRejection(index)),
    [false, true, true, false],
  );
});

test('going back to probe empties the window and never goes below what matched', () => {
  const progress = replicating();
  progress.sent({ lastIndex: 7, bytes: 10, commit: 5 });
  progress.becomeProbe(6);
  deepStrictEqual([progress.mode, progress.inFlight, progress.inFlightBytes, progress.toldCommit], ['probe', [], 0, 0]);
  throws(() => progress.becomeProbe(5), /what matched is not sent again/);
});

test('a follower is stalled if nothing was acknowledged since the last heartbeat reply although something is under way', () => {
  const progress = replicating();
  strictEqual(progress.maybeStalled(), false, 'nothing is under way, and something was acknowledged');
  progress.sent({ lastIndex: 7, bytes: 10, commit: 0 });
  strictEqual(progress.maybeStalled(), true);
  progress.acknowledged(6, 0);
  strictEqual(progress.maybeStalled(), false);
  strictEqual(progress.maybeStalled(), true);
  progress.acknowledged(7, 0);
  progress.maybeStalled();
  strictEqual(progress.maybeStalled(), false, 'all is acknowledged');
});

test('who needs a snapshot is sent nothing, is not stalled and rejects nothing', () => {
  const progress = replicating();
  progress.sent({ lastIndex: 8, bytes: 10, commit: 0 });
  progress.becomeSnapshot();
  deepStrictEqual([progress.mode, progress.nextIndex, progress.inFlight, progress.inFlightBytes], ['snapshot', 6, [], 0]);
  strictEqual(progress.hasRoom(WINDOW), false);
  strictEqual(progress.maybeStalled(), false);
  strictEqual(progress.isNewRejection(5), false);
  throws(() => progress.sent({ lastIndex: 6, bytes: 0, commit: 0 }), /is sent no appends/);
});

test('a snapshot, or a probe, that is acknowledged below the base goes on as it is; at the base it replicates', () => {
  for (const begin of [() => replicating(), () => new Progress(N2, 21)]) {
    const progress = begin();
    if (progress.mode === 'replicate') progress.becomeSnapshot();
    const { mode } = progress;
    progress.acknowledged(19, 20);
    deepStrictEqual([progress.mode, progress.matchIndex], [mode, 19]);
    strictEqual(progress.nextIndex > 19, true);
    progress.acknowledged(20, 20);
    deepStrictEqual([progress.mode, progress.matchIndex, progress.nextIndex], ['replicate', 20, 21]);
  }
});
