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
             * Properties of a Delta.
             * @deprecated Use ledgerline.client.v1.Delta.$Properties instead.
             */
            interface IDelta extends ledgerline.client.v1.Delta.$Properties {
            }

            /** Represents a Delta. */
            class Delta {

                /**
                 * Constructs a new Delta.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Delta.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Delta put. */
                put: (ledgerline.client.v1.Delta.Put|null);

                /** Delta delete. */
                delete: (Uint8Array|null);

                /** Delta record. */
                record: (Uint8Array|null);

                /** Delta change. */
                change?: ("put"|"delete"|"record");

                /**
                 * Creates a new Delta instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Delta instance
                 */
                static create(properties: ledgerline.client.v1.Delta.$Shape): ledgerline.client.v1.Delta & ledgerline.client.v1.Delta.$Shape;
                static create(properties?: ledgerline.client.v1.Delta.$Properties): ledgerline.client.v1.Delta;

                /**
                 * Encodes the specified Delta message. Does not implicitly {@link ledgerline.client.v1.Delta.verify|verify} messages.
                 * @param message Delta message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Delta.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Delta message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Delta & ledgerline.client.v1.Delta.$Shape} Delta
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Delta & ledgerline.client.v1.Delta.$Shape;
            }

            namespace Delta {

                /** Properties of a Delta. */
                interface $Properties {

                    /** Delta put */
                    put?: (ledgerline.client.v1.Delta.Put.$Properties|null);

                    /** Delta delete */
                    "delete"?: (Uint8Array|null);

                    /** Delta record */
                    record?: (Uint8Array|null);

                    /** Delta change */
                    change?: ("put"|"delete"|"record");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Delta. */
                type $Shape = {
                  put?: ledgerline.client.v1.Delta.Put.$Shape|null;
                  "delete"?: Uint8Array|null;
                  record?: Uint8Array|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ change?: undefined; put?: null; "delete"?: null; record?: null }|{ change?: "put"; put: ledgerline.client.v1.Delta.Put.$Shape; "delete"?: null; record?: null }|{ change?: "delete"; put?: null; "delete": Uint8Array; record?: null }|{ change?: "record"; put?: null; "delete"?: null; record: Uint8Array })
                );

                /**
                 * Properties of a Put.
                 * @deprecated Use ledgerline.client.v1.Delta.Put.$Properties instead.
                 */
                interface IPut extends ledgerline.client.v1.Delta.Put.$Properties {
                }

                /** Represents a Put. */
                class Put {

                    /**
                     * Constructs a new Put.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.Delta.Put.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Put key. */
                    key: Uint8Array;

                    /** Put value. */
                    value: Uint8Array;

                    /**
                     * Creates a new Put instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Put instance
                     */
                    static create(properties: ledgerline.client.v1.Delta.Put.$Shape): ledgerline.client.v1.Delta.Put & ledgerline.client.v1.Delta.Put.$Shape;
                    static create(properties?: ledgerline.client.v1.Delta.Put.$Properties): ledgerline.client.v1.Delta.Put;

                    /**
                     * Encodes the specified Put message. Does not implicitly {@link ledgerline.client.v1.Delta.Put.verify|verify} messages.
                     * @param message Put message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.Delta.Put.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Put message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.Delta.Put & ledgerline.client.v1.Delta.Put.$Shape} Put
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Delta.Put & ledgerline.client.v1.Delta.Put.$Shape;
                }

                namespace Put {

                    /** Properties of a Put. */
                    interface $Properties {

                        /** Put key */
                        key?: Uint8Array;

                        /** Put value */
                        value?: Uint8Array;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Put. */
                    type $Shape = ledgerline.client.v1.Delta.Put.$Properties;
                }
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

                /** Transaction deltas. */
                deltas: ledgerline.client.v1.Delta[];

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

                    /** Transaction deltas */
                    deltas?: ledgerline.client.v1.Delta.$Properties[];

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
                  deltas?: ledgerline.client.v1.Delta.$Shape[];
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

                /** Result accepted. */
                accepted: boolean;

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

                    /** Result accepted */
                    accepted?: boolean;

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

                /** Member incarnation. */
                incarnation: string;

                /** Member peerAddress. */
                peerAddress: string;

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

                    /** Member incarnation */
                    incarnation?: string;

                    /** Member peerAddress */
                    peerAddress?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Member. */
                type $Shape = ledgerline.client.v1.Member.$Properties;
            }

            /**
             * Properties of an IntendedSet.
             * @deprecated Use ledgerline.client.v1.IntendedSet.$Properties instead.
             */
            interface IIntendedSet extends ledgerline.client.v1.IntendedSet.$Properties {
            }

            /** Represents an IntendedSet. */
            class IntendedSet {

                /**
                 * Constructs a new IntendedSet.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.IntendedSet.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** IntendedSet voters. */
                voters: string[];

                /** IntendedSet learners. */
                learners: string[];

                /**
                 * Creates a new IntendedSet instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns IntendedSet instance
                 */
                static create(properties: ledgerline.client.v1.IntendedSet.$Shape): ledgerline.client.v1.IntendedSet & ledgerline.client.v1.IntendedSet.$Shape;
                static create(properties?: ledgerline.client.v1.IntendedSet.$Properties): ledgerline.client.v1.IntendedSet;

                /**
                 * Encodes the specified IntendedSet message. Does not implicitly {@link ledgerline.client.v1.IntendedSet.verify|verify} messages.
                 * @param message IntendedSet message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.IntendedSet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an IntendedSet message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.IntendedSet & ledgerline.client.v1.IntendedSet.$Shape} IntendedSet
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.IntendedSet & ledgerline.client.v1.IntendedSet.$Shape;
            }

            namespace IntendedSet {

                /** Properties of an IntendedSet. */
                interface $Properties {

                    /** IntendedSet voters */
                    voters?: string[];

                    /** IntendedSet learners */
                    learners?: string[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an IntendedSet. */
                type $Shape = ledgerline.client.v1.IntendedSet.$Properties;
            }

            /**
             * Properties of a Membership.
             * @deprecated Use ledgerline.client.v1.Membership.$Properties instead.
             */
            interface IMembership extends ledgerline.client.v1.Membership.$Properties {
            }

            /** Represents a Membership. */
            class Membership {

                /**
                 * Constructs a new Membership.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Membership.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Membership voters. */
                voters: string[];

                /** Membership outgoing. */
                outgoing: string[];

                /** Membership learners. */
                learners: string[];

                /** Membership members. */
                members: ledgerline.client.v1.Member[];

                /** Membership index. */
                index: number;

                /** Membership isCommitted. */
                isCommitted: boolean;

                /**
                 * Creates a new Membership instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Membership instance
                 */
                static create(properties: ledgerline.client.v1.Membership.$Shape): ledgerline.client.v1.Membership & ledgerline.client.v1.Membership.$Shape;
                static create(properties?: ledgerline.client.v1.Membership.$Properties): ledgerline.client.v1.Membership;

                /**
                 * Encodes the specified Membership message. Does not implicitly {@link ledgerline.client.v1.Membership.verify|verify} messages.
                 * @param message Membership message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Membership.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Membership message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Membership & ledgerline.client.v1.Membership.$Shape} Membership
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Membership & ledgerline.client.v1.Membership.$Shape;
            }

            namespace Membership {

                /** Properties of a Membership. */
                interface $Properties {

                    /** Membership voters */
                    voters?: string[];

                    /** Membership outgoing */
                    outgoing?: string[];

                    /** Membership learners */
                    learners?: string[];

                    /** Membership members */
                    members?: ledgerline.client.v1.Member.$Properties[];

                    /** Membership index */
                    index?: number;

                    /** Membership isCommitted */
                    isCommitted?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Membership. */
                type $Shape = ledgerline.client.v1.Membership.$Properties;
            }

            /**
             * Properties of a Follower.
             * @deprecated Use ledgerline.client.v1.Follower.$Properties instead.
             */
            interface IFollower extends ledgerline.client.v1.Follower.$Properties {
            }

            /** Represents a Follower. */
            class Follower {

                /**
                 * Constructs a new Follower.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Follower.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Follower id. */
                id: string;

                /** Follower matchIndex. */
                matchIndex: number;

                /** Follower isActive. */
                isActive: boolean;

                /**
                 * Creates a new Follower instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Follower instance
                 */
                static create(properties: ledgerline.client.v1.Follower.$Shape): ledgerline.client.v1.Follower & ledgerline.client.v1.Follower.$Shape;
                static create(properties?: ledgerline.client.v1.Follower.$Properties): ledgerline.client.v1.Follower;

                /**
                 * Encodes the specified Follower message. Does not implicitly {@link ledgerline.client.v1.Follower.verify|verify} messages.
                 * @param message Follower message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Follower.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Follower message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Follower & ledgerline.client.v1.Follower.$Shape} Follower
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Follower & ledgerline.client.v1.Follower.$Shape;
            }

            namespace Follower {

                /** Properties of a Follower. */
                interface $Properties {

                    /** Follower id */
                    id?: string;

                    /** Follower matchIndex */
                    matchIndex?: number;

                    /** Follower isActive */
                    isActive?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Follower. */
                type $Shape = ledgerline.client.v1.Follower.$Properties;
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

                /** PartitionDescription storage. */
                storage: ledgerline.client.v1.Storage;

                /** PartitionDescription membership. */
                membership: ledgerline.client.v1.Membership;

                /** PartitionDescription followers. */
                followers: ledgerline.client.v1.Follower[];

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

                    /** PartitionDescription storage */
                    storage?: ledgerline.client.v1.Storage.$Properties;

                    /** PartitionDescription membership */
                    membership?: ledgerline.client.v1.Membership.$Properties;

                    /** PartitionDescription followers */
                    followers?: ledgerline.client.v1.Follower.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PartitionDescription. */
                type $Shape = ledgerline.client.v1.PartitionDescription.$Properties;
            }

            /**
             * Properties of a LogPosition.
             * @deprecated Use ledgerline.client.v1.LogPosition.$Properties instead.
             */
            interface ILogPosition extends ledgerline.client.v1.LogPosition.$Properties {
            }

            /** Represents a LogPosition. */
            class LogPosition {

                /**
                 * Constructs a new LogPosition.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.LogPosition.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LogPosition index. */
                index: number;

                /** LogPosition term. */
                term: number;

                /**
                 * Creates a new LogPosition instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LogPosition instance
                 */
                static create(properties: ledgerline.client.v1.LogPosition.$Shape): ledgerline.client.v1.LogPosition & ledgerline.client.v1.LogPosition.$Shape;
                static create(properties?: ledgerline.client.v1.LogPosition.$Properties): ledgerline.client.v1.LogPosition;

                /**
                 * Encodes the specified LogPosition message. Does not implicitly {@link ledgerline.client.v1.LogPosition.verify|verify} messages.
                 * @param message LogPosition message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.LogPosition.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LogPosition message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.LogPosition & ledgerline.client.v1.LogPosition.$Shape} LogPosition
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.LogPosition & ledgerline.client.v1.LogPosition.$Shape;
            }

            namespace LogPosition {

                /** Properties of a LogPosition. */
                interface $Properties {

                    /** LogPosition index */
                    index?: number;

                    /** LogPosition term */
                    term?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LogPosition. */
                type $Shape = ledgerline.client.v1.LogPosition.$Properties;
            }

            /**
             * Properties of a Storage.
             * @deprecated Use ledgerline.client.v1.Storage.$Properties instead.
             */
            interface IStorage extends ledgerline.client.v1.Storage.$Properties {
            }

            /** Represents a Storage. */
            class Storage {

                /**
                 * Constructs a new Storage.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Storage.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Storage firstIndex. */
                firstIndex: number;

                /** Storage logBytes. */
                logBytes: number;

                /** Storage stateIndex. */
                stateIndex: number;

                /** Storage snapshotIndex. */
                snapshotIndex: number;

                /** Storage damage. */
                damage: ledgerline.client.v1.DamagedRange[];

                /** Storage damagedRanges. */
                damagedRanges: number;

                /** Storage repairedRanges. */
                repairedRanges: number;

                /** Storage claim. */
                claim: ledgerline.client.v1.LogPosition;

                /** Storage scrubbedAt. */
                scrubbedAt: number;

                /** Storage scrubbedIndex. */
                scrubbedIndex: number;

                /** Storage diverged. */
                diverged: string[];

                /** Storage freeBytes. */
                freeBytes: number;

                /** Storage isFull. */
                isFull: boolean;

                /**
                 * Creates a new Storage instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Storage instance
                 */
                static create(properties: ledgerline.client.v1.Storage.$Shape): ledgerline.client.v1.Storage & ledgerline.client.v1.Storage.$Shape;
                static create(properties?: ledgerline.client.v1.Storage.$Properties): ledgerline.client.v1.Storage;

                /**
                 * Encodes the specified Storage message. Does not implicitly {@link ledgerline.client.v1.Storage.verify|verify} messages.
                 * @param message Storage message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Storage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Storage message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Storage & ledgerline.client.v1.Storage.$Shape} Storage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Storage & ledgerline.client.v1.Storage.$Shape;
            }

            namespace Storage {

                /** Properties of a Storage. */
                interface $Properties {

                    /** Storage firstIndex */
                    firstIndex?: number;

                    /** Storage logBytes */
                    logBytes?: number;

                    /** Storage stateIndex */
                    stateIndex?: number;

                    /** Storage snapshotIndex */
                    snapshotIndex?: number;

                    /** Storage damage */
                    damage?: ledgerline.client.v1.DamagedRange.$Properties[];

                    /** Storage damagedRanges */
                    damagedRanges?: number;

                    /** Storage repairedRanges */
                    repairedRanges?: number;

                    /** Storage claim */
                    claim?: ledgerline.client.v1.LogPosition.$Properties;

                    /** Storage scrubbedAt */
                    scrubbedAt?: number;

                    /** Storage scrubbedIndex */
                    scrubbedIndex?: number;

                    /** Storage diverged */
                    diverged?: string[];

                    /** Storage freeBytes */
                    freeBytes?: number;

                    /** Storage isFull */
                    isFull?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Storage. */
                type $Shape = ledgerline.client.v1.Storage.$Properties;
            }

            /**
             * Properties of a DamagedRange.
             * @deprecated Use ledgerline.client.v1.DamagedRange.$Properties instead.
             */
            interface IDamagedRange extends ledgerline.client.v1.DamagedRange.$Properties {
            }

            /** Represents a DamagedRange. */
            class DamagedRange {

                /**
                 * Constructs a new DamagedRange.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.DamagedRange.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DamagedRange from. */
                from: number;

                /** DamagedRange to. */
                to: number;

                /** DamagedRange file. */
                file: string;

                /** DamagedRange position. */
                position: number;

                /** DamagedRange why. */
                why: string;

                /**
                 * Creates a new DamagedRange instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DamagedRange instance
                 */
                static create(properties: ledgerline.client.v1.DamagedRange.$Shape): ledgerline.client.v1.DamagedRange & ledgerline.client.v1.DamagedRange.$Shape;
                static create(properties?: ledgerline.client.v1.DamagedRange.$Properties): ledgerline.client.v1.DamagedRange;

                /**
                 * Encodes the specified DamagedRange message. Does not implicitly {@link ledgerline.client.v1.DamagedRange.verify|verify} messages.
                 * @param message DamagedRange message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.DamagedRange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DamagedRange message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.DamagedRange & ledgerline.client.v1.DamagedRange.$Shape} DamagedRange
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.DamagedRange & ledgerline.client.v1.DamagedRange.$Shape;
            }

            namespace DamagedRange {

                /** Properties of a DamagedRange. */
                interface $Properties {

                    /** DamagedRange from */
                    from?: number;

                    /** DamagedRange to */
                    to?: number;

                    /** DamagedRange file */
                    file?: string;

                    /** DamagedRange position */
                    position?: number;

                    /** DamagedRange why */
                    why?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DamagedRange. */
                type $Shape = ledgerline.client.v1.DamagedRange.$Properties;
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

                /** DescribeResponse acknowledge. */
                acknowledge: ledgerline.client.v1.Acknowledge;

                /** DescribeResponse intended. */
                intended: ledgerline.client.v1.IntendedSet;

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

                    /** DescribeResponse acknowledge */
                    acknowledge?: ledgerline.client.v1.Acknowledge;

                    /** DescribeResponse intended */
                    intended?: ledgerline.client.v1.IntendedSet.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DescribeResponse. */
                type $Shape = ledgerline.client.v1.DescribeResponse.$Properties;
            }

            /** Acknowledge enum. */
            enum Acknowledge {

                /** ACKNOWLEDGE_UNSPECIFIED value */
                ACKNOWLEDGE_UNSPECIFIED = 0,

                /** ACKNOWLEDGE_DURABLE value */
                ACKNOWLEDGE_DURABLE = 1,

                /** ACKNOWLEDGE_RECEIVED value */
                ACKNOWLEDGE_RECEIVED = 2
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

            /**
             * Properties of a ReadStateRequest.
             * @deprecated Use ledgerline.client.v1.ReadStateRequest.$Properties instead.
             */
            interface IReadStateRequest extends ledgerline.client.v1.ReadStateRequest.$Properties {
            }

            /** Represents a ReadStateRequest. */
            class ReadStateRequest {

                /**
                 * Constructs a new ReadStateRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.ReadStateRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReadStateRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** ReadStateRequest partition. */
                partition: number;

                /** ReadStateRequest linearizable. */
                linearizable: (ledgerline.client.v1.ReadStateRequest.Linearizable|null);

                /** ReadStateRequest atLeast. */
                atLeast: (number|null);

                /** ReadStateRequest local. */
                local: (ledgerline.client.v1.ReadStateRequest.Local|null);

                /** ReadStateRequest getMany. */
                getMany: (ledgerline.client.v1.ReadStateRequest.GetMany|null);

                /** ReadStateRequest range. */
                range: (ledgerline.client.v1.ReadStateRequest.Range|null);

                /** ReadStateRequest timeoutMs. */
                timeoutMs: number;

                /** ReadStateRequest at. */
                at?: ("linearizable"|"atLeast"|"local");

                /** ReadStateRequest query. */
                query?: ("getMany"|"range");

                /**
                 * Creates a new ReadStateRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReadStateRequest instance
                 */
                static create(properties: ledgerline.client.v1.ReadStateRequest.$Shape): ledgerline.client.v1.ReadStateRequest & ledgerline.client.v1.ReadStateRequest.$Shape;
                static create(properties?: ledgerline.client.v1.ReadStateRequest.$Properties): ledgerline.client.v1.ReadStateRequest;

                /**
                 * Encodes the specified ReadStateRequest message. Does not implicitly {@link ledgerline.client.v1.ReadStateRequest.verify|verify} messages.
                 * @param message ReadStateRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.ReadStateRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReadStateRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ReadStateRequest & ledgerline.client.v1.ReadStateRequest.$Shape} ReadStateRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ReadStateRequest & ledgerline.client.v1.ReadStateRequest.$Shape;
            }

            namespace ReadStateRequest {

                /** Properties of a ReadStateRequest. */
                interface $Properties {

                    /** ReadStateRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** ReadStateRequest partition */
                    partition?: number;

                    /** ReadStateRequest linearizable */
                    linearizable?: (ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties|null);

                    /** ReadStateRequest atLeast */
                    atLeast?: (number|null);

                    /** ReadStateRequest local */
                    local?: (ledgerline.client.v1.ReadStateRequest.Local.$Properties|null);

                    /** ReadStateRequest getMany */
                    getMany?: (ledgerline.client.v1.ReadStateRequest.GetMany.$Properties|null);

                    /** ReadStateRequest range */
                    range?: (ledgerline.client.v1.ReadStateRequest.Range.$Properties|null);

                    /** ReadStateRequest timeoutMs */
                    timeoutMs?: number;

                    /** ReadStateRequest at */
                    at?: ("linearizable"|"atLeast"|"local");

                    /** ReadStateRequest query */
                    query?: ("getMany"|"range");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a ReadStateRequest. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ClientHello.$Shape;
                  partition?: number;
                  linearizable?: ledgerline.client.v1.ReadStateRequest.Linearizable.$Shape|null;
                  atLeast?: number|null;
                  local?: ledgerline.client.v1.ReadStateRequest.Local.$Shape|null;
                  getMany?: ledgerline.client.v1.ReadStateRequest.GetMany.$Shape|null;
                  range?: ledgerline.client.v1.ReadStateRequest.Range.$Shape|null;
                  timeoutMs?: number;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ at?: undefined; linearizable?: null; atLeast?: null; local?: null }|{ at?: "linearizable"; linearizable: ledgerline.client.v1.ReadStateRequest.Linearizable.$Shape; atLeast?: null; local?: null }|{ at?: "atLeast"; linearizable?: null; atLeast: number; local?: null }|{ at?: "local"; linearizable?: null; atLeast?: null; local: ledgerline.client.v1.ReadStateRequest.Local.$Shape })
                ) & (
                  ({ query?: undefined; getMany?: null; range?: null }|{ query?: "getMany"; getMany: ledgerline.client.v1.ReadStateRequest.GetMany.$Shape; range?: null }|{ query?: "range"; getMany?: null; range: ledgerline.client.v1.ReadStateRequest.Range.$Shape })
                );

                /**
                 * Properties of a Linearizable.
                 * @deprecated Use ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties instead.
                 */
                interface ILinearizable extends ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties {
                }

                /** Represents a Linearizable. */
                class Linearizable {

                    /**
                     * Constructs a new Linearizable.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /**
                     * Creates a new Linearizable instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Linearizable instance
                     */
                    static create(properties: ledgerline.client.v1.ReadStateRequest.Linearizable.$Shape): ledgerline.client.v1.ReadStateRequest.Linearizable & ledgerline.client.v1.ReadStateRequest.Linearizable.$Shape;
                    static create(properties?: ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties): ledgerline.client.v1.ReadStateRequest.Linearizable;

                    /**
                     * Encodes the specified Linearizable message. Does not implicitly {@link ledgerline.client.v1.ReadStateRequest.Linearizable.verify|verify} messages.
                     * @param message Linearizable message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Linearizable message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateRequest.Linearizable & ledgerline.client.v1.ReadStateRequest.Linearizable.$Shape} Linearizable
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ReadStateRequest.Linearizable & ledgerline.client.v1.ReadStateRequest.Linearizable.$Shape;
                }

                namespace Linearizable {

                    /** Properties of a Linearizable. */
                    interface $Properties {

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Linearizable. */
                    type $Shape = ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties;
                }

                /**
                 * Properties of a Local.
                 * @deprecated Use ledgerline.client.v1.ReadStateRequest.Local.$Properties instead.
                 */
                interface ILocal extends ledgerline.client.v1.ReadStateRequest.Local.$Properties {
                }

                /** Represents a Local. */
                class Local {

                    /**
                     * Constructs a new Local.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.ReadStateRequest.Local.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /**
                     * Creates a new Local instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Local instance
                     */
                    static create(properties: ledgerline.client.v1.ReadStateRequest.Local.$Shape): ledgerline.client.v1.ReadStateRequest.Local & ledgerline.client.v1.ReadStateRequest.Local.$Shape;
                    static create(properties?: ledgerline.client.v1.ReadStateRequest.Local.$Properties): ledgerline.client.v1.ReadStateRequest.Local;

                    /**
                     * Encodes the specified Local message. Does not implicitly {@link ledgerline.client.v1.ReadStateRequest.Local.verify|verify} messages.
                     * @param message Local message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.ReadStateRequest.Local.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Local message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateRequest.Local & ledgerline.client.v1.ReadStateRequest.Local.$Shape} Local
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ReadStateRequest.Local & ledgerline.client.v1.ReadStateRequest.Local.$Shape;
                }

                namespace Local {

                    /** Properties of a Local. */
                    interface $Properties {

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Local. */
                    type $Shape = ledgerline.client.v1.ReadStateRequest.Local.$Properties;
                }

                /**
                 * Properties of a GetMany.
                 * @deprecated Use ledgerline.client.v1.ReadStateRequest.GetMany.$Properties instead.
                 */
                interface IGetMany extends ledgerline.client.v1.ReadStateRequest.GetMany.$Properties {
                }

                /** Represents a GetMany. */
                class GetMany {

                    /**
                     * Constructs a new GetMany.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.ReadStateRequest.GetMany.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** GetMany keys. */
                    keys: Uint8Array[];

                    /**
                     * Creates a new GetMany instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns GetMany instance
                     */
                    static create(properties: ledgerline.client.v1.ReadStateRequest.GetMany.$Shape): ledgerline.client.v1.ReadStateRequest.GetMany & ledgerline.client.v1.ReadStateRequest.GetMany.$Shape;
                    static create(properties?: ledgerline.client.v1.ReadStateRequest.GetMany.$Properties): ledgerline.client.v1.ReadStateRequest.GetMany;

                    /**
                     * Encodes the specified GetMany message. Does not implicitly {@link ledgerline.client.v1.ReadStateRequest.GetMany.verify|verify} messages.
                     * @param message GetMany message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.ReadStateRequest.GetMany.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a GetMany message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateRequest.GetMany & ledgerline.client.v1.ReadStateRequest.GetMany.$Shape} GetMany
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ReadStateRequest.GetMany & ledgerline.client.v1.ReadStateRequest.GetMany.$Shape;
                }

                namespace GetMany {

                    /** Properties of a GetMany. */
                    interface $Properties {

                        /** GetMany keys */
                        keys?: Uint8Array[];

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a GetMany. */
                    type $Shape = ledgerline.client.v1.ReadStateRequest.GetMany.$Properties;
                }

                /**
                 * Properties of a Range.
                 * @deprecated Use ledgerline.client.v1.ReadStateRequest.Range.$Properties instead.
                 */
                interface IRange extends ledgerline.client.v1.ReadStateRequest.Range.$Properties {
                }

                /** Represents a Range. */
                class Range {

                    /**
                     * Constructs a new Range.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.ReadStateRequest.Range.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Range from. */
                    from: Uint8Array;

                    /** Range to. */
                    to: (Uint8Array|null);

                    /** Range limit. */
                    limit: number;

                    /**
                     * Creates a new Range instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Range instance
                     */
                    static create(properties: ledgerline.client.v1.ReadStateRequest.Range.$Shape): ledgerline.client.v1.ReadStateRequest.Range & ledgerline.client.v1.ReadStateRequest.Range.$Shape;
                    static create(properties?: ledgerline.client.v1.ReadStateRequest.Range.$Properties): ledgerline.client.v1.ReadStateRequest.Range;

                    /**
                     * Encodes the specified Range message. Does not implicitly {@link ledgerline.client.v1.ReadStateRequest.Range.verify|verify} messages.
                     * @param message Range message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.ReadStateRequest.Range.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Range message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateRequest.Range & ledgerline.client.v1.ReadStateRequest.Range.$Shape} Range
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ReadStateRequest.Range & ledgerline.client.v1.ReadStateRequest.Range.$Shape;
                }

                namespace Range {

                    /** Properties of a Range. */
                    interface $Properties {

                        /** Range from */
                        from?: Uint8Array;

                        /** Range to */
                        to?: (Uint8Array|null);

                        /** Range limit */
                        limit?: number;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Range. */
                    type $Shape = ledgerline.client.v1.ReadStateRequest.Range.$Properties;
                }
            }

            /**
             * Properties of a StatePair.
             * @deprecated Use ledgerline.client.v1.StatePair.$Properties instead.
             */
            interface IStatePair extends ledgerline.client.v1.StatePair.$Properties {
            }

            /** Represents a StatePair. */
            class StatePair {

                /**
                 * Constructs a new StatePair.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.StatePair.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StatePair key. */
                key: Uint8Array;

                /** StatePair value. */
                value: Uint8Array;

                /**
                 * Creates a new StatePair instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StatePair instance
                 */
                static create(properties: ledgerline.client.v1.StatePair.$Shape): ledgerline.client.v1.StatePair & ledgerline.client.v1.StatePair.$Shape;
                static create(properties?: ledgerline.client.v1.StatePair.$Properties): ledgerline.client.v1.StatePair;

                /**
                 * Encodes the specified StatePair message. Does not implicitly {@link ledgerline.client.v1.StatePair.verify|verify} messages.
                 * @param message StatePair message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.StatePair.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StatePair message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.StatePair & ledgerline.client.v1.StatePair.$Shape} StatePair
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.StatePair & ledgerline.client.v1.StatePair.$Shape;
            }

            namespace StatePair {

                /** Properties of a StatePair. */
                interface $Properties {

                    /** StatePair key */
                    key?: Uint8Array;

                    /** StatePair value */
                    value?: Uint8Array;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StatePair. */
                type $Shape = ledgerline.client.v1.StatePair.$Properties;
            }

            /**
             * Properties of a ReadStateResponse.
             * @deprecated Use ledgerline.client.v1.ReadStateResponse.$Properties instead.
             */
            interface IReadStateResponse extends ledgerline.client.v1.ReadStateResponse.$Properties {
            }

            /** Represents a ReadStateResponse. */
            class ReadStateResponse {

                /**
                 * Constructs a new ReadStateResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.ReadStateResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReadStateResponse hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** ReadStateResponse values. */
                values: (ledgerline.client.v1.ReadStateResponse.Values|null);

                /** ReadStateResponse pairs. */
                pairs: (ledgerline.client.v1.ReadStateResponse.Pairs|null);

                /** ReadStateResponse refusal. */
                refusal: (ledgerline.client.v1.Refusal|null);

                /** ReadStateResponse answer. */
                answer?: ("values"|"pairs"|"refusal");

                /**
                 * Creates a new ReadStateResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReadStateResponse instance
                 */
                static create(properties: ledgerline.client.v1.ReadStateResponse.$Shape): ledgerline.client.v1.ReadStateResponse & ledgerline.client.v1.ReadStateResponse.$Shape;
                static create(properties?: ledgerline.client.v1.ReadStateResponse.$Properties): ledgerline.client.v1.ReadStateResponse;

                /**
                 * Encodes the specified ReadStateResponse message. Does not implicitly {@link ledgerline.client.v1.ReadStateResponse.verify|verify} messages.
                 * @param message ReadStateResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.ReadStateResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReadStateResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ReadStateResponse & ledgerline.client.v1.ReadStateResponse.$Shape} ReadStateResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ReadStateResponse & ledgerline.client.v1.ReadStateResponse.$Shape;
            }

            namespace ReadStateResponse {

                /** Properties of a ReadStateResponse. */
                interface $Properties {

                    /** ReadStateResponse hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** ReadStateResponse values */
                    values?: (ledgerline.client.v1.ReadStateResponse.Values.$Properties|null);

                    /** ReadStateResponse pairs */
                    pairs?: (ledgerline.client.v1.ReadStateResponse.Pairs.$Properties|null);

                    /** ReadStateResponse refusal */
                    refusal?: (ledgerline.client.v1.Refusal.$Properties|null);

                    /** ReadStateResponse answer */
                    answer?: ("values"|"pairs"|"refusal");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a ReadStateResponse. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ServerHello.$Shape;
                  values?: ledgerline.client.v1.ReadStateResponse.Values.$Shape|null;
                  pairs?: ledgerline.client.v1.ReadStateResponse.Pairs.$Shape|null;
                  refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ answer?: undefined; values?: null; pairs?: null; refusal?: null }|{ answer?: "values"; values: ledgerline.client.v1.ReadStateResponse.Values.$Shape; pairs?: null; refusal?: null }|{ answer?: "pairs"; values?: null; pairs: ledgerline.client.v1.ReadStateResponse.Pairs.$Shape; refusal?: null }|{ answer?: "refusal"; values?: null; pairs?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                );

                /**
                 * Properties of a Values.
                 * @deprecated Use ledgerline.client.v1.ReadStateResponse.Values.$Properties instead.
                 */
                interface IValues extends ledgerline.client.v1.ReadStateResponse.Values.$Properties {
                }

                /** Represents a Values. */
                class Values {

                    /**
                     * Constructs a new Values.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.ReadStateResponse.Values.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Values offset. */
                    offset: number;

                    /** Values values. */
                    values: ledgerline.client.v1.ReadStateResponse.Value[];

                    /**
                     * Creates a new Values instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Values instance
                     */
                    static create(properties: ledgerline.client.v1.ReadStateResponse.Values.$Shape): ledgerline.client.v1.ReadStateResponse.Values & ledgerline.client.v1.ReadStateResponse.Values.$Shape;
                    static create(properties?: ledgerline.client.v1.ReadStateResponse.Values.$Properties): ledgerline.client.v1.ReadStateResponse.Values;

                    /**
                     * Encodes the specified Values message. Does not implicitly {@link ledgerline.client.v1.ReadStateResponse.Values.verify|verify} messages.
                     * @param message Values message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.ReadStateResponse.Values.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Values message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateResponse.Values & ledgerline.client.v1.ReadStateResponse.Values.$Shape} Values
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ReadStateResponse.Values & ledgerline.client.v1.ReadStateResponse.Values.$Shape;
                }

                namespace Values {

                    /** Properties of a Values. */
                    interface $Properties {

                        /** Values offset */
                        offset?: number;

                        /** Values values */
                        values?: ledgerline.client.v1.ReadStateResponse.Value.$Properties[];

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Values. */
                    type $Shape = ledgerline.client.v1.ReadStateResponse.Values.$Properties;
                }

                /**
                 * Properties of a Value.
                 * @deprecated Use ledgerline.client.v1.ReadStateResponse.Value.$Properties instead.
                 */
                interface IValue extends ledgerline.client.v1.ReadStateResponse.Value.$Properties {
                }

                /** Represents a Value. */
                class Value {

                    /**
                     * Constructs a new Value.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.ReadStateResponse.Value.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Value value. */
                    value: (Uint8Array|null);

                    /**
                     * Creates a new Value instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Value instance
                     */
                    static create(properties: ledgerline.client.v1.ReadStateResponse.Value.$Shape): ledgerline.client.v1.ReadStateResponse.Value & ledgerline.client.v1.ReadStateResponse.Value.$Shape;
                    static create(properties?: ledgerline.client.v1.ReadStateResponse.Value.$Properties): ledgerline.client.v1.ReadStateResponse.Value;

                    /**
                     * Encodes the specified Value message. Does not implicitly {@link ledgerline.client.v1.ReadStateResponse.Value.verify|verify} messages.
                     * @param message Value message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.ReadStateResponse.Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Value message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateResponse.Value & ledgerline.client.v1.ReadStateResponse.Value.$Shape} Value
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ReadStateResponse.Value & ledgerline.client.v1.ReadStateResponse.Value.$Shape;
                }

                namespace Value {

                    /** Properties of a Value. */
                    interface $Properties {

                        /** Value value */
                        value?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Value. */
                    type $Shape = ledgerline.client.v1.ReadStateResponse.Value.$Properties;
                }

                /**
                 * Properties of a Pairs.
                 * @deprecated Use ledgerline.client.v1.ReadStateResponse.Pairs.$Properties instead.
                 */
                interface IPairs extends ledgerline.client.v1.ReadStateResponse.Pairs.$Properties {
                }

                /** Represents a Pairs. */
                class Pairs {

                    /**
                     * Constructs a new Pairs.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.ReadStateResponse.Pairs.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Pairs offset. */
                    offset: number;

                    /** Pairs pairs. */
                    pairs: ledgerline.client.v1.StatePair[];

                    /** Pairs more. */
                    more: boolean;

                    /**
                     * Creates a new Pairs instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Pairs instance
                     */
                    static create(properties: ledgerline.client.v1.ReadStateResponse.Pairs.$Shape): ledgerline.client.v1.ReadStateResponse.Pairs & ledgerline.client.v1.ReadStateResponse.Pairs.$Shape;
                    static create(properties?: ledgerline.client.v1.ReadStateResponse.Pairs.$Properties): ledgerline.client.v1.ReadStateResponse.Pairs;

                    /**
                     * Encodes the specified Pairs message. Does not implicitly {@link ledgerline.client.v1.ReadStateResponse.Pairs.verify|verify} messages.
                     * @param message Pairs message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.ReadStateResponse.Pairs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Pairs message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateResponse.Pairs & ledgerline.client.v1.ReadStateResponse.Pairs.$Shape} Pairs
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ReadStateResponse.Pairs & ledgerline.client.v1.ReadStateResponse.Pairs.$Shape;
                }

                namespace Pairs {

                    /** Properties of a Pairs. */
                    interface $Properties {

                        /** Pairs offset */
                        offset?: number;

                        /** Pairs pairs */
                        pairs?: ledgerline.client.v1.StatePair.$Properties[];

                        /** Pairs more */
                        more?: boolean;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Pairs. */
                    type $Shape = ledgerline.client.v1.ReadStateResponse.Pairs.$Properties;
                }
            }

            /**
             * Properties of a TakeSnapshotRequest.
             * @deprecated Use ledgerline.client.v1.TakeSnapshotRequest.$Properties instead.
             */
            interface ITakeSnapshotRequest extends ledgerline.client.v1.TakeSnapshotRequest.$Properties {
            }

            /** Represents a TakeSnapshotRequest. */
            class TakeSnapshotRequest {

                /**
                 * Constructs a new TakeSnapshotRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.TakeSnapshotRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TakeSnapshotRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** TakeSnapshotRequest partition. */
                partition: number;

                /**
                 * Creates a new TakeSnapshotRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TakeSnapshotRequest instance
                 */
                static create(properties: ledgerline.client.v1.TakeSnapshotRequest.$Shape): ledgerline.client.v1.TakeSnapshotRequest & ledgerline.client.v1.TakeSnapshotRequest.$Shape;
                static create(properties?: ledgerline.client.v1.TakeSnapshotRequest.$Properties): ledgerline.client.v1.TakeSnapshotRequest;

                /**
                 * Encodes the specified TakeSnapshotRequest message. Does not implicitly {@link ledgerline.client.v1.TakeSnapshotRequest.verify|verify} messages.
                 * @param message TakeSnapshotRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.TakeSnapshotRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TakeSnapshotRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TakeSnapshotRequest & ledgerline.client.v1.TakeSnapshotRequest.$Shape} TakeSnapshotRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.TakeSnapshotRequest & ledgerline.client.v1.TakeSnapshotRequest.$Shape;
            }

            namespace TakeSnapshotRequest {

                /** Properties of a TakeSnapshotRequest. */
                interface $Properties {

                    /** TakeSnapshotRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** TakeSnapshotRequest partition */
                    partition?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TakeSnapshotRequest. */
                type $Shape = ledgerline.client.v1.TakeSnapshotRequest.$Properties;
            }

            /**
             * Properties of a TakeSnapshotResponse.
             * @deprecated Use ledgerline.client.v1.TakeSnapshotResponse.$Properties instead.
             */
            interface ITakeSnapshotResponse extends ledgerline.client.v1.TakeSnapshotResponse.$Properties {
            }

            /** Represents a TakeSnapshotResponse. */
            class TakeSnapshotResponse {

                /**
                 * Constructs a new TakeSnapshotResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.TakeSnapshotResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TakeSnapshotResponse hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** TakeSnapshotResponse index. */
                index: (number|null);

                /** TakeSnapshotResponse refusal. */
                refusal: (ledgerline.client.v1.Refusal|null);

                /** TakeSnapshotResponse answer. */
                answer?: ("index"|"refusal");

                /**
                 * Creates a new TakeSnapshotResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TakeSnapshotResponse instance
                 */
                static create(properties: ledgerline.client.v1.TakeSnapshotResponse.$Shape): ledgerline.client.v1.TakeSnapshotResponse & ledgerline.client.v1.TakeSnapshotResponse.$Shape;
                static create(properties?: ledgerline.client.v1.TakeSnapshotResponse.$Properties): ledgerline.client.v1.TakeSnapshotResponse;

                /**
                 * Encodes the specified TakeSnapshotResponse message. Does not implicitly {@link ledgerline.client.v1.TakeSnapshotResponse.verify|verify} messages.
                 * @param message TakeSnapshotResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.TakeSnapshotResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TakeSnapshotResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TakeSnapshotResponse & ledgerline.client.v1.TakeSnapshotResponse.$Shape} TakeSnapshotResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.TakeSnapshotResponse & ledgerline.client.v1.TakeSnapshotResponse.$Shape;
            }

            namespace TakeSnapshotResponse {

                /** Properties of a TakeSnapshotResponse. */
                interface $Properties {

                    /** TakeSnapshotResponse hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** TakeSnapshotResponse index */
                    index?: (number|null);

                    /** TakeSnapshotResponse refusal */
                    refusal?: (ledgerline.client.v1.Refusal.$Properties|null);

                    /** TakeSnapshotResponse answer */
                    answer?: ("index"|"refusal");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a TakeSnapshotResponse. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ServerHello.$Shape;
                  index?: number|null;
                  refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ answer?: undefined; index?: null; refusal?: null }|{ answer?: "index"; index: number; refusal?: null }|{ answer?: "refusal"; index?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                );
            }

            /**
             * Properties of a TransferLeadershipRequest.
             * @deprecated Use ledgerline.client.v1.TransferLeadershipRequest.$Properties instead.
             */
            interface ITransferLeadershipRequest extends ledgerline.client.v1.TransferLeadershipRequest.$Properties {
            }

            /** Represents a TransferLeadershipRequest. */
            class TransferLeadershipRequest {

                /**
                 * Constructs a new TransferLeadershipRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.TransferLeadershipRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TransferLeadershipRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** TransferLeadershipRequest partition. */
                partition: number;

                /** TransferLeadershipRequest to. */
                to: string;

                /**
                 * Creates a new TransferLeadershipRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TransferLeadershipRequest instance
                 */
                static create(properties: ledgerline.client.v1.TransferLeadershipRequest.$Shape): ledgerline.client.v1.TransferLeadershipRequest & ledgerline.client.v1.TransferLeadershipRequest.$Shape;
                static create(properties?: ledgerline.client.v1.TransferLeadershipRequest.$Properties): ledgerline.client.v1.TransferLeadershipRequest;

                /**
                 * Encodes the specified TransferLeadershipRequest message. Does not implicitly {@link ledgerline.client.v1.TransferLeadershipRequest.verify|verify} messages.
                 * @param message TransferLeadershipRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.TransferLeadershipRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TransferLeadershipRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TransferLeadershipRequest & ledgerline.client.v1.TransferLeadershipRequest.$Shape} TransferLeadershipRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.TransferLeadershipRequest & ledgerline.client.v1.TransferLeadershipRequest.$Shape;
            }

            namespace TransferLeadershipRequest {

                /** Properties of a TransferLeadershipRequest. */
                interface $Properties {

                    /** TransferLeadershipRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** TransferLeadershipRequest partition */
                    partition?: number;

                    /** TransferLeadershipRequest to */
                    to?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TransferLeadershipRequest. */
                type $Shape = ledgerline.client.v1.TransferLeadershipRequest.$Properties;
            }

            /**
             * Properties of a TransferLeadershipResponse.
             * @deprecated Use ledgerline.client.v1.TransferLeadershipResponse.$Properties instead.
             */
            interface ITransferLeadershipResponse extends ledgerline.client.v1.TransferLeadershipResponse.$Properties {
            }

            /** Represents a TransferLeadershipResponse. */
            class TransferLeadershipResponse {

                /**
                 * Constructs a new TransferLeadershipResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.TransferLeadershipResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TransferLeadershipResponse hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** TransferLeadershipResponse transferred. */
                transferred: (ledgerline.client.v1.TransferLeadershipResponse.Transferred|null);

                /** TransferLeadershipResponse notTakenBy. */
                notTakenBy: (string|null);

                /** TransferLeadershipResponse refusal. */
                refusal: (ledgerline.client.v1.Refusal|null);

                /** TransferLeadershipResponse answer. */
                answer?: ("transferred"|"notTakenBy"|"refusal");

                /**
                 * Creates a new TransferLeadershipResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TransferLeadershipResponse instance
                 */
                static create(properties: ledgerline.client.v1.TransferLeadershipResponse.$Shape): ledgerline.client.v1.TransferLeadershipResponse & ledgerline.client.v1.TransferLeadershipResponse.$Shape;
                static create(properties?: ledgerline.client.v1.TransferLeadershipResponse.$Properties): ledgerline.client.v1.TransferLeadershipResponse;

                /**
                 * Encodes the specified TransferLeadershipResponse message. Does not implicitly {@link ledgerline.client.v1.TransferLeadershipResponse.verify|verify} messages.
                 * @param message TransferLeadershipResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.TransferLeadershipResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TransferLeadershipResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TransferLeadershipResponse & ledgerline.client.v1.TransferLeadershipResponse.$Shape} TransferLeadershipResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.TransferLeadershipResponse & ledgerline.client.v1.TransferLeadershipResponse.$Shape;
            }

            namespace TransferLeadershipResponse {

                /** Properties of a TransferLeadershipResponse. */
                interface $Properties {

                    /** TransferLeadershipResponse hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** TransferLeadershipResponse transferred */
                    transferred?: (ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties|null);

                    /** TransferLeadershipResponse notTakenBy */
                    notTakenBy?: (string|null);

                    /** TransferLeadershipResponse refusal */
                    refusal?: (ledgerline.client.v1.Refusal.$Properties|null);

                    /** TransferLeadershipResponse answer */
                    answer?: ("transferred"|"notTakenBy"|"refusal");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a TransferLeadershipResponse. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ServerHello.$Shape;
                  transferred?: ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Shape|null;
                  notTakenBy?: string|null;
                  refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ answer?: undefined; transferred?: null; notTakenBy?: null; refusal?: null }|{ answer?: "transferred"; transferred: ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Shape; notTakenBy?: null; refusal?: null }|{ answer?: "notTakenBy"; transferred?: null; notTakenBy: string; refusal?: null }|{ answer?: "refusal"; transferred?: null; notTakenBy?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                );

                /**
                 * Properties of a Transferred.
                 * @deprecated Use ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties instead.
                 */
                interface ITransferred extends ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties {
                }

                /** Represents a Transferred. */
                class Transferred {

                    /**
                     * Constructs a new Transferred.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Transferred leader. */
                    leader: string;

                    /** Transferred changed. */
                    changed: boolean;

                    /**
                     * Creates a new Transferred instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Transferred instance
                     */
                    static create(properties: ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Shape): ledgerline.client.v1.TransferLeadershipResponse.Transferred & ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Shape;
                    static create(properties?: ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties): ledgerline.client.v1.TransferLeadershipResponse.Transferred;

                    /**
                     * Encodes the specified Transferred message. Does not implicitly {@link ledgerline.client.v1.TransferLeadershipResponse.Transferred.verify|verify} messages.
                     * @param message Transferred message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Transferred message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.TransferLeadershipResponse.Transferred & ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Shape} Transferred
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.TransferLeadershipResponse.Transferred & ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Shape;
                }

                namespace Transferred {

                    /** Properties of a Transferred. */
                    interface $Properties {

                        /** Transferred leader */
                        leader?: string;

                        /** Transferred changed */
                        changed?: boolean;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Transferred. */
                    type $Shape = ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties;
                }
            }

            /**
             * Properties of a ChangeMembersRequest.
             * @deprecated Use ledgerline.client.v1.ChangeMembersRequest.$Properties instead.
             */
            interface IChangeMembersRequest extends ledgerline.client.v1.ChangeMembersRequest.$Properties {
            }

            /** Represents a ChangeMembersRequest. */
            class ChangeMembersRequest {

                /**
                 * Constructs a new ChangeMembersRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.ChangeMembersRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ChangeMembersRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** ChangeMembersRequest add. */
                add: (ledgerline.client.v1.ChangeMembersRequest.NewMember|null);

                /** ChangeMembersRequest promote. */
                promote: (string|null);

                /** ChangeMembersRequest remove. */
                remove: (ledgerline.client.v1.ChangeMembersRequest.Remove|null);

                /** ChangeMembersRequest replace. */
                replace: (ledgerline.client.v1.ChangeMembersRequest.Replace|null);

                /** ChangeMembersRequest change. */
                change?: ("add"|"promote"|"remove"|"replace");

                /**
                 * Creates a new ChangeMembersRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ChangeMembersRequest instance
                 */
                static create(properties: ledgerline.client.v1.ChangeMembersRequest.$Shape): ledgerline.client.v1.ChangeMembersRequest & ledgerline.client.v1.ChangeMembersRequest.$Shape;
                static create(properties?: ledgerline.client.v1.ChangeMembersRequest.$Properties): ledgerline.client.v1.ChangeMembersRequest;

                /**
                 * Encodes the specified ChangeMembersRequest message. Does not implicitly {@link ledgerline.client.v1.ChangeMembersRequest.verify|verify} messages.
                 * @param message ChangeMembersRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.ChangeMembersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ChangeMembersRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ChangeMembersRequest & ledgerline.client.v1.ChangeMembersRequest.$Shape} ChangeMembersRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ChangeMembersRequest & ledgerline.client.v1.ChangeMembersRequest.$Shape;
            }

            namespace ChangeMembersRequest {

                /** Properties of a ChangeMembersRequest. */
                interface $Properties {

                    /** ChangeMembersRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** ChangeMembersRequest add */
                    add?: (ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties|null);

                    /** ChangeMembersRequest promote */
                    promote?: (string|null);

                    /** ChangeMembersRequest remove */
                    remove?: (ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties|null);

                    /** ChangeMembersRequest replace */
                    replace?: (ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties|null);

                    /** ChangeMembersRequest change */
                    change?: ("add"|"promote"|"remove"|"replace");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a ChangeMembersRequest. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ClientHello.$Shape;
                  add?: ledgerline.client.v1.ChangeMembersRequest.NewMember.$Shape|null;
                  promote?: string|null;
                  remove?: ledgerline.client.v1.ChangeMembersRequest.Remove.$Shape|null;
                  replace?: ledgerline.client.v1.ChangeMembersRequest.Replace.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ change?: undefined; add?: null; promote?: null; remove?: null; replace?: null }|{ change?: "add"; add: ledgerline.client.v1.ChangeMembersRequest.NewMember.$Shape; promote?: null; remove?: null; replace?: null }|{ change?: "promote"; add?: null; promote: string; remove?: null; replace?: null }|{ change?: "remove"; add?: null; promote?: null; remove: ledgerline.client.v1.ChangeMembersRequest.Remove.$Shape; replace?: null }|{ change?: "replace"; add?: null; promote?: null; remove?: null; replace: ledgerline.client.v1.ChangeMembersRequest.Replace.$Shape })
                );

                /**
                 * Properties of a NewMember.
                 * @deprecated Use ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties instead.
                 */
                interface INewMember extends ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties {
                }

                /** Represents a NewMember. */
                class NewMember {

                    /**
                     * Constructs a new NewMember.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** NewMember id. */
                    id: string;

                    /** NewMember peerAddress. */
                    peerAddress: string;

                    /** NewMember clientAddress. */
                    clientAddress: string;

                    /**
                     * Creates a new NewMember instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns NewMember instance
                     */
                    static create(properties: ledgerline.client.v1.ChangeMembersRequest.NewMember.$Shape): ledgerline.client.v1.ChangeMembersRequest.NewMember & ledgerline.client.v1.ChangeMembersRequest.NewMember.$Shape;
                    static create(properties?: ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties): ledgerline.client.v1.ChangeMembersRequest.NewMember;

                    /**
                     * Encodes the specified NewMember message. Does not implicitly {@link ledgerline.client.v1.ChangeMembersRequest.NewMember.verify|verify} messages.
                     * @param message NewMember message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a NewMember message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ChangeMembersRequest.NewMember & ledgerline.client.v1.ChangeMembersRequest.NewMember.$Shape} NewMember
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ChangeMembersRequest.NewMember & ledgerline.client.v1.ChangeMembersRequest.NewMember.$Shape;
                }

                namespace NewMember {

                    /** Properties of a NewMember. */
                    interface $Properties {

                        /** NewMember id */
                        id?: string;

                        /** NewMember peerAddress */
                        peerAddress?: string;

                        /** NewMember clientAddress */
                        clientAddress?: string;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a NewMember. */
                    type $Shape = ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties;
                }

                /**
                 * Properties of a Remove.
                 * @deprecated Use ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties instead.
                 */
                interface IRemove extends ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties {
                }

                /** Represents a Remove. */
                class Remove {

                    /**
                     * Constructs a new Remove.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Remove id. */
                    id: string;

                    /** Remove force. */
                    force: boolean;

                    /**
                     * Creates a new Remove instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Remove instance
                     */
                    static create(properties: ledgerline.client.v1.ChangeMembersRequest.Remove.$Shape): ledgerline.client.v1.ChangeMembersRequest.Remove & ledgerline.client.v1.ChangeMembersRequest.Remove.$Shape;
                    static create(properties?: ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties): ledgerline.client.v1.ChangeMembersRequest.Remove;

                    /**
                     * Encodes the specified Remove message. Does not implicitly {@link ledgerline.client.v1.ChangeMembersRequest.Remove.verify|verify} messages.
                     * @param message Remove message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Remove message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ChangeMembersRequest.Remove & ledgerline.client.v1.ChangeMembersRequest.Remove.$Shape} Remove
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ChangeMembersRequest.Remove & ledgerline.client.v1.ChangeMembersRequest.Remove.$Shape;
                }

                namespace Remove {

                    /** Properties of a Remove. */
                    interface $Properties {

                        /** Remove id */
                        id?: string;

                        /** Remove force */
                        force?: boolean;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Remove. */
                    type $Shape = ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties;
                }

                /**
                 * Properties of a Replace.
                 * @deprecated Use ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties instead.
                 */
                interface IReplace extends ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties {
                }

                /** Represents a Replace. */
                class Replace {

                    /**
                     * Constructs a new Replace.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Replace id. */
                    id: string;

                    /** Replace by. */
                    by: ledgerline.client.v1.ChangeMembersRequest.NewMember;

                    /**
                     * Creates a new Replace instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Replace instance
                     */
                    static create(properties: ledgerline.client.v1.ChangeMembersRequest.Replace.$Shape): ledgerline.client.v1.ChangeMembersRequest.Replace & ledgerline.client.v1.ChangeMembersRequest.Replace.$Shape;
                    static create(properties?: ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties): ledgerline.client.v1.ChangeMembersRequest.Replace;

                    /**
                     * Encodes the specified Replace message. Does not implicitly {@link ledgerline.client.v1.ChangeMembersRequest.Replace.verify|verify} messages.
                     * @param message Replace message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Replace message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ChangeMembersRequest.Replace & ledgerline.client.v1.ChangeMembersRequest.Replace.$Shape} Replace
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ChangeMembersRequest.Replace & ledgerline.client.v1.ChangeMembersRequest.Replace.$Shape;
                }

                namespace Replace {

                    /** Properties of a Replace. */
                    interface $Properties {

                        /** Replace id */
                        id?: string;

                        /** Replace by */
                        by?: ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Replace. */
                    type $Shape = ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties;
                }
            }

            /** MembersRefusalCode enum. */
            enum MembersRefusalCode {

                /** MEMBERS_REFUSAL_CODE_UNSPECIFIED value */
                MEMBERS_REFUSAL_CODE_UNSPECIFIED = 0,

                /** MEMBERS_REFUSAL_CODE_CHANGE_UNDER_WAY value */
                MEMBERS_REFUSAL_CODE_CHANGE_UNDER_WAY = 1,

                /** MEMBERS_REFUSAL_CODE_NO_QUORUM value */
                MEMBERS_REFUSAL_CODE_NO_QUORUM = 2,

                /** MEMBERS_REFUSAL_CODE_UNKNOWN_MEMBER value */
                MEMBERS_REFUSAL_CODE_UNKNOWN_MEMBER = 3,

                /** MEMBERS_REFUSAL_CODE_ALREADY_A_MEMBER value */
                MEMBERS_REFUSAL_CODE_ALREADY_A_MEMBER = 4,

                /** MEMBERS_REFUSAL_CODE_ID_USED value */
                MEMBERS_REFUSAL_CODE_ID_USED = 5,

                /** MEMBERS_REFUSAL_CODE_LAST_VOTER value */
                MEMBERS_REFUSAL_CODE_LAST_VOTER = 6,

                /** MEMBERS_REFUSAL_CODE_TOO_MANY_MEMBERS value */
                MEMBERS_REFUSAL_CODE_TOO_MANY_MEMBERS = 7,

                /** MEMBERS_REFUSAL_CODE_UNREACHABLE value */
                MEMBERS_REFUSAL_CODE_UNREACHABLE = 8,

                /** MEMBERS_REFUSAL_CODE_ALREADY_FORMED value */
                MEMBERS_REFUSAL_CODE_ALREADY_FORMED = 9
            }

            /**
             * Properties of a MembersRefusal.
             * @deprecated Use ledgerline.client.v1.MembersRefusal.$Properties instead.
             */
            interface IMembersRefusal extends ledgerline.client.v1.MembersRefusal.$Properties {
            }

            /** Represents a MembersRefusal. */
            class MembersRefusal {

                /**
                 * Constructs a new MembersRefusal.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.MembersRefusal.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MembersRefusal code. */
                code: ledgerline.client.v1.MembersRefusalCode;

                /** MembersRefusal detail. */
                detail: string;

                /**
                 * Creates a new MembersRefusal instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns MembersRefusal instance
                 */
                static create(properties: ledgerline.client.v1.MembersRefusal.$Shape): ledgerline.client.v1.MembersRefusal & ledgerline.client.v1.MembersRefusal.$Shape;
                static create(properties?: ledgerline.client.v1.MembersRefusal.$Properties): ledgerline.client.v1.MembersRefusal;

                /**
                 * Encodes the specified MembersRefusal message. Does not implicitly {@link ledgerline.client.v1.MembersRefusal.verify|verify} messages.
                 * @param message MembersRefusal message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.MembersRefusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MembersRefusal message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.MembersRefusal & ledgerline.client.v1.MembersRefusal.$Shape} MembersRefusal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.MembersRefusal & ledgerline.client.v1.MembersRefusal.$Shape;
            }

            namespace MembersRefusal {

                /** Properties of a MembersRefusal. */
                interface $Properties {

                    /** MembersRefusal code */
                    code?: ledgerline.client.v1.MembersRefusalCode;

                    /** MembersRefusal detail */
                    detail?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MembersRefusal. */
                type $Shape = ledgerline.client.v1.MembersRefusal.$Properties;
            }

            /**
             * Properties of a ChangeMembersResponse.
             * @deprecated Use ledgerline.client.v1.ChangeMembersResponse.$Properties instead.
             */
            interface IChangeMembersResponse extends ledgerline.client.v1.ChangeMembersResponse.$Properties {
            }

            /** Represents a ChangeMembersResponse. */
            class ChangeMembersResponse {

                /**
                 * Constructs a new ChangeMembersResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.ChangeMembersResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ChangeMembersResponse hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** ChangeMembersResponse changed. */
                changed: (ledgerline.client.v1.ChangeMembersResponse.Changed|null);

                /** ChangeMembersResponse membersRefusal. */
                membersRefusal: (ledgerline.client.v1.MembersRefusal|null);

                /** ChangeMembersResponse refusal. */
                refusal: (ledgerline.client.v1.Refusal|null);

                /** ChangeMembersResponse answer. */
                answer?: ("changed"|"membersRefusal"|"refusal");

                /**
                 * Creates a new ChangeMembersResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ChangeMembersResponse instance
                 */
                static create(properties: ledgerline.client.v1.ChangeMembersResponse.$Shape): ledgerline.client.v1.ChangeMembersResponse & ledgerline.client.v1.ChangeMembersResponse.$Shape;
                static create(properties?: ledgerline.client.v1.ChangeMembersResponse.$Properties): ledgerline.client.v1.ChangeMembersResponse;

                /**
                 * Encodes the specified ChangeMembersResponse message. Does not implicitly {@link ledgerline.client.v1.ChangeMembersResponse.verify|verify} messages.
                 * @param message ChangeMembersResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.ChangeMembersResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ChangeMembersResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ChangeMembersResponse & ledgerline.client.v1.ChangeMembersResponse.$Shape} ChangeMembersResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ChangeMembersResponse & ledgerline.client.v1.ChangeMembersResponse.$Shape;
            }

            namespace ChangeMembersResponse {

                /** Properties of a ChangeMembersResponse. */
                interface $Properties {

                    /** ChangeMembersResponse hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** ChangeMembersResponse changed */
                    changed?: (ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties|null);

                    /** ChangeMembersResponse membersRefusal */
                    membersRefusal?: (ledgerline.client.v1.MembersRefusal.$Properties|null);

                    /** ChangeMembersResponse refusal */
                    refusal?: (ledgerline.client.v1.Refusal.$Properties|null);

                    /** ChangeMembersResponse answer */
                    answer?: ("changed"|"membersRefusal"|"refusal");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a ChangeMembersResponse. */
                type $Shape = {
                  hello?: ledgerline.client.v1.ServerHello.$Shape;
                  changed?: ledgerline.client.v1.ChangeMembersResponse.Changed.$Shape|null;
                  membersRefusal?: ledgerline.client.v1.MembersRefusal.$Shape|null;
                  refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ answer?: undefined; changed?: null; membersRefusal?: null; refusal?: null }|{ answer?: "changed"; changed: ledgerline.client.v1.ChangeMembersResponse.Changed.$Shape; membersRefusal?: null; refusal?: null }|{ answer?: "membersRefusal"; changed?: null; membersRefusal: ledgerline.client.v1.MembersRefusal.$Shape; refusal?: null }|{ answer?: "refusal"; changed?: null; membersRefusal?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                );

                /**
                 * Properties of a Changed.
                 * @deprecated Use ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties instead.
                 */
                interface IChanged extends ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties {
                }

                /** Represents a Changed. */
                class Changed {

                    /**
                     * Constructs a new Changed.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Changed changed. */
                    changed: boolean;

                    /** Changed intended. */
                    intended: ledgerline.client.v1.IntendedSet;

                    /**
                     * Creates a new Changed instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Changed instance
                     */
                    static create(properties: ledgerline.client.v1.ChangeMembersResponse.Changed.$Shape): ledgerline.client.v1.ChangeMembersResponse.Changed & ledgerline.client.v1.ChangeMembersResponse.Changed.$Shape;
                    static create(properties?: ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties): ledgerline.client.v1.ChangeMembersResponse.Changed;

                    /**
                     * Encodes the specified Changed message. Does not implicitly {@link ledgerline.client.v1.ChangeMembersResponse.Changed.verify|verify} messages.
                     * @param message Changed message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Changed message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ChangeMembersResponse.Changed & ledgerline.client.v1.ChangeMembersResponse.Changed.$Shape} Changed
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ChangeMembersResponse.Changed & ledgerline.client.v1.ChangeMembersResponse.Changed.$Shape;
                }

                namespace Changed {

                    /** Properties of a Changed. */
                    interface $Properties {

                        /** Changed changed */
                        changed?: boolean;

                        /** Changed intended */
                        intended?: ledgerline.client.v1.IntendedSet.$Properties;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Changed. */
                    type $Shape = ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties;
                }
            }

            /**
             * Properties of a Snapshot.
             * @deprecated Use ledgerline.client.v1.Snapshot.$Properties instead.
             */
            interface ISnapshot extends ledgerline.client.v1.Snapshot.$Properties {
            }

            /** Represents a Snapshot. */
            class Snapshot {

                /**
                 * Constructs a new Snapshot.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Snapshot.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Snapshot index. */
                index: number;

                /** Snapshot term. */
                term: number;

                /** Snapshot offset. */
                offset: number;

                /** Snapshot timestamp. */
                timestamp: number;

                /** Snapshot digest. */
                digest: Uint8Array;

                /** Snapshot bytes. */
                bytes: number;

                /** Snapshot stateDigest. */
                stateDigest: Uint8Array;

                /** Snapshot fileDigest. */
                fileDigest: Uint8Array;

                /** Snapshot stateKeys. */
                stateKeys: number;

                /** Snapshot namedKeys. */
                namedKeys: number;

                /**
                 * Creates a new Snapshot instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Snapshot instance
                 */
                static create(properties: ledgerline.client.v1.Snapshot.$Shape): ledgerline.client.v1.Snapshot & ledgerline.client.v1.Snapshot.$Shape;
                static create(properties?: ledgerline.client.v1.Snapshot.$Properties): ledgerline.client.v1.Snapshot;

                /**
                 * Encodes the specified Snapshot message. Does not implicitly {@link ledgerline.client.v1.Snapshot.verify|verify} messages.
                 * @param message Snapshot message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Snapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Snapshot message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Snapshot & ledgerline.client.v1.Snapshot.$Shape} Snapshot
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Snapshot & ledgerline.client.v1.Snapshot.$Shape;
            }

            namespace Snapshot {

                /** Properties of a Snapshot. */
                interface $Properties {

                    /** Snapshot index */
                    index?: number;

                    /** Snapshot term */
                    term?: number;

                    /** Snapshot offset */
                    offset?: number;

                    /** Snapshot timestamp */
                    timestamp?: number;

                    /** Snapshot digest */
                    digest?: Uint8Array;

                    /** Snapshot bytes */
                    bytes?: number;

                    /** Snapshot stateDigest */
                    stateDigest?: Uint8Array;

                    /** Snapshot fileDigest */
                    fileDigest?: Uint8Array;

                    /** Snapshot stateKeys */
                    stateKeys?: number;

                    /** Snapshot namedKeys */
                    namedKeys?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Snapshot. */
                type $Shape = ledgerline.client.v1.Snapshot.$Properties;
            }

            /**
             * Properties of a ListSnapshotsRequest.
             * @deprecated Use ledgerline.client.v1.ListSnapshotsRequest.$Properties instead.
             */
            interface IListSnapshotsRequest extends ledgerline.client.v1.ListSnapshotsRequest.$Properties {
            }

            /** Represents a ListSnapshotsRequest. */
            class ListSnapshotsRequest {

                /**
                 * Constructs a new ListSnapshotsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.ListSnapshotsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListSnapshotsRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** ListSnapshotsRequest partition. */
                partition: number;

                /**
                 * Creates a new ListSnapshotsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListSnapshotsRequest instance
                 */
                static create(properties: ledgerline.client.v1.ListSnapshotsRequest.$Shape): ledgerline.client.v1.ListSnapshotsRequest & ledgerline.client.v1.ListSnapshotsRequest.$Shape;
                static create(properties?: ledgerline.client.v1.ListSnapshotsRequest.$Properties): ledgerline.client.v1.ListSnapshotsRequest;

                /**
                 * Encodes the specified ListSnapshotsRequest message. Does not implicitly {@link ledgerline.client.v1.ListSnapshotsRequest.verify|verify} messages.
                 * @param message ListSnapshotsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.ListSnapshotsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListSnapshotsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ListSnapshotsRequest & ledgerline.client.v1.ListSnapshotsRequest.$Shape} ListSnapshotsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ListSnapshotsRequest & ledgerline.client.v1.ListSnapshotsRequest.$Shape;
            }

            namespace ListSnapshotsRequest {

                /** Properties of a ListSnapshotsRequest. */
                interface $Properties {

                    /** ListSnapshotsRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** ListSnapshotsRequest partition */
                    partition?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListSnapshotsRequest. */
                type $Shape = ledgerline.client.v1.ListSnapshotsRequest.$Properties;
            }

            /**
             * Properties of a ListSnapshotsResponse.
             * @deprecated Use ledgerline.client.v1.ListSnapshotsResponse.$Properties instead.
             */
            interface IListSnapshotsResponse extends ledgerline.client.v1.ListSnapshotsResponse.$Properties {
            }

            /** Represents a ListSnapshotsResponse. */
            class ListSnapshotsResponse {

                /**
                 * Constructs a new ListSnapshotsResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.ListSnapshotsResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListSnapshotsResponse hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** ListSnapshotsResponse snapshots. */
                snapshots: ledgerline.client.v1.Snapshot[];

                /**
                 * Creates a new ListSnapshotsResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListSnapshotsResponse instance
                 */
                static create(properties: ledgerline.client.v1.ListSnapshotsResponse.$Shape): ledgerline.client.v1.ListSnapshotsResponse & ledgerline.client.v1.ListSnapshotsResponse.$Shape;
                static create(properties?: ledgerline.client.v1.ListSnapshotsResponse.$Properties): ledgerline.client.v1.ListSnapshotsResponse;

                /**
                 * Encodes the specified ListSnapshotsResponse message. Does not implicitly {@link ledgerline.client.v1.ListSnapshotsResponse.verify|verify} messages.
                 * @param message ListSnapshotsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.ListSnapshotsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListSnapshotsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ListSnapshotsResponse & ledgerline.client.v1.ListSnapshotsResponse.$Shape} ListSnapshotsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ListSnapshotsResponse & ledgerline.client.v1.ListSnapshotsResponse.$Shape;
            }

            namespace ListSnapshotsResponse {

                /** Properties of a ListSnapshotsResponse. */
                interface $Properties {

                    /** ListSnapshotsResponse hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** ListSnapshotsResponse snapshots */
                    snapshots?: ledgerline.client.v1.Snapshot.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListSnapshotsResponse. */
                type $Shape = ledgerline.client.v1.ListSnapshotsResponse.$Properties;
            }

            /**
             * Properties of a VerifySnapshotsRequest.
             * @deprecated Use ledgerline.client.v1.VerifySnapshotsRequest.$Properties instead.
             */
            interface IVerifySnapshotsRequest extends ledgerline.client.v1.VerifySnapshotsRequest.$Properties {
            }

            /** Represents a VerifySnapshotsRequest. */
            class VerifySnapshotsRequest {

                /**
                 * Constructs a new VerifySnapshotsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.VerifySnapshotsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VerifySnapshotsRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** VerifySnapshotsRequest partition. */
                partition: number;

                /**
                 * Creates a new VerifySnapshotsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns VerifySnapshotsRequest instance
                 */
                static create(properties: ledgerline.client.v1.VerifySnapshotsRequest.$Shape): ledgerline.client.v1.VerifySnapshotsRequest & ledgerline.client.v1.VerifySnapshotsRequest.$Shape;
                static create(properties?: ledgerline.client.v1.VerifySnapshotsRequest.$Properties): ledgerline.client.v1.VerifySnapshotsRequest;

                /**
                 * Encodes the specified VerifySnapshotsRequest message. Does not implicitly {@link ledgerline.client.v1.VerifySnapshotsRequest.verify|verify} messages.
                 * @param message VerifySnapshotsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.VerifySnapshotsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VerifySnapshotsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.VerifySnapshotsRequest & ledgerline.client.v1.VerifySnapshotsRequest.$Shape} VerifySnapshotsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.VerifySnapshotsRequest & ledgerline.client.v1.VerifySnapshotsRequest.$Shape;
            }

            namespace VerifySnapshotsRequest {

                /** Properties of a VerifySnapshotsRequest. */
                interface $Properties {

                    /** VerifySnapshotsRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** VerifySnapshotsRequest partition */
                    partition?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VerifySnapshotsRequest. */
                type $Shape = ledgerline.client.v1.VerifySnapshotsRequest.$Properties;
            }

            /**
             * Properties of a VerifySnapshotsResponse.
             * @deprecated Use ledgerline.client.v1.VerifySnapshotsResponse.$Properties instead.
             */
            interface IVerifySnapshotsResponse extends ledgerline.client.v1.VerifySnapshotsResponse.$Properties {
            }

            /** Represents a VerifySnapshotsResponse. */
            class VerifySnapshotsResponse {

                /**
                 * Constructs a new VerifySnapshotsResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.VerifySnapshotsResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VerifySnapshotsResponse hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** VerifySnapshotsResponse verdicts. */
                verdicts: ledgerline.client.v1.VerifySnapshotsResponse.Verdict[];

                /**
                 * Creates a new VerifySnapshotsResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns VerifySnapshotsResponse instance
                 */
                static create(properties: ledgerline.client.v1.VerifySnapshotsResponse.$Shape): ledgerline.client.v1.VerifySnapshotsResponse & ledgerline.client.v1.VerifySnapshotsResponse.$Shape;
                static create(properties?: ledgerline.client.v1.VerifySnapshotsResponse.$Properties): ledgerline.client.v1.VerifySnapshotsResponse;

                /**
                 * Encodes the specified VerifySnapshotsResponse message. Does not implicitly {@link ledgerline.client.v1.VerifySnapshotsResponse.verify|verify} messages.
                 * @param message VerifySnapshotsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.VerifySnapshotsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VerifySnapshotsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.VerifySnapshotsResponse & ledgerline.client.v1.VerifySnapshotsResponse.$Shape} VerifySnapshotsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.VerifySnapshotsResponse & ledgerline.client.v1.VerifySnapshotsResponse.$Shape;
            }

            namespace VerifySnapshotsResponse {

                /** Properties of a VerifySnapshotsResponse. */
                interface $Properties {

                    /** VerifySnapshotsResponse hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** VerifySnapshotsResponse verdicts */
                    verdicts?: ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VerifySnapshotsResponse. */
                type $Shape = ledgerline.client.v1.VerifySnapshotsResponse.$Properties;

                /**
                 * Properties of a Verdict.
                 * @deprecated Use ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties instead.
                 */
                interface IVerdict extends ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties {
                }

                /** Represents a Verdict. */
                class Verdict {

                    /**
                     * Constructs a new Verdict.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Verdict index. */
                    index: number;

                    /** Verdict error. */
                    error: string;

                    /**
                     * Creates a new Verdict instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Verdict instance
                     */
                    static create(properties: ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Shape): ledgerline.client.v1.VerifySnapshotsResponse.Verdict & ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Shape;
                    static create(properties?: ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties): ledgerline.client.v1.VerifySnapshotsResponse.Verdict;

                    /**
                     * Encodes the specified Verdict message. Does not implicitly {@link ledgerline.client.v1.VerifySnapshotsResponse.Verdict.verify|verify} messages.
                     * @param message Verdict message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Verdict message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.VerifySnapshotsResponse.Verdict & ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Shape} Verdict
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.VerifySnapshotsResponse.Verdict & ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Shape;
                }

                namespace Verdict {

                    /** Properties of a Verdict. */
                    interface $Properties {

                        /** Verdict index */
                        index?: number;

                        /** Verdict error */
                        error?: string;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Verdict. */
                    type $Shape = ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties;
                }
            }

            /**
             * Properties of a FetchSnapshotRequest.
             * @deprecated Use ledgerline.client.v1.FetchSnapshotRequest.$Properties instead.
             */
            interface IFetchSnapshotRequest extends ledgerline.client.v1.FetchSnapshotRequest.$Properties {
            }

            /** Represents a FetchSnapshotRequest. */
            class FetchSnapshotRequest {

                /**
                 * Constructs a new FetchSnapshotRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.FetchSnapshotRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FetchSnapshotRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** FetchSnapshotRequest partition. */
                partition: number;

                /** FetchSnapshotRequest index. */
                index: number;

                /** FetchSnapshotRequest position. */
                position: number;

                /**
                 * Creates a new FetchSnapshotRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FetchSnapshotRequest instance
                 */
                static create(properties: ledgerline.client.v1.FetchSnapshotRequest.$Shape): ledgerline.client.v1.FetchSnapshotRequest & ledgerline.client.v1.FetchSnapshotRequest.$Shape;
                static create(properties?: ledgerline.client.v1.FetchSnapshotRequest.$Properties): ledgerline.client.v1.FetchSnapshotRequest;

                /**
                 * Encodes the specified FetchSnapshotRequest message. Does not implicitly {@link ledgerline.client.v1.FetchSnapshotRequest.verify|verify} messages.
                 * @param message FetchSnapshotRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.FetchSnapshotRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FetchSnapshotRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.FetchSnapshotRequest & ledgerline.client.v1.FetchSnapshotRequest.$Shape} FetchSnapshotRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.FetchSnapshotRequest & ledgerline.client.v1.FetchSnapshotRequest.$Shape;
            }

            namespace FetchSnapshotRequest {

                /** Properties of a FetchSnapshotRequest. */
                interface $Properties {

                    /** FetchSnapshotRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** FetchSnapshotRequest partition */
                    partition?: number;

                    /** FetchSnapshotRequest index */
                    index?: number;

                    /** FetchSnapshotRequest position */
                    position?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FetchSnapshotRequest. */
                type $Shape = ledgerline.client.v1.FetchSnapshotRequest.$Properties;
            }

            /**
             * Properties of a SnapshotChunk.
             * @deprecated Use ledgerline.client.v1.SnapshotChunk.$Properties instead.
             */
            interface ISnapshotChunk extends ledgerline.client.v1.SnapshotChunk.$Properties {
            }

            /** Represents a SnapshotChunk. */
            class SnapshotChunk {

                /**
                 * Constructs a new SnapshotChunk.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.SnapshotChunk.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotChunk hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** SnapshotChunk snapshot. */
                snapshot: ledgerline.client.v1.Snapshot;

                /** SnapshotChunk position. */
                position: number;

                /** SnapshotChunk data. */
                data: Uint8Array;

                /**
                 * Creates a new SnapshotChunk instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotChunk instance
                 */
                static create(properties: ledgerline.client.v1.SnapshotChunk.$Shape): ledgerline.client.v1.SnapshotChunk & ledgerline.client.v1.SnapshotChunk.$Shape;
                static create(properties?: ledgerline.client.v1.SnapshotChunk.$Properties): ledgerline.client.v1.SnapshotChunk;

                /**
                 * Encodes the specified SnapshotChunk message. Does not implicitly {@link ledgerline.client.v1.SnapshotChunk.verify|verify} messages.
                 * @param message SnapshotChunk message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.SnapshotChunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotChunk message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.SnapshotChunk & ledgerline.client.v1.SnapshotChunk.$Shape} SnapshotChunk
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.SnapshotChunk & ledgerline.client.v1.SnapshotChunk.$Shape;
            }

            namespace SnapshotChunk {

                /** Properties of a SnapshotChunk. */
                interface $Properties {

                    /** SnapshotChunk hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** SnapshotChunk snapshot */
                    snapshot?: ledgerline.client.v1.Snapshot.$Properties;

                    /** SnapshotChunk position */
                    position?: number;

                    /** SnapshotChunk data */
                    data?: Uint8Array;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotChunk. */
                type $Shape = ledgerline.client.v1.SnapshotChunk.$Properties;
            }

            /** EntryType enum. */
            enum EntryType {

                /** ENTRY_TYPE_UNSPECIFIED value */
                ENTRY_TYPE_UNSPECIFIED = 0,

                /** ENTRY_TYPE_NO_OP value */
                ENTRY_TYPE_NO_OP = 1,

                /** ENTRY_TYPE_BATCH value */
                ENTRY_TYPE_BATCH = 2,

                /** ENTRY_TYPE_SNAPSHOT_POINT value */
                ENTRY_TYPE_SNAPSHOT_POINT = 3,

                /** ENTRY_TYPE_MEMBERSHIP value */
                ENTRY_TYPE_MEMBERSHIP = 4
            }

            /**
             * Properties of an Entry.
             * @deprecated Use ledgerline.client.v1.Entry.$Properties instead.
             */
            interface IEntry extends ledgerline.client.v1.Entry.$Properties {
            }

            /** Represents an Entry. */
            class Entry {

                /**
                 * Constructs a new Entry.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.Entry.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Entry index. */
                index: number;

                /** Entry term. */
                term: number;

                /** Entry type. */
                type: ledgerline.client.v1.EntryType;

                /** Entry timestamp. */
                timestamp: number;

                /** Entry firstOffset. */
                firstOffset: number;

                /** Entry count. */
                count: number;

                /** Entry payload. */
                payload: Uint8Array;

                /** Entry previousDigest. */
                previousDigest: Uint8Array;

                /** Entry digest. */
                digest: Uint8Array;

                /**
                 * Creates a new Entry instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Entry instance
                 */
                static create(properties: ledgerline.client.v1.Entry.$Shape): ledgerline.client.v1.Entry & ledgerline.client.v1.Entry.$Shape;
                static create(properties?: ledgerline.client.v1.Entry.$Properties): ledgerline.client.v1.Entry;

                /**
                 * Encodes the specified Entry message. Does not implicitly {@link ledgerline.client.v1.Entry.verify|verify} messages.
                 * @param message Entry message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Entry message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Entry & ledgerline.client.v1.Entry.$Shape} Entry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.Entry & ledgerline.client.v1.Entry.$Shape;
            }

            namespace Entry {

                /** Properties of an Entry. */
                interface $Properties {

                    /** Entry index */
                    index?: number;

                    /** Entry term */
                    term?: number;

                    /** Entry type */
                    type?: ledgerline.client.v1.EntryType;

                    /** Entry timestamp */
                    timestamp?: number;

                    /** Entry firstOffset */
                    firstOffset?: number;

                    /** Entry count */
                    count?: number;

                    /** Entry payload */
                    payload?: Uint8Array;

                    /** Entry previousDigest */
                    previousDigest?: Uint8Array;

                    /** Entry digest */
                    digest?: Uint8Array;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Entry. */
                type $Shape = ledgerline.client.v1.Entry.$Properties;
            }

            /**
             * Properties of a ReadEntriesRequest.
             * @deprecated Use ledgerline.client.v1.ReadEntriesRequest.$Properties instead.
             */
            interface IReadEntriesRequest extends ledgerline.client.v1.ReadEntriesRequest.$Properties {
            }

            /** Represents a ReadEntriesRequest. */
            class ReadEntriesRequest {

                /**
                 * Constructs a new ReadEntriesRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.ReadEntriesRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReadEntriesRequest hello. */
                hello: ledgerline.client.v1.ClientHello;

                /** ReadEntriesRequest partition. */
                partition: number;

                /** ReadEntriesRequest fromIndex. */
                fromIndex: number;

                /** ReadEntriesRequest toIndex. */
                toIndex: number;

                /**
                 * Creates a new ReadEntriesRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReadEntriesRequest instance
                 */
                static create(properties: ledgerline.client.v1.ReadEntriesRequest.$Shape): ledgerline.client.v1.ReadEntriesRequest & ledgerline.client.v1.ReadEntriesRequest.$Shape;
                static create(properties?: ledgerline.client.v1.ReadEntriesRequest.$Properties): ledgerline.client.v1.ReadEntriesRequest;

                /**
                 * Encodes the specified ReadEntriesRequest message. Does not implicitly {@link ledgerline.client.v1.ReadEntriesRequest.verify|verify} messages.
                 * @param message ReadEntriesRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.ReadEntriesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReadEntriesRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ReadEntriesRequest & ledgerline.client.v1.ReadEntriesRequest.$Shape} ReadEntriesRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.ReadEntriesRequest & ledgerline.client.v1.ReadEntriesRequest.$Shape;
            }

            namespace ReadEntriesRequest {

                /** Properties of a ReadEntriesRequest. */
                interface $Properties {

                    /** ReadEntriesRequest hello */
                    hello?: ledgerline.client.v1.ClientHello.$Properties;

                    /** ReadEntriesRequest partition */
                    partition?: number;

                    /** ReadEntriesRequest fromIndex */
                    fromIndex?: number;

                    /** ReadEntriesRequest toIndex */
                    toIndex?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReadEntriesRequest. */
                type $Shape = ledgerline.client.v1.ReadEntriesRequest.$Properties;
            }

            /**
             * Properties of an EntriesMessage.
             * @deprecated Use ledgerline.client.v1.EntriesMessage.$Properties instead.
             */
            interface IEntriesMessage extends ledgerline.client.v1.EntriesMessage.$Properties {
            }

            /** Represents an EntriesMessage. */
            class EntriesMessage {

                /**
                 * Constructs a new EntriesMessage.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.client.v1.EntriesMessage.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EntriesMessage hello. */
                hello: ledgerline.client.v1.ServerHello;

                /** EntriesMessage appliedIndex. */
                appliedIndex: number;

                /** EntriesMessage entries. */
                entries: ledgerline.client.v1.Entry[];

                /**
                 * Creates a new EntriesMessage instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns EntriesMessage instance
                 */
                static create(properties: ledgerline.client.v1.EntriesMessage.$Shape): ledgerline.client.v1.EntriesMessage & ledgerline.client.v1.EntriesMessage.$Shape;
                static create(properties?: ledgerline.client.v1.EntriesMessage.$Properties): ledgerline.client.v1.EntriesMessage;

                /**
                 * Encodes the specified EntriesMessage message. Does not implicitly {@link ledgerline.client.v1.EntriesMessage.verify|verify} messages.
                 * @param message EntriesMessage message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.client.v1.EntriesMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EntriesMessage message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.EntriesMessage & ledgerline.client.v1.EntriesMessage.$Shape} EntriesMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.client.v1.EntriesMessage & ledgerline.client.v1.EntriesMessage.$Shape;
            }

            namespace EntriesMessage {

                /** Properties of an EntriesMessage. */
                interface $Properties {

                    /** EntriesMessage hello */
                    hello?: ledgerline.client.v1.ServerHello.$Properties;

                    /** EntriesMessage appliedIndex */
                    appliedIndex?: number;

                    /** EntriesMessage entries */
                    entries?: ledgerline.client.v1.Entry.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EntriesMessage. */
                type $Shape = ledgerline.client.v1.EntriesMessage.$Properties;
            }
        }
    }
}
