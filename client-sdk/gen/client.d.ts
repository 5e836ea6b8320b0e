import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace ledgerline. */
export namespace ledgerline {

    /** Namespace client. */
    namespace client {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a ClientHello.
             * @deprecated Use ledgerline.client.v1.ClientHello.$Properties instead.
             */
            interface IClientHello extends ledgerline.client.v1.ClientHello.$Properties {
            }

            /** Represents a ClientHello. */
            class ClientHello {

                /**
                 * Constructs a new ClientHello.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.ClientHello.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ClientHello cluster. */
                cluster: string;

                /** ClientHello protocolMin. */
                protocolMin: number;

                /** ClientHello protocolMax. */
                protocolMax: number;

                /** ClientHello client. */
                client: string;

                /**
                 * Creates a new ClientHello instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ClientHello instance
                 */
                static create(properties: ledgerline.client.v1.ClientHello.$Shape): ledgerline.client.v1.ClientHello & ledgerline.client.v1.ClientHello.$Shape;
                static create(properties?: ledgerline.client.v1.ClientHello.$Properties): ledgerline.client.v1.ClientHello;

                /**
                 * Encodes the specified ClientHello message. Does not implicitly {@link ledgerline.client.v1.ClientHello.verify|verify} messages.
                 * @param message ClientHello message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.ClientHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ClientHello message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ClientHello & ledgerline.client.v1.ClientHello.$Shape} ClientHello
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ClientHello & ledgerline.client.v1.ClientHello.$Shape;
            }

            namespace ClientHello {

                /** Properties of a ClientHello. */
                interface $Properties {

                    /** ClientHello cluster */
                    cluster?: string;

                    /** ClientHello protocolMin */
                    protocolMin?: number;

                    /** ClientHello protocolMax */
                    protocolMax?: number;

                    /** ClientHello client */
                    client?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ClientHello. */
                type $Shape = ledgerline.client.v1.ClientHello.$Properties;
            }

            /**
             * Properties of a ServerHello.
             * @deprecated Use ledgerline.client.v1.ServerHello.$Properties instead.
             */
            interface IServerHello extends ledgerline.client.v1.ServerHello.$Properties {
            }

            /** Represents a ServerHello. */
            class ServerHello {

                /**
                 * Constructs a new ServerHello.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.ServerHello.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ServerHello cluster. */
                cluster: string;

                /** ServerHello node. */
                node: string;

                /** ServerHello incarnation. */
                incarnation: string;

                /** ServerHello protocol. */
                protocol: number;

                /**
                 * Creates a new ServerHello instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ServerHello instance
                 */
                static create(properties: ledgerline.client.v1.ServerHello.$Shape): ledgerline.client.v1.ServerHello & ledgerline.client.v1.ServerHello.$Shape;
                static create(properties?: ledgerline.client.v1.ServerHello.$Properties): ledgerline.client.v1.ServerHello;

                /**
                 * Encodes the specified ServerHello message. Does not implicitly {@link ledgerline.client.v1.ServerHello.verify|verify} messages.
                 * @param message ServerHello message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.ServerHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ServerHello message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ServerHello & ledgerline.client.v1.ServerHello.$Shape} ServerHello
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ServerHello & ledgerline.client.v1.ServerHello.$Shape;
            }

            namespace ServerHello {

                /** Properties of a ServerHello. */
                interface $Properties {

                    /** ServerHello cluster */
                    cluster?: string;

                    /** ServerHello node */
                    node?: string;

                    /** ServerHello incarnation */
                    incarnation?: string;

                    /** ServerHello protocol */
                    protocol?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ServerHello. */
                type $Shape = ledgerline.client.v1.ServerHello.$Properties;
            }

            /** LockMode enum. */
            enum LockMode {

                /** LOCK_MODE_UNSPECIFIED value */
                LOCK_MODE_UNSPECIFIED = 0,

                /** LOCK_MODE_WRITE value */
                LOCK_MODE_WRITE = 1,

                /** LOCK_MODE_READ value */
                LOCK_MODE_READ = 2,

                /** LOCK_MODE_APPEND value */
                LOCK_MODE_APPEND = 3
            }

            /**
             * Properties of a Lock.
             * @deprecated Use ledgerline.client.v1.Lock.$Properties instead.
             */
            interface ILock extends ledgerline.client.v1.Lock.$Properties {
            }

            /** Represents a Lock. */
            class Lock {

                /**
                 * Constructs a new Lock.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Lock.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Lock mode. */
                mode: ledgerline.client.v1.LockMode;

                /** Lock name. */
                name: Uint8Array;

                /**
                 * Creates a new Lock instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Lock instance
                 */
                static create(properties: ledgerline.client.v1.Lock.$Shape): ledgerline.client.v1.Lock & ledgerline.client.v1.Lock.$Shape;
                static create(properties?: ledgerline.client.v1.Lock.$Properties): ledgerline.client.v1.Lock;

                /**
                 * Encodes the specified Lock message. Does not implicitly {@link ledgerline.client.v1.Lock.verify|verify} messages.
                 * @param message Lock message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Lock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Lock message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Lock & ledgerline.client.v1.Lock.$Shape} Lock
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Lock & ledgerline.client.v1.Lock.$Shape;
            }

            namespace Lock {

                /** Properties of a Lock. */
                interface $Properties {

                    /** Lock mode */
                    mode?: ledgerline.client.v1.LockMode;

                    /** Lock name */
                    name?: Uint8Array;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Lock. */
                type $Shape = ledgerline.client.v1.Lock.$Properties;
            }

            /**
             * Properties of a Transaction.
             * @deprecated Use ledgerline.client.v1.Transaction.$Properties instead.
             */
            interface ITransaction extends ledgerline.client.v1.Transaction.$Properties {
            }

            /** Represents a Transaction. */
            class Transaction {

                /**
                 * Constructs a new Transaction.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Transaction.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Transaction type. */
                type: string;

                /** Transaction header. */
                header: number;

                /** Transaction locks. */
                locks: ledgerline.client.v1.Lock[];

                /** Transaction generatedKey. */
                generatedKey: (Uint8Array|null);

                /** Transaction namedKey. */
                namedKey: (Uint8Array|null);

                /** Transaction seen. */
                seen: (number|null);

                /** Transaction data. */
                data: Uint8Array;

                /** Transaction key. */
                key?: ("generatedKey"|"namedKey");

                /**
                 * Creates a new Transaction instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Transaction instance
                 */
                static create(properties: ledgerline.client.v1.Transaction.$Shape): ledgerline.client.v1.Transaction & ledgerline.client.v1.Transaction.$Shape;
                static create(properties?: ledgerline.client.v1.Transaction.$Properties): ledgerline.client.v1.Transaction;

