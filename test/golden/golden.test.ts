// Runs every scenario beside this file (in the source tree) and compares what the cores did with what the script says; then what all of them cover.
// `UPDATE_GOLDEN=1` rewrites the scripts and the table in README.md; the difference is then reviewed like code.
import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Coverage } from './coverage.ts';
import { PLAYS, playNames, readPlay, runPlay } from './play.ts';

const TABLE_BEGINS = '<!-- table -->\n';
const isUpdating = process.env.UPDATE_GOLDEN === '1';
const coverage = new Coverage();

for (const name of playNames()) {
  test(`golden: ${name}`, () => {
    const script = readPlay(name);
    const { text, deliveries } = runPlay(script);
    for (const delivery of deliveries) coverage.note(name, delivery);
    if (isUpdating) writeFileSync(join(PLAYS, name), text);
    else strictEqual(text, script);
  });
}

test('golden: what no play shows is a gap, what arrives only in passing is one, and what cannot arrive contradicts', () => {
  const few = new Coverage();
  const all = few.gaps().length;
  few.note('a.txt', { kind: 'append', role: 'follower', relation: 'equal', isShown: true });
  few.note('a.txt', { kind: 'append', role: 'follower', relation: 'later', isShown: false });
  strictEqual(few.gaps().length, all - 1);
  deepStrictEqual(
    few.gaps().filter((cell) => cell.startsWith('append at a follower')),
    ['append at a follower of older term', 'append at a follower of later term'],
  );
  deepStrictEqual(few.contradictions(), []);
  few.note('a.txt', { kind: 'append', role: 'leader', relation: 'equal', isShown: false });
  deepStrictEqual(few.contradictions(), ['append at a leader of equal term']);
});

test('golden: nothing goes wrong in a play', () => {
  const wrong = playNames().filter((name) => /^ *error: /m.test(readPlay(name)));
  deepStrictEqual(wrong, []);
});

test('golden: every play begins with what it shows', () => {
  for (const name of playNames()) match(readPlay(name), /^# \S/, name);
});

test('golden: every message that can come is shown in every role, from an older, the same and a later term', () => {
  deepStrictEqual(coverage.gaps(), []);
});

test('golden: no message comes that is said to be impossible', () => {
  deepStrictEqual(coverage.contradictions(), []);
});

test('golden: the table in README.md says which play shows what', () => {
  const path = join(PLAYS, 'README.md');
  const [head = ''] = readFileSync(path, 'utf8').split(TABLE_BEGINS);
  const expected = `${head}${TABLE_BEGINS}\n${coverage.table()}`;
  if (isUpdating) writeFileSync(path, expected);
  else strictEqual(readFileSync(path, 'utf8'), expected);
});
