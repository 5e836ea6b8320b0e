// Replays the golden plays in the files that are named, in a build that may have a bug in it, and says in one line which rules they break.
import { readFileSync } from 'node:fs';
import { replayPlay } from './scenes.ts';

const rules = process.argv
  .slice(2)
  .flatMap((file) => replayPlay(readFileSync(file, 'utf8')).broken.map(({ rule, message }) => rule ?? message));
console.log(JSON.stringify([...new Set(rules)]));
