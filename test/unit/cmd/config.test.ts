// The server's configuration: what is accepted, and how each mistake is named.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadConfig, parseConfig, type ServerConfig } from '../../../cmd/config.ts';
import { DEFAULT_CLUSTER_LIMITS } from '../../../consensus/limits.ts';
import { DEFAULT_STORAGE_OPTIONS } from '../../../consensus/storage-options.ts';

const FILE = '/etc/ledgerline/n1.yaml';
const GOOD = `
node: { id: n1, data: data }
cluster:
  initialMembers:
    - { id: n1, peer: "10.0.0.1:7501", client: "10.0.0.1:7401" }
    - { id: n2, peer: "10.0.0.2:7501", client: "10.0.0.2:7401" }
`;

function parse(text: string, env: NodeJS.ProcessEnv = {}): ServerConfig {
  return parseConfig(text, { file: FILE, env });
}

function refusal(text: string, env: NodeJS.ProcessEnv = {}): string {
  try {
    parse(text, env);
  } catch (error) {
    assert.ok(error instanceof Error);
    return error.message;
  }
  assert.fail('the configuration was accepted');
}

test('the least configuration is completed with defaults', () => {
  const config = parse(GOOD);
  assert.deepEqual(config.node, { id: 'n1', data: '/etc/ledgerline/data' });
  assert.deepEqual(config.listen, { client: '10.0.0.1:7401', peer: '10.0.0.1:7501' });
  assert.equal(config.cluster.partitions, 1);
  assert.deepEqual(config.cluster.limits, DEFAULT_CLUSTER_LIMITS);
  assert.deepEqual(config.log, { level: 'info' });
  assert.deepEqual(config.storage, DEFAULT_STORAGE_OPTIONS);
});

test('JSON is read as well', () => {
  const json = JSON.stringify({ node: { id: 'a', data: '/d' }, cluster: { initialMembers: [{ id: 'a', peer: 'h:1', client: 'h:2' }] } });
  assert.equal(parse(json).node.id, 'a');
});

test('variables win over the file, and mistakes in them are named by the variable', () => {
  const config = parse(GOOD, {
    LEDGERLINE_NODE_ID: 'n2',
    LEDGERLINE_STORAGE_RETENTION: 'snapshot',
    LEDGERLINE_LISTEN_CLIENT: '0.0.0.0:9',
    LEDGERLINE_LOG_LEVEL: 'debug',
  });
  assert.equal(config.node.id, 'n2');
  assert.deepEqual(config.listen, { client: '0.0.0.0:9', peer: '10.0.0.2:7501' });
  assert.equal(config.log.level, 'debug');
  assert.deepEqual(config.storage.retention, { keep: 'snapshot' });
  assert.match(
    refusal(GOOD, { LEDGERLINE_LISTEN_PEER: 'nowhere' }),
    /^LEDGERLINE_LISTEN_PEER: listen\.peer: expected host:port.*found "nowhere"/,
  );
});

test('each mistake is named by file, key and what was expected', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    [GOOD.replace('id: n1, data', 'id: N1, data'), /node\.id: expected 1 to 64 characters.*found "N1"/],
    [GOOD.replace('id: n1, data', 'id: n9, data'), /node\.id: expected one of cluster\.initialMembers \(n1, n2\), found 'n9'/],
    [GOOD.replace('data: data', 'data: 5'), /node\.data: expected the path of a directory, found 5/],
    [GOOD.replace('node: { id: n1, data: data }', ''), /node: expected a section with keys, found nothing/],
    [GOOD.replace('10.0.0.2:7501', '10.0.0.2'), /cluster\.initialMembers\.1\.peer: expected host:port.*found "10\.0\.0\.2"/],
    [GOOD.replace('10.0.0.2:7501', '10.0.0.2:70000'), /cluster\.initialMembers\.1\.peer: expected host:port/],
    [GOOD.replace('10.0.0.2:7501', '10.0.0.2:0'), /cluster\.initialMembers\.1\.peer: expected host:port/],
    [GOOD.replace('id: n2', 'id: n1'), /cluster\.initialMembers\.1\.id: expected a value of its own, found 'n1'/],
    [GOOD.replace('10.0.0.2:7401', '10.0.0.1:7401'), /initialMembers\.1\.client: expected a value of its own/],
    [`${GOOD}  partitions: 0\n`, /cluster\.partitions: expected a whole number from 1 to 64, found 0/],
    [`${GOOD}  partitions: many\n`, /cluster\.partitions: expected a whole number from 1 to 64, found "many"/],
    [`${GOOD}  limits: { locksMax: 0 }\n`, /cluster\.limits\.locksMax: expected a whole number/],
    [`${GOOD}  limits: { lockMax: 5 }\n`, /cluster\.limits\.lockMax: unknown key/],
    [`${GOOD}nodes: 3\n`, /nodes: unknown key; expected node, listen, cluster, storage, log/],
    [`${GOOD}storage: { retention: some }\n`, /storage\.retention: expected everything, snapshot, .*found "some"/],
    [`${GOOD}storage: { retention: { bytes: 10, age: 1d } }\n`, /storage\.retention: expected everything/],
    [`${GOOD}storage: { spaceReserve: lots }\n`, /storage\.spaceReserve: expected bytes, e\.g\. 256MiB, found "lots"/],
    [`${GOOD}storage: { snapshotInterval: 1KiB }\n`, /storage\.snapshotInterval: expected bytes/],
    [`${GOOD}log: { level: loud }\n`, /log\.level: expected one of trace/],
    ['', /expected the keys node and cluster, found nothing/],
    ['[]', /expected the keys node and cluster/],
    ['node: {', /n1\.yaml:\d+: not YAML or JSON/],
  ];
  for (const [text, expected] of cases) {
    const message = refusal(text);
    assert.match(message, expected);
    assert.ok(message.startsWith(FILE), message);
  }
});

