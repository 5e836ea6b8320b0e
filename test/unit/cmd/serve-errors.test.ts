// What ends a node comes out with its code, its next step and the exit status of its kind.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { CommandError, EXIT } from '../../../cmd/exit.ts';
import { serveError } from '../../../cmd/serve-errors.ts';
import { corrupt, ioFailed } from '../../../log/errors.ts';

describe('the errors of a node', () => {
  test('a failed call of the file system ends it as failed, damage as damage, each with the next step and once with its code', () => {
    const full = ioFailed('cannot write to the state', '/data/state', new Error('IO error: No space left on device'));
    const damaged = corrupt('bytes are missing', { file: '/data/state' });
    for (const [error, exit] of [
      [full, EXIT.failed],
      [damaged, EXIT.damage],
    ] as const) {
      const mapped = serveError(error);
      assert.ok(mapped instanceof CommandError);
      assert.deepEqual([mapped.code, mapped.exit, mapped.cause], [error.code, exit, error]);
      assert.equal(`${mapped.code}: ${mapped.message}`, error.message);
    }
    assert.match(full.message, /cannot write to the state: .*No space left.*\/data\/state.*Check the disk, its free space/);
  });

  test('an error of the programmer stays what it is', () => {
    const error = new TypeError('undefined is not a function');
    assert.equal(serveError(error), error);
  });
});
