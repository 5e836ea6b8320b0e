// The health service as the field's own client of it sees it: check, watch, list.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { Client, credentials, Server, ServerCredentials, type ServiceError } from '@grpc/grpc-js';
import { service } from 'grpc-health-check';
import { HealthService } from '../../../rpc/health.ts';
import { FakeNode } from './fake-node.ts';

async function serve(t: TestContext): Promise<{ health: HealthService; client: Client }> {
  const server = new Server();
  const health = new HealthService();
  health.addTo(server);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  t.after(() => {
    client.close();
    server.forceShutdown();
  });
  return { health, client };
}

function call(client: Client, name: 'Check' | 'List', request: object): Promise<unknown> {
  const method = service[name];
  assert.ok(method !== undefined);
  return new Promise((resolve, reject) => {
    const { path, requestSerialize, responseDeserialize } = method;
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, answer) =>
      error === null ? resolve(answer) : reject(error),
    );
  });
}

test('check answers for the names there are, and NOT_FOUND for others', async (t) => {
  const { client } = await serve(t);
  assert.deepEqual(await call(client, 'Check', { service: 'liveness' }), { status: 'SERVING' });
  assert.deepEqual(await call(client, 'Check', { service: '' }), { status: 'NOT_SERVING' });
  await assert.rejects(
    call(client, 'Check', { service: 'other' }),
    (error: ServiceError) => error.code === 5 && /'readiness'/.test(error.details),
  );
});

test('list names all of them', async (t) => {
  const { client } = await serve(t);
  assert.deepEqual(await call(client, 'List', {}), {
    statuses: { liveness: { status: 'SERVING' }, '': { status: 'NOT_SERVING' }, readiness: { status: 'NOT_SERVING' } },
  });
});

test('watch says what is, and again what changes, and nothing when nothing does', async (t) => {
  const { health, client } = await serve(t);
  const method = service.Watch;
  assert.ok(method !== undefined);
  const watch = (name: string) =>
    client.makeServerStreamRequest(method.path, method.requestSerialize, method.responseDeserialize, { service: name });
  const readiness = watch('readiness');
  const other = watch('other');
  for (const stream of [readiness, other]) stream.on('error', () => undefined);
  const next = async (stream: typeof readiness): Promise<unknown> => (await once(stream, 'data'))[0];
  assert.deepEqual(await Promise.all([next(readiness), next(other)]), [{ status: 'NOT_SERVING' }, { status: 'SERVICE_UNKNOWN' }]);
  const node = new FakeNode();
  const changed = next(readiness);
  health.update(node);
  health.update(node);
  assert.deepEqual(await changed, { status: 'SERVING' });
  const stopped = next(readiness);
  health.stopping();
  assert.deepEqual(await stopped, { status: 'NOT_SERVING' });
  readiness.cancel();
  other.cancel();
});
