// The codec of TransferLeadership. Encoders throw RangeError on the caller's mistakes, decoders WireError on anything that is not the message.
import { ledgerline } from '../gen/client.js';
import { clientHelloOf, decoded, finished, fromClient, fromServer, refusalFields, refusalOf, serverHelloOf } from './codec-parts.ts';
import type { TransferLeadershipRequest, TransferLeadershipResponse } from './messages.ts';
import { checkUint32, WireError } from './wire.ts';

const v1 = ledgerline.client.v1;

export function encodeTransferLeadershipRequest({ hello, partition, to }: TransferLeadershipRequest): Buffer {
  const fields = { ...fromClient(hello), partition: checkUint32(partition, 'partition'), to: to ?? '' };
  return finished(v1.TransferLeadershipRequest.encode(fields));
}

export function decodeTransferLeadershipRequest(bytes: Uint8Array): TransferLeadershipRequest {
  const { hello, partition, to } = decoded('TransferLeadershipRequest', () => v1.TransferLeadershipRequest.decode(bytes));
  return { hello: clientHelloOf(hello), partition, to: to === '' ? undefined : to };
}

export function encodeTransferLeadershipResponse({ hello, answer }: TransferLeadershipResponse): Buffer {
  return finished(v1.TransferLeadershipResponse.encode({ ...fromServer(hello), ...answerFields(answer) }));
}

function answerFields(answer: TransferLeadershipResponse['answer']): ledgerline.client.v1.TransferLeadershipResponse.$Properties {
  if (answer.kind === 'refused') return { refusal: refusalFields(answer) };
  if (answer.kind === 'not-taken') return { notTakenBy: answer.to };
  const { leader, changed } = answer;
  return { transferred: { leader, changed } };
}

export function decodeTransferLeadershipResponse(bytes: Uint8Array): TransferLeadershipResponse {
  const message = decoded('TransferLeadershipResponse', () => v1.TransferLeadershipResponse.decode(bytes));
  const hello = serverHelloOf(message.hello);
  if (message.refusal) return { hello, answer: refusalOf(message.refusal) };
  if (message.notTakenBy) return { hello, answer: { kind: 'not-taken', to: message.notTakenBy } };
  if (!message.transferred) throw new WireError('the answer is missing');
  const { leader, changed } = message.transferred;
  if (!leader) throw new WireError('the new leader is not named');
  return { hello, answer: { kind: 'transferred', leader, changed: changed ?? false } };
}
