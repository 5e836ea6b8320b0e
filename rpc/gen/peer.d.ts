import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace ledgerline. */
export namespace ledgerline {

    /** Namespace peer. */
    namespace peer {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of an Introduction.
             * @deprecated Use ledgerline.peer.v1.Introduction.$Properties instead.
             */
            interface IIntroduction extends ledgerline.peer.v1.Introduction.$Properties {
            }

            /** Represents an Introduction. */
            class Introduction {

                /**
                 * Constructs a new Introduction.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.Introduction.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Introduction node. */
                node: string;

                /** Introduction incarnation. */
                incarnation: string;

                /** Introduction protocolMin. */
                protocolMin: number;

                /** Introduction protocolMax. */
                protocolMax: number;

                /** Introduction configuration. */
                configuration: string;

                /** Introduction state. */
                state: ledgerline.peer.v1.FormingState;

                /** Introduction genesis. */
                genesis: string;

                /** Introduction membership. */
                membership: string;

                /** Introduction membershipIndex. */
                membershipIndex: number;

                /**
                 * Creates a new Introduction instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Introduction instance
                 */
                static create(properties: ledgerline.peer.v1.Introduction.$Shape): ledgerline.peer.v1.Introduction & ledgerline.peer.v1.Introduction.$Shape;
                static create(properties?: ledgerline.peer.v1.Introduction.$Properties): ledgerline.peer.v1.Introduction;

                /**
                 * Encodes the specified Introduction message. Does not implicitly {@link ledgerline.peer.v1.Introduction.verify|verify} messages.
                 * @param message Introduction message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.Introduction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Introduction message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Introduction & ledgerline.peer.v1.Introduction.$Shape} Introduction
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.Introduction & ledgerline.peer.v1.Introduction.$Shape;
            }

            namespace Introduction {

                /** Properties of an Introduction. */
                interface $Properties {

                    /** Introduction node */
                    node?: string;

                    /** Introduction incarnation */
                    incarnation?: string;

                    /** Introduction protocolMin */
                    protocolMin?: number;

                    /** Introduction protocolMax */
                    protocolMax?: number;

                    /** Introduction configuration */
                    configuration?: string;

                    /** Introduction state */
                    state?: ledgerline.peer.v1.FormingState;

                    /** Introduction genesis */
                    genesis?: string;

                    /** Introduction membership */
                    membership?: string;

                    /** Introduction membershipIndex */
                    membershipIndex?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Introduction. */
                type $Shape = ledgerline.peer.v1.Introduction.$Properties;
            }

            /** FormingState enum. */
            enum FormingState {

                /** FORMING_STATE_UNSPECIFIED value */
                FORMING_STATE_UNSPECIFIED = 0,

                /** FORMING_STATE_UNFORMED value */
                FORMING_STATE_UNFORMED = 1,

                /** FORMING_STATE_SAVING value */
                FORMING_STATE_SAVING = 2,

                /** FORMING_STATE_FORMED value */
                FORMING_STATE_FORMED = 3
            }

            /**
             * Properties of an IntroduceReply.
             * @deprecated Use ledgerline.peer.v1.IntroduceReply.$Properties instead.
             */
            interface IIntroduceReply extends ledgerline.peer.v1.IntroduceReply.$Properties {
            }

            /** Represents an IntroduceReply. */
            class IntroduceReply {

                /**
                 * Constructs a new IntroduceReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.IntroduceReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** IntroduceReply introduction. */
                introduction: (ledgerline.peer.v1.Introduction|null);

                /** IntroduceReply refusal. */
                refusal: (ledgerline.peer.v1.Refusal|null);

                /** IntroduceReply reply. */
                reply?: ("introduction"|"refusal");

                /**
                 * Creates a new IntroduceReply instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns IntroduceReply instance
                 */
                static create(properties: ledgerline.peer.v1.IntroduceReply.$Shape): ledgerline.peer.v1.IntroduceReply & ledgerline.peer.v1.IntroduceReply.$Shape;
                static create(properties?: ledgerline.peer.v1.IntroduceReply.$Properties): ledgerline.peer.v1.IntroduceReply;

                /**
                 * Encodes the specified IntroduceReply message. Does not implicitly {@link ledgerline.peer.v1.IntroduceReply.verify|verify} messages.
                 * @param message IntroduceReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.IntroduceReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an IntroduceReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.IntroduceReply & ledgerline.peer.v1.IntroduceReply.$Shape} IntroduceReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.IntroduceReply & ledgerline.peer.v1.IntroduceReply.$Shape;
            }

            namespace IntroduceReply {

                /** Properties of an IntroduceReply. */
                interface $Properties {

                    /** IntroduceReply introduction */
                    introduction?: (ledgerline.peer.v1.Introduction.$Properties|null);

                    /** IntroduceReply refusal */
                    refusal?: (ledgerline.peer.v1.Refusal.$Properties|null);

                    /** IntroduceReply reply */
                    reply?: ("introduction"|"refusal");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of an IntroduceReply. */
                type $Shape = {
                  introduction?: ledgerline.peer.v1.Introduction.$Shape|null;
                  refusal?: ledgerline.peer.v1.Refusal.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ reply?: undefined; introduction?: null; refusal?: null }|{ reply?: "introduction"; introduction: ledgerline.peer.v1.Introduction.$Shape; refusal?: null }|{ reply?: "refusal"; introduction?: null; refusal: ledgerline.peer.v1.Refusal.$Shape })
                );
            }

            /** RefusalCode enum. */
            enum RefusalCode {

                /** REFUSAL_CODE_UNSPECIFIED value */
                REFUSAL_CODE_UNSPECIFIED = 0,

                /** REFUSAL_CODE_OTHER_CLUSTER value */
                REFUSAL_CODE_OTHER_CLUSTER = 1,

                /** REFUSAL_CODE_UNKNOWN_NODE value */
                REFUSAL_CODE_UNKNOWN_NODE = 2,

                /** REFUSAL_CODE_OTHER_INCARNATION value */
                REFUSAL_CODE_OTHER_INCARNATION = 3,

                /** REFUSAL_CODE_WRONG_NODE value */
                REFUSAL_CODE_WRONG_NODE = 4,

                /** REFUSAL_CODE_PROTOCOL value */
                REFUSAL_CODE_PROTOCOL = 5,

                /** REFUSAL_CODE_FORMING value */
                REFUSAL_CODE_FORMING = 6,

                /** REFUSAL_CODE_MALFORMED value */
                REFUSAL_CODE_MALFORMED = 7,

                /** REFUSAL_CODE_REPLACED value */
                REFUSAL_CODE_REPLACED = 8,

                /** REFUSAL_CODE_REMOVED value */
                REFUSAL_CODE_REMOVED = 9,

                /** REFUSAL_CODE_ROLLED_BACK value */
                REFUSAL_CODE_ROLLED_BACK = 10
            }

            /**
             * Properties of a Refusal.
             * @deprecated Use ledgerline.peer.v1.Refusal.$Properties instead.
             */
            interface IRefusal extends ledgerline.peer.v1.Refusal.$Properties {
            }

            /** Represents a Refusal. */
            class Refusal {

                /**
                 * Constructs a new Refusal.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.Refusal.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Refusal code. */
                code: ledgerline.peer.v1.RefusalCode;

                /** Refusal detail. */
                detail: string;

                /**
                 * Creates a new Refusal instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Refusal instance
                 */
                static create(properties: ledgerline.peer.v1.Refusal.$Shape): ledgerline.peer.v1.Refusal & ledgerline.peer.v1.Refusal.$Shape;
                static create(properties?: ledgerline.peer.v1.Refusal.$Properties): ledgerline.peer.v1.Refusal;

                /**
                 * Encodes the specified Refusal message. Does not implicitly {@link ledgerline.peer.v1.Refusal.verify|verify} messages.
                 * @param message Refusal message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.Refusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Refusal message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Refusal & ledgerline.peer.v1.Refusal.$Shape} Refusal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.Refusal & ledgerline.peer.v1.Refusal.$Shape;
            }

            namespace Refusal {

                /** Properties of a Refusal. */
                interface $Properties {

                    /** Refusal code */
                    code?: ledgerline.peer.v1.RefusalCode;

                    /** Refusal detail */
                    detail?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Refusal. */
                type $Shape = ledgerline.peer.v1.Refusal.$Properties;
            }

            /**
             * Properties of a StreamEnd.
             * @deprecated Use ledgerline.peer.v1.StreamEnd.$Properties instead.
             */
            interface IStreamEnd extends ledgerline.peer.v1.StreamEnd.$Properties {
            }

            /** Represents a StreamEnd. */
            class StreamEnd {

                /**
                 * Constructs a new StreamEnd.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.StreamEnd.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StreamEnd refusal. */
                refusal: ledgerline.peer.v1.Refusal;

                /**
                 * Creates a new StreamEnd instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StreamEnd instance
                 */
                static create(properties: ledgerline.peer.v1.StreamEnd.$Shape): ledgerline.peer.v1.StreamEnd & ledgerline.peer.v1.StreamEnd.$Shape;
                static create(properties?: ledgerline.peer.v1.StreamEnd.$Properties): ledgerline.peer.v1.StreamEnd;