                /**
                 * Encodes the specified Transaction message. Does not implicitly {@link ledgerline.client.v1.Transaction.verify|verify} messages.
                 * @param message Transaction message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Transaction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Transaction message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Transaction & ledgerline.client.v1.Transaction.$Shape} Transaction
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Transaction & ledgerline.client.v1.Transaction.$Shape;
            }

            namespace Transaction {

                /** Properties of a Transaction. */
                interface $Properties {

                    /** Transaction type */
                    type?: string;

                    /** Transaction header */
                    header?: number;

                    /** Transaction locks */
                    locks?: ledgerline.client.v1.Lock.$Properties[];

                    /** Transaction generatedKey */
                    generatedKey?: (Uint8Array|null);

                    /** Transaction namedKey */
                    namedKey?: (Uint8Array|null);

                    /** Transaction seen */
                    seen?: (number|null);

                    /** Transaction data */
                    data?: Uint8Array;

                    /** Transaction key */
                    key?: ("generatedKey"|"namedKey");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Transaction. */
                type $Shape = {
                  type?: string;
                  header?: number;
                  locks?: ledgerline.client.v1.Lock.$Shape[];
                  generatedKey?: Uint8Array|null;
                  namedKey?: Uint8Array|null;
                  seen?: number|null;
                  data?: Uint8Array;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ key?: undefined; generatedKey?: null; namedKey?: null }|{ key?: "generatedKey"; generatedKey: Uint8Array; namedKey?: null }|{ key?: "namedKey"; generatedKey?: null; namedKey: Uint8Array })
                );
            }

            /**
             * Properties of a SubmitRequest.
             * @deprecated Use ledgerline.client.v1.SubmitRequest.$Properties instead.
             */
            interface ISubmitRequest extends ledgerline.client.v1.SubmitRequest.$Properties {
            }

            /** Represents a SubmitRequest. */
            class SubmitRequest {

                /**
                 * Constructs a new SubmitRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.SubmitRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SubmitRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** SubmitRequest partition. */
                partition: number;

                /** SubmitRequest firstId. */
                firstId: number;

                /** SubmitRequest transactions. */
                transactions: ledgerline.client.v1.Transaction[];

                /**
                 * Creates a new SubmitRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SubmitRequest instance
                 */
                static create(properties: ledgerline.client.v1.SubmitRequest.$Shape): ledgerline.client.v1.SubmitRequest & ledgerline.client.v1.SubmitRequest.$Shape;
                static create(properties?: ledgerline.client.v1.SubmitRequest.$Properties): ledgerline.client.v1.SubmitRequest;

                /**
                 * Encodes the specified SubmitRequest message. Does not implicitly {@link ledgerline.client.v1.SubmitRequest.verify|verify} messages.
                 * @param message SubmitRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.SubmitRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SubmitRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.SubmitRequest & ledgerline.client.v1.SubmitRequest.$Shape} SubmitRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.SubmitRequest & ledgerline.client.v1.SubmitRequest.$Shape;
            }

            namespace SubmitRequest {

                /** Properties of a SubmitRequest. */
                interface $Properties {

                    /** SubmitRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** SubmitRequest partition */
                    partition?: number;

                    /** SubmitRequest firstId */
                    firstId?: number;

                    /** SubmitRequest transactions */
                    transactions?: ledgerline.client.v1.Transaction.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SubmitRequest. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ClientHello.$Shape;
                  partition?: number;
                  firstId?: number;
                  transactions?: ledgerline.client.v1.Transaction.$Shape[];
                  $unknowns?: Uint8Array[];
                };
            }

            /** RefusalCode enum. */
            enum RefusalCode {

                /** REFUSAL_CODE_UNSPECIFIED value */
                REFUSAL_CODE_UNSPECIFIED = 0,

                /** REFUSAL_CODE_CONFLICT value */
                REFUSAL_CODE_CONFLICT = 1,

                /** REFUSAL_CODE_STALE value */
                REFUSAL_CODE_STALE = 2,

                /** REFUSAL_CODE_SEEN_AHEAD value */
                REFUSAL_CODE_SEEN_AHEAD = 3,

                /** REFUSAL_CODE_VOID value */
                REFUSAL_CODE_VOID = 4,

                /** REFUSAL_CODE_KEY_REUSED value */
                REFUSAL_CODE_KEY_REUSED = 5,

                /** REFUSAL_CODE_KEY_EXPIRED value */
                REFUSAL_CODE_KEY_EXPIRED = 6,

                /** REFUSAL_CODE_READ_LOCK_WITHOUT_SEEN value */
                REFUSAL_CODE_READ_LOCK_WITHOUT_SEEN = 7,

                /** REFUSAL_CODE_TOO_LARGE value */
                REFUSAL_CODE_TOO_LARGE = 8,

                /** REFUSAL_CODE_TOO_MANY_LOCKS value */
                REFUSAL_CODE_TOO_MANY_LOCKS = 9,

                /** REFUSAL_CODE_OVERLOADED value */
                REFUSAL_CODE_OVERLOADED = 10,

                /** REFUSAL_CODE_NOT_LEADER value */
                REFUSAL_CODE_NOT_LEADER = 11,

                /** REFUSAL_CODE_LEADERSHIP_LOST value */
                REFUSAL_CODE_LEADERSHIP_LOST = 12,

                /** REFUSAL_CODE_SHUTTING_DOWN value */
                REFUSAL_CODE_SHUTTING_DOWN = 13,

                /** REFUSAL_CODE_INVALID value */
                REFUSAL_CODE_INVALID = 14,

                /** REFUSAL_CODE_NO_SPACE value */
                REFUSAL_CODE_NO_SPACE = 15,

                /** REFUSAL_CODE_COMPACTED value */
                REFUSAL_CODE_COMPACTED = 16
            }

            /** Outcome enum. */
            enum Outcome {

                /** OUTCOME_UNSPECIFIED value */
                OUTCOME_UNSPECIFIED = 0,

                /** OUTCOME_NONE value */
                OUTCOME_NONE = 1,

                /** OUTCOME_UNKNOWN value */
                OUTCOME_UNKNOWN = 2
            }

            /**
             * Properties of a Refusal.
             * @deprecated Use ledgerline.client.v1.Refusal.$Properties instead.
             */
            interface IRefusal extends ledgerline.client.v1.Refusal.$Properties {
            }

            /** Represents a Refusal. */
            class Refusal {

                /**
                 * Constructs a new Refusal.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Refusal.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Refusal code. */
                code: ledgerline.client.v1.RefusalCode;

                /** Refusal outcome. */
                outcome: ledgerline.client.v1.Outcome;

                /** Refusal lock. */
                lock: Uint8Array;

                /** Refusal offset. */
                offset: (number|null);

                /** Refusal leader. */
                leader: string;

                /** Refusal detail. */
                detail: string;

                /**
                 * Creates a new Refusal instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Refusal instance
                 */
                static create(properties: ledgerline.client.v1.Refusal.$Shape): ledgerline.client.v1.Refusal & ledgerline.client.v1.Refusal.$Shape;
                static create(properties?: ledgerline.client.v1.Refusal.$Properties): ledgerline.client.v1.Refusal;