const JOINING = `
node: { id: n4, data: data }
listen: { client: "10.0.0.4:7401", peer: "10.0.0.4:7501" }
cluster:
  join: ["10.0.0.1:7501", "n2:7501"]
`;

test('a node that joins names running nodes and what it binds; the rest comes from the cluster unless it is given', () => {
  const config = parse(JOINING);
  assert.deepEqual(config.cluster, {
    kind: 'join',
    join: ['10.0.0.1:7501', 'n2:7501'],
    partitions: undefined,
    limits: {},
    acknowledge: undefined,
  });
  assert.deepEqual(config.listen, { client: '10.0.0.4:7401', peer: '10.0.0.4:7501' });
  const { cluster } = parse(`${JOINING}  partitions: 4\n  limits: { locksMax: 7 }\n  acknowledge: durable\n`);
  assert.deepEqual([cluster.partitions, cluster.limits, cluster.acknowledge], [4, { locksMax: 7 }, 'durable']);
});

test('a node forms a cluster or joins one: both, neither, and what a joining node lacks are named', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    [`${GOOD}  join: ["10.0.0.1:7501"]\n`, /cluster: expected initialMembers, to form a new cluster, or join, .*found both/],
    ['node: { id: n1, data: data }\ncluster: { partitions: 1 }\n', /cluster: expected initialMembers, .*or join, .*found neither/],
    [JOINING.replace('["10.0.0.1:7501", "n2:7501"]', '[]'), /cluster\.join: expected at least one peer address/],
    [JOINING.replace('n2:7501', 'n2'), /cluster\.join\.1: expected host:port.*found "n2"/],
    [JOINING.replace(', peer: "10.0.0.4:7501"', ''), /listen\.peer: expected host:port, since cluster\.join does not say/],
    [`${JOINING}  limits: { locksMax: 0 }\n`, /cluster\.limits\.locksMax: expected a whole number/],
  ];
  for (const [text, expected] of cases) assert.match(refusal(text), expected);
});

test('several mistakes are named at once', () => {
  assert.equal(refusal(GOOD.replace('id: n1, data: data', 'id: N1, data: 5')).split('\n').length, 2);
});

test('a file that is not there is named', async () => {
  await assert.rejects(loadConfig('/nowhere/at/all.yaml', {}), /\/nowhere\/at\/all\.yaml: cannot be read: ENOENT/);
});

test('what a node keeps is everything, or back to a snapshot, a size or an age', () => {
  const retentionOf = (text: string) => parse(`${GOOD}storage: { retention: ${text} }\n`).storage.retention;
  assert.deepEqual(retentionOf('everything'), { keep: 'everything' });
  assert.deepEqual(retentionOf('snapshot'), { keep: 'snapshot' });
  assert.deepEqual(retentionOf('{ bytes: 10GiB }'), { keep: 'bytes', bytes: 10 * 1024 ** 3 });
  assert.deepEqual(retentionOf('{ age: 30d }'), { keep: 'age', ms: 30 * 86_400_000 });
  const { storage } = parse(`${GOOD}storage: { snapshotInterval: 1MiB, spaceReserve: 0, scrubRate: 0 }\n`);
  assert.deepEqual(storage, {
    retention: { keep: 'everything' },
    snapshotIntervalBytes: 1048576,
    spaceReserveBytes: 0,
    scrubBytesPerSecond: 0,
  });
});

test('the documented example is accepted and shows the defaults', () => {
  const config = parse(readFileSync('deploy/node.yaml', 'utf8'));
  assert.deepEqual(config.cluster.limits, DEFAULT_CLUSTER_LIMITS);
  assert.deepEqual(config.storage, DEFAULT_STORAGE_OPTIONS);
  assert.ok(config.cluster.kind === 'form');
  assert.equal(config.cluster.initialMembers.length, 3);
});
