// One question to a node's grpc.health.v1 service, for health checks. What the answers mean is in `health.ts`.
import { type ChannelCredentials, Client, type ServiceError, status } from '@grpc/grpc-js';
import { grpc } from '#gen/health.js';
import { healthService } from './health.ts';

const { HealthCheckRequest, HealthCheckResponse } = grpc.health.v1;

/** The names a node answers to: `liveness` as long as its process does, `readiness` while it knows the leader of every partition. */
export const HEALTH_CHECKS = ['liveness', 'readiness'] as const;
export type HealthCheckName = (typeof HEALTH_CHECKS)[number];

export type HealthAnswer =
  | { readonly kind: 'serving' }
  | { readonly kind: 'not-serving' }
  | { readonly kind: 'no-answer'; readonly reason: string };

export interface HealthQuestion {
  /** host:port of the node's client address. */
  readonly address: string;
  readonly check: HealthCheckName;
  readonly timeoutMs: number;
  readonly credentials: ChannelCredentials;
  /** Ends the wait with `no-answer`. */
  readonly signal?: AbortSignal;
}

/** Asks once, over a connection of its own. Never rejects: a node that does not answer is an answer, too. */
export function askHealth(question: HealthQuestion): Promise<HealthAnswer> {
  const client = new Client(question.address, question.credentials, { 'grpc.enable_http_proxy': 0, 'grpc.enable_retries': 0 });
  const { path, requestSerialize, responseDeserialize } = healthService.check;
  return new Promise<HealthAnswer>((resolve) => {
    const onAnswer = (error: ServiceError | null, answer?: grpc.health.v1.HealthCheckResponse): void =>
      resolve(error === null ? answerOf(answer) : silence(error));
    const options = { deadline: Date.now() + question.timeoutMs };
    const call = client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      HealthCheckRequest.create({ service: question.check }),
      options,
      onAnswer,
    );
    question.signal?.addEventListener('abort', () => call.cancel(), { once: true });
    if (question.signal?.aborted === true) call.cancel();
  }).finally(() => client.close());
}

function answerOf(answer: grpc.health.v1.HealthCheckResponse | undefined): HealthAnswer {
  return answer?.status === HealthCheckResponse.ServingStatus.SERVING ? { kind: 'serving' } : { kind: 'not-serving' };
}

function silence(error: ServiceError): HealthAnswer {
  const reason = error.code === status.DEADLINE_EXCEEDED ? 'no answer in time' : error.details.replace(/\s*Resolution note:\s*$/, '');
  return { kind: 'no-answer', reason };
}
