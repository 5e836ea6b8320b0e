// grpc.health.v1 on the client port, for orchestrators. Three names: `liveness` is SERVING while the process answers; `` (the whole
// server) once the node has formed; `readiness` while it knows the leader of every partition. Lost quorum must not get a node restarted.
import type { Server } from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import type { NodeService } from '../consensus/service.ts';

export class HealthService {
  readonly #health = new HealthImplementation({ liveness: 'SERVING', '': 'NOT_SERVING', readiness: 'NOT_SERVING' });
  #isReady = false;

  addTo(server: Server): void {
    this.#health.addToServer(server);
  }

  formed(): void {
    this.#health.setStatus('', 'SERVING');
  }

  /** Looks at the node's partitions; cheap enough for every heartbeat. */
  update(node: NodeService): void {
    let isReady = true;
    for (let number = 1; number <= node.genesis.partitions && isReady; number++) {
      isReady = node.partition(number)?.status().leader !== undefined;
    }
    if (isReady === this.#isReady) return;
    this.#isReady = isReady;
    this.#health.setStatus('readiness', isReady ? 'SERVING' : 'NOT_SERVING');
  }

  stopping(): void {
    this.#isReady = false;
    this.#health.setStatus('', 'NOT_SERVING');
    this.#health.setStatus('readiness', 'NOT_SERVING');
  }
}
