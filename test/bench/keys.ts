// What named keys cost beside generated ones: acknowledged transactions a second with 1,024 outstanding, in rounds that take turns.
import { DevCluster } from '../../cmd/dev-cluster.ts';
import { connect, load, median, type Result, whole } from './measure.ts';

const OUTSTANDING = 1024;
const GOAL_PER_SECOND = 15_000;

export interface KeysOptions {
  readonly directory: string;
  readonly rounds: number;
  /** Of one round. */
  readonly seconds: number;
}

export async function keys({ directory, rounds, seconds }: KeysOptions): Promise<Result[]> {
  const cluster = await DevCluster.start({ directory, nodes: 3, partitions: 1, basePort: 0 });
  try {
    const ledger = await connect(cluster.url);
    await load(ledger, { outstanding: 256, seconds: 2 });
    const generated: number[] = [];
    const named: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const plain = await load(ledger, { outstanding: OUTSTANDING, seconds });
      generated.push(plain.acknowledged / plain.seconds);
      const ours = await load(ledger, { outstanding: OUTSTANDING, seconds, keyOf: (number) => `invoice-${round}-${number}` });
      named.push(ours.acknowledged / ours.seconds);
    }
    await ledger.close();
    const ratio = median(named.map((rate, round) => rate / (generated[round] ?? Number.NaN)));
    return [
      { what: 'generated keys, 1,024 outstanding', measured: `${whole(median(generated))} tx/s`, goal: '' },
      {
        what: 'named keys, 1,024 outstanding',
        measured: `${whole(median(named))} tx/s, ratio ${ratio.toFixed(2)}`,
        goal: `>= ${whole(GOAL_PER_SECOND)} tx/s`,
        isMet: median(named) >= GOAL_PER_SECOND,
      },
    ];
  } finally {
    await cluster.stop();
  }
}
