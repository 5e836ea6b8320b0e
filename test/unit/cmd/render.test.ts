// The one renderer: what reaches stdout and stderr in each format.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeError, EXIT, usageError } from '../../../cmd/exit.ts';
import { OUTPUT_FORMATS, type OutputFormat, Renderer } from '../../../cmd/render.ts';
import { tableText } from '../../../cmd/table.ts';

function rendered(format: OutputFormat, use: (render: Renderer) => void): { out: string; err: string } {
  const written = { out: '', err: '' };
  use(
    new Renderer(format, {
      out: (text) => {
        written.out += text;
      },
      err: (text) => {
        written.err += text;
      },
    }),
  );
  return written;
}

test('a document is one line of JSON, or the text for a human', () => {
  const use = (render: Renderer): void => render.document({ a: 1 }, () => 'one');
  assert.equal(rendered('json', use).out, '{"a":1}\n');
  assert.equal(rendered('ndjson', use).out, '{"a":1}\n');
  assert.equal(rendered('table', use).out, 'one\n');
});

test('records make a JSON array, a line each, or the text for a human', () => {
  for (const count of [0, 1, 3]) {
    const use = (render: Renderer): void => {
      const records = render.records();
      for (let at = 0; at < count; at++) records.record(`{"n":${at}}`, () => `n ${at}`);
      records.end();
    };
    const expected = Array.from({ length: count }, (_, n) => ({ n }));
    assert.deepEqual(JSON.parse(rendered('json', use).out), expected);
    assert.equal(rendered('ndjson', use).out, expected.map((value) => `${JSON.stringify(value)}\n`).join(''));
    assert.equal(rendered('table', use).out, expected.map((value) => `n ${value.n}\n`).join(''));
  }
});

test('notes and errors never reach stdout', () => {
  for (const format of OUTPUT_FORMATS) {
    const { out, err } = rendered(format, (render) => {
      render.note('half way');
      render.error(describeError(usageError('wrong', 'try this')));
    });
    assert.equal(out, '');
    assert.match(err, /half way/);
    assert.match(err, /wrong/);
    assert.match(err, /try this/);
  }
});

test('an error for a machine is one line of JSON with its exit status', () => {
  const { err } = rendered('json', (render) => render.error(describeError(usageError('wrong', 'try this'))));
  assert.deepEqual(JSON.parse(err), { error: { code: 'USAGE', message: 'wrong', hint: 'try this', outcome: 'none', exit: EXIT.usage } });
});

test('a table is aligned and has no trailing blanks', () => {
  const text = tableText({
    columns: ['node', 'role'],
    rows: [
      ['n1', 'LEADER'],
      ['n2-long', 'x'],
    ],
  });
  assert.deepEqual(
    text.split('\n').map((line) => line.trim().split(/\s+/)),
    [
      ['NODE', 'ROLE'],
      ['n1', 'LEADER'],
      ['n2-long', 'x'],
    ],
  );
  const lines = text.split('\n');
  assert.equal(lines[1]?.indexOf('LEADER'), lines[2]?.indexOf('x'));
  for (const line of lines) assert.equal(line, line.trimEnd());
});