                /**
                 * Encodes the specified Refusal message. Does not implicitly {@link ledgerline.client.v1.Refusal.verify|verify} messages.
                 * @param message Refusal message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Refusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Refusal message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Refusal & ledgerline.client.v1.Refusal.$Shape} Refusal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Refusal & ledgerline.client.v1.Refusal.$Shape;
            }

            namespace Refusal {

                /** Properties of a Refusal. */
                interface $Properties {

                    /** Refusal code */
                    code?: ledgerline.client.v1.RefusalCode;

                    /** Refusal outcome */
                    outcome?: ledgerline.client.v1.Outcome;

                    /** Refusal lock */
                    lock?: Uint8Array;

                    /** Refusal offset */
                    offset?: (number|null);

                    /** Refusal leader */
                    leader?: string;

                    /** Refusal detail */
                    detail?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Refusal. */
                type $Shape = ledgerline.client.v1.Refusal.$Properties;
            }

            /**
             * Properties of a Result.
             * @deprecated Use ledgerline.client.v1.Result.$Properties instead.
             */
            interface IResult extends ledgerline.client.v1.Result.$Properties {
            }

            /** Represents a Result. */
            class Result {

                /**
                 * Constructs a new Result.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Result.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Result id. */
                id: number;

                /** Result offset. */
                offset: number;

                /** Result duplicate. */
                duplicate: boolean;

                /** Result refusal. */
                refusal: ledgerline.client.v1.Refusal;

                /**
                 * Creates a new Result instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Result instance
                 */
                static create(properties: ledgerline.client.v1.Result.$Shape): ledgerline.client.v1.Result & ledgerline.client.v1.Result.$Shape;
                static create(properties?: ledgerline.client.v1.Result.$Properties): ledgerline.client.v1.Result;

                /**
                 * Encodes the specified Result message. Does not implicitly {@link ledgerline.client.v1.Result.verify|verify} messages.
                 * @param message Result message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Result.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Result message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Result & ledgerline.client.v1.Result.$Shape} Result
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Result & ledgerline.client.v1.Result.$Shape;
            }

            namespace Result {

                /** Properties of a Result. */
                interface $Properties {

                    /** Result id */
                    id?: number;

                    /** Result offset */
                    offset?: number;

                    /** Result duplicate */
                    duplicate?: boolean;

                    /** Result refusal */
                    refusal?: ledgerline.client.v1.Refusal.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Result. */
                type $Shape = ledgerline.client.v1.Result.$Properties;
            }

            /**
             * Properties of a SubmitResponse.
             * @deprecated Use ledgerline.client.v1.SubmitResponse.$Properties instead.
             */
            interface ISubmitResponse extends ledgerline.client.v1.SubmitResponse.$Properties {
            }

            /** Represents a SubmitResponse. */
            class SubmitResponse {

                /**
                 * Constructs a new SubmitResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.SubmitResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SubmitResponse hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** SubmitResponse partition. */
                partition: number;

                /** SubmitResponse appliedOffset. */
                appliedOffset: number;

                /** SubmitResponse leader. */
                leader: string;

                /** SubmitResponse results. */
                results: ledgerline.client.v1.Result[];

                /**
                 * Creates a new SubmitResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SubmitResponse instance
                 */
                static create(properties: ledgerline.client.v1.SubmitResponse.$Shape): ledgerline.client.v1.SubmitResponse & ledgerline.client.v1.SubmitResponse.$Shape;
                static create(properties?: ledgerline.client.v1.SubmitResponse.$Properties): ledgerline.client.v1.SubmitResponse;

                /**
                 * Encodes the specified SubmitResponse message. Does not implicitly {@link ledgerline.client.v1.SubmitResponse.verify|verify} messages.
                 * @param message SubmitResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.SubmitResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SubmitResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.SubmitResponse & ledgerline.client.v1.SubmitResponse.$Shape} SubmitResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.SubmitResponse & ledgerline.client.v1.SubmitResponse.$Shape;
            }

            namespace SubmitResponse {

                /** Properties of a SubmitResponse. */
                interface $Properties {

                    /** SubmitResponse hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** SubmitResponse partition */
                    partition?: number;

                    /** SubmitResponse appliedOffset */
                    appliedOffset?: number;

                    /** SubmitResponse leader */
                    leader?: string;

                    /** SubmitResponse results */
                    results?: ledgerline.client.v1.Result.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SubmitResponse. */
                type $Shape = ledgerline.client.v1.SubmitResponse.$Properties;
            }

            /**
             * Properties of a TailRequest.
             * @deprecated Use ledgerline.client.v1.TailRequest.$Properties instead.
             */
            interface ITailRequest extends ledgerline.client.v1.TailRequest.$Properties {
            }

            /** Represents a TailRequest. */
            class TailRequest {

                /**
                 * Constructs a new TailRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.TailRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TailRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** TailRequest partition. */
                partition: number;

                /** TailRequest fromOffset. */
                fromOffset: number;

                /** TailRequest toOffset. */
                toOffset: number;

                /**
                 * Creates a new TailRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TailRequest instance
                 */
                static create(properties: ledgerline.client.v1.TailRequest.$Shape): ledgerline.client.v1.TailRequest & ledgerline.client.v1.TailRequest.$Shape;
                static create(properties?: ledgerline.client.v1.TailRequest.$Properties): ledgerline.client.v1.TailRequest;

                /**
                 * Encodes the specified TailRequest message. Does not implicitly {@link ledgerline.client.v1.TailRequest.verify|verify} messages.
                 * @param message TailRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.TailRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TailRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TailRequest & ledgerline.client.v1.TailRequest.$Shape} TailRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.TailRequest & ledgerline.client.v1.TailRequest.$Shape;
            }

            namespace TailRequest {

                /** Properties of a TailRequest. */
                interface $Properties {

                    /** TailRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** TailRequest partition */
                    partition?: number;

                    /** TailRequest fromOffset */
                    fromOffset?: number;

                    /** TailRequest toOffset */
                    toOffset?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TailRequest. */
                type $Shape = ledgerline.client.v1.TailRequest.$Properties;
            }

            /**
             * Properties of a TailBatch.
             * @deprecated Use ledgerline.client.v1.TailBatch.$Properties instead.
             */
            interface ITailBatch extends ledgerline.client.v1.TailBatch.$Properties {
            }

            /** Represents a TailBatch. */
            class TailBatch {

                /**
                 * Constructs a new TailBatch.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.TailBatch.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TailBatch firstOffset. */
                firstOffset: number;

                /** TailBatch index. */
                index: number;

                /** TailBatch term. */
                term: number;

                /** TailBatch timestamp. */
                timestamp: number;

                /** TailBatch count. */
                count: number;

