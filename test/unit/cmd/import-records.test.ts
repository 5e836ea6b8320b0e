// The lines of an import file: what is a record, what is a bad line, and which line it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvLines, formatOf, type ImportLine, ndjsonLines } from '../../../cmd/import-records.ts';

type Reader = (chunks: AsyncIterable<Buffer>) => AsyncGenerator<ImportLine>;

async function* chunked(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The lines as short texts, `3:{"a":1}` or `3!reason`; the same for every way of cutting the file into chunks. */
async function read(reader: Reader, content: string | Buffer): Promise<string[]> {
  const bytes = Buffer.from(content);
  const results: string[][] = [];
  for (const size of [1, 7, 1 << 20]) {
    const result: string[] = [];
    for await (const item of reader(chunked(bytes, size))) {
      result.push(item.kind === 'bad' ? `${item.line}!${item.reason}` : `${item.line}:${item.data}`);
    }
    results.push(result);
  }
  assert.deepEqual(results[0], results[1]);
  assert.deepEqual(results[1], results[2]);
  return results[0] ?? [];
}

test('each line of NDJSON keeps its own bytes and its number; empty lines count but hold nothing', async () => {
  assert.deepEqual(await read(ndjsonLines, '{"a": 1.10}\n\n  {"b":2}\r\n{"c":9007199254740993}'), [
    '1:{"a": 1.10}',
    '3:{"b":2}',
    '4:{"c":9007199254740993}',
  ]);
});

test('a line that is not a JSON object is bad', async () => {
  const lines = await read(ndjsonLines, '{"a":1}\n{"a":\n[1]\nnull\n5\n{"z":1}\n');
  assert.equal(lines.length, 6);
  assert.match(lines[1] ?? '', /^2!not JSON: /);
  assert.deepEqual(lines.slice(2, 5), ['3!not a JSON object', '4!not a JSON object', '5!not a JSON object']);
  assert.equal(lines[5], '6:{"z":1}');
});

test('bytes that are not UTF-8 are bad, not replaced', async () => {
  const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}\n')]);
  assert.deepEqual(await read(ndjsonLines, bytes), ['1!not UTF-8']);
});

test('CSV becomes an object of texts in the order of the columns', async () => {
  assert.deepEqual(await read(csvLines, 'id,cents\na,007\n"b ""x""","1,5"\n'), [
    '2:{"id":"a","cents":"007"}',
    '3:{"id":"b \\"x\\"","cents":"1,5"}',
  ]);
});

test('a record of CSV is numbered by the line it starts on', async () => {
  const lines = await read(csvLines, 'id,t\n1,"two\nlines"\n\n\n2,x\n3,"a\nb\nc"\n4,y\n');
  assert.deepEqual(
    lines.map((line) => line.split(':')[0]),
    ['2', '6', '7', '10'],
  );
});

test('a record with too few or too many fields is bad, and the next one is read', async () => {
  assert.deepEqual(await read(csvLines, 'id,t\n1\n2,x\n3,y,z\n'), [
    '2!1 fields where the header has 2',
    '3:{"id":"2","t":"x"}',
    '4!3 fields where the header has 2',
  ]);
});

test('broken quoting ends the reading with the good records before it', async () => {
  const lines = await read(csvLines, 'id,t\n1,x\n2,a"b\n3,y\n');
  assert.equal(lines.length, 2);
  assert.equal(lines[0], '2:{"id":"1","t":"x"}');
  assert.match(lines[1] ?? '', /^3!not CSV: /);
  const open = await read(csvLines, 'id,t\n1,x\n2,"open\n');
  assert.equal(open[0], '2:{"id":"1","t":"x"}');
  assert.match(open[1] ?? '', /!not CSV: Quote Not Closed/);
});

test('what ends the reading says so, and other bad lines do not', async () => {
  const ends = async (content: string): Promise<(true | undefined)[]> => {
    const items: (true | undefined)[] = [];
    for await (const item of csvLines(chunked(Buffer.from(content), 64))) if (item.kind === 'bad') items.push(item.isLast);
    return items;
  };
  assert.deepEqual(await ends('id,t\n1,x\n2,a"b\n3,y\n'), [true]);
  assert.deepEqual(await ends('id,t\n1,x\n2,"open\n'), [true]);
  assert.deepEqual(await ends('id,id\n1,x\n'), [true]);
  assert.deepEqual(await ends('id,t\n1\n2,x,y\n3,z\n'), [undefined, undefined]);
});

test('a line of NDJSON that is too long is bad, and the next one is read', async () => {
  const line = (bytes: number): string => `{"a":"${'x'.repeat(bytes - 8)}"}`;
  const most = 4 * 1024 * 1024;
  const content = Buffer.from([line(most), line(most + 1), '{"b":1}', line(3 * most), '{"c":1}'].join('\n'));
  for (const size of [64 * 1024, content.length]) {
    const items: string[] = [];
    let position = 0;
    for await (const item of ndjsonLines(chunked(content, size))) {
      items.push(item.kind === 'bad' ? `${item.line}!${item.reason}` : `${item.line}:${item.data.length}`);
      assert.ok(item.position > position);
      position = item.position;
    }
    assert.deepEqual(items, ['1:4194304', '2!longer than 4194304 bytes', '3:7', '4!longer than 4194304 bytes', '5:7']);
    assert.equal(position, content.length + 1);
  }
});

test('a header with a name twice, or without one, is bad', async () => {
  assert.deepEqual(await read(csvLines, 'id,id\n1,2\n'), ["1!the header names the column 'id' twice"]);
  assert.deepEqual(await read(csvLines, 'id,\n1,2\n'), ['1!the header has a column without a name']);
});

test('CSV with bytes that are not UTF-8 is bad', async () => {
  const bytes = Buffer.concat([Buffer.from('id,t\n1,'), Buffer.from([0xff]), Buffer.from('\n2,x\n')]);
  assert.deepEqual(await read(csvLines, bytes), ['2!not UTF-8', '3:{"id":"2","t":"x"}']);
});

test('an empty file holds nothing', async () => {
  assert.deepEqual(await read(ndjsonLines, ''), []);
  assert.deepEqual(await read(csvLines, ''), []);
});

test('the format follows the name of the file', () => {
  assert.equal(formatOf('a/b.CSV'), 'csv');
  assert.equal(formatOf('a/b.ndjson'), 'ndjson');
  assert.equal(formatOf('csv'), 'ndjson');
});
