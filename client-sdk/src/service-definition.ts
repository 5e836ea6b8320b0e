// The gRPC service as grpc-js wants it: every method takes and gives raw bytes, and codec.ts gives them meaning on both sides. So a server can
// send bytes that it encoded once to many readers, and a malformed message is an error of ours, with a code, not one inside grpc-js.
import type { MethodDefinition } from '@grpc/grpc-js';

const SERVICE = 'ledgerline.client.v1.Ledger';

function raw(bytes: Buffer): Buffer {
  return bytes;
}

function method(name: string, streams: { readonly request: boolean; readonly response: boolean }): MethodDefinition<Buffer, Buffer> {
  return {
    path: `/${SERVICE}/${name}`,
    requestStream: streams.request,
    responseStream: streams.response,
    requestSerialize: raw,
    requestDeserialize: raw,
    responseSerialize: raw,
    responseDeserialize: raw,
  };
}

const UNARY = { request: false, response: false };

/** `Ledger` of client.proto, for `server.addService` and for clients. */
export const ledgerService = {
  submit: method('Submit', { request: true, response: true }),
  tail: method('Tail', { request: false, response: true }),
  lookup: method('Lookup', UNARY),
  resolve: method('Resolve', UNARY),
  committedOffset: method('CommittedOffset', UNARY),
  describe: method('Describe', UNARY),
  digestAt: method('DigestAt', UNARY),
  readState: method('ReadState', UNARY),
  takeSnapshot: method('TakeSnapshot', UNARY),
  transferLeadership: method('TransferLeadership', UNARY),
  changeMembers: method('ChangeMembers', UNARY),
  listSnapshots: method('ListSnapshots', UNARY),
  verifySnapshots: method('VerifySnapshots', UNARY),
  fetchSnapshot: method('FetchSnapshot', { request: false, response: true }),
  readEntries: method('ReadEntries', { request: false, response: true }),
};

export const LEDGER_SERVICE_NAME = SERVICE;