                /** TailBatch transactions. */
                transactions: ledgerline.client.v1.Transaction[];

                /**
                 * Creates a new TailBatch instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TailBatch instance
                 */
                static create(properties: ledgerline.client.v1.TailBatch.$Shape): ledgerline.client.v1.TailBatch & ledgerline.client.v1.TailBatch.$Shape;
                static create(properties?: ledgerline.client.v1.TailBatch.$Properties): ledgerline.client.v1.TailBatch;

                /**
                 * Encodes the specified TailBatch message. Does not implicitly {@link ledgerline.client.v1.TailBatch.verify|verify} messages.
                 * @param message TailBatch message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.TailBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TailBatch message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TailBatch & ledgerline.client.v1.TailBatch.$Shape} TailBatch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.TailBatch & ledgerline.client.v1.TailBatch.$Shape;
            }

            namespace TailBatch {

                /** Properties of a TailBatch. */
                interface $Properties {

                    /** TailBatch firstOffset */
                    firstOffset?: number;

                    /** TailBatch index */
                    index?: number;

                    /** TailBatch term */
                    term?: number;

                    /** TailBatch timestamp */
                    timestamp?: number;

                    /** TailBatch count */
                    count?: number;

                    /** TailBatch transactions */
                    transactions?: ledgerline.client.v1.Transaction.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TailBatch. */
                type $Shape = {
                  firstOffset?: number;
                  index?: number;
                  term?: number;
                  timestamp?: number;
                  count?: number;
                  transactions?: ledgerline.client.v1.Transaction.$Shape[];
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a TailMessage.
             * @deprecated Use ledgerline.client.v1.TailMessage.$Properties instead.
             */
            interface ITailMessage extends ledgerline.client.v1.TailMessage.$Properties {
            }

            /** Represents a TailMessage. */
            class TailMessage {

                /**
                 * Constructs a new TailMessage.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.TailMessage.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TailMessage hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** TailMessage partition. */
                partition: number;

                /** TailMessage appliedOffset. */
                appliedOffset: number;

                /** TailMessage leader. */
                leader: string;

                /** TailMessage batches. */
                batches: ledgerline.client.v1.TailBatch[];

                /**
                 * Creates a new TailMessage instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TailMessage instance
                 */
                static create(properties: ledgerline.client.v1.TailMessage.$Shape): ledgerline.client.v1.TailMessage & ledgerline.client.v1.TailMessage.$Shape;
                static create(properties?: ledgerline.client.v1.TailMessage.$Properties): ledgerline.client.v1.TailMessage;

                /**
                 * Encodes the specified TailMessage message. Does not implicitly {@link ledgerline.client.v1.TailMessage.verify|verify} messages.
                 * @param message TailMessage message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.TailMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TailMessage message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TailMessage & ledgerline.client.v1.TailMessage.$Shape} TailMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.TailMessage & ledgerline.client.v1.TailMessage.$Shape;
            }

            namespace TailMessage {

                /** Properties of a TailMessage. */
                interface $Properties {

                    /** TailMessage hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** TailMessage partition */
                    partition?: number;

                    /** TailMessage appliedOffset */
                    appliedOffset?: number;

                    /** TailMessage leader */
                    leader?: string;

                    /** TailMessage batches */
                    batches?: ledgerline.client.v1.TailBatch.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TailMessage. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ServerHello.$Shape;
                  partition?: number;
                  appliedOffset?: number;
                  leader?: string;
                  batches?: ledgerline.client.v1.TailBatch.$Shape[];
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Key.
             * @deprecated Use ledgerline.client.v1.Key.$Properties instead.
             */
            interface IKey extends ledgerline.client.v1.Key.$Properties {
            }

            /** Represents a Key. */
            class Key {

                /**
                 * Constructs a new Key.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Key.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Key generated. */
                generated: (Uint8Array|null);

                /** Key named. */
                named: (Uint8Array|null);

                /** Key kind. */
                kind?: ("generated"|"named");

                /**
                 * Creates a new Key instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Key instance
                 */
                static create(properties: ledgerline.client.v1.Key.$Shape): ledgerline.client.v1.Key & ledgerline.client.v1.Key.$Shape;
                static create(properties?: ledgerline.client.v1.Key.$Properties): ledgerline.client.v1.Key;

                /**
                 * Encodes the specified Key message. Does not implicitly {@link ledgerline.client.v1.Key.verify|verify} messages.
                 * @param message Key message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Key.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Key message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Key & ledgerline.client.v1.Key.$Shape} Key
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Key & ledgerline.client.v1.Key.$Shape;
            }

            namespace Key {

                /** Properties of a Key. */
                interface $Properties {

                    /** Key generated */
                    generated?: (Uint8Array|null);

                    /** Key named */
                    named?: (Uint8Array|null);

                    /** Key kind */
                    kind?: ("generated"|"named");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Key. */
                type $Shape = {
                  generated?: Uint8Array|null;
                  named?: Uint8Array|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ kind?: undefined; generated?: null; named?: null }|{ kind?: "generated"; generated: Uint8Array; named?: null }|{ kind?: "named"; generated?: null; named: Uint8Array })
                );
            }

            /**
             * Properties of a LookupRequest.
             * @deprecated Use ledgerline.client.v1.LookupRequest.$Properties instead.
             */
            interface ILookupRequest extends ledgerline.client.v1.LookupRequest.$Properties {
            }

            /** Represents a LookupRequest. */
            class LookupRequest {

                /**
                 * Constructs a new LookupRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.LookupRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LookupRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** LookupRequest partition. */
                partition: number;

                /** LookupRequest key. */
                key: ledgerline.client.v1.Key;

                /**
                 * Creates a new LookupRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LookupRequest instance
                 */
                static create(properties: ledgerline.client.v1.LookupRequest.$Shape): ledgerline.client.v1.LookupRequest & ledgerline.client.v1.LookupRequest.$Shape;
                static create(properties?: ledgerline.client.v1.LookupRequest.$Properties): ledgerline.client.v1.LookupRequest;

                /**
                 * Encodes the specified LookupRequest message. Does not implicitly {@link ledgerline.client.v1.LookupRequest.verify|verify} messages.
                 * @param message LookupRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.LookupRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LookupRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.LookupRequest & ledgerline.client.v1.LookupRequest.$Shape} LookupRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.LookupRequest & ledgerline.client.v1.LookupRequest.$Shape;
            }

            namespace LookupRequest {

                /** Properties of a LookupRequest. */
                interface $Properties {

                    /** LookupRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** LookupRequest partition */
                    partition?: number;

                    /** LookupRequest key */
                    key?: ledgerline.client.v1.Key.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LookupRequest. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ClientHello.$Shape;
                  partition?: number;
                  key?: ledgerline.client.v1.Key.$Shape;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a LookupResponse.
             * @deprecated Use ledgerline.client.v1.LookupResponse.$Properties instead.
             */
            interface ILookupResponse extends ledgerline.client.v1.LookupResponse.$Properties {
            }

            /** Represents a LookupResponse. */
            class LookupResponse {

                /**
                 * Constructs a new LookupResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.LookupResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LookupResponse hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** LookupResponse committed. */
                committed: (ledgerline.client.v1.LookupResponse.Found|null);

                /** LookupResponse notYet. */
                notYet: (ledgerline.client.v1.LookupResponse.NotYet|null);

                /** LookupResponse refusal. */
                refusal: (ledgerline.client.v1.Refusal|null);

                /** LookupResponse answer. */
                answer?: ("committed"|"notYet"|"refusal");

                /**
                 * Creates a new LookupResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LookupResponse instance
                 */
                static create(properties: ledgerline.client.v1.LookupResponse.$Shape): ledgerline.client.v1.LookupResponse & ledgerline.client.v1.LookupResponse.$Shape;
                static create(properties?: ledgerline.client.v1.LookupResponse.$Properties): ledgerline.client.v1.LookupResponse;

                /**
                 * Encodes the specified LookupResponse message. Does not implicitly {@link ledgerline.client.v1.LookupResponse.verify|verify} messages.
                 * @param message LookupResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.LookupResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LookupResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.LookupResponse & ledgerline.client.v1.LookupResponse.$Shape} LookupResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.LookupResponse & ledgerline.client.v1.LookupResponse.$Shape;
            }

            namespace LookupResponse {

                /** Properties of a LookupResponse. */
                interface $Properties {

                    /** LookupResponse hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** LookupResponse committed */
                    committed?: (ledgerline.client.v1.LookupResponse.Found.$Properties|null);

                    /** LookupResponse notYet */
                    notYet?: (ledgerline.client.v1.LookupResponse.NotYet.$Properties|null);

                    /** LookupResponse refusal */
                    refusal?: (ledgerline.client.v1.Refusal.$Properties|null);

                    /** LookupResponse answer */
                    answer?: ("committed"|"notYet"|"refusal");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a LookupResponse. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ServerHello.$Shape;
                  committed?: ledgerline.client.v1.LookupResponse.Found.$Shape|null;
                  notYet?: ledgerline.client.v1.LookupResponse.NotYet.$Shape|null;
                  refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ answer?: undefined; committed?: null; notYet?: null; refusal?: null }|{ answer?: "committed"; committed: ledgerline.client.v1.LookupResponse.Found.$Shape; notYet?: null; refusal?: null }|{ answer?: "notYet"; committed?: null; notYet: ledgerline.client.v1.LookupResponse.NotYet.$Shape; refusal?: null }|{ answer?: "refusal"; committed?: null; notYet?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                );

                /**
                 * Properties of a Found.
                 * @deprecated Use ledgerline.client.v1.LookupResponse.Found.$Properties instead.
                 */
                interface IFound extends ledgerline.client.v1.LookupResponse.Found.$Properties {
                }

                /** Represents a Found. */
                class Found {

                    /**
                     * Constructs a new Found.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.LookupResponse.Found.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Found offset. */
                    offset: number;

                    /** Found isVoid. */
                    isVoid: boolean;

                    /**
                     * Creates a new Found instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Found instance
                     */
                    static create(properties: ledgerline.client.v1.LookupResponse.Found.$Shape): ledgerline.client.v1.LookupResponse.Found & ledgerline.client.v1.LookupResponse.Found.$Shape;
                    static create(properties?: ledgerline.client.v1.LookupResponse.Found.$Properties): ledgerline.client.v1.LookupResponse.Found;

                    /**
                     * Encodes the specified Found message. Does not implicitly {@link ledgerline.client.v1.LookupResponse.Found.verify|verify} messages.
                     * @param message Found message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.LookupResponse.Found.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Found message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.LookupResponse.Found & ledgerline.client.v1.LookupResponse.Found.$Shape} Found
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.LookupResponse.Found & ledgerline.client.v1.LookupResponse.Found.$Shape;
                }

                namespace Found {

                    /** Properties of a Found. */
                    interface $Properties {

                        /** Found offset */
                        offset?: number;

                        /** Found isVoid */
                        isVoid?: boolean;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Found. */
                    type $Shape = ledgerline.client.v1.LookupResponse.Found.$Properties;
                }

                /**
                 * Properties of a NotYet.
                 * @deprecated Use ledgerline.client.v1.LookupResponse.NotYet.$Properties instead.
                 */
                interface INotYet extends ledgerline.client.v1.LookupResponse.NotYet.$Properties {
                }

                /** Represents a NotYet. */
                class NotYet {

                    /**
                     * Constructs a new NotYet.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.LookupResponse.NotYet.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /**
                     * Creates a new NotYet instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns NotYet instance
                     */
                    static create(properties: ledgerline.client.v1.LookupResponse.NotYet.$Shape): ledgerline.client.v1.LookupResponse.NotYet & ledgerline.client.v1.LookupResponse.NotYet.$Shape;
                    static create(properties?: ledgerline.client.v1.LookupResponse.NotYet.$Properties): ledgerline.client.v1.LookupResponse.NotYet;

                    /**
                     * Encodes the specified NotYet message. Does not implicitly {@link ledgerline.client.v1.LookupResponse.NotYet.verify|verify} messages.
                     * @param message NotYet message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.LookupResponse.NotYet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a NotYet message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.LookupResponse.NotYet & ledgerline.client.v1.LookupResponse.NotYet.$Shape} NotYet
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.LookupResponse.NotYet & ledgerline.client.v1.LookupResponse.NotYet.$Shape;
                }

                namespace NotYet {

                    /** Properties of a NotYet. */
                    interface $Properties {

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a NotYet. */
                    type $Shape = ledgerline.client.v1.LookupResponse.NotYet.$Properties;
                }
            }

            /**
             * Properties of a ResolveRequest.
             * @deprecated Use ledgerline.client.v1.ResolveRequest.$Properties instead.
             */
            interface IResolveRequest extends ledgerline.client.v1.ResolveRequest.$Properties {
            }

            /** Represents a ResolveRequest. */
            class ResolveRequest {

                /**
                 * Constructs a new ResolveRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.ResolveRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ResolveRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** ResolveRequest partition. */
                partition: number;

                /** ResolveRequest key. */
                key: ledgerline.client.v1.Key;

                /**
                 * Creates a new ResolveRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ResolveRequest instance
                 */
                static create(properties: ledgerline.client.v1.ResolveRequest.$Shape): ledgerline.client.v1.ResolveRequest & ledgerline.client.v1.ResolveRequest.$Shape;
                static create(properties?: ledgerline.client.v1.ResolveRequest.$Properties): ledgerline.client.v1.ResolveRequest;

                /**
                 * Encodes the specified ResolveRequest message. Does not implicitly {@link ledgerline.client.v1.ResolveRequest.verify|verify} messages.
                 * @param message ResolveRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.ResolveRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ResolveRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ResolveRequest & ledgerline.client.v1.ResolveRequest.$Shape} ResolveRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ResolveRequest & ledgerline.client.v1.ResolveRequest.$Shape;
            }

            namespace ResolveRequest {

                /** Properties of a ResolveRequest. */
                interface $Properties {

                    /** ResolveRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** ResolveRequest partition */
                    partition?: number;

                    /** ResolveRequest key */
                    key?: ledgerline.client.v1.Key.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ResolveRequest. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ClientHello.$Shape;
                  partition?: number;
                  key?: ledgerline.client.v1.Key.$Shape;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a ResolveResponse.
             * @deprecated Use ledgerline.client.v1.ResolveResponse.$Properties instead.
             */
            interface IResolveResponse extends ledgerline.client.v1.ResolveResponse.$Properties {
            }

            /** Represents a ResolveResponse. */
            class ResolveResponse {

                /**
                 * Constructs a new ResolveResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.ResolveResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ResolveResponse hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** ResolveResponse committed. */
                committed: (number|null);

                /** ResolveResponse void. */
                void: (number|null);

                /** ResolveResponse refusal. */
                refusal: (ledgerline.client.v1.Refusal|null);

                /** ResolveResponse answer. */
                answer?: ("committed"|"void"|"refusal");

                /**
                 * Creates a new ResolveResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ResolveResponse instance
                 */
                static create(properties: ledgerline.client.v1.ResolveResponse.$Shape): ledgerline.client.v1.ResolveResponse & ledgerline.client.v1.ResolveResponse.$Shape;
                static create(properties?: ledgerline.client.v1.ResolveResponse.$Properties): ledgerline.client.v1.ResolveResponse;

                /**
                 * Encodes the specified ResolveResponse message. Does not implicitly {@link ledgerline.client.v1.ResolveResponse.verify|verify} messages.
                 * @param message ResolveResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.ResolveResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ResolveResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ResolveResponse & ledgerline.client.v1.ResolveResponse.$Shape} ResolveResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ResolveResponse & ledgerline.client.v1.ResolveResponse.$Shape;
            }

            namespace ResolveResponse {

                /** Properties of a ResolveResponse. */
                interface $Properties {

                    /** ResolveResponse hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** ResolveResponse committed */
                    committed?: (number|null);

                    /** ResolveResponse void */
                    "void"?: (number|null);

                    /** ResolveResponse refusal */
                    refusal?: (ledgerline.client.v1.Refusal.$Properties|null);

                    /** ResolveResponse answer */
                    answer?: ("committed"|"void"|"refusal");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a ResolveResponse. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ServerHello.$Shape;
                  committed?: number|null;
                  "void"?: number|null;
                  refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ answer?: undefined; committed?: null; "void"?: null; refusal?: null }|{ answer?: "committed"; committed: number; "void"?: null; refusal?: null }|{ answer?: "void"; committed?: null; "void": number; refusal?: null }|{ answer?: "refusal"; committed?: null; "void"?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                );
            }

            /**
             * Properties of a CommittedOffsetRequest.
             * @deprecated Use ledgerline.client.v1.CommittedOffsetRequest.$Properties instead.
             */
            interface ICommittedOffsetRequest extends ledgerline.client.v1.CommittedOffsetRequest.$Properties {
            }

            /** Represents a CommittedOffsetRequest. */
            class CommittedOffsetRequest {

                /**
                 * Constructs a new CommittedOffsetRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.CommittedOffsetRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CommittedOffsetRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** CommittedOffsetRequest partition. */
                partition: number;

                /**
                 * Creates a new CommittedOffsetRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CommittedOffsetRequest instance
                 */
                static create(properties: ledgerline.client.v1.CommittedOffsetRequest.$Shape): ledgerline.client.v1.CommittedOffsetRequest & ledgerline.client.v1.CommittedOffsetRequest.$Shape;
                static create(properties?: ledgerline.client.v1.CommittedOffsetRequest.$Properties): ledgerline.client.v1.CommittedOffsetRequest;

                /**
                 * Encodes the specified CommittedOffsetRequest message. Does not implicitly {@link ledgerline.client.v1.CommittedOffsetRequest.verify|verify} messages.
                 * @param message CommittedOffsetRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.CommittedOffsetRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CommittedOffsetRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.CommittedOffsetRequest & ledgerline.client.v1.CommittedOffsetRequest.$Shape} CommittedOffsetRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.CommittedOffsetRequest & ledgerline.client.v1.CommittedOffsetRequest.$Shape;
            }

            namespace CommittedOffsetRequest {

                /** Properties of a CommittedOffsetRequest. */
                interface $Properties {

                    /** CommittedOffsetRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** CommittedOffsetRequest partition */
                    partition?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CommittedOffsetRequest. */
                type $Shape = ledgerline.client.v1.CommittedOffsetRequest.$Properties;
            }

            /**
             * Properties of a CommittedOffsetResponse.
             * @deprecated Use ledgerline.client.v1.CommittedOffsetResponse.$Properties instead.
             */
            interface ICommittedOffsetResponse extends ledgerline.client.v1.CommittedOffsetResponse.$Properties {
            }

            /** Represents a CommittedOffsetResponse. */
            class CommittedOffsetResponse {

                /**
                 * Constructs a new CommittedOffsetResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.CommittedOffsetResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CommittedOffsetResponse hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** CommittedOffsetResponse offset. */
                offset: (number|null);

                /** CommittedOffsetResponse refusal. */
                refusal: (ledgerline.client.v1.Refusal|null);

                /** CommittedOffsetResponse answer. */
                answer?: ("offset"|"refusal");

                /**
                 * Creates a new CommittedOffsetResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CommittedOffsetResponse instance
                 */
                static create(properties: ledgerline.client.v1.CommittedOffsetResponse.$Shape): ledgerline.client.v1.CommittedOffsetResponse & ledgerline.client.v1.CommittedOffsetResponse.$Shape;
                static create(properties?: ledgerline.client.v1.CommittedOffsetResponse.$Properties): ledgerline.client.v1.CommittedOffsetResponse;

                /**
                 * Encodes the specified CommittedOffsetResponse message. Does not implicitly {@link ledgerline.client.v1.CommittedOffsetResponse.verify|verify} messages.
                 * @param message CommittedOffsetResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.CommittedOffsetResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CommittedOffsetResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.CommittedOffsetResponse & ledgerline.client.v1.CommittedOffsetResponse.$Shape} CommittedOffsetResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.CommittedOffsetResponse & ledgerline.client.v1.CommittedOffsetResponse.$Shape;
            }

            namespace CommittedOffsetResponse {

                /** Properties of a CommittedOffsetResponse. */
                interface $Properties {

                    /** CommittedOffsetResponse hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** CommittedOffsetResponse offset */
                    offset?: (number|null);

                    /** CommittedOffsetResponse refusal */
                    refusal?: (ledgerline.client.v1.Refusal.$Properties|null);

                    /** CommittedOffsetResponse answer */
                    answer?: ("offset"|"refusal");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a CommittedOffsetResponse. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ServerHello.$Shape;
                  offset?: number|null;
                  refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ answer?: undefined; offset?: null; refusal?: null }|{ answer?: "offset"; offset: number; refusal?: null }|{ answer?: "refusal"; offset?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                );
            }

            /**
             * Properties of a DescribeRequest.
             * @deprecated Use ledgerline.client.v1.DescribeRequest.$Properties instead.
             */
            interface IDescribeRequest extends ledgerline.client.v1.DescribeRequest.$Properties {
            }

            /** Represents a DescribeRequest. */
            class DescribeRequest {

                /**
                 * Constructs a new DescribeRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.DescribeRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DescribeRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /**
                 * Creates a new DescribeRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DescribeRequest instance
                 */
                static create(properties: ledgerline.client.v1.DescribeRequest.$Shape): ledgerline.client.v1.DescribeRequest & ledgerline.client.v1.DescribeRequest.$Shape;
                static create(properties?: ledgerline.client.v1.DescribeRequest.$Properties): ledgerline.client.v1.DescribeRequest;

                /**
                 * Encodes the specified DescribeRequest message. Does not implicitly {@link ledgerline.client.v1.DescribeRequest.verify|verify} messages.
                 * @param message DescribeRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.DescribeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DescribeRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.DescribeRequest & ledgerline.client.v1.DescribeRequest.$Shape} DescribeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.DescribeRequest & ledgerline.client.v1.DescribeRequest.$Shape;
            }

            namespace DescribeRequest {

                /** Properties of a DescribeRequest. */
                interface $Properties {

                    /** DescribeRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DescribeRequest. */
                type $Shape = ledgerline.client.v1.DescribeRequest.$Properties;
            }

            /**
             * Properties of a Member.
             * @deprecated Use ledgerline.client.v1.Member.$Properties instead.
             */
            interface IMember extends ledgerline.client.v1.Member.$Properties {
            }

            /** Represents a Member. */
            class Member {

                /**
                 * Constructs a new Member.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Member.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Member id. */
                id: string;

                /** Member clientAddress. */
                clientAddress: string;

                /**
                 * Creates a new Member instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Member instance
                 */
                static create(properties: ledgerline.client.v1.Member.$Shape): ledgerline.client.v1.Member & ledgerline.client.v1.Member.$Shape;
                static create(properties?: ledgerline.client.v1.Member.$Properties): ledgerline.client.v1.Member;

                /**
                 * Encodes the specified Member message. Does not implicitly {@link ledgerline.client.v1.Member.verify|verify} messages.
                 * @param message Member message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Member.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Member message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Member & ledgerline.client.v1.Member.$Shape} Member
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Member & ledgerline.client.v1.Member.$Shape;
            }

            namespace Member {

                /** Properties of a Member. */
                interface $Properties {

                    /** Member id */
                    id?: string;

                    /** Member clientAddress */
                    clientAddress?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Member. */
                type $Shape = ledgerline.client.v1.Member.$Properties;
            }

            /**
             * Properties of a Limits.
             * @deprecated Use ledgerline.client.v1.Limits.$Properties instead.
             */
            interface ILimits extends ledgerline.client.v1.Limits.$Properties {
            }

            /** Represents a Limits. */
            class Limits {

                /**
                 * Constructs a new Limits.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Limits.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Limits transactionBytesMax. */
                transactionBytesMax: number;

                /** Limits locksMax. */
                locksMax: number;

                /** Limits lockRows. */
                lockRows: number;

                /** Limits recentKeys. */
                recentKeys: number;

                /**
                 * Creates a new Limits instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Limits instance
                 */
                static create(properties: ledgerline.client.v1.Limits.$Shape): ledgerline.client.v1.Limits & ledgerline.client.v1.Limits.$Shape;
                static create(properties?: ledgerline.client.v1.Limits.$Properties): ledgerline.client.v1.Limits;

                /**
                 * Encodes the specified Limits message. Does not implicitly {@link ledgerline.client.v1.Limits.verify|verify} messages.
                 * @param message Limits message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Limits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Limits message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Limits & ledgerline.client.v1.Limits.$Shape} Limits
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Limits & ledgerline.client.v1.Limits.$Shape;
            }

            namespace Limits {

                /** Properties of a Limits. */
                interface $Properties {

                    /** Limits transactionBytesMax */
                    transactionBytesMax?: number;

                    /** Limits locksMax */
                    locksMax?: number;

                    /** Limits lockRows */
                    lockRows?: number;

                    /** Limits recentKeys */
                    recentKeys?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Limits. */
                type $Shape = ledgerline.client.v1.Limits.$Properties;
            }

            /** Role enum. */
            enum Role {

                /** ROLE_UNSPECIFIED value */
                ROLE_UNSPECIFIED = 0,

                /** ROLE_FOLLOWER value */
                ROLE_FOLLOWER = 1,

                /** ROLE_PRE_CANDIDATE value */
                ROLE_PRE_CANDIDATE = 2,

                /** ROLE_CANDIDATE value */
                ROLE_CANDIDATE = 3,

                /** ROLE_LEADER value */
                ROLE_LEADER = 4
            }

            /**
             * Properties of a PartitionDescription.
             * @deprecated Use ledgerline.client.v1.PartitionDescription.$Properties instead.
             */
            interface IPartitionDescription extends ledgerline.client.v1.PartitionDescription.$Properties {
            }

            /** Represents a PartitionDescription. */
            class PartitionDescription {

                /**
                 * Constructs a new PartitionDescription.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.PartitionDescription.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PartitionDescription partition. */
                partition: number;

                /** PartitionDescription role. */
                role: ledgerline.client.v1.Role;

                /** PartitionDescription term. */
                term: number;

                /** PartitionDescription leader. */
                leader: string;

                /** PartitionDescription lastIndex. */
                lastIndex: number;

                /** PartitionDescription commitIndex. */
                commitIndex: number;

                /** PartitionDescription appliedIndex. */
                appliedIndex: number;

                /** PartitionDescription appliedOffset. */
                appliedOffset: number;

                /** PartitionDescription firstOffset. */
                firstOffset: number;

                /**
                 * Creates a new PartitionDescription instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PartitionDescription instance
                 */
                static create(properties: ledgerline.client.v1.PartitionDescription.$Shape): ledgerline.client.v1.PartitionDescription & ledgerline.client.v1.PartitionDescription.$Shape;
                static create(properties?: ledgerline.client.v1.PartitionDescription.$Properties): ledgerline.client.v1.PartitionDescription;

                /**
                 * Encodes the specified PartitionDescription message. Does not implicitly {@link ledgerline.client.v1.PartitionDescription.verify|verify} messages.
                 * @param message PartitionDescription message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.PartitionDescription.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PartitionDescription message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.PartitionDescription & ledgerline.client.v1.PartitionDescription.$Shape} PartitionDescription
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.PartitionDescription & ledgerline.client.v1.PartitionDescription.$Shape;
            }

            namespace PartitionDescription {

                /** Properties of a PartitionDescription. */
                interface $Properties {

                    /** PartitionDescription partition */
                    partition?: number;

                    /** PartitionDescription role */
                    role?: ledgerline.client.v1.Role;

                    /** PartitionDescription term */
                    term?: number;

                    /** PartitionDescription leader */
                    leader?: string;

                    /** PartitionDescription lastIndex */
                    lastIndex?: number;

                    /** PartitionDescription commitIndex */
                    commitIndex?: number;

                    /** PartitionDescription appliedIndex */
                    appliedIndex?: number;

                    /** PartitionDescription appliedOffset */
                    appliedOffset?: number;

                    /** PartitionDescription firstOffset */
                    firstOffset?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PartitionDescription. */
                type $Shape = ledgerline.client.v1.PartitionDescription.$Properties;
            }

            /**
             * Properties of a DescribeResponse.
             * @deprecated Use ledgerline.client.v1.DescribeResponse.$Properties instead.
             */
            interface IDescribeResponse extends ledgerline.client.v1.DescribeResponse.$Properties {
            }

            /** Represents a DescribeResponse. */
            class DescribeResponse {

                /**
                 * Constructs a new DescribeResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.DescribeResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DescribeResponse hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** DescribeResponse protocolMin. */
                protocolMin: number;

                /** DescribeResponse protocolMax. */
                protocolMax: number;

                /** DescribeResponse members. */
                members: ledgerline.client.v1.Member[];

                /** DescribeResponse limits. */
                limits: ledgerline.client.v1.Limits;

                /** DescribeResponse partitions. */
                partitions: ledgerline.client.v1.PartitionDescription[];

                /**
                 * Creates a new DescribeResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DescribeResponse instance
                 */
                static create(properties: ledgerline.client.v1.DescribeResponse.$Shape): ledgerline.client.v1.DescribeResponse & ledgerline.client.v1.DescribeResponse.$Shape;
                static create(properties?: ledgerline.client.v1.DescribeResponse.$Properties): ledgerline.client.v1.DescribeResponse;

                /**
                 * Encodes the specified DescribeResponse message. Does not implicitly {@link ledgerline.client.v1.DescribeResponse.verify|verify} messages.
                 * @param message DescribeResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.DescribeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DescribeResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.DescribeResponse & ledgerline.client.v1.DescribeResponse.$Shape} DescribeResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.DescribeResponse & ledgerline.client.v1.DescribeResponse.$Shape;
            }

            namespace DescribeResponse {

                /** Properties of a DescribeResponse. */
                interface $Properties {

                    /** DescribeResponse hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** DescribeResponse protocolMin */
                    protocolMin?: number;

                    /** DescribeResponse protocolMax */
                    protocolMax?: number;

                    /** DescribeResponse members */
                    members?: ledgerline.client.v1.Member.$Properties[];

                    /** DescribeResponse limits */
                    limits?: ledgerline.client.v1.Limits.$Properties;

                    /** DescribeResponse partitions */
                    partitions?: ledgerline.client.v1.PartitionDescription.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DescribeResponse. */
                type $Shape = ledgerline.client.v1.DescribeResponse.$Properties;
            }

            /**
             * Properties of a DigestAtRequest.
             * @deprecated Use ledgerline.client.v1.DigestAtRequest.$Properties instead.
             */
            interface IDigestAtRequest extends ledgerline.client.v1.DigestAtRequest.$Properties {
            }

            /** Represents a DigestAtRequest. */
            class DigestAtRequest {

                /**
                 * Constructs a new DigestAtRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.DigestAtRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DigestAtRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** DigestAtRequest partition. */
                partition: number;

                /** DigestAtRequest index. */
                index: number;

                /**
                 * Creates a new DigestAtRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DigestAtRequest instance
                 */
                static create(properties: ledgerline.client.v1.DigestAtRequest.$Shape): ledgerline.client.v1.DigestAtRequest & ledgerline.client.v1.DigestAtRequest.$Shape;
                static create(properties?: ledgerline.client.v1.DigestAtRequest.$Properties): ledgerline.client.v1.DigestAtRequest;

                /**
                 * Encodes the specified DigestAtRequest message. Does not implicitly {@link ledgerline.client.v1.DigestAtRequest.verify|verify} messages.
                 * @param message DigestAtRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.DigestAtRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DigestAtRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.DigestAtRequest & ledgerline.client.v1.DigestAtRequest.$Shape} DigestAtRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.DigestAtRequest & ledgerline.client.v1.DigestAtRequest.$Shape;
            }

            namespace DigestAtRequest {

                /** Properties of a DigestAtRequest. */
                interface $Properties {

                    /** DigestAtRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** DigestAtRequest partition */
                    partition?: number;

                    /** DigestAtRequest index */
                    index?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DigestAtRequest. */
                type $Shape = ledgerline.client.v1.DigestAtRequest.$Properties;
            }

            /**
             * Properties of a DigestAtResponse.
             * @deprecated Use ledgerline.client.v1.DigestAtResponse.$Properties instead.
             */
            interface IDigestAtResponse extends ledgerline.client.v1.DigestAtResponse.$Properties {
            }

            /** Represents a DigestAtResponse. */
            class DigestAtResponse {

                /**
                 * Constructs a new DigestAtResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.DigestAtResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DigestAtResponse hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** DigestAtResponse digest. */
                digest: Uint8Array;

                /**
                 * Creates a new DigestAtResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DigestAtResponse instance
                 */
                static create(properties: ledgerline.client.v1.DigestAtResponse.$Shape): ledgerline.client.v1.DigestAtResponse & ledgerline.client.v1.DigestAtResponse.$Shape;
                static create(properties?: ledgerline.client.v1.DigestAtResponse.$Properties): ledgerline.client.v1.DigestAtResponse;

                /**
                 * Encodes the specified DigestAtResponse message. Does not implicitly {@link ledgerline.client.v1.DigestAtResponse.verify|verify} messages.
                 * @param message DigestAtResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.DigestAtResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DigestAtResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.DigestAtResponse & ledgerline.client.v1.DigestAtResponse.$Shape} DigestAtResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.DigestAtResponse & ledgerline.client.v1.DigestAtResponse.$Shape;
            }

            namespace DigestAtResponse {

                /** Properties of a DigestAtResponse. */
                interface $Properties {

                    /** DigestAtResponse hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** DigestAtResponse digest */
                    digest?: Uint8Array;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DigestAtResponse. */
                type $Shape = ledgerline.client.v1.DigestAtResponse.$Properties;
            }
        }
    }
}
