// The question that health checks ask, against the health service of a node over real gRPC.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { credentials, ServerCredentials } from '@grpc/grpc-js';
import { ClientServer } from '../../../rpc/client-server.ts';
import { askHealth, type HealthAnswer, type HealthCheckName } from '../../../rpc/health-client.ts';
import { FakeNode } from './fake-node.ts';

async function listen(t: TestContext): Promise<ClientServer> {
  const server = await ClientServer.listen({
    address: '127.0.0.1:0',
    credentials: ServerCredentials.createInsecure(),
    log: () => undefined,
    waitingFor: () => 'n2',
  });
  t.after(() => server.close());
  return server;
}

function ask(port: number, check: HealthCheckName, options: { timeoutMs?: number; signal?: AbortSignal } = {}): Promise<HealthAnswer> {
  return askHealth({ address: `127.0.0.1:${port}`, check, timeoutMs: 10_000, credentials: credentials.createInsecure(), ...options });
}

test('a node that waits for the others is alive and not ready', async (t) => {
  const server = await listen(t);
  assert.deepEqual(await ask(server.port, 'liveness'), { kind: 'serving' });
  assert.deepEqual(await ask(server.port, 'readiness'), { kind: 'not-serving' });
});

test('a node that knows the leader is ready', async (t) => {
  const server = await listen(t);
  server.serve(new FakeNode());
  assert.deepEqual(await ask(server.port, 'readiness'), { kind: 'serving' });
});

test('a node that is gone does not answer', async (t) => {
  const server = await listen(t);
  const { port } = server;
  await server.close();
  const answer = await ask(port, 'liveness');
  assert.equal(answer.kind, 'no-answer');
  assert.match(answer.kind === 'no-answer' ? answer.reason : '', /ECONNREFUSED/);
});

test('an aborted question ends at once', async (t) => {
  const server = await listen(t);
  const answer = await ask(server.port, 'liveness', { signal: AbortSignal.abort() });
  assert.equal(answer.kind, 'no-answer');
});
