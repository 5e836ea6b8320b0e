// What a node's configuration says of its cluster: which machine makes it part of one, whom that dials, and whether the configuration agrees with the genesis that is here.
import { createHash } from 'node:crypto';
import type { FormingMachine } from '../consensus/forming.ts';
import { type ClusterConfiguration, configurationDifference, configurationTextOf } from '../consensus/genesis.ts';
import type { MembershipAt } from '../consensus/members-view.ts';
import { Forming } from '../consensus/node/membership/forming.ts';
import { givenDifference, Joining } from '../consensus/node/membership/joining.ts';
import type { Genesis } from '../consensus/types.ts';
import type { DataDirectory } from '../log/data-directory.ts';
import type { FormingCluster, ServerConfig } from './config.ts';
import { CommandError, EXIT } from './exit.ts';

type Held = Pick<DataDirectory, 'identity' | 'genesisText' | 'joined' | 'restoredFrom'>;

/** How a node becomes part of its cluster, and whom it introduces itself to by which name. */
export interface Entry {
  readonly machine: FormingMachine;
  readonly peers: readonly { readonly id: string; readonly peerAddress: string }[];
}

/** Throws what the machines throw, and `CommandError` for a configuration that contradicts the data directory. */
export function entryOf(config: ServerConfig, directory: Held, newestMembership: () => MembershipAt | undefined): Entry {
  const { cluster, node } = config;
  const facts = {
    id: node.id,
    incarnation: directory.identity.incarnation,
    genesis: directory.genesisText,
    joined: directory.joined,
    hash: (text: string) => createHash('sha256').update(text, 'utf8').digest('hex'),
    newestMembership,
  };
  const entry: Entry =
    cluster.kind === 'join'
      ? {
          machine: new Joining({ ...facts, addresses: cluster.join, given: cluster }),
          peers: cluster.join.map((address) => ({ id: address, peerAddress: address })),
        }
      : {
          machine: new Forming({ ...facts, configuration: configurationOf(cluster, directory.restoredFrom) }),
          peers: cluster.initialMembers.filter(({ id }) => id !== node.id).map(({ id, peer }) => ({ id, peerAddress: peer })),
        };
  const { genesis } = entry.machine;
  if (genesis !== undefined) checkConfiguration(config, { genesis, joined: directory.joined, restoredFrom: directory.restoredFrom });
  else if (cluster.kind === 'join') checkNew(config, directory.restoredFrom);
  return entry;
}

/** Nodes must agree on it to form: also on the backup, if any, that their data come from. */
function configurationOf(
  { partitions, limits, acknowledge, initialMembers }: FormingCluster,
  restoredFrom: string | undefined,
): ClusterConfiguration {
  return {
    partitions,
    limits,
    ...(acknowledge === 'received' ? { acknowledge } : {}),
    ...(restoredFrom === undefined ? {} : { restoredFrom }),
    members: initialMembers.map(({ id, peer, client }) => ({ id, peerAddress: peer, clientAddress: client })),
  };
}

/**
 * A formed cluster is what its genesis says for ever: a configuration that says otherwise means another cluster. The members of a node that joined are those of the log: of it only what is
 * given otherwise is compared.
 */
function checkConfiguration(
  { cluster, file, node }: ServerConfig,
  { genesis, joined, restoredFrom }: { readonly genesis: Genesis } & Pick<Held, 'joined' | 'restoredFrom'>,
): void {
  const difference =
    cluster.kind === 'join' || joined !== undefined
      ? givenDifference(cluster, genesis)
      : configurationDifference(configurationTextOf(configurationOf(cluster, restoredFrom)), configurationTextOf(genesis));
  if (difference === undefined) return;
  const { key, ours, theirs } = difference;
  throw new CommandError(
    `${file}: cluster.${key} is ${ours}, but ${node.data} belongs to cluster ${genesis.clusterId}, which was formed with ${theirs}`,
    {
      exit: EXIT.failed,
      code: 'WRONG_CLUSTER',
      hint: 'give the node the data directory of this cluster, or write in its configuration what the cluster was formed with',
    },
  );
}

/** What is restored from a backup is the beginning of a cluster, never a member of one that runs. */
function checkNew({ file, node }: ServerConfig, restoredFrom: string | undefined): void {
  if (restoredFrom === undefined) return;
  throw new CommandError(`${file}: cluster.join is given, but ${node.data} was restored from a backup`, {
    exit: EXIT.usage,
    code: 'CONFIG',
    hint: 'form a new cluster with cluster.initialMembers, or let the node join with an empty data directory: it gets the log from the others',
  });
}
