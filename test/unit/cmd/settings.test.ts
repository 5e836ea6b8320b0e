// Precedence of the client settings, and what a wrong value is told.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clientSettings, DEFAULT_URL, parseDuration, parseWhole } from '../../../cmd/settings.ts';

let directory = '';
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'settings-'));
});
after(() => rm(directory, { recursive: true }));

async function config(text: string): Promise<string> {
  const path = join(directory, 'config.yaml');
  await writeFile(path, text);
  return path;
}

test('without anything the defaults hold', async () => {
  const settings = await clientSettings({}, { XDG_CONFIG_HOME: directory });
  assert.deepEqual(settings, { url: DEFAULT_URL, timeoutMs: 10_000, output: 'table' });
});

test('a flag wins over a variable, a variable over the file, the file over the default', async () => {
  const file = await config('url: ledgerline://file:1\ntimeout: 3s\noutput: json\n');
  const env = { XDG_CONFIG_HOME: directory, LEDGERLINE_URL: 'ledgerline://env:1', LEDGERLINE_TIMEOUT: '2s' };
  const settings = await clientSettings({ url: 'ledgerline://flag:1', config: file }, env);
  assert.deepEqual(settings, { url: 'ledgerline://flag:1', timeoutMs: 2_000, output: 'json' });
});

test('an empty variable counts as none', async () => {
  const settings = await clientSettings({}, { XDG_CONFIG_HOME: directory, LEDGERLINE_URL: '' });
  assert.equal(settings.url, DEFAULT_URL);
});

test('a wrong value is reported with the place it came from', async () => {
  const env = { XDG_CONFIG_HOME: directory };
  await assert.rejects(clientSettings({ output: 'xml' }, env), /--output: unknown output format 'xml'/);
  await assert.rejects(clientSettings({}, { ...env, LEDGERLINE_TIMEOUT: 'soon' }), /LEDGERLINE_TIMEOUT: 'soon' is not a duration/);
  await assert.rejects(clientSettings({ config: await config('timeout: later\n') }, env), /config\.yaml: timeout: 'later'/);
  await assert.rejects(clientSettings({ config: await config('adress: x\n') }, env), /adress: unknown key/);
  await assert.rejects(clientSettings({ config: await config('[1]\n') }, env), /expected the keys/);
});

test('a configuration file that was asked for must be there', async () => {
  await assert.rejects(clientSettings({ config: join(directory, 'absent.yaml') }, {}), /absent\.yaml: cannot be read/);
});

test('a duration is a number with a unit, seconds by default', () => {
  assert.equal(parseDuration('250ms', 't'), 250);
  assert.equal(parseDuration('1.5', 't'), 1_500);
  assert.equal(parseDuration('2m', 't'), 120_000);
  for (const wrong of ['0', '-1', '1h', '', '1 s', '25h', '1441m']) assert.throws(() => parseDuration(wrong, 't'));
});

test('a whole number is digits within its range', () => {
  const options = { name: '--seen', min: 0, max: 10 };
  assert.equal(parseWhole('10', options), 10);
  assert.equal(parseWhole('0', options), 0);
  for (const wrong of ['11', '-1', '1e1', '0x1', '1.0', '', ' 1']) assert.throws(() => parseWhole(wrong, options), /--seen/);
});
