// The genesis text: one text for one genesis, every field checked, unknown versions refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  configurationDifference,
  configurationTextOf,
  GenesisError,
  genesisTextOf,
  isAddress,
  isNodeId,
  parseGenesis,
} from '../../../consensus/genesis.ts';
import { DEFAULT_CLUSTER_LIMITS } from '../../../consensus/limits.ts';
import type { Member, NodeId } from '../../../consensus/types.ts';

const hash = (text: string): string => `hash of ${text.length}`;

function member(id: string): Member {
  return { id: id as NodeId, incarnation: 'ab'.repeat(16), peerAddress: `${id}.example:7001`, clientAddress: '[::1]:7002' };
}

const GENESIS = { formatVersion: 1, partitions: 2, limits: DEFAULT_CLUSTER_LIMITS, members: [member('n1'), member('n2')] };

test('a genesis survives its text, and its cluster id is the hash of it', () => {
  const text = genesisTextOf(GENESIS);
  assert.deepEqual(parseGenesis(text, hash), { ...GENESIS, clusterId: `hash of ${text.length}` });
});

test('what is not the rule is in the text only where it applies', () => {
  const text = genesisTextOf(GENESIS);
  const relaxed = { ...GENESIS, acknowledge: 'received', restoredFrom: 'ab'.repeat(32) } as const;
  const relaxedText = genesisTextOf(relaxed);
  assert.doesNotMatch(text, /acknowledge|restoredFrom/);
  assert.deepEqual(parseGenesis(relaxedText, hash), { ...relaxed, clusterId: hash(relaxedText) });
  const difference = configurationDifference(configurationTextOf(GENESIS), configurationTextOf(relaxed));
  assert.deepEqual(difference, { key: 'acknowledge', ours: 'absent', theirs: '"received"' });
  for (const wrong of [relaxedText.replace('received', 'durable'), relaxedText.replace('abab', 'ABAB')]) {
    assert.throws(() => parseGenesis(wrong, hash), GenesisError, wrong);
  }
});

test('the order in which members are given does not matter', () => {
  assert.equal(genesisTextOf({ ...GENESIS, members: [...GENESIS.members].reverse() }), genesisTextOf(GENESIS));
});

test('a genesis of a later version is refused with the next step', () => {
  assert.throws(
    () => parseGenesis(genesisTextOf({ ...GENESIS, formatVersion: 2 }), hash),
    /formatVersion is 2, this build knows 1; run the version/,
  );
});

test('a text that is not exactly the canonical one is refused', () => {
  const text = genesisTextOf(GENESIS);
  const broken = [
    '',
    'null',
    '[]',
    `${text} `,
    text.slice(0, -1),
    text.replace('{"formatVersion":1,', '{"formatVersion":1,"extra":1,'),
    text.replace('"partitions":2', '"partitions":2.5'),
    text.replace('"partitions":2', '"partitions":0'),
    text.replace('"partitions":2', '"partitions":65'),
    text.replace('"partitions":2', '"partitions":"2"'),
    text.replace('"locksMax":256', '"locksMax":65536'),
    text.replace('"id":"n1"', '"id":"N1"'),
    text.replace('"id":"n1"', '"id":"n2"'),
    text.replace('ab'.repeat(16), 'ab'.repeat(15)),
    text.replace('n1.example:7001', 'n1.example'),
    genesisTextOf({ ...GENESIS, members: [] }),
    genesisTextOf({ ...GENESIS, members: ['1', '2', '3', '4', '5', '6', '7', '8'].map(member) }),
  ];
  for (const candidate of broken) assert.throws(() => parseGenesis(candidate, hash), GenesisError, candidate);
});

test('a difference between configurations is named by key, with both values', () => {
  const ours = configurationTextOf(GENESIS);
  const moved = { ...member('n2'), clientAddress: 'elsewhere:1' };
  assert.equal(configurationDifference(ours, ours), undefined);
  assert.deepEqual(configurationDifference(ours, configurationTextOf({ ...GENESIS, partitions: 3 })), {
    key: 'partitions',
    ours: '2',
    theirs: '3',
  });
  assert.deepEqual(configurationDifference(ours, configurationTextOf({ ...GENESIS, members: [member('n1'), moved] })), {
    key: 'members.n2.clientAddress',
    ours: '"[::1]:7002"',
    theirs: '"elsewhere:1"',
  });
  assert.deepEqual(configurationDifference(ours, configurationTextOf({ ...GENESIS, members: [member('n1')] })), {
    key: 'members.n2.id',
    ours: '"n2"',
    theirs: 'absent',
  });
  assert.deepEqual(configurationDifference(ours, configurationTextOf({ ...GENESIS, limits: { ...GENESIS.limits, lockRows: 7 } })), {
    key: 'limits.lockRows',
    ours: '262144',
    theirs: '7',
  });
  assert.equal(configurationDifference(ours, 'garbage')?.key, 'configuration');
  assert.equal(configurationDifference(ours, ` ${ours}`)?.key, 'configuration');
});

test('node ids and addresses are what the vocabulary says', () => {
  for (const id of ['n', 'n1', 'a-b-9', 'x'.repeat(64)]) assert.ok(isNodeId(id), id);
  for (const id of ['', 'N1', 'n_1', 'n1 ', 'x'.repeat(65), 'é']) assert.ok(!isNodeId(id), id);
  for (const address of ['h:1', '127.0.0.1:65535', '[::1]:7001', 'a-b.c_d:80']) assert.ok(isAddress(address), address);
  for (const address of ['h', 'h:', ':1', 'h:0', 'h:65536', 'h:1:2', 'h :1', '::1:80', 'http://h:1'])
    assert.ok(!isAddress(address), address);
});
