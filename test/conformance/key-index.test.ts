// The key index in Level.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLevelKeyIndex } from '../../log/level-key-index.ts';
import { keyIndexSuite } from './key-index-suite.ts';

keyIndexSuite('level', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-keys-'));
  let index = await openLevelKeyIndex(`${directory}/keys`);
  return {
    index,
    reopen: async () => {
      await index.close();
      index = await openLevelKeyIndex(`${directory}/keys`);
      return index;
    },
    dispose: async () => {
      await index.close();
      await rm(directory, { recursive: true });
    },
  };
});
