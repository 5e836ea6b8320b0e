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
                REFUSAL_CODE_REPLACED = 8
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

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Frame. */
                type $Shape = {
                  hello?: ledgerline.peer.v1.Hello.$Shape;
                  messages?: ledgerline.peer.v1.Message.$Shape[];
                  $unknowns?: Uint8Array[];
                };
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

                /** Message installSnapshot. */
                installSnapshot: (ledgerline.peer.v1.InstallSnapshot|null);

                /** Message kind. */
                kind?: ("preVoteRequest"|"preVoteReply"|"voteRequest"|"voteReply"|"append"|"appendAccepted"|"appendRejected"|"heartbeat"|"heartbeatReply"|"installSnapshot");

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

                    /** Message installSnapshot */
                    installSnapshot?: (ledgerline.peer.v1.InstallSnapshot.$Properties|null);

                    /** Message kind */
                    kind?: ("preVoteRequest"|"preVoteReply"|"voteRequest"|"voteReply"|"append"|"appendAccepted"|"appendRejected"|"heartbeat"|"heartbeatReply"|"installSnapshot");

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
                  installSnapshot?: ledgerline.peer.v1.InstallSnapshot.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ kind?: undefined; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; installSnapshot?: null }|{ kind?: "preVoteRequest"; preVoteRequest: ledgerline.peer.v1.VoteRequest.$Shape; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; installSnapshot?: null }|{ kind?: "preVoteReply"; preVoteRequest?: null; preVoteReply: ledgerline.peer.v1.VoteReply.$Shape; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; installSnapshot?: null }|{ kind?: "voteRequest"; preVoteRequest?: null; preVoteReply?: null; voteRequest: ledgerline.peer.v1.VoteRequest.$Shape; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; installSnapshot?: null }|{ kind?: "voteReply"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply: ledgerline.peer.v1.VoteReply.$Shape; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; installSnapshot?: null }|{ kind?: "append"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append: ledgerline.peer.v1.Append.$Shape; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; installSnapshot?: null }|{ kind?: "appendAccepted"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted: ledgerline.peer.v1.AppendAccepted.$Shape; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; installSnapshot?: null }|{ kind?: "appendRejected"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected: ledgerline.peer.v1.AppendRejected.$Shape; heartbeat?: null; heartbeatReply?: null; installSnapshot?: null }|{ kind?: "heartbeat"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat: ledgerline.peer.v1.Heartbeat.$Shape; heartbeatReply?: null; installSnapshot?: null }|{ kind?: "heartbeatReply"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply: ledgerline.peer.v1.HeartbeatReply.$Shape; installSnapshot?: null }|{ kind?: "installSnapshot"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; installSnapshot: ledgerline.peer.v1.InstallSnapshot.$Shape })
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
                ENTRY_TYPE_SNAPSHOT_POINT = 3
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
        }
    }
}