                /**
                 * Encodes the specified StreamEnd message. Does not implicitly {@link ledgerline.peer.v1.StreamEnd.verify|verify} messages.
                 * @param message StreamEnd message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.StreamEnd.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StreamEnd message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.StreamEnd & ledgerline.peer.v1.StreamEnd.$Shape} StreamEnd
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.StreamEnd & ledgerline.peer.v1.StreamEnd.$Shape;
            }

            namespace StreamEnd {

                /** Properties of a StreamEnd. */
                interface $Properties {

                    /** StreamEnd refusal */
                    refusal?: ledgerline.peer.v1.Refusal.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StreamEnd. */
                type $Shape = ledgerline.peer.v1.StreamEnd.$Properties;
            }

            /**
             * Properties of a Hello.
             * @deprecated Use ledgerline.peer.v1.Hello.$Properties instead.
             */
            interface IHello extends ledgerline.peer.v1.Hello.$Properties {
            }

            /** Represents a Hello. */
            class Hello {

                /**
                 * Constructs a new Hello.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.Hello.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Hello cluster. */
                cluster: string;

                /** Hello node. */
                node: string;

                /** Hello incarnation. */
                incarnation: string;

                /** Hello protocolMin. */
                protocolMin: number;

                /** Hello protocolMax. */
                protocolMax: number;

                /** Hello to. */
                to: string;

                /** Hello memberSince. */
                memberSince: number;

                /** Hello peerAddress. */
                peerAddress: string;

                /** Hello clientAddress. */
                clientAddress: string;

                /**
                 * Creates a new Hello instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Hello instance
                 */
                static create(properties: ledgerline.peer.v1.Hello.$Shape): ledgerline.peer.v1.Hello & ledgerline.peer.v1.Hello.$Shape;
                static create(properties?: ledgerline.peer.v1.Hello.$Properties): ledgerline.peer.v1.Hello;

                /**
                 * Encodes the specified Hello message. Does not implicitly {@link ledgerline.peer.v1.Hello.verify|verify} messages.
                 * @param message Hello message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Hello message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Hello & ledgerline.peer.v1.Hello.$Shape} Hello
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.Hello & ledgerline.peer.v1.Hello.$Shape;
            }

            namespace Hello {

                /** Properties of a Hello. */
                interface $Properties {

                    /** Hello cluster */
                    cluster?: string;

                    /** Hello node */
                    node?: string;

                    /** Hello incarnation */
                    incarnation?: string;

                    /** Hello protocolMin */
                    protocolMin?: number;

                    /** Hello protocolMax */
                    protocolMax?: number;

                    /** Hello to */
                    to?: string;

                    /** Hello memberSince */
                    memberSince?: number;

                    /** Hello peerAddress */
                    peerAddress?: string;

                    /** Hello clientAddress */
                    clientAddress?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Hello. */
                type $Shape = ledgerline.peer.v1.Hello.$Properties;
            }

            /**
             * Properties of a Frame.
             * @deprecated Use ledgerline.peer.v1.Frame.$Properties instead.
             */
            interface IFrame extends ledgerline.peer.v1.Frame.$Properties {
            }

            /** Represents a Frame. */
            class Frame {

                /**
                 * Constructs a new Frame.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.Frame.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Frame hello. */
                hello: ledgerline.peer.v1.Hello;

                /** Frame messages. */
                messages: ledgerline.peer.v1.Message[];

                /** Frame logEnds. */
                logEnds: ledgerline.peer.v1.LogEnds;

                /**
                 * Creates a new Frame instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Frame instance
                 */
                static create(properties: ledgerline.peer.v1.Frame.$Shape): ledgerline.peer.v1.Frame & ledgerline.peer.v1.Frame.$Shape;
                static create(properties?: ledgerline.peer.v1.Frame.$Properties): ledgerline.peer.v1.Frame;

                /**
                 * Encodes the specified Frame message. Does not implicitly {@link ledgerline.peer.v1.Frame.verify|verify} messages.
                 * @param message Frame message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Frame message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Frame & ledgerline.peer.v1.Frame.$Shape} Frame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.Frame & ledgerline.peer.v1.Frame.$Shape;
            }

            namespace Frame {

                /** Properties of a Frame. */
                interface $Properties {

                    /** Frame hello */
                    hello?: ledgerline.peer.v1.Hello.$Properties;

                    /** Frame messages */
                    messages?: ledgerline.peer.v1.Message.$Properties[];

                    /** Frame logEnds */
                    logEnds?: ledgerline.peer.v1.LogEnds.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Frame. */
                type $Shape = {
                  hello?: ledgerline.peer.v1.Hello.$Shape;
                  messages?: ledgerline.peer.v1.Message.$Shape[];
                  logEnds?: ledgerline.peer.v1.LogEnds.$Shape;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a LogEnds.
             * @deprecated Use ledgerline.peer.v1.LogEnds.$Properties instead.
             */
            interface ILogEnds extends ledgerline.peer.v1.LogEnds.$Properties {
            }

            /** Represents a LogEnds. */
            class LogEnds {

                /**
                 * Constructs a new LogEnds.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.LogEnds.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LogEnds run. */
                run: string;

                /** LogEnds indexes. */
                indexes: number[];

                /**
                 * Creates a new LogEnds instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LogEnds instance
                 */
                static create(properties: ledgerline.peer.v1.LogEnds.$Shape): ledgerline.peer.v1.LogEnds & ledgerline.peer.v1.LogEnds.$Shape;
                static create(properties?: ledgerline.peer.v1.LogEnds.$Properties): ledgerline.peer.v1.LogEnds;

                /**
                 * Encodes the specified LogEnds message. Does not implicitly {@link ledgerline.peer.v1.LogEnds.verify|verify} messages.
                 * @param message LogEnds message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.LogEnds.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LogEnds message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.LogEnds & ledgerline.peer.v1.LogEnds.$Shape} LogEnds
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.LogEnds & ledgerline.peer.v1.LogEnds.$Shape;
            }

            namespace LogEnds {

                /** Properties of a LogEnds. */
                interface $Properties {

                    /** LogEnds run */
                    run?: string;

                    /** LogEnds indexes */
                    indexes?: number[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LogEnds. */
                type $Shape = ledgerline.peer.v1.LogEnds.$Properties;
            }

            /**
             * Properties of a Message.
             * @deprecated Use ledgerline.peer.v1.Message.$Properties instead.
             */
            interface IMessage extends ledgerline.peer.v1.Message.$Properties {
            }

            /** Represents a Message. */
            class Message {

                /**
                 * Constructs a new Message.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.Message.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Message partition. */
                partition: number;

                /** Message from. */
                from: string;

                /** Message to. */
                to: string;

                /** Message term. */
                term: number;

                /** Message preVoteRequest. */
                preVoteRequest: (ledgerline.peer.v1.VoteRequest|null);

                /** Message preVoteReply. */
                preVoteReply: (ledgerline.peer.v1.VoteReply|null);

                /** Message voteRequest. */
                voteRequest: (ledgerline.peer.v1.VoteRequest|null);

                /** Message voteReply. */
                voteReply: (ledgerline.peer.v1.VoteReply|null);

                /** Message append. */
                append: (ledgerline.peer.v1.Append|null);

                /** Message appendAccepted. */
                appendAccepted: (ledgerline.peer.v1.AppendAccepted|null);

                /** Message appendRejected. */
                appendRejected: (ledgerline.peer.v1.AppendRejected|null);

                /** Message heartbeat. */
                heartbeat: (ledgerline.peer.v1.Heartbeat|null);

                /** Message heartbeatReply. */
                heartbeatReply: (ledgerline.peer.v1.HeartbeatReply|null);

                /** Message appendReceived. */
                appendReceived: (ledgerline.peer.v1.AppendReceived|null);

                /** Message installSnapshot. */
                installSnapshot: (ledgerline.peer.v1.InstallSnapshot|null);

                /** Message timeoutNow. */
                timeoutNow: (ledgerline.peer.v1.TimeoutNow|null);

                /** Message kind. */
                kind?: ("preVoteRequest"|"preVoteReply"|"voteRequest"|"voteReply"|"append"|"appendAccepted"|"appendRejected"|"heartbeat"|"heartbeatReply"|"appendReceived"|"installSnapshot"|"timeoutNow");

                /**
                 * Creates a new Message instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Message instance
                 */
                static create(properties: ledgerline.peer.v1.Message.$Shape): ledgerline.peer.v1.Message & ledgerline.peer.v1.Message.$Shape;
                static create(properties?: ledgerline.peer.v1.Message.$Properties): ledgerline.peer.v1.Message;

                /**
                 * Encodes the specified Message message. Does not implicitly {@link ledgerline.peer.v1.Message.verify|verify} messages.
                 * @param message Message message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.Message.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Message message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Message & ledgerline.peer.v1.Message.$Shape} Message
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.Message & ledgerline.peer.v1.Message.$Shape;
            }

            namespace Message {

                /** Properties of a Message. */
                interface $Properties {

                    /** Message partition */
                    partition?: number;

                    /** Message from */
                    from?: string;

                    /** Message to */
                    to?: string;

                    /** Message term */
                    term?: number;

                    /** Message preVoteRequest */
                    preVoteRequest?: (ledgerline.peer.v1.VoteRequest.$Properties|null);

                    /** Message preVoteReply */
                    preVoteReply?: (ledgerline.peer.v1.VoteReply.$Properties|null);

                    /** Message voteRequest */
                    voteRequest?: (ledgerline.peer.v1.VoteRequest.$Properties|null);

                    /** Message voteReply */
                    voteReply?: (ledgerline.peer.v1.VoteReply.$Properties|null);

                    /** Message append */
                    append?: (ledgerline.peer.v1.Append.$Properties|null);

                    /** Message appendAccepted */
                    appendAccepted?: (ledgerline.peer.v1.AppendAccepted.$Properties|null);

                    /** Message appendRejected */
                    appendRejected?: (ledgerline.peer.v1.AppendRejected.$Properties|null);

                    /** Message heartbeat */
                    heartbeat?: (ledgerline.peer.v1.Heartbeat.$Properties|null);

                    /** Message heartbeatReply */
                    heartbeatReply?: (ledgerline.peer.v1.HeartbeatReply.$Properties|null);

                    /** Message appendReceived */
                    appendReceived?: (ledgerline.peer.v1.AppendReceived.$Properties|null);

                    /** Message installSnapshot */
                    installSnapshot?: (ledgerline.peer.v1.InstallSnapshot.$Properties|null);

                    /** Message timeoutNow */
                    timeoutNow?: (ledgerline.peer.v1.TimeoutNow.$Properties|null);

                    /** Message kind */
                    kind?: ("preVoteRequest"|"preVoteReply"|"voteRequest"|"voteReply"|"append"|"appendAccepted"|"appendRejected"|"heartbeat"|"heartbeatReply"|"appendReceived"|"installSnapshot"|"timeoutNow");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Message. */
                type $Shape = {
                  partition?: number;
                  from?: string;
                  to?: string;
                  term?: number;
                  preVoteRequest?: ledgerline.peer.v1.VoteRequest.$Shape|null;
                  preVoteReply?: ledgerline.peer.v1.VoteReply.$Shape|null;
                  voteRequest?: ledgerline.peer.v1.VoteRequest.$Shape|null;
                  voteReply?: ledgerline.peer.v1.VoteReply.$Shape|null;
                  append?: ledgerline.peer.v1.Append.$Shape|null;
                  appendAccepted?: ledgerline.peer.v1.AppendAccepted.$Shape|null;
                  appendRejected?: ledgerline.peer.v1.AppendRejected.$Shape|null;
                  heartbeat?: ledgerline.peer.v1.Heartbeat.$Shape|null;
                  heartbeatReply?: ledgerline.peer.v1.HeartbeatReply.$Shape|null;
                  appendReceived?: ledgerline.peer.v1.AppendReceived.$Shape|null;
                  installSnapshot?: ledgerline.peer.v1.InstallSnapshot.$Shape|null;
                  timeoutNow?: ledgerline.peer.v1.TimeoutNow.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ kind?: undefined; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "preVoteRequest"; preVoteRequest: ledgerline.peer.v1.VoteRequest.$Shape; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "preVoteReply"; preVoteRequest?: null; preVoteReply: ledgerline.peer.v1.VoteReply.$Shape; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "voteRequest"; preVoteRequest?: null; preVoteReply?: null; voteRequest: ledgerline.peer.v1.VoteRequest.$Shape; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "voteReply"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply: ledgerline.peer.v1.VoteReply.$Shape; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "append"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append: ledgerline.peer.v1.Append.$Shape; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "appendAccepted"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted: ledgerline.peer.v1.AppendAccepted.$Shape; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "appendRejected"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected: ledgerline.peer.v1.AppendRejected.$Shape; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "heartbeat"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat: ledgerline.peer.v1.Heartbeat.$Shape; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "heartbeatReply"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply: ledgerline.peer.v1.HeartbeatReply.$Shape; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "appendReceived"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived: ledgerline.peer.v1.AppendReceived.$Shape; installSnapshot?: null; timeoutNow?: null }|{ kind?: "installSnapshot"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot: ledgerline.peer.v1.InstallSnapshot.$Shape; timeoutNow?: null }|{ kind?: "timeoutNow"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow: ledgerline.peer.v1.TimeoutNow.$Shape })
                );
            }

            /**
             * Properties of a VoteRequest.
             * @deprecated Use ledgerline.peer.v1.VoteRequest.$Properties instead.
             */
            interface IVoteRequest extends ledgerline.peer.v1.VoteRequest.$Properties {
            }

            /** Represents a VoteRequest. */
            class VoteRequest {

                /**
                 * Constructs a new VoteRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.VoteRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VoteRequest lastIndex. */
                lastIndex: number;

                /** VoteRequest lastTerm. */
                lastTerm: number;

                /** VoteRequest isTransfer. */
                isTransfer: boolean;

                /**
                 * Creates a new VoteRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns VoteRequest instance
                 */
                static create(properties: ledgerline.peer.v1.VoteRequest.$Shape): ledgerline.peer.v1.VoteRequest & ledgerline.peer.v1.VoteRequest.$Shape;
                static create(properties?: ledgerline.peer.v1.VoteRequest.$Properties): ledgerline.peer.v1.VoteRequest;

                /**
                 * Encodes the specified VoteRequest message. Does not implicitly {@link ledgerline.peer.v1.VoteRequest.verify|verify} messages.
                 * @param message VoteRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.VoteRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VoteRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.VoteRequest & ledgerline.peer.v1.VoteRequest.$Shape} VoteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.VoteRequest & ledgerline.peer.v1.VoteRequest.$Shape;
            }

            namespace VoteRequest {

                /** Properties of a VoteRequest. */
                interface $Properties {

                    /** VoteRequest lastIndex */
                    lastIndex?: number;

                    /** VoteRequest lastTerm */
                    lastTerm?: number;

                    /** VoteRequest isTransfer */
                    isTransfer?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VoteRequest. */
                type $Shape = ledgerline.peer.v1.VoteRequest.$Properties;
            }

            /**
             * Properties of a VoteReply.
             * @deprecated Use ledgerline.peer.v1.VoteReply.$Properties instead.
             */
            interface IVoteReply extends ledgerline.peer.v1.VoteReply.$Properties {
            }

            /** Represents a VoteReply. */
            class VoteReply {

                /**
                 * Constructs a new VoteReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.VoteReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VoteReply granted. */
                granted: boolean;

                /**
                 * Creates a new VoteReply instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns VoteReply instance
                 */
                static create(properties: ledgerline.peer.v1.VoteReply.$Shape): ledgerline.peer.v1.VoteReply & ledgerline.peer.v1.VoteReply.$Shape;
                static create(properties?: ledgerline.peer.v1.VoteReply.$Properties): ledgerline.peer.v1.VoteReply;

                /**
                 * Encodes the specified VoteReply message. Does not implicitly {@link ledgerline.peer.v1.VoteReply.verify|verify} messages.
                 * @param message VoteReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.VoteReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VoteReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.VoteReply & ledgerline.peer.v1.VoteReply.$Shape} VoteReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.VoteReply & ledgerline.peer.v1.VoteReply.$Shape;
            }

            namespace VoteReply {

                /** Properties of a VoteReply. */
                interface $Properties {

                    /** VoteReply granted */
                    granted?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VoteReply. */
                type $Shape = ledgerline.peer.v1.VoteReply.$Properties;
            }

            /**
             * Properties of a TimeoutNow.
             * @deprecated Use ledgerline.peer.v1.TimeoutNow.$Properties instead.
             */
            interface ITimeoutNow extends ledgerline.peer.v1.TimeoutNow.$Properties {
            }

            /** Represents a TimeoutNow. */
            class TimeoutNow {

                /**
                 * Constructs a new TimeoutNow.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.TimeoutNow.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new TimeoutNow instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TimeoutNow instance
                 */
                static create(properties: ledgerline.peer.v1.TimeoutNow.$Shape): ledgerline.peer.v1.TimeoutNow & ledgerline.peer.v1.TimeoutNow.$Shape;
                static create(properties?: ledgerline.peer.v1.TimeoutNow.$Properties): ledgerline.peer.v1.TimeoutNow;

                /**
                 * Encodes the specified TimeoutNow message. Does not implicitly {@link ledgerline.peer.v1.TimeoutNow.verify|verify} messages.
                 * @param message TimeoutNow message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.TimeoutNow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TimeoutNow message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.TimeoutNow & ledgerline.peer.v1.TimeoutNow.$Shape} TimeoutNow
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.TimeoutNow & ledgerline.peer.v1.TimeoutNow.$Shape;
            }

            namespace TimeoutNow {

                /** Properties of a TimeoutNow. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TimeoutNow. */
                type $Shape = ledgerline.peer.v1.TimeoutNow.$Properties;
            }

            /**
             * Properties of an Append.
             * @deprecated Use ledgerline.peer.v1.Append.$Properties instead.
             */
            interface IAppend extends ledgerline.peer.v1.Append.$Properties {
            }

            /** Represents an Append. */
            class Append {

                /**
                 * Constructs a new Append.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.Append.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Append previousIndex. */
                previousIndex: number;

                /** Append previousTerm. */
                previousTerm: number;

                /** Append commit. */
                commit: number;

                /** Append digestBefore. */
                digestBefore: Uint8Array;

                /** Append entries. */
                entries: ledgerline.peer.v1.Entry[];

                /**
                 * Creates a new Append instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Append instance
                 */
                static create(properties: ledgerline.peer.v1.Append.$Shape): ledgerline.peer.v1.Append & ledgerline.peer.v1.Append.$Shape;
                static create(properties?: ledgerline.peer.v1.Append.$Properties): ledgerline.peer.v1.Append;

                /**
                 * Encodes the specified Append message. Does not implicitly {@link ledgerline.peer.v1.Append.verify|verify} messages.
                 * @param message Append message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.Append.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Append message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Append & ledgerline.peer.v1.Append.$Shape} Append
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.Append & ledgerline.peer.v1.Append.$Shape;
            }

            namespace Append {

                /** Properties of an Append. */
                interface $Properties {

                    /** Append previousIndex */
                    previousIndex?: number;

                    /** Append previousTerm */
                    previousTerm?: number;

                    /** Append commit */
                    commit?: number;

                    /** Append digestBefore */
                    digestBefore?: Uint8Array;

                    /** Append entries */
                    entries?: ledgerline.peer.v1.Entry.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Append. */
                type $Shape = ledgerline.peer.v1.Append.$Properties;
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
             * @deprecated Use ledgerline.peer.v1.Entry.$Properties instead.
             */
            interface IEntry extends ledgerline.peer.v1.Entry.$Properties {
            }

            /** Represents an Entry. */
            class Entry {

                /**
                 * Constructs a new Entry.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.Entry.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Entry term. */
                term: number;

                /** Entry type. */
                type: ledgerline.peer.v1.EntryType;

                /** Entry timestamp. */
                timestamp: number;

                /** Entry firstOffset. */
                firstOffset: number;

                /** Entry count. */
                count: number;

                /** Entry payload. */
                payload: Uint8Array;

                /**
                 * Creates a new Entry instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Entry instance
                 */
                static create(properties: ledgerline.peer.v1.Entry.$Shape): ledgerline.peer.v1.Entry & ledgerline.peer.v1.Entry.$Shape;
                static create(properties?: ledgerline.peer.v1.Entry.$Properties): ledgerline.peer.v1.Entry;

                /**
                 * Encodes the specified Entry message. Does not implicitly {@link ledgerline.peer.v1.Entry.verify|verify} messages.
                 * @param message Entry message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Entry message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Entry & ledgerline.peer.v1.Entry.$Shape} Entry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.Entry & ledgerline.peer.v1.Entry.$Shape;
            }

            namespace Entry {

                /** Properties of an Entry. */
                interface $Properties {

                    /** Entry term */
                    term?: number;

                    /** Entry type */
                    type?: ledgerline.peer.v1.EntryType;

                    /** Entry timestamp */
                    timestamp?: number;

                    /** Entry firstOffset */
                    firstOffset?: number;

                    /** Entry count */
                    count?: number;

                    /** Entry payload */
                    payload?: Uint8Array;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Entry. */
                type $Shape = ledgerline.peer.v1.Entry.$Properties;
            }

            /**
             * Properties of an AppendAccepted.
             * @deprecated Use ledgerline.peer.v1.AppendAccepted.$Properties instead.
             */
            interface IAppendAccepted extends ledgerline.peer.v1.AppendAccepted.$Properties {
            }

            /** Represents an AppendAccepted. */
            class AppendAccepted {

                /**
                 * Constructs a new AppendAccepted.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.AppendAccepted.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AppendAccepted matchIndex. */
                matchIndex: number;

                /**
                 * Creates a new AppendAccepted instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AppendAccepted instance
                 */
                static create(properties: ledgerline.peer.v1.AppendAccepted.$Shape): ledgerline.peer.v1.AppendAccepted & ledgerline.peer.v1.AppendAccepted.$Shape;
                static create(properties?: ledgerline.peer.v1.AppendAccepted.$Properties): ledgerline.peer.v1.AppendAccepted;

                /**
                 * Encodes the specified AppendAccepted message. Does not implicitly {@link ledgerline.peer.v1.AppendAccepted.verify|verify} messages.
                 * @param message AppendAccepted message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.AppendAccepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AppendAccepted message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.AppendAccepted & ledgerline.peer.v1.AppendAccepted.$Shape} AppendAccepted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.AppendAccepted & ledgerline.peer.v1.AppendAccepted.$Shape;
            }

            namespace AppendAccepted {

                /** Properties of an AppendAccepted. */
                interface $Properties {

                    /** AppendAccepted matchIndex */
                    matchIndex?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AppendAccepted. */
                type $Shape = ledgerline.peer.v1.AppendAccepted.$Properties;
            }

            /**
             * Properties of an AppendReceived.
             * @deprecated Use ledgerline.peer.v1.AppendReceived.$Properties instead.
             */
            interface IAppendReceived extends ledgerline.peer.v1.AppendReceived.$Properties {
            }

            /** Represents an AppendReceived. */
            class AppendReceived {

                /**
                 * Constructs a new AppendReceived.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.AppendReceived.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AppendReceived matchIndex. */
                matchIndex: number;

                /**
                 * Creates a new AppendReceived instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AppendReceived instance
                 */
                static create(properties: ledgerline.peer.v1.AppendReceived.$Shape): ledgerline.peer.v1.AppendReceived & ledgerline.peer.v1.AppendReceived.$Shape;
                static create(properties?: ledgerline.peer.v1.AppendReceived.$Properties): ledgerline.peer.v1.AppendReceived;

                /**
                 * Encodes the specified AppendReceived message. Does not implicitly {@link ledgerline.peer.v1.AppendReceived.verify|verify} messages.
                 * @param message AppendReceived message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.AppendReceived.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AppendReceived message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.AppendReceived & ledgerline.peer.v1.AppendReceived.$Shape} AppendReceived
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.AppendReceived & ledgerline.peer.v1.AppendReceived.$Shape;
            }

            namespace AppendReceived {

                /** Properties of an AppendReceived. */
                interface $Properties {

                    /** AppendReceived matchIndex */
                    matchIndex?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AppendReceived. */
                type $Shape = ledgerline.peer.v1.AppendReceived.$Properties;
            }

            /**
             * Properties of an AppendRejected.
             * @deprecated Use ledgerline.peer.v1.AppendRejected.$Properties instead.
             */
            interface IAppendRejected extends ledgerline.peer.v1.AppendRejected.$Properties {
            }

            /** Represents an AppendRejected. */
            class AppendRejected {

                /**
                 * Constructs a new AppendRejected.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.AppendRejected.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AppendRejected rejectedIndex. */
                rejectedIndex: number;

                /** AppendRejected hintIndex. */
                hintIndex: number;

                /** AppendRejected hintTerm. */
                hintTerm: number;

                /**
                 * Creates a new AppendRejected instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AppendRejected instance
                 */
                static create(properties: ledgerline.peer.v1.AppendRejected.$Shape): ledgerline.peer.v1.AppendRejected & ledgerline.peer.v1.AppendRejected.$Shape;
                static create(properties?: ledgerline.peer.v1.AppendRejected.$Properties): ledgerline.peer.v1.AppendRejected;

                /**
                 * Encodes the specified AppendRejected message. Does not implicitly {@link ledgerline.peer.v1.AppendRejected.verify|verify} messages.
                 * @param message AppendRejected message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.AppendRejected.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AppendRejected message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.AppendRejected & ledgerline.peer.v1.AppendRejected.$Shape} AppendRejected
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.AppendRejected & ledgerline.peer.v1.AppendRejected.$Shape;
            }

            namespace AppendRejected {

                /** Properties of an AppendRejected. */
                interface $Properties {

                    /** AppendRejected rejectedIndex */
                    rejectedIndex?: number;

                    /** AppendRejected hintIndex */
                    hintIndex?: number;

                    /** AppendRejected hintTerm */
                    hintTerm?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AppendRejected. */
                type $Shape = ledgerline.peer.v1.AppendRejected.$Properties;
            }

            /**
             * Properties of an InstallSnapshot.
             * @deprecated Use ledgerline.peer.v1.InstallSnapshot.$Properties instead.
             */
            interface IInstallSnapshot extends ledgerline.peer.v1.InstallSnapshot.$Properties {
            }

            /** Represents an InstallSnapshot. */
            class InstallSnapshot {

                /**
                 * Constructs a new InstallSnapshot.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.InstallSnapshot.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InstallSnapshot index. */
                index: number;

                /** InstallSnapshot indexTerm. */
                indexTerm: number;

                /**
                 * Creates a new InstallSnapshot instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns InstallSnapshot instance
                 */
                static create(properties: ledgerline.peer.v1.InstallSnapshot.$Shape): ledgerline.peer.v1.InstallSnapshot & ledgerline.peer.v1.InstallSnapshot.$Shape;
                static create(properties?: ledgerline.peer.v1.InstallSnapshot.$Properties): ledgerline.peer.v1.InstallSnapshot;

                /**
                 * Encodes the specified InstallSnapshot message. Does not implicitly {@link ledgerline.peer.v1.InstallSnapshot.verify|verify} messages.
                 * @param message InstallSnapshot message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.InstallSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InstallSnapshot message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.InstallSnapshot & ledgerline.peer.v1.InstallSnapshot.$Shape} InstallSnapshot
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.InstallSnapshot & ledgerline.peer.v1.InstallSnapshot.$Shape;
            }

            namespace InstallSnapshot {

                /** Properties of an InstallSnapshot. */
                interface $Properties {

                    /** InstallSnapshot index */
                    index?: number;

                    /** InstallSnapshot indexTerm */
                    indexTerm?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InstallSnapshot. */
                type $Shape = ledgerline.peer.v1.InstallSnapshot.$Properties;
            }

            /**
             * Properties of a Heartbeat.
             * @deprecated Use ledgerline.peer.v1.Heartbeat.$Properties instead.
             */
            interface IHeartbeat extends ledgerline.peer.v1.Heartbeat.$Properties {
            }

            /** Represents a Heartbeat. */
            class Heartbeat {

                /**
                 * Constructs a new Heartbeat.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.Heartbeat.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Heartbeat commit. */
                commit: number;

                /** Heartbeat round. */
                round: number;

                /**
                 * Creates a new Heartbeat instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Heartbeat instance
                 */
                static create(properties: ledgerline.peer.v1.Heartbeat.$Shape): ledgerline.peer.v1.Heartbeat & ledgerline.peer.v1.Heartbeat.$Shape;
                static create(properties?: ledgerline.peer.v1.Heartbeat.$Properties): ledgerline.peer.v1.Heartbeat;

                /**
                 * Encodes the specified Heartbeat message. Does not implicitly {@link ledgerline.peer.v1.Heartbeat.verify|verify} messages.
                 * @param message Heartbeat message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Heartbeat message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Heartbeat & ledgerline.peer.v1.Heartbeat.$Shape} Heartbeat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.Heartbeat & ledgerline.peer.v1.Heartbeat.$Shape;
            }

            namespace Heartbeat {

                /** Properties of a Heartbeat. */
                interface $Properties {

                    /** Heartbeat commit */
                    commit?: number;

                    /** Heartbeat round */
                    round?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Heartbeat. */
                type $Shape = ledgerline.peer.v1.Heartbeat.$Properties;
            }

            /**
             * Properties of a HeartbeatReply.
             * @deprecated Use ledgerline.peer.v1.HeartbeatReply.$Properties instead.
             */
            interface IHeartbeatReply extends ledgerline.peer.v1.HeartbeatReply.$Properties {
            }

            /** Represents a HeartbeatReply. */
            class HeartbeatReply {

                /**
                 * Constructs a new HeartbeatReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.HeartbeatReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HeartbeatReply round. */
                round: number;

                /**
                 * Creates a new HeartbeatReply instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns HeartbeatReply instance
                 */
                static create(properties: ledgerline.peer.v1.HeartbeatReply.$Shape): ledgerline.peer.v1.HeartbeatReply & ledgerline.peer.v1.HeartbeatReply.$Shape;
                static create(properties?: ledgerline.peer.v1.HeartbeatReply.$Properties): ledgerline.peer.v1.HeartbeatReply;

                /**
                 * Encodes the specified HeartbeatReply message. Does not implicitly {@link ledgerline.peer.v1.HeartbeatReply.verify|verify} messages.
                 * @param message HeartbeatReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.HeartbeatReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HeartbeatReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.HeartbeatReply & ledgerline.peer.v1.HeartbeatReply.$Shape} HeartbeatReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.HeartbeatReply & ledgerline.peer.v1.HeartbeatReply.$Shape;
            }

            namespace HeartbeatReply {

                /** Properties of a HeartbeatReply. */
                interface $Properties {

                    /** HeartbeatReply round */
                    round?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HeartbeatReply. */
                type $Shape = ledgerline.peer.v1.HeartbeatReply.$Properties;
            }

            /**
             * Properties of an AskRequest.
             * @deprecated Use ledgerline.peer.v1.AskRequest.$Properties instead.
             */
            interface IAskRequest extends ledgerline.peer.v1.AskRequest.$Properties {
            }

            /** Represents an AskRequest. */
            class AskRequest {

                /**
                 * Constructs a new AskRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.AskRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AskRequest hello. */
                hello: ledgerline.peer.v1.Hello;

                /** AskRequest partition. */
                partition: number;

                /** AskRequest logEnd. */
                logEnd: (ledgerline.peer.v1.LogEndQuestion|null);

                /** AskRequest entries. */
                entries: (ledgerline.peer.v1.EntriesQuestion|null);

                /** AskRequest committedOffset. */
                committedOffset: (ledgerline.peer.v1.CommittedOffsetQuestion|null);

                /** AskRequest snapshots. */
                snapshots: (ledgerline.peer.v1.SnapshotsQuestion|null);

                /** AskRequest snapshotBytes. */
                snapshotBytes: (ledgerline.peer.v1.SnapshotBytesQuestion|null);

                /** AskRequest question. */
                question?: ("logEnd"|"entries"|"committedOffset"|"snapshots"|"snapshotBytes");

                /**
                 * Creates a new AskRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AskRequest instance
                 */
                static create(properties: ledgerline.peer.v1.AskRequest.$Shape): ledgerline.peer.v1.AskRequest & ledgerline.peer.v1.AskRequest.$Shape;
                static create(properties?: ledgerline.peer.v1.AskRequest.$Properties): ledgerline.peer.v1.AskRequest;

                /**
                 * Encodes the specified AskRequest message. Does not implicitly {@link ledgerline.peer.v1.AskRequest.verify|verify} messages.
                 * @param message AskRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.AskRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AskRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.AskRequest & ledgerline.peer.v1.AskRequest.$Shape} AskRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.AskRequest & ledgerline.peer.v1.AskRequest.$Shape;
            }

            namespace AskRequest {

                /** Properties of an AskRequest. */
                interface $Properties {

                    /** AskRequest hello */
                    hello?: ledgerline.peer.v1.Hello.$Properties;

                    /** AskRequest partition */
                    partition?: number;

                    /** AskRequest logEnd */
                    logEnd?: (ledgerline.peer.v1.LogEndQuestion.$Properties|null);

                    /** AskRequest entries */
                    entries?: (ledgerline.peer.v1.EntriesQuestion.$Properties|null);

                    /** AskRequest committedOffset */
                    committedOffset?: (ledgerline.peer.v1.CommittedOffsetQuestion.$Properties|null);

                    /** AskRequest snapshots */
                    snapshots?: (ledgerline.peer.v1.SnapshotsQuestion.$Properties|null);

                    /** AskRequest snapshotBytes */
                    snapshotBytes?: (ledgerline.peer.v1.SnapshotBytesQuestion.$Properties|null);

                    /** AskRequest question */
                    question?: ("logEnd"|"entries"|"committedOffset"|"snapshots"|"snapshotBytes");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of an AskRequest. */
                type $Shape = {
                  hello?: ledgerline.peer.v1.Hello.$Shape;
                  partition?: number;
                  logEnd?: ledgerline.peer.v1.LogEndQuestion.$Shape|null;
                  entries?: ledgerline.peer.v1.EntriesQuestion.$Shape|null;
                  committedOffset?: ledgerline.peer.v1.CommittedOffsetQuestion.$Shape|null;
                  snapshots?: ledgerline.peer.v1.SnapshotsQuestion.$Shape|null;
                  snapshotBytes?: ledgerline.peer.v1.SnapshotBytesQuestion.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ question?: undefined; logEnd?: null; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ question?: "logEnd"; logEnd: ledgerline.peer.v1.LogEndQuestion.$Shape; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ question?: "entries"; logEnd?: null; entries: ledgerline.peer.v1.EntriesQuestion.$Shape; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ question?: "committedOffset"; logEnd?: null; entries?: null; committedOffset: ledgerline.peer.v1.CommittedOffsetQuestion.$Shape; snapshots?: null; snapshotBytes?: null }|{ question?: "snapshots"; logEnd?: null; entries?: null; committedOffset?: null; snapshots: ledgerline.peer.v1.SnapshotsQuestion.$Shape; snapshotBytes?: null }|{ question?: "snapshotBytes"; logEnd?: null; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes: ledgerline.peer.v1.SnapshotBytesQuestion.$Shape })
                );
            }

            /**
             * Properties of an AskReply.
             * @deprecated Use ledgerline.peer.v1.AskReply.$Properties instead.
             */
            interface IAskReply extends ledgerline.peer.v1.AskReply.$Properties {
            }

            /** Represents an AskReply. */
            class AskReply {

                /**
                 * Constructs a new AskReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.AskReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AskReply refusal. */
                refusal: (ledgerline.peer.v1.Refusal|null);

                /** AskReply failure. */
                failure: (string|null);

                /** AskReply logEnd. */
                logEnd: (ledgerline.peer.v1.LogEndAnswer|null);

                /** AskReply entries. */
                entries: (ledgerline.peer.v1.EntriesAnswer|null);

                /** AskReply committedOffset. */
                committedOffset: (ledgerline.peer.v1.CommittedOffsetAnswer|null);

                /** AskReply snapshots. */
                snapshots: (ledgerline.peer.v1.SnapshotsAnswer|null);

                /** AskReply snapshotBytes. */
                snapshotBytes: (ledgerline.peer.v1.SnapshotBytesAnswer|null);

                /** AskReply reply. */
                reply?: ("refusal"|"failure"|"logEnd"|"entries"|"committedOffset"|"snapshots"|"snapshotBytes");

                /**
                 * Creates a new AskReply instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AskReply instance
                 */
                static create(properties: ledgerline.peer.v1.AskReply.$Shape): ledgerline.peer.v1.AskReply & ledgerline.peer.v1.AskReply.$Shape;
                static create(properties?: ledgerline.peer.v1.AskReply.$Properties): ledgerline.peer.v1.AskReply;

                /**
                 * Encodes the specified AskReply message. Does not implicitly {@link ledgerline.peer.v1.AskReply.verify|verify} messages.
                 * @param message AskReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.AskReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AskReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.AskReply & ledgerline.peer.v1.AskReply.$Shape} AskReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.AskReply & ledgerline.peer.v1.AskReply.$Shape;
            }

            namespace AskReply {

                /** Properties of an AskReply. */
                interface $Properties {

                    /** AskReply refusal */
                    refusal?: (ledgerline.peer.v1.Refusal.$Properties|null);

                    /** AskReply failure */
                    failure?: (string|null);

                    /** AskReply logEnd */
                    logEnd?: (ledgerline.peer.v1.LogEndAnswer.$Properties|null);

                    /** AskReply entries */
                    entries?: (ledgerline.peer.v1.EntriesAnswer.$Properties|null);

                    /** AskReply committedOffset */
                    committedOffset?: (ledgerline.peer.v1.CommittedOffsetAnswer.$Properties|null);

                    /** AskReply snapshots */
                    snapshots?: (ledgerline.peer.v1.SnapshotsAnswer.$Properties|null);

                    /** AskReply snapshotBytes */
                    snapshotBytes?: (ledgerline.peer.v1.SnapshotBytesAnswer.$Properties|null);

                    /** AskReply reply */
                    reply?: ("refusal"|"failure"|"logEnd"|"entries"|"committedOffset"|"snapshots"|"snapshotBytes");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of an AskReply. */
                type $Shape = {
                  refusal?: ledgerline.peer.v1.Refusal.$Shape|null;
                  failure?: string|null;
                  logEnd?: ledgerline.peer.v1.LogEndAnswer.$Shape|null;
                  entries?: ledgerline.peer.v1.EntriesAnswer.$Shape|null;
                  committedOffset?: ledgerline.peer.v1.CommittedOffsetAnswer.$Shape|null;
                  snapshots?: ledgerline.peer.v1.SnapshotsAnswer.$Shape|null;
                  snapshotBytes?: ledgerline.peer.v1.SnapshotBytesAnswer.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ reply?: undefined; refusal?: null; failure?: null; logEnd?: null; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ reply?: "refusal"; refusal: ledgerline.peer.v1.Refusal.$Shape; failure?: null; logEnd?: null; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ reply?: "failure"; refusal?: null; failure: string; logEnd?: null; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ reply?: "logEnd"; refusal?: null; failure?: null; logEnd: ledgerline.peer.v1.LogEndAnswer.$Shape; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ reply?: "entries"; refusal?: null; failure?: null; logEnd?: null; entries: ledgerline.peer.v1.EntriesAnswer.$Shape; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ reply?: "committedOffset"; refusal?: null; failure?: null; logEnd?: null; entries?: null; committedOffset: ledgerline.peer.v1.CommittedOffsetAnswer.$Shape; snapshots?: null; snapshotBytes?: null }|{ reply?: "snapshots"; refusal?: null; failure?: null; logEnd?: null; entries?: null; committedOffset?: null; snapshots: ledgerline.peer.v1.SnapshotsAnswer.$Shape; snapshotBytes?: null }|{ reply?: "snapshotBytes"; refusal?: null; failure?: null; logEnd?: null; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes: ledgerline.peer.v1.SnapshotBytesAnswer.$Shape })
                );
            }

            /**
             * Properties of a LogEndQuestion.
             * @deprecated Use ledgerline.peer.v1.LogEndQuestion.$Properties instead.
             */
            interface ILogEndQuestion extends ledgerline.peer.v1.LogEndQuestion.$Properties {
            }

            /** Represents a LogEndQuestion. */
            class LogEndQuestion {

                /**
                 * Constructs a new LogEndQuestion.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.LogEndQuestion.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new LogEndQuestion instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LogEndQuestion instance
                 */
                static create(properties: ledgerline.peer.v1.LogEndQuestion.$Shape): ledgerline.peer.v1.LogEndQuestion & ledgerline.peer.v1.LogEndQuestion.$Shape;
                static create(properties?: ledgerline.peer.v1.LogEndQuestion.$Properties): ledgerline.peer.v1.LogEndQuestion;

                /**
                 * Encodes the specified LogEndQuestion message. Does not implicitly {@link ledgerline.peer.v1.LogEndQuestion.verify|verify} messages.
                 * @param message LogEndQuestion message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.LogEndQuestion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LogEndQuestion message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.LogEndQuestion & ledgerline.peer.v1.LogEndQuestion.$Shape} LogEndQuestion
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.LogEndQuestion & ledgerline.peer.v1.LogEndQuestion.$Shape;
            }

            namespace LogEndQuestion {

                /** Properties of a LogEndQuestion. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LogEndQuestion. */
                type $Shape = ledgerline.peer.v1.LogEndQuestion.$Properties;
            }

            /**
             * Properties of a LogEndAnswer.
             * @deprecated Use ledgerline.peer.v1.LogEndAnswer.$Properties instead.
             */
            interface ILogEndAnswer extends ledgerline.peer.v1.LogEndAnswer.$Properties {
            }

            /** Represents a LogEndAnswer. */
            class LogEndAnswer {

                /**
                 * Constructs a new LogEndAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.LogEndAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LogEndAnswer lastIndex. */
                lastIndex: number;

                /** LogEndAnswer lastTerm. */
                lastTerm: number;

                /** LogEndAnswer firstIndex. */
                firstIndex: number;

                /** LogEndAnswer claim. */
                claim: ledgerline.peer.v1.Claim;

                /** LogEndAnswer electors. */
                electors: string[];

                /** LogEndAnswer leads. */
                leads: boolean;

                /**
                 * Creates a new LogEndAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LogEndAnswer instance
                 */
                static create(properties: ledgerline.peer.v1.LogEndAnswer.$Shape): ledgerline.peer.v1.LogEndAnswer & ledgerline.peer.v1.LogEndAnswer.$Shape;
                static create(properties?: ledgerline.peer.v1.LogEndAnswer.$Properties): ledgerline.peer.v1.LogEndAnswer;

                /**
                 * Encodes the specified LogEndAnswer message. Does not implicitly {@link ledgerline.peer.v1.LogEndAnswer.verify|verify} messages.
                 * @param message LogEndAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.LogEndAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LogEndAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.LogEndAnswer & ledgerline.peer.v1.LogEndAnswer.$Shape} LogEndAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.LogEndAnswer & ledgerline.peer.v1.LogEndAnswer.$Shape;
            }

            namespace LogEndAnswer {

                /** Properties of a LogEndAnswer. */
                interface $Properties {

                    /** LogEndAnswer lastIndex */
                    lastIndex?: number;

                    /** LogEndAnswer lastTerm */
                    lastTerm?: number;

                    /** LogEndAnswer firstIndex */
                    firstIndex?: number;

                    /** LogEndAnswer claim */
                    claim?: ledgerline.peer.v1.Claim.$Properties;

                    /** LogEndAnswer electors */
                    electors?: string[];

                    /** LogEndAnswer leads */
                    leads?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LogEndAnswer. */
                type $Shape = ledgerline.peer.v1.LogEndAnswer.$Properties;
            }

            /**
             * Properties of a Claim.
             * @deprecated Use ledgerline.peer.v1.Claim.$Properties instead.
             */
            interface IClaim extends ledgerline.peer.v1.Claim.$Properties {
            }

            /** Represents a Claim. */
            class Claim {

                /**
                 * Constructs a new Claim.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.Claim.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Claim index. */
                index: number;

                /** Claim term. */
                term: number;

                /**
                 * Creates a new Claim instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Claim instance
                 */
                static create(properties: ledgerline.peer.v1.Claim.$Shape): ledgerline.peer.v1.Claim & ledgerline.peer.v1.Claim.$Shape;
                static create(properties?: ledgerline.peer.v1.Claim.$Properties): ledgerline.peer.v1.Claim;

                /**
                 * Encodes the specified Claim message. Does not implicitly {@link ledgerline.peer.v1.Claim.verify|verify} messages.
                 * @param message Claim message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.Claim.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Claim message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Claim & ledgerline.peer.v1.Claim.$Shape} Claim
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.Claim & ledgerline.peer.v1.Claim.$Shape;
            }

            namespace Claim {

                /** Properties of a Claim. */
                interface $Properties {

                    /** Claim index */
                    index?: number;

                    /** Claim term */
                    term?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Claim. */
                type $Shape = ledgerline.peer.v1.Claim.$Properties;
            }

            /**
             * Properties of an EntriesQuestion.
             * @deprecated Use ledgerline.peer.v1.EntriesQuestion.$Properties instead.
             */
            interface IEntriesQuestion extends ledgerline.peer.v1.EntriesQuestion.$Properties {
            }

            /** Represents an EntriesQuestion. */
            class EntriesQuestion {

                /**
                 * Constructs a new EntriesQuestion.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.EntriesQuestion.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EntriesQuestion from. */
                from: number;

                /** EntriesQuestion to. */
                to: number;

                /** EntriesQuestion bytesMax. */
                bytesMax: number;

                /**
                 * Creates a new EntriesQuestion instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns EntriesQuestion instance
                 */
                static create(properties: ledgerline.peer.v1.EntriesQuestion.$Shape): ledgerline.peer.v1.EntriesQuestion & ledgerline.peer.v1.EntriesQuestion.$Shape;
                static create(properties?: ledgerline.peer.v1.EntriesQuestion.$Properties): ledgerline.peer.v1.EntriesQuestion;

                /**
                 * Encodes the specified EntriesQuestion message. Does not implicitly {@link ledgerline.peer.v1.EntriesQuestion.verify|verify} messages.
                 * @param message EntriesQuestion message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.EntriesQuestion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EntriesQuestion message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.EntriesQuestion & ledgerline.peer.v1.EntriesQuestion.$Shape} EntriesQuestion
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.EntriesQuestion & ledgerline.peer.v1.EntriesQuestion.$Shape;
            }

            namespace EntriesQuestion {

                /** Properties of an EntriesQuestion. */
                interface $Properties {

                    /** EntriesQuestion from */
                    from?: number;

                    /** EntriesQuestion to */
                    to?: number;

                    /** EntriesQuestion bytesMax */
                    bytesMax?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EntriesQuestion. */
                type $Shape = ledgerline.peer.v1.EntriesQuestion.$Properties;
            }

            /**
             * Properties of an EntriesAnswer.
             * @deprecated Use ledgerline.peer.v1.EntriesAnswer.$Properties instead.
             */
            interface IEntriesAnswer extends ledgerline.peer.v1.EntriesAnswer.$Properties {
            }

            /** Represents an EntriesAnswer. */
            class EntriesAnswer {

                /**
                 * Constructs a new EntriesAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.EntriesAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EntriesAnswer entries. */
                entries: ledgerline.peer.v1.Entry[];

                /**
                 * Creates a new EntriesAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns EntriesAnswer instance
                 */
                static create(properties: ledgerline.peer.v1.EntriesAnswer.$Shape): ledgerline.peer.v1.EntriesAnswer & ledgerline.peer.v1.EntriesAnswer.$Shape;
                static create(properties?: ledgerline.peer.v1.EntriesAnswer.$Properties): ledgerline.peer.v1.EntriesAnswer;

                /**
                 * Encodes the specified EntriesAnswer message. Does not implicitly {@link ledgerline.peer.v1.EntriesAnswer.verify|verify} messages.
                 * @param message EntriesAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.EntriesAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EntriesAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.EntriesAnswer & ledgerline.peer.v1.EntriesAnswer.$Shape} EntriesAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.EntriesAnswer & ledgerline.peer.v1.EntriesAnswer.$Shape;
            }

            namespace EntriesAnswer {

                /** Properties of an EntriesAnswer. */
                interface $Properties {

                    /** EntriesAnswer entries */
                    entries?: ledgerline.peer.v1.Entry.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EntriesAnswer. */
                type $Shape = ledgerline.peer.v1.EntriesAnswer.$Properties;
            }

            /**
             * Properties of a CommittedOffsetQuestion.
             * @deprecated Use ledgerline.peer.v1.CommittedOffsetQuestion.$Properties instead.
             */
            interface ICommittedOffsetQuestion extends ledgerline.peer.v1.CommittedOffsetQuestion.$Properties {
            }

            /** Represents a CommittedOffsetQuestion. */
            class CommittedOffsetQuestion {

                /**
                 * Constructs a new CommittedOffsetQuestion.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.CommittedOffsetQuestion.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new CommittedOffsetQuestion instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CommittedOffsetQuestion instance
                 */
                static create(properties: ledgerline.peer.v1.CommittedOffsetQuestion.$Shape): ledgerline.peer.v1.CommittedOffsetQuestion & ledgerline.peer.v1.CommittedOffsetQuestion.$Shape;
                static create(properties?: ledgerline.peer.v1.CommittedOffsetQuestion.$Properties): ledgerline.peer.v1.CommittedOffsetQuestion;

                /**
                 * Encodes the specified CommittedOffsetQuestion message. Does not implicitly {@link ledgerline.peer.v1.CommittedOffsetQuestion.verify|verify} messages.
                 * @param message CommittedOffsetQuestion message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.CommittedOffsetQuestion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CommittedOffsetQuestion message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.CommittedOffsetQuestion & ledgerline.peer.v1.CommittedOffsetQuestion.$Shape} CommittedOffsetQuestion
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.CommittedOffsetQuestion & ledgerline.peer.v1.CommittedOffsetQuestion.$Shape;
            }

            namespace CommittedOffsetQuestion {

                /** Properties of a CommittedOffsetQuestion. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CommittedOffsetQuestion. */
                type $Shape = ledgerline.peer.v1.CommittedOffsetQuestion.$Properties;
            }

            /**
             * Properties of a CommittedOffsetAnswer.
             * @deprecated Use ledgerline.peer.v1.CommittedOffsetAnswer.$Properties instead.
             */
            interface ICommittedOffsetAnswer extends ledgerline.peer.v1.CommittedOffsetAnswer.$Properties {
            }

            /** Represents a CommittedOffsetAnswer. */
            class CommittedOffsetAnswer {

                /**
                 * Constructs a new CommittedOffsetAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.CommittedOffsetAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CommittedOffsetAnswer leads. */
                leads: boolean;

                /** CommittedOffsetAnswer offset. */
                offset: number;

                /**
                 * Creates a new CommittedOffsetAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CommittedOffsetAnswer instance
                 */
                static create(properties: ledgerline.peer.v1.CommittedOffsetAnswer.$Shape): ledgerline.peer.v1.CommittedOffsetAnswer & ledgerline.peer.v1.CommittedOffsetAnswer.$Shape;
                static create(properties?: ledgerline.peer.v1.CommittedOffsetAnswer.$Properties): ledgerline.peer.v1.CommittedOffsetAnswer;

                /**
                 * Encodes the specified CommittedOffsetAnswer message. Does not implicitly {@link ledgerline.peer.v1.CommittedOffsetAnswer.verify|verify} messages.
                 * @param message CommittedOffsetAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.CommittedOffsetAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CommittedOffsetAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.CommittedOffsetAnswer & ledgerline.peer.v1.CommittedOffsetAnswer.$Shape} CommittedOffsetAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.CommittedOffsetAnswer & ledgerline.peer.v1.CommittedOffsetAnswer.$Shape;
            }

            namespace CommittedOffsetAnswer {

                /** Properties of a CommittedOffsetAnswer. */
                interface $Properties {

                    /** CommittedOffsetAnswer leads */
                    leads?: boolean;

                    /** CommittedOffsetAnswer offset */
                    offset?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CommittedOffsetAnswer. */
                type $Shape = ledgerline.peer.v1.CommittedOffsetAnswer.$Properties;
            }

            /**
             * Properties of a SnapshotsQuestion.
             * @deprecated Use ledgerline.peer.v1.SnapshotsQuestion.$Properties instead.
             */
            interface ISnapshotsQuestion extends ledgerline.peer.v1.SnapshotsQuestion.$Properties {
            }

            /** Represents a SnapshotsQuestion. */
            class SnapshotsQuestion {

                /**
                 * Constructs a new SnapshotsQuestion.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.SnapshotsQuestion.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new SnapshotsQuestion instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotsQuestion instance
                 */
                static create(properties: ledgerline.peer.v1.SnapshotsQuestion.$Shape): ledgerline.peer.v1.SnapshotsQuestion & ledgerline.peer.v1.SnapshotsQuestion.$Shape;
                static create(properties?: ledgerline.peer.v1.SnapshotsQuestion.$Properties): ledgerline.peer.v1.SnapshotsQuestion;

                /**
                 * Encodes the specified SnapshotsQuestion message. Does not implicitly {@link ledgerline.peer.v1.SnapshotsQuestion.verify|verify} messages.
                 * @param message SnapshotsQuestion message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.SnapshotsQuestion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotsQuestion message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.SnapshotsQuestion & ledgerline.peer.v1.SnapshotsQuestion.$Shape} SnapshotsQuestion
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.SnapshotsQuestion & ledgerline.peer.v1.SnapshotsQuestion.$Shape;
            }

            namespace SnapshotsQuestion {

                /** Properties of a SnapshotsQuestion. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotsQuestion. */
                type $Shape = ledgerline.peer.v1.SnapshotsQuestion.$Properties;
            }

            /**
             * Properties of a SnapshotsAnswer.
             * @deprecated Use ledgerline.peer.v1.SnapshotsAnswer.$Properties instead.
             */
            interface ISnapshotsAnswer extends ledgerline.peer.v1.SnapshotsAnswer.$Properties {
            }

            /** Represents a SnapshotsAnswer. */
            class SnapshotsAnswer {

                /**
                 * Constructs a new SnapshotsAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.SnapshotsAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotsAnswer snapshots. */
                snapshots: ledgerline.peer.v1.SnapshotInfo[];

                /**
                 * Creates a new SnapshotsAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotsAnswer instance
                 */
                static create(properties: ledgerline.peer.v1.SnapshotsAnswer.$Shape): ledgerline.peer.v1.SnapshotsAnswer & ledgerline.peer.v1.SnapshotsAnswer.$Shape;
                static create(properties?: ledgerline.peer.v1.SnapshotsAnswer.$Properties): ledgerline.peer.v1.SnapshotsAnswer;

                /**
                 * Encodes the specified SnapshotsAnswer message. Does not implicitly {@link ledgerline.peer.v1.SnapshotsAnswer.verify|verify} messages.
                 * @param message SnapshotsAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.SnapshotsAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotsAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.SnapshotsAnswer & ledgerline.peer.v1.SnapshotsAnswer.$Shape} SnapshotsAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.SnapshotsAnswer & ledgerline.peer.v1.SnapshotsAnswer.$Shape;
            }

            namespace SnapshotsAnswer {

                /** Properties of a SnapshotsAnswer. */
                interface $Properties {

                    /** SnapshotsAnswer snapshots */
                    snapshots?: ledgerline.peer.v1.SnapshotInfo.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotsAnswer. */
                type $Shape = ledgerline.peer.v1.SnapshotsAnswer.$Properties;
            }

            /**
             * Properties of a SnapshotInfo.
             * @deprecated Use ledgerline.peer.v1.SnapshotInfo.$Properties instead.
             */
            interface ISnapshotInfo extends ledgerline.peer.v1.SnapshotInfo.$Properties {
            }

            /** Represents a SnapshotInfo. */
            class SnapshotInfo {

                /**
                 * Constructs a new SnapshotInfo.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.SnapshotInfo.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotInfo index. */
                index: number;

                /** SnapshotInfo term. */
                term: number;

                /** SnapshotInfo timestamp. */
                timestamp: number;

                /** SnapshotInfo digest. */
                digest: Uint8Array;

                /** SnapshotInfo nextOffset. */
                nextOffset: number;

                /** SnapshotInfo bytes. */
                bytes: number;

                /** SnapshotInfo stateDigest. */
                stateDigest: Uint8Array;

                /** SnapshotInfo fileDigest. */
                fileDigest: Uint8Array;

                /** SnapshotInfo stateKeys. */
                stateKeys: number;

                /** SnapshotInfo namedKeys. */
                namedKeys: number;

                /**
                 * Creates a new SnapshotInfo instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotInfo instance
                 */
                static create(properties: ledgerline.peer.v1.SnapshotInfo.$Shape): ledgerline.peer.v1.SnapshotInfo & ledgerline.peer.v1.SnapshotInfo.$Shape;
                static create(properties?: ledgerline.peer.v1.SnapshotInfo.$Properties): ledgerline.peer.v1.SnapshotInfo;

                /**
                 * Encodes the specified SnapshotInfo message. Does not implicitly {@link ledgerline.peer.v1.SnapshotInfo.verify|verify} messages.
                 * @param message SnapshotInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.SnapshotInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.SnapshotInfo & ledgerline.peer.v1.SnapshotInfo.$Shape} SnapshotInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.SnapshotInfo & ledgerline.peer.v1.SnapshotInfo.$Shape;
            }

            namespace SnapshotInfo {

                /** Properties of a SnapshotInfo. */
                interface $Properties {

                    /** SnapshotInfo index */
                    index?: number;

                    /** SnapshotInfo term */
                    term?: number;

                    /** SnapshotInfo timestamp */
                    timestamp?: number;

                    /** SnapshotInfo digest */
                    digest?: Uint8Array;

                    /** SnapshotInfo nextOffset */
                    nextOffset?: number;

                    /** SnapshotInfo bytes */
                    bytes?: number;

                    /** SnapshotInfo stateDigest */
                    stateDigest?: Uint8Array;

                    /** SnapshotInfo fileDigest */
                    fileDigest?: Uint8Array;

                    /** SnapshotInfo stateKeys */
                    stateKeys?: number;

                    /** SnapshotInfo namedKeys */
                    namedKeys?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotInfo. */
                type $Shape = ledgerline.peer.v1.SnapshotInfo.$Properties;
            }

            /**
             * Properties of a SnapshotBytesQuestion.
             * @deprecated Use ledgerline.peer.v1.SnapshotBytesQuestion.$Properties instead.
             */
            interface ISnapshotBytesQuestion extends ledgerline.peer.v1.SnapshotBytesQuestion.$Properties {
            }

            /** Represents a SnapshotBytesQuestion. */
            class SnapshotBytesQuestion {

                /**
                 * Constructs a new SnapshotBytesQuestion.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.SnapshotBytesQuestion.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotBytesQuestion index. */
                index: number;

                /** SnapshotBytesQuestion position. */
                position: number;

                /** SnapshotBytesQuestion length. */
                length: number;

                /**
                 * Creates a new SnapshotBytesQuestion instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotBytesQuestion instance
                 */
                static create(properties: ledgerline.peer.v1.SnapshotBytesQuestion.$Shape): ledgerline.peer.v1.SnapshotBytesQuestion & ledgerline.peer.v1.SnapshotBytesQuestion.$Shape;
                static create(properties?: ledgerline.peer.v1.SnapshotBytesQuestion.$Properties): ledgerline.peer.v1.SnapshotBytesQuestion;

                /**
                 * Encodes the specified SnapshotBytesQuestion message. Does not implicitly {@link ledgerline.peer.v1.SnapshotBytesQuestion.verify|verify} messages.
                 * @param message SnapshotBytesQuestion message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.SnapshotBytesQuestion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotBytesQuestion message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.SnapshotBytesQuestion & ledgerline.peer.v1.SnapshotBytesQuestion.$Shape} SnapshotBytesQuestion
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.SnapshotBytesQuestion & ledgerline.peer.v1.SnapshotBytesQuestion.$Shape;
            }

            namespace SnapshotBytesQuestion {

                /** Properties of a SnapshotBytesQuestion. */
                interface $Properties {

                    /** SnapshotBytesQuestion index */
                    index?: number;

                    /** SnapshotBytesQuestion position */
                    position?: number;

                    /** SnapshotBytesQuestion length */
                    length?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotBytesQuestion. */
                type $Shape = ledgerline.peer.v1.SnapshotBytesQuestion.$Properties;
            }

            /**
             * Properties of a SnapshotBytesAnswer.
             * @deprecated Use ledgerline.peer.v1.SnapshotBytesAnswer.$Properties instead.
             */
            interface ISnapshotBytesAnswer extends ledgerline.peer.v1.SnapshotBytesAnswer.$Properties {
            }

            /** Represents a SnapshotBytesAnswer. */
            class SnapshotBytesAnswer {

                /**
                 * Constructs a new SnapshotBytesAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ledgerline.peer.v1.SnapshotBytesAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotBytesAnswer bytes. */
                bytes: Uint8Array;

                /**
                 * Creates a new SnapshotBytesAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotBytesAnswer instance
                 */
                static create(properties: ledgerline.peer.v1.SnapshotBytesAnswer.$Shape): ledgerline.peer.v1.SnapshotBytesAnswer & ledgerline.peer.v1.SnapshotBytesAnswer.$Shape;
                static create(properties?: ledgerline.peer.v1.SnapshotBytesAnswer.$Properties): ledgerline.peer.v1.SnapshotBytesAnswer;

                /**
                 * Encodes the specified SnapshotBytesAnswer message. Does not implicitly {@link ledgerline.peer.v1.SnapshotBytesAnswer.verify|verify} messages.
                 * @param message SnapshotBytesAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ledgerline.peer.v1.SnapshotBytesAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotBytesAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.SnapshotBytesAnswer & ledgerline.peer.v1.SnapshotBytesAnswer.$Shape} SnapshotBytesAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ledgerline.peer.v1.SnapshotBytesAnswer & ledgerline.peer.v1.SnapshotBytesAnswer.$Shape;
            }

            namespace SnapshotBytesAnswer {

                /** Properties of a SnapshotBytesAnswer. */
                interface $Properties {

                    /** SnapshotBytesAnswer bytes */
                    bytes?: Uint8Array;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotBytesAnswer. */
                type $Shape = ledgerline.peer.v1.SnapshotBytesAnswer.$Properties;
            }
        }
    }
}
