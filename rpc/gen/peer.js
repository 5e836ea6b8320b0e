/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["ledgerline-peer"] || ($protobuf.roots["ledgerline-peer"] = {});

export const ledgerline = $root.ledgerline = (() => {

    /**
     * Namespace ledgerline.
     * @exports ledgerline
     * @namespace
     */
    const ledgerline = {};

    ledgerline.peer = (function() {

        /**
         * Namespace peer.
         * @memberof ledgerline
         * @namespace
         */
        const peer = {};

        peer.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof ledgerline.peer
             * @namespace
             */
            const v1 = {};

            v1.Introduction = (function() {

                /**
                 * Properties of an Introduction.
                 * @typedef {Object} ledgerline.peer.v1.Introduction.$Properties
                 * @property {string} [node] Introduction node
                 * @property {string} [incarnation] Introduction incarnation
                 * @property {number} [protocolMin] Introduction protocolMin
                 * @property {number} [protocolMax] Introduction protocolMax
                 * @property {string} [configuration] Introduction configuration
                 * @property {ledgerline.peer.v1.FormingState} [state] Introduction state
                 * @property {string} [genesis] Introduction genesis
                 * @property {string} [membership] Introduction membership
                 * @property {number} [membershipIndex] Introduction membershipIndex
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Introduction.
                 * @memberof ledgerline.peer.v1
                 * @interface IIntroduction
                 * @augments ledgerline.peer.v1.Introduction.$Properties
                 * @deprecated Use ledgerline.peer.v1.Introduction.$Properties instead.
                 */

                /**
                 * Shape of an Introduction.
                 * @typedef {ledgerline.peer.v1.Introduction.$Properties} ledgerline.peer.v1.Introduction.$Shape
                 */

                /**
                 * Constructs a new Introduction.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents an Introduction.
                 * @constructor
                 * @param {ledgerline.peer.v1.Introduction.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Introduction = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Introduction node.
                 * @member {string} node
                 * @memberof ledgerline.peer.v1.Introduction
                 * @instance
                 */
                Introduction.prototype.node = "";

                /**
                 * Introduction incarnation.
                 * @member {string} incarnation
                 * @memberof ledgerline.peer.v1.Introduction
                 * @instance
                 */
                Introduction.prototype.incarnation = "";

                /**
                 * Introduction protocolMin.
                 * @member {number} protocolMin
                 * @memberof ledgerline.peer.v1.Introduction
                 * @instance
                 */
                Introduction.prototype.protocolMin = 0;

                /**
                 * Introduction protocolMax.
                 * @member {number} protocolMax
                 * @memberof ledgerline.peer.v1.Introduction
                 * @instance
                 */
                Introduction.prototype.protocolMax = 0;

                /**
                 * Introduction configuration.
                 * @member {string} configuration
                 * @memberof ledgerline.peer.v1.Introduction
                 * @instance
                 */
                Introduction.prototype.configuration = "";

                /**
                 * Introduction state.
                 * @member {ledgerline.peer.v1.FormingState} state
                 * @memberof ledgerline.peer.v1.Introduction
                 * @instance
                 */
                Introduction.prototype.state = 0;

                /**
                 * Introduction genesis.
                 * @member {string} genesis
                 * @memberof ledgerline.peer.v1.Introduction
                 * @instance
                 */
                Introduction.prototype.genesis = "";

                /**
                 * Introduction membership.
                 * @member {string} membership
                 * @memberof ledgerline.peer.v1.Introduction
                 * @instance
                 */
                Introduction.prototype.membership = "";

                /**
                 * Introduction membershipIndex.
                 * @member {number} membershipIndex
                 * @memberof ledgerline.peer.v1.Introduction
                 * @instance
                 */
                Introduction.prototype.membershipIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new Introduction instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.Introduction
                 * @static
                 * @param {ledgerline.peer.v1.Introduction.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.Introduction} Introduction instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.Introduction.$Shape): ledgerline.peer.v1.Introduction & ledgerline.peer.v1.Introduction.$Shape;
                 *   (properties?: ledgerline.peer.v1.Introduction.$Properties): ledgerline.peer.v1.Introduction;
                 * }}
                 */
                Introduction.create = function(properties) {
                    return new Introduction(properties);
                };

                /**
                 * Encodes the specified Introduction message. Does not implicitly {@link ledgerline.peer.v1.Introduction.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.Introduction
                 * @static
                 * @param {ledgerline.peer.v1.Introduction.$Properties} message Introduction message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Introduction.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                    if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && message.incarnation !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.incarnation);
                    if (message.protocolMin != null && $Object.hasOwnProperty.call(message, "protocolMin") && message.protocolMin !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.protocolMin);
                    if (message.protocolMax != null && $Object.hasOwnProperty.call(message, "protocolMax") && message.protocolMax !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.protocolMax);
                    if (message.configuration != null && $Object.hasOwnProperty.call(message, "configuration") && message.configuration !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.configuration);
                    if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                        writer.uint32(/* id 6, wireType 0 =*/48).int32(message.state);
                    if (message.genesis != null && $Object.hasOwnProperty.call(message, "genesis") && message.genesis !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.genesis);
                    if (message.membership != null && $Object.hasOwnProperty.call(message, "membership") && message.membership !== "")
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.membership);
                    if (message.membershipIndex != null && $Object.hasOwnProperty.call(message, "membershipIndex") && (typeof message.membershipIndex === "object" ? message.membershipIndex.low || message.membershipIndex.high : message.membershipIndex !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.membershipIndex);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Introduction message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.Introduction
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Introduction & ledgerline.peer.v1.Introduction.$Shape} Introduction
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Introduction.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.Introduction();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.node = value;
                                else
                                    delete message.node;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.incarnation = value;
                                else
                                    delete message.incarnation;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.protocolMin = value;
                                else
                                    delete message.protocolMin;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.protocolMax = value;
                                else
                                    delete message.protocolMax;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.configuration = value;
                                else
                                    delete message.configuration;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.state = value;
                                else
                                    delete message.state;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.genesis = value;
                                else
                                    delete message.genesis;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.membership = value;
                                else
                                    delete message.membership;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.membershipIndex = value;
                                else
                                    delete message.membershipIndex;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Introduction;
            })();

            /**
             * FormingState enum.
             * @name ledgerline.peer.v1.FormingState
             * @enum {number}
             * @property {number} FORMING_STATE_UNSPECIFIED=0 FORMING_STATE_UNSPECIFIED value
             * @property {number} FORMING_STATE_UNFORMED=1 FORMING_STATE_UNFORMED value
             * @property {number} FORMING_STATE_SAVING=2 FORMING_STATE_SAVING value
             * @property {number} FORMING_STATE_FORMED=3 FORMING_STATE_FORMED value
             */
            v1.FormingState = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "FORMING_STATE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "FORMING_STATE_UNFORMED"] = 1;
                values[valuesById[2] = "FORMING_STATE_SAVING"] = 2;
                values[valuesById[3] = "FORMING_STATE_FORMED"] = 3;
                return values;
            })();

            v1.IntroduceReply = (function() {

                /**
                 * Properties of an IntroduceReply.
                 * @typedef {Object} ledgerline.peer.v1.IntroduceReply.$Properties
                 * @property {ledgerline.peer.v1.Introduction.$Properties|null} [introduction] IntroduceReply introduction
                 * @property {ledgerline.peer.v1.Refusal.$Properties|null} [refusal] IntroduceReply refusal
                 * @property {"introduction"|"refusal"} [reply] IntroduceReply reply
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an IntroduceReply.
                 * @memberof ledgerline.peer.v1
                 * @interface IIntroduceReply
                 * @augments ledgerline.peer.v1.IntroduceReply.$Properties
                 * @deprecated Use ledgerline.peer.v1.IntroduceReply.$Properties instead.
                 */

                /**
                 * Narrowed shape of an IntroduceReply.
                 * @typedef {{
                 *   introduction?: ledgerline.peer.v1.Introduction.$Shape|null;
                 *   refusal?: ledgerline.peer.v1.Refusal.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ reply?: undefined; introduction?: null; refusal?: null }|{ reply?: "introduction"; introduction: ledgerline.peer.v1.Introduction.$Shape; refusal?: null }|{ reply?: "refusal"; introduction?: null; refusal: ledgerline.peer.v1.Refusal.$Shape })
                 * )} ledgerline.peer.v1.IntroduceReply.$Shape
                 */

                /**
                 * Constructs a new IntroduceReply.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents an IntroduceReply.
                 * @constructor
                 * @param {ledgerline.peer.v1.IntroduceReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const IntroduceReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * IntroduceReply introduction.
                 * @member {ledgerline.peer.v1.Introduction|null} introduction
                 * @memberof ledgerline.peer.v1.IntroduceReply
                 * @instance
                 */
                IntroduceReply.prototype.introduction = null;

                /**
                 * IntroduceReply refusal.
                 * @member {ledgerline.peer.v1.Refusal|null} refusal
                 * @memberof ledgerline.peer.v1.IntroduceReply
                 * @instance
                 */
                IntroduceReply.prototype.refusal = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * IntroduceReply reply.
                 * @member {"introduction"|"refusal"|undefined} reply
                 * @memberof ledgerline.peer.v1.IntroduceReply
                 * @instance
                 */
                $Object.defineProperty(IntroduceReply.prototype, "reply", {
                    get: $util.oneOfGetter($oneOfFields = ["introduction", "refusal"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new IntroduceReply instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.IntroduceReply
                 * @static
                 * @param {ledgerline.peer.v1.IntroduceReply.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.IntroduceReply} IntroduceReply instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.IntroduceReply.$Shape): ledgerline.peer.v1.IntroduceReply & ledgerline.peer.v1.IntroduceReply.$Shape;
                 *   (properties?: ledgerline.peer.v1.IntroduceReply.$Properties): ledgerline.peer.v1.IntroduceReply;
                 * }}
                 */
                IntroduceReply.create = function(properties) {
                    return new IntroduceReply(properties);
                };

                /**
                 * Encodes the specified IntroduceReply message. Does not implicitly {@link ledgerline.peer.v1.IntroduceReply.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.IntroduceReply
                 * @static
                 * @param {ledgerline.peer.v1.IntroduceReply.$Properties} message IntroduceReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                IntroduceReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.introduction != null && $Object.hasOwnProperty.call(message, "introduction"))
                        $root.ledgerline.peer.v1.Introduction.encode(message.introduction, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                        $root.ledgerline.peer.v1.Refusal.encode(message.refusal, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an IntroduceReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.IntroduceReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.IntroduceReply & ledgerline.peer.v1.IntroduceReply.$Shape} IntroduceReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                IntroduceReply.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.IntroduceReply();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.introduction = $root.ledgerline.peer.v1.Introduction.decode(reader, reader.size(), $undefined, _depth + 1, message.introduction);
                                message.reply = "introduction";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.refusal = $root.ledgerline.peer.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                                message.reply = "refusal";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return IntroduceReply;
            })();

            /**
             * RefusalCode enum.
             * @name ledgerline.peer.v1.RefusalCode
             * @enum {number}
             * @property {number} REFUSAL_CODE_UNSPECIFIED=0 REFUSAL_CODE_UNSPECIFIED value
             * @property {number} REFUSAL_CODE_OTHER_CLUSTER=1 REFUSAL_CODE_OTHER_CLUSTER value
             * @property {number} REFUSAL_CODE_UNKNOWN_NODE=2 REFUSAL_CODE_UNKNOWN_NODE value
             * @property {number} REFUSAL_CODE_OTHER_INCARNATION=3 REFUSAL_CODE_OTHER_INCARNATION value
             * @property {number} REFUSAL_CODE_WRONG_NODE=4 REFUSAL_CODE_WRONG_NODE value
             * @property {number} REFUSAL_CODE_PROTOCOL=5 REFUSAL_CODE_PROTOCOL value
             * @property {number} REFUSAL_CODE_FORMING=6 REFUSAL_CODE_FORMING value
             * @property {number} REFUSAL_CODE_MALFORMED=7 REFUSAL_CODE_MALFORMED value
             * @property {number} REFUSAL_CODE_REPLACED=8 REFUSAL_CODE_REPLACED value
             * @property {number} REFUSAL_CODE_REMOVED=9 REFUSAL_CODE_REMOVED value
             * @property {number} REFUSAL_CODE_ROLLED_BACK=10 REFUSAL_CODE_ROLLED_BACK value
             */
            v1.RefusalCode = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "REFUSAL_CODE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "REFUSAL_CODE_OTHER_CLUSTER"] = 1;
                values[valuesById[2] = "REFUSAL_CODE_UNKNOWN_NODE"] = 2;
                values[valuesById[3] = "REFUSAL_CODE_OTHER_INCARNATION"] = 3;
                values[valuesById[4] = "REFUSAL_CODE_WRONG_NODE"] = 4;
                values[valuesById[5] = "REFUSAL_CODE_PROTOCOL"] = 5;
                values[valuesById[6] = "REFUSAL_CODE_FORMING"] = 6;
                values[valuesById[7] = "REFUSAL_CODE_MALFORMED"] = 7;
                values[valuesById[8] = "REFUSAL_CODE_REPLACED"] = 8;
                values[valuesById[9] = "REFUSAL_CODE_REMOVED"] = 9;
                values[valuesById[10] = "REFUSAL_CODE_ROLLED_BACK"] = 10;
                return values;
            })();

            v1.Refusal = (function() {

                /**
                 * Properties of a Refusal.
                 * @typedef {Object} ledgerline.peer.v1.Refusal.$Properties
                 * @property {ledgerline.peer.v1.RefusalCode} [code] Refusal code
                 * @property {string} [detail] Refusal detail
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Refusal.
                 * @memberof ledgerline.peer.v1
                 * @interface IRefusal
                 * @augments ledgerline.peer.v1.Refusal.$Properties
                 * @deprecated Use ledgerline.peer.v1.Refusal.$Properties instead.
                 */

                /**
                 * Shape of a Refusal.
                 * @typedef {ledgerline.peer.v1.Refusal.$Properties} ledgerline.peer.v1.Refusal.$Shape
                 */

                /**
                 * Constructs a new Refusal.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a Refusal.
                 * @constructor
                 * @param {ledgerline.peer.v1.Refusal.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Refusal = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Refusal code.
                 * @member {ledgerline.peer.v1.RefusalCode} code
                 * @memberof ledgerline.peer.v1.Refusal
                 * @instance
                 */
                Refusal.prototype.code = 0;

                /**
                 * Refusal detail.
                 * @member {string} detail
                 * @memberof ledgerline.peer.v1.Refusal
                 * @instance
                 */
                Refusal.prototype.detail = "";

                /**
                 * Creates a new Refusal instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.Refusal
                 * @static
                 * @param {ledgerline.peer.v1.Refusal.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.Refusal} Refusal instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.Refusal.$Shape): ledgerline.peer.v1.Refusal & ledgerline.peer.v1.Refusal.$Shape;
                 *   (properties?: ledgerline.peer.v1.Refusal.$Properties): ledgerline.peer.v1.Refusal;
                 * }}
                 */
                Refusal.create = function(properties) {
                    return new Refusal(properties);
                };

                /**
                 * Encodes the specified Refusal message. Does not implicitly {@link ledgerline.peer.v1.Refusal.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.Refusal
                 * @static
                 * @param {ledgerline.peer.v1.Refusal.$Properties} message Refusal message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Refusal.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.code);
                    if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.detail);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Refusal message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.Refusal
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Refusal & ledgerline.peer.v1.Refusal.$Shape} Refusal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Refusal.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.Refusal();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.detail = value;
                                else
                                    delete message.detail;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Refusal;
            })();

            v1.StreamEnd = (function() {

                /**
                 * Properties of a StreamEnd.
                 * @typedef {Object} ledgerline.peer.v1.StreamEnd.$Properties
                 * @property {ledgerline.peer.v1.Refusal.$Properties} [refusal] StreamEnd refusal
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a StreamEnd.
                 * @memberof ledgerline.peer.v1
                 * @interface IStreamEnd
                 * @augments ledgerline.peer.v1.StreamEnd.$Properties
                 * @deprecated Use ledgerline.peer.v1.StreamEnd.$Properties instead.
                 */

                /**
                 * Shape of a StreamEnd.
                 * @typedef {ledgerline.peer.v1.StreamEnd.$Properties} ledgerline.peer.v1.StreamEnd.$Shape
                 */

                /**
                 * Constructs a new StreamEnd.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a StreamEnd.
                 * @constructor
                 * @param {ledgerline.peer.v1.StreamEnd.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const StreamEnd = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * StreamEnd refusal.
                 * @member {ledgerline.peer.v1.Refusal} refusal
                 * @memberof ledgerline.peer.v1.StreamEnd
                 * @instance
                 */
                StreamEnd.prototype.refusal = null;

                /**
                 * Creates a new StreamEnd instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.StreamEnd
                 * @static
                 * @param {ledgerline.peer.v1.StreamEnd.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.StreamEnd} StreamEnd instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.StreamEnd.$Shape): ledgerline.peer.v1.StreamEnd & ledgerline.peer.v1.StreamEnd.$Shape;
                 *   (properties?: ledgerline.peer.v1.StreamEnd.$Properties): ledgerline.peer.v1.StreamEnd;
                 * }}
                 */
                StreamEnd.create = function(properties) {
                    return new StreamEnd(properties);
                };

                /**
                 * Encodes the specified StreamEnd message. Does not implicitly {@link ledgerline.peer.v1.StreamEnd.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.StreamEnd
                 * @static
                 * @param {ledgerline.peer.v1.StreamEnd.$Properties} message StreamEnd message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                StreamEnd.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                        $root.ledgerline.peer.v1.Refusal.encode(message.refusal, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a StreamEnd message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.StreamEnd
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.StreamEnd & ledgerline.peer.v1.StreamEnd.$Shape} StreamEnd
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                StreamEnd.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.StreamEnd();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.refusal = $root.ledgerline.peer.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return StreamEnd;
            })();

            v1.Hello = (function() {

                /**
                 * Properties of a Hello.
                 * @typedef {Object} ledgerline.peer.v1.Hello.$Properties
                 * @property {string} [cluster] Hello cluster
                 * @property {string} [node] Hello node
                 * @property {string} [incarnation] Hello incarnation
                 * @property {number} [protocolMin] Hello protocolMin
                 * @property {number} [protocolMax] Hello protocolMax
                 * @property {string} [to] Hello to
                 * @property {number} [memberSince] Hello memberSince
                 * @property {string} [peerAddress] Hello peerAddress
                 * @property {string} [clientAddress] Hello clientAddress
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Hello.
                 * @memberof ledgerline.peer.v1
                 * @interface IHello
                 * @augments ledgerline.peer.v1.Hello.$Properties
                 * @deprecated Use ledgerline.peer.v1.Hello.$Properties instead.
                 */

                /**
                 * Shape of a Hello.
                 * @typedef {ledgerline.peer.v1.Hello.$Properties} ledgerline.peer.v1.Hello.$Shape
                 */

                /**
                 * Constructs a new Hello.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a Hello.
                 * @constructor
                 * @param {ledgerline.peer.v1.Hello.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Hello = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Hello cluster.
                 * @member {string} cluster
                 * @memberof ledgerline.peer.v1.Hello
                 * @instance
                 */
                Hello.prototype.cluster = "";

                /**
                 * Hello node.
                 * @member {string} node
                 * @memberof ledgerline.peer.v1.Hello
                 * @instance
                 */
                Hello.prototype.node = "";

                /**
                 * Hello incarnation.
                 * @member {string} incarnation
                 * @memberof ledgerline.peer.v1.Hello
                 * @instance
                 */
                Hello.prototype.incarnation = "";

                /**
                 * Hello protocolMin.
                 * @member {number} protocolMin
                 * @memberof ledgerline.peer.v1.Hello
                 * @instance
                 */
                Hello.prototype.protocolMin = 0;

                /**
                 * Hello protocolMax.
                 * @member {number} protocolMax
                 * @memberof ledgerline.peer.v1.Hello
                 * @instance
                 */
                Hello.prototype.protocolMax = 0;

                /**
                 * Hello to.
                 * @member {string} to
                 * @memberof ledgerline.peer.v1.Hello
                 * @instance
                 */
                Hello.prototype.to = "";

                /**
                 * Hello memberSince.
                 * @member {number} memberSince
                 * @memberof ledgerline.peer.v1.Hello
                 * @instance
                 */
                Hello.prototype.memberSince = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Hello peerAddress.
                 * @member {string} peerAddress
                 * @memberof ledgerline.peer.v1.Hello
                 * @instance
                 */
                Hello.prototype.peerAddress = "";

                /**
                 * Hello clientAddress.
                 * @member {string} clientAddress
                 * @memberof ledgerline.peer.v1.Hello
                 * @instance
                 */
                Hello.prototype.clientAddress = "";

                /**
                 * Creates a new Hello instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.Hello
                 * @static
                 * @param {ledgerline.peer.v1.Hello.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.Hello} Hello instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.Hello.$Shape): ledgerline.peer.v1.Hello & ledgerline.peer.v1.Hello.$Shape;
                 *   (properties?: ledgerline.peer.v1.Hello.$Properties): ledgerline.peer.v1.Hello;
                 * }}
                 */
                Hello.create = function(properties) {
                    return new Hello(properties);
                };

                /**
                 * Encodes the specified Hello message. Does not implicitly {@link ledgerline.peer.v1.Hello.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.Hello
                 * @static
                 * @param {ledgerline.peer.v1.Hello.$Properties} message Hello message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Hello.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.cluster);
                    if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.node);
                    if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && message.incarnation !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.incarnation);
                    if (message.protocolMin != null && $Object.hasOwnProperty.call(message, "protocolMin") && message.protocolMin !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.protocolMin);
                    if (message.protocolMax != null && $Object.hasOwnProperty.call(message, "protocolMax") && message.protocolMax !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.protocolMax);
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.to);
                    if (message.memberSince != null && $Object.hasOwnProperty.call(message, "memberSince") && (typeof message.memberSince === "object" ? message.memberSince.low || message.memberSince.high : message.memberSince !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.memberSince);
                    if (message.peerAddress != null && $Object.hasOwnProperty.call(message, "peerAddress") && message.peerAddress !== "")
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.peerAddress);
                    if (message.clientAddress != null && $Object.hasOwnProperty.call(message, "clientAddress") && message.clientAddress !== "")
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.clientAddress);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Hello message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.Hello
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Hello & ledgerline.peer.v1.Hello.$Shape} Hello
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Hello.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.Hello();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.cluster = value;
                                else
                                    delete message.cluster;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.node = value;
                                else
                                    delete message.node;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.incarnation = value;
                                else
                                    delete message.incarnation;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.protocolMin = value;
                                else
                                    delete message.protocolMin;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.protocolMax = value;
                                else
                                    delete message.protocolMax;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.to = value;
                                else
                                    delete message.to;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.memberSince = value;
                                else
                                    delete message.memberSince;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.peerAddress = value;
                                else
                                    delete message.peerAddress;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientAddress = value;
                                else
                                    delete message.clientAddress;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Hello;
            })();

            v1.Frame = (function() {

                /**
                 * Properties of a Frame.
                 * @typedef {Object} ledgerline.peer.v1.Frame.$Properties
                 * @property {ledgerline.peer.v1.Hello.$Properties} [hello] Frame hello
                 * @property {Array.<ledgerline.peer.v1.Message.$Properties>} [messages] Frame messages
                 * @property {ledgerline.peer.v1.LogEnds.$Properties} [logEnds] Frame logEnds
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Frame.
                 * @memberof ledgerline.peer.v1
                 * @interface IFrame
                 * @augments ledgerline.peer.v1.Frame.$Properties
                 * @deprecated Use ledgerline.peer.v1.Frame.$Properties instead.
                 */

                /**
                 * Shape of a Frame.
                 * @typedef {{
                 *   hello?: ledgerline.peer.v1.Hello.$Shape;
                 *   messages?: Array.<ledgerline.peer.v1.Message.$Shape>;
                 *   logEnds?: ledgerline.peer.v1.LogEnds.$Shape;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} ledgerline.peer.v1.Frame.$Shape
                 */

                /**
                 * Constructs a new Frame.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a Frame.
                 * @constructor
                 * @param {ledgerline.peer.v1.Frame.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Frame = function (properties) {
                    this.messages = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Frame hello.
                 * @member {ledgerline.peer.v1.Hello} hello
                 * @memberof ledgerline.peer.v1.Frame
                 * @instance
                 */
                Frame.prototype.hello = null;

                /**
                 * Frame messages.
                 * @member {Array.<ledgerline.peer.v1.Message>} messages
                 * @memberof ledgerline.peer.v1.Frame
                 * @instance
                 */
                Frame.prototype.messages = $util.emptyArray;

                /**
                 * Frame logEnds.
                 * @member {ledgerline.peer.v1.LogEnds} logEnds
                 * @memberof ledgerline.peer.v1.Frame
                 * @instance
                 */
                Frame.prototype.logEnds = null;

                /**
                 * Creates a new Frame instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.Frame
                 * @static
                 * @param {ledgerline.peer.v1.Frame.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.Frame} Frame instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.Frame.$Shape): ledgerline.peer.v1.Frame & ledgerline.peer.v1.Frame.$Shape;
                 *   (properties?: ledgerline.peer.v1.Frame.$Properties): ledgerline.peer.v1.Frame;
                 * }}
                 */
                Frame.create = function(properties) {
                    return new Frame(properties);
                };

                /**
                 * Encodes the specified Frame message. Does not implicitly {@link ledgerline.peer.v1.Frame.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.Frame
                 * @static
                 * @param {ledgerline.peer.v1.Frame.$Properties} message Frame message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Frame.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.peer.v1.Hello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.messages != null && message.messages.length)
                        for (let i = 0; i < message.messages.length; ++i)
                            $root.ledgerline.peer.v1.Message.encode(message.messages[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.logEnds != null && $Object.hasOwnProperty.call(message, "logEnds"))
                        $root.ledgerline.peer.v1.LogEnds.encode(message.logEnds, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Frame message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.Frame
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Frame & ledgerline.peer.v1.Frame.$Shape} Frame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Frame.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.Frame();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.hello = $root.ledgerline.peer.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.messages && message.messages.length))
                                    message.messages = [];
                                message.messages.push($root.ledgerline.peer.v1.Message.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.logEnds = $root.ledgerline.peer.v1.LogEnds.decode(reader, reader.size(), $undefined, _depth + 1, message.logEnds);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Frame;
            })();

            v1.LogEnds = (function() {

                /**
                 * Properties of a LogEnds.
                 * @typedef {Object} ledgerline.peer.v1.LogEnds.$Properties
                 * @property {string} [run] LogEnds run
                 * @property {Array.<number>} [indexes] LogEnds indexes
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LogEnds.
                 * @memberof ledgerline.peer.v1
                 * @interface ILogEnds
                 * @augments ledgerline.peer.v1.LogEnds.$Properties
                 * @deprecated Use ledgerline.peer.v1.LogEnds.$Properties instead.
                 */

                /**
                 * Shape of a LogEnds.
                 * @typedef {ledgerline.peer.v1.LogEnds.$Properties} ledgerline.peer.v1.LogEnds.$Shape
                 */

                /**
                 * Constructs a new LogEnds.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a LogEnds.
                 * @constructor
                 * @param {ledgerline.peer.v1.LogEnds.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LogEnds = function (properties) {
                    this.indexes = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LogEnds run.
                 * @member {string} run
                 * @memberof ledgerline.peer.v1.LogEnds
                 * @instance
                 */
                LogEnds.prototype.run = "";

                /**
                 * LogEnds indexes.
                 * @member {Array.<number>} indexes
                 * @memberof ledgerline.peer.v1.LogEnds
                 * @instance
                 */
                LogEnds.prototype.indexes = $util.emptyArray;

                /**
                 * Creates a new LogEnds instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.LogEnds
                 * @static
                 * @param {ledgerline.peer.v1.LogEnds.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.LogEnds} LogEnds instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.LogEnds.$Shape): ledgerline.peer.v1.LogEnds & ledgerline.peer.v1.LogEnds.$Shape;
                 *   (properties?: ledgerline.peer.v1.LogEnds.$Properties): ledgerline.peer.v1.LogEnds;
                 * }}
                 */
                LogEnds.create = function(properties) {
                    return new LogEnds(properties);
                };

                /**
                 * Encodes the specified LogEnds message. Does not implicitly {@link ledgerline.peer.v1.LogEnds.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.LogEnds
                 * @static
                 * @param {ledgerline.peer.v1.LogEnds.$Properties} message LogEnds message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LogEnds.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.run != null && $Object.hasOwnProperty.call(message, "run") && message.run !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.run);
                    if (message.indexes != null && message.indexes.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).uint64s(message.indexes);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LogEnds message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.LogEnds
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.LogEnds & ledgerline.peer.v1.LogEnds.$Shape} LogEnds
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LogEnds.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.LogEnds();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.run = value;
                                else
                                    delete message.run;
                                continue;
                            }
                        case 2: {
                                if (wireType === 2) {
                                    if (!(message.indexes && message.indexes.length))
                                        message.indexes = [];
                                    reader.uint64s(message.indexes);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.indexes && message.indexes.length))
                                    message.indexes = [];
                                message.indexes.push(reader.uint64());
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return LogEnds;
            })();

            v1.Message = (function() {

                /**
                 * Properties of a Message.
                 * @typedef {Object} ledgerline.peer.v1.Message.$Properties
                 * @property {number} [partition] Message partition
                 * @property {string} [from] Message from
                 * @property {string} [to] Message to
                 * @property {number} [term] Message term
                 * @property {ledgerline.peer.v1.VoteRequest.$Properties|null} [preVoteRequest] Message preVoteRequest
                 * @property {ledgerline.peer.v1.VoteReply.$Properties|null} [preVoteReply] Message preVoteReply
                 * @property {ledgerline.peer.v1.VoteRequest.$Properties|null} [voteRequest] Message voteRequest
                 * @property {ledgerline.peer.v1.VoteReply.$Properties|null} [voteReply] Message voteReply
                 * @property {ledgerline.peer.v1.Append.$Properties|null} [append] Message append
                 * @property {ledgerline.peer.v1.AppendAccepted.$Properties|null} [appendAccepted] Message appendAccepted
                 * @property {ledgerline.peer.v1.AppendRejected.$Properties|null} [appendRejected] Message appendRejected
                 * @property {ledgerline.peer.v1.Heartbeat.$Properties|null} [heartbeat] Message heartbeat
                 * @property {ledgerline.peer.v1.HeartbeatReply.$Properties|null} [heartbeatReply] Message heartbeatReply
                 * @property {ledgerline.peer.v1.AppendReceived.$Properties|null} [appendReceived] Message appendReceived
                 * @property {ledgerline.peer.v1.InstallSnapshot.$Properties|null} [installSnapshot] Message installSnapshot
                 * @property {ledgerline.peer.v1.TimeoutNow.$Properties|null} [timeoutNow] Message timeoutNow
                 * @property {"preVoteRequest"|"preVoteReply"|"voteRequest"|"voteReply"|"append"|"appendAccepted"|"appendRejected"|"heartbeat"|"heartbeatReply"|"appendReceived"|"installSnapshot"|"timeoutNow"} [kind] Message kind
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Message.
                 * @memberof ledgerline.peer.v1
                 * @interface IMessage
                 * @augments ledgerline.peer.v1.Message.$Properties
                 * @deprecated Use ledgerline.peer.v1.Message.$Properties instead.
                 */

                /**
                 * Narrowed shape of a Message.
                 * @typedef {{
                 *   partition?: number;
                 *   from?: string;
                 *   to?: string;
                 *   term?: number;
                 *   preVoteRequest?: ledgerline.peer.v1.VoteRequest.$Shape|null;
                 *   preVoteReply?: ledgerline.peer.v1.VoteReply.$Shape|null;
                 *   voteRequest?: ledgerline.peer.v1.VoteRequest.$Shape|null;
                 *   voteReply?: ledgerline.peer.v1.VoteReply.$Shape|null;
                 *   append?: ledgerline.peer.v1.Append.$Shape|null;
                 *   appendAccepted?: ledgerline.peer.v1.AppendAccepted.$Shape|null;
                 *   appendRejected?: ledgerline.peer.v1.AppendRejected.$Shape|null;
                 *   heartbeat?: ledgerline.peer.v1.Heartbeat.$Shape|null;
                 *   heartbeatReply?: ledgerline.peer.v1.HeartbeatReply.$Shape|null;
                 *   appendReceived?: ledgerline.peer.v1.AppendReceived.$Shape|null;
                 *   installSnapshot?: ledgerline.peer.v1.InstallSnapshot.$Shape|null;
                 *   timeoutNow?: ledgerline.peer.v1.TimeoutNow.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ kind?: undefined; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "preVoteRequest"; preVoteRequest: ledgerline.peer.v1.VoteRequest.$Shape; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "preVoteReply"; preVoteRequest?: null; preVoteReply: ledgerline.peer.v1.VoteReply.$Shape; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "voteRequest"; preVoteRequest?: null; preVoteReply?: null; voteRequest: ledgerline.peer.v1.VoteRequest.$Shape; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "voteReply"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply: ledgerline.peer.v1.VoteReply.$Shape; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "append"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append: ledgerline.peer.v1.Append.$Shape; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "appendAccepted"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted: ledgerline.peer.v1.AppendAccepted.$Shape; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "appendRejected"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected: ledgerline.peer.v1.AppendRejected.$Shape; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "heartbeat"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat: ledgerline.peer.v1.Heartbeat.$Shape; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "heartbeatReply"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply: ledgerline.peer.v1.HeartbeatReply.$Shape; appendReceived?: null; installSnapshot?: null; timeoutNow?: null }|{ kind?: "appendReceived"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived: ledgerline.peer.v1.AppendReceived.$Shape; installSnapshot?: null; timeoutNow?: null }|{ kind?: "installSnapshot"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot: ledgerline.peer.v1.InstallSnapshot.$Shape; timeoutNow?: null }|{ kind?: "timeoutNow"; preVoteRequest?: null; preVoteReply?: null; voteRequest?: null; voteReply?: null; append?: null; appendAccepted?: null; appendRejected?: null; heartbeat?: null; heartbeatReply?: null; appendReceived?: null; installSnapshot?: null; timeoutNow: ledgerline.peer.v1.TimeoutNow.$Shape })
                 * )} ledgerline.peer.v1.Message.$Shape
                 */

                /**
                 * Constructs a new Message.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a Message.
                 * @constructor
                 * @param {ledgerline.peer.v1.Message.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Message = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Message partition.
                 * @member {number} partition
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.partition = 0;

                /**
                 * Message from.
                 * @member {string} from
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.from = "";

                /**
                 * Message to.
                 * @member {string} to
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.to = "";

                /**
                 * Message term.
                 * @member {number} term
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Message preVoteRequest.
                 * @member {ledgerline.peer.v1.VoteRequest|null} preVoteRequest
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.preVoteRequest = null;

                /**
                 * Message preVoteReply.
                 * @member {ledgerline.peer.v1.VoteReply|null} preVoteReply
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.preVoteReply = null;

                /**
                 * Message voteRequest.
                 * @member {ledgerline.peer.v1.VoteRequest|null} voteRequest
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.voteRequest = null;

                /**
                 * Message voteReply.
                 * @member {ledgerline.peer.v1.VoteReply|null} voteReply
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.voteReply = null;

                /**
                 * Message append.
                 * @member {ledgerline.peer.v1.Append|null} append
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.append = null;

                /**
                 * Message appendAccepted.
                 * @member {ledgerline.peer.v1.AppendAccepted|null} appendAccepted
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.appendAccepted = null;

                /**
                 * Message appendRejected.
                 * @member {ledgerline.peer.v1.AppendRejected|null} appendRejected
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.appendRejected = null;

                /**
                 * Message heartbeat.
                 * @member {ledgerline.peer.v1.Heartbeat|null} heartbeat
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.heartbeat = null;

                /**
                 * Message heartbeatReply.
                 * @member {ledgerline.peer.v1.HeartbeatReply|null} heartbeatReply
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.heartbeatReply = null;

                /**
                 * Message appendReceived.
                 * @member {ledgerline.peer.v1.AppendReceived|null} appendReceived
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.appendReceived = null;

                /**
                 * Message installSnapshot.
                 * @member {ledgerline.peer.v1.InstallSnapshot|null} installSnapshot
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.installSnapshot = null;

                /**
                 * Message timeoutNow.
                 * @member {ledgerline.peer.v1.TimeoutNow|null} timeoutNow
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                Message.prototype.timeoutNow = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * Message kind.
                 * @member {"preVoteRequest"|"preVoteReply"|"voteRequest"|"voteReply"|"append"|"appendAccepted"|"appendRejected"|"heartbeat"|"heartbeatReply"|"appendReceived"|"installSnapshot"|"timeoutNow"|undefined} kind
                 * @memberof ledgerline.peer.v1.Message
                 * @instance
                 */
                $Object.defineProperty(Message.prototype, "kind", {
                    get: $util.oneOfGetter($oneOfFields = ["preVoteRequest", "preVoteReply", "voteRequest", "voteReply", "append", "appendAccepted", "appendRejected", "heartbeat", "heartbeatReply", "appendReceived", "installSnapshot", "timeoutNow"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new Message instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.Message
                 * @static
                 * @param {ledgerline.peer.v1.Message.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.Message} Message instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.Message.$Shape): ledgerline.peer.v1.Message & ledgerline.peer.v1.Message.$Shape;
                 *   (properties?: ledgerline.peer.v1.Message.$Properties): ledgerline.peer.v1.Message;
                 * }}
                 */
                Message.create = function(properties) {
                    return new Message(properties);
                };

                /**
                 * Encodes the specified Message message. Does not implicitly {@link ledgerline.peer.v1.Message.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.Message
                 * @static
                 * @param {ledgerline.peer.v1.Message.$Properties} message Message message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Message.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.partition);
                    if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.from);
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.to);
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.term);
                    if (message.preVoteRequest != null && $Object.hasOwnProperty.call(message, "preVoteRequest"))
                        $root.ledgerline.peer.v1.VoteRequest.encode(message.preVoteRequest, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.preVoteReply != null && $Object.hasOwnProperty.call(message, "preVoteReply"))
                        $root.ledgerline.peer.v1.VoteReply.encode(message.preVoteReply, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.voteRequest != null && $Object.hasOwnProperty.call(message, "voteRequest"))
                        $root.ledgerline.peer.v1.VoteRequest.encode(message.voteRequest, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                    if (message.voteReply != null && $Object.hasOwnProperty.call(message, "voteReply"))
                        $root.ledgerline.peer.v1.VoteReply.encode(message.voteReply, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                    if (message.append != null && $Object.hasOwnProperty.call(message, "append"))
                        $root.ledgerline.peer.v1.Append.encode(message.append, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                    if (message.appendAccepted != null && $Object.hasOwnProperty.call(message, "appendAccepted"))
                        $root.ledgerline.peer.v1.AppendAccepted.encode(message.appendAccepted, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                    if (message.appendRejected != null && $Object.hasOwnProperty.call(message, "appendRejected"))
                        $root.ledgerline.peer.v1.AppendRejected.encode(message.appendRejected, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                    if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                        $root.ledgerline.peer.v1.Heartbeat.encode(message.heartbeat, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                    if (message.heartbeatReply != null && $Object.hasOwnProperty.call(message, "heartbeatReply"))
                        $root.ledgerline.peer.v1.HeartbeatReply.encode(message.heartbeatReply, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                    if (message.appendReceived != null && $Object.hasOwnProperty.call(message, "appendReceived"))
                        $root.ledgerline.peer.v1.AppendReceived.encode(message.appendReceived, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                    if (message.installSnapshot != null && $Object.hasOwnProperty.call(message, "installSnapshot"))
                        $root.ledgerline.peer.v1.InstallSnapshot.encode(message.installSnapshot, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                    if (message.timeoutNow != null && $Object.hasOwnProperty.call(message, "timeoutNow"))
                        $root.ledgerline.peer.v1.TimeoutNow.encode(message.timeoutNow, writer.uint32(/* id 30, wireType 2 =*/242).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Message message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.Message
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Message & ledgerline.peer.v1.Message.$Shape} Message
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Message.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.Message();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.from = value;
                                else
                                    delete message.from;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.to = value;
                                else
                                    delete message.to;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.preVoteRequest = $root.ledgerline.peer.v1.VoteRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.preVoteRequest);
                                message.kind = "preVoteRequest";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.preVoteReply = $root.ledgerline.peer.v1.VoteReply.decode(reader, reader.size(), $undefined, _depth + 1, message.preVoteReply);
                                message.kind = "preVoteReply";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.voteRequest = $root.ledgerline.peer.v1.VoteRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.voteRequest);
                                message.kind = "voteRequest";
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                message.voteReply = $root.ledgerline.peer.v1.VoteReply.decode(reader, reader.size(), $undefined, _depth + 1, message.voteReply);
                                message.kind = "voteReply";
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                message.append = $root.ledgerline.peer.v1.Append.decode(reader, reader.size(), $undefined, _depth + 1, message.append);
                                message.kind = "append";
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                message.appendAccepted = $root.ledgerline.peer.v1.AppendAccepted.decode(reader, reader.size(), $undefined, _depth + 1, message.appendAccepted);
                                message.kind = "appendAccepted";
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                message.appendRejected = $root.ledgerline.peer.v1.AppendRejected.decode(reader, reader.size(), $undefined, _depth + 1, message.appendRejected);
                                message.kind = "appendRejected";
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                message.heartbeat = $root.ledgerline.peer.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                                message.kind = "heartbeat";
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                message.heartbeatReply = $root.ledgerline.peer.v1.HeartbeatReply.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeatReply);
                                message.kind = "heartbeatReply";
                                continue;
                            }
                        case 14: {
                                if (wireType !== 2)
                                    break;
                                message.appendReceived = $root.ledgerline.peer.v1.AppendReceived.decode(reader, reader.size(), $undefined, _depth + 1, message.appendReceived);
                                message.kind = "appendReceived";
                                continue;
                            }
                        case 20: {
                                if (wireType !== 2)
                                    break;
                                message.installSnapshot = $root.ledgerline.peer.v1.InstallSnapshot.decode(reader, reader.size(), $undefined, _depth + 1, message.installSnapshot);
                                message.kind = "installSnapshot";
                                continue;
                            }
                        case 30: {
                                if (wireType !== 2)
                                    break;
                                message.timeoutNow = $root.ledgerline.peer.v1.TimeoutNow.decode(reader, reader.size(), $undefined, _depth + 1, message.timeoutNow);
                                message.kind = "timeoutNow";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Message;
            })();

            v1.VoteRequest = (function() {

                /**
                 * Properties of a VoteRequest.
                 * @typedef {Object} ledgerline.peer.v1.VoteRequest.$Properties
                 * @property {number} [lastIndex] VoteRequest lastIndex
                 * @property {number} [lastTerm] VoteRequest lastTerm
                 * @property {boolean} [isTransfer] VoteRequest isTransfer
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a VoteRequest.
                 * @memberof ledgerline.peer.v1
                 * @interface IVoteRequest
                 * @augments ledgerline.peer.v1.VoteRequest.$Properties
                 * @deprecated Use ledgerline.peer.v1.VoteRequest.$Properties instead.
                 */

                /**
                 * Shape of a VoteRequest.
                 * @typedef {ledgerline.peer.v1.VoteRequest.$Properties} ledgerline.peer.v1.VoteRequest.$Shape
                 */

                /**
                 * Constructs a new VoteRequest.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a VoteRequest.
                 * @constructor
                 * @param {ledgerline.peer.v1.VoteRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const VoteRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * VoteRequest lastIndex.
                 * @member {number} lastIndex
                 * @memberof ledgerline.peer.v1.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.lastIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * VoteRequest lastTerm.
                 * @member {number} lastTerm
                 * @memberof ledgerline.peer.v1.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.lastTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * VoteRequest isTransfer.
                 * @member {boolean} isTransfer
                 * @memberof ledgerline.peer.v1.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.isTransfer = false;

                /**
                 * Creates a new VoteRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.VoteRequest
                 * @static
                 * @param {ledgerline.peer.v1.VoteRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.VoteRequest} VoteRequest instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.VoteRequest.$Shape): ledgerline.peer.v1.VoteRequest & ledgerline.peer.v1.VoteRequest.$Shape;
                 *   (properties?: ledgerline.peer.v1.VoteRequest.$Properties): ledgerline.peer.v1.VoteRequest;
                 * }}
                 */
                VoteRequest.create = function(properties) {
                    return new VoteRequest(properties);
                };

                /**
                 * Encodes the specified VoteRequest message. Does not implicitly {@link ledgerline.peer.v1.VoteRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.VoteRequest
                 * @static
                 * @param {ledgerline.peer.v1.VoteRequest.$Properties} message VoteRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                VoteRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lastIndex != null && $Object.hasOwnProperty.call(message, "lastIndex") && (typeof message.lastIndex === "object" ? message.lastIndex.low || message.lastIndex.high : message.lastIndex !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.lastIndex);
                    if (message.lastTerm != null && $Object.hasOwnProperty.call(message, "lastTerm") && (typeof message.lastTerm === "object" ? message.lastTerm.low || message.lastTerm.high : message.lastTerm !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.lastTerm);
                    if (message.isTransfer != null && $Object.hasOwnProperty.call(message, "isTransfer") && message.isTransfer !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.isTransfer);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a VoteRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.VoteRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.VoteRequest & ledgerline.peer.v1.VoteRequest.$Shape} VoteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                VoteRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.VoteRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastIndex = value;
                                else
                                    delete message.lastIndex;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastTerm = value;
                                else
                                    delete message.lastTerm;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.isTransfer = value;
                                else
                                    delete message.isTransfer;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return VoteRequest;
            })();

            v1.VoteReply = (function() {

                /**
                 * Properties of a VoteReply.
                 * @typedef {Object} ledgerline.peer.v1.VoteReply.$Properties
                 * @property {boolean} [granted] VoteReply granted
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a VoteReply.
                 * @memberof ledgerline.peer.v1
                 * @interface IVoteReply
                 * @augments ledgerline.peer.v1.VoteReply.$Properties
                 * @deprecated Use ledgerline.peer.v1.VoteReply.$Properties instead.
                 */

                /**
                 * Shape of a VoteReply.
                 * @typedef {ledgerline.peer.v1.VoteReply.$Properties} ledgerline.peer.v1.VoteReply.$Shape
                 */

                /**
                 * Constructs a new VoteReply.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a VoteReply.
                 * @constructor
                 * @param {ledgerline.peer.v1.VoteReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const VoteReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * VoteReply granted.
                 * @member {boolean} granted
                 * @memberof ledgerline.peer.v1.VoteReply
                 * @instance
                 */
                VoteReply.prototype.granted = false;

                /**
                 * Creates a new VoteReply instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.VoteReply
                 * @static
                 * @param {ledgerline.peer.v1.VoteReply.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.VoteReply} VoteReply instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.VoteReply.$Shape): ledgerline.peer.v1.VoteReply & ledgerline.peer.v1.VoteReply.$Shape;
                 *   (properties?: ledgerline.peer.v1.VoteReply.$Properties): ledgerline.peer.v1.VoteReply;
                 * }}
                 */
                VoteReply.create = function(properties) {
                    return new VoteReply(properties);
                };

                /**
                 * Encodes the specified VoteReply message. Does not implicitly {@link ledgerline.peer.v1.VoteReply.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.VoteReply
                 * @static
                 * @param {ledgerline.peer.v1.VoteReply.$Properties} message VoteReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                VoteReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.granted != null && $Object.hasOwnProperty.call(message, "granted") && message.granted !== false)
                        writer.uint32(/* id 1, wireType 0 =*/8).bool(message.granted);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a VoteReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.VoteReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.VoteReply & ledgerline.peer.v1.VoteReply.$Shape} VoteReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                VoteReply.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.VoteReply();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.granted = value;
                                else
                                    delete message.granted;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return VoteReply;
            })();

            v1.TimeoutNow = (function() {

                /**
                 * Properties of a TimeoutNow.
                 * @typedef {Object} ledgerline.peer.v1.TimeoutNow.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TimeoutNow.
                 * @memberof ledgerline.peer.v1
                 * @interface ITimeoutNow
                 * @augments ledgerline.peer.v1.TimeoutNow.$Properties
                 * @deprecated Use ledgerline.peer.v1.TimeoutNow.$Properties instead.
                 */

                /**
                 * Shape of a TimeoutNow.
                 * @typedef {ledgerline.peer.v1.TimeoutNow.$Properties} ledgerline.peer.v1.TimeoutNow.$Shape
                 */

                /**
                 * Constructs a new TimeoutNow.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a TimeoutNow.
                 * @constructor
                 * @param {ledgerline.peer.v1.TimeoutNow.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TimeoutNow = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Creates a new TimeoutNow instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.TimeoutNow
                 * @static
                 * @param {ledgerline.peer.v1.TimeoutNow.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.TimeoutNow} TimeoutNow instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.TimeoutNow.$Shape): ledgerline.peer.v1.TimeoutNow & ledgerline.peer.v1.TimeoutNow.$Shape;
                 *   (properties?: ledgerline.peer.v1.TimeoutNow.$Properties): ledgerline.peer.v1.TimeoutNow;
                 * }}
                 */
                TimeoutNow.create = function(properties) {
                    return new TimeoutNow(properties);
                };

                /**
                 * Encodes the specified TimeoutNow message. Does not implicitly {@link ledgerline.peer.v1.TimeoutNow.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.TimeoutNow
                 * @static
                 * @param {ledgerline.peer.v1.TimeoutNow.$Properties} message TimeoutNow message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TimeoutNow.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TimeoutNow message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.TimeoutNow
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.TimeoutNow & ledgerline.peer.v1.TimeoutNow.$Shape} TimeoutNow
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TimeoutNow.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.TimeoutNow();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return TimeoutNow;
            })();

            v1.Append = (function() {

                /**
                 * Properties of an Append.
                 * @typedef {Object} ledgerline.peer.v1.Append.$Properties
                 * @property {number} [previousIndex] Append previousIndex
                 * @property {number} [previousTerm] Append previousTerm
                 * @property {number} [commit] Append commit
                 * @property {Uint8Array} [digestBefore] Append digestBefore
                 * @property {Array.<ledgerline.peer.v1.Entry.$Properties>} [entries] Append entries
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Append.
                 * @memberof ledgerline.peer.v1
                 * @interface IAppend
                 * @augments ledgerline.peer.v1.Append.$Properties
                 * @deprecated Use ledgerline.peer.v1.Append.$Properties instead.
                 */

                /**
                 * Shape of an Append.
                 * @typedef {ledgerline.peer.v1.Append.$Properties} ledgerline.peer.v1.Append.$Shape
                 */

                /**
                 * Constructs a new Append.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents an Append.
                 * @constructor
                 * @param {ledgerline.peer.v1.Append.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Append = function (properties) {
                    this.entries = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Append previousIndex.
                 * @member {number} previousIndex
                 * @memberof ledgerline.peer.v1.Append
                 * @instance
                 */
                Append.prototype.previousIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Append previousTerm.
                 * @member {number} previousTerm
                 * @memberof ledgerline.peer.v1.Append
                 * @instance
                 */
                Append.prototype.previousTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Append commit.
                 * @member {number} commit
                 * @memberof ledgerline.peer.v1.Append
                 * @instance
                 */
                Append.prototype.commit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Append digestBefore.
                 * @member {Uint8Array} digestBefore
                 * @memberof ledgerline.peer.v1.Append
                 * @instance
                 */
                Append.prototype.digestBefore = $util.newBuffer([]);

                /**
                 * Append entries.
                 * @member {Array.<ledgerline.peer.v1.Entry>} entries
                 * @memberof ledgerline.peer.v1.Append
                 * @instance
                 */
                Append.prototype.entries = $util.emptyArray;

                /**
                 * Creates a new Append instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.Append
                 * @static
                 * @param {ledgerline.peer.v1.Append.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.Append} Append instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.Append.$Shape): ledgerline.peer.v1.Append & ledgerline.peer.v1.Append.$Shape;
                 *   (properties?: ledgerline.peer.v1.Append.$Properties): ledgerline.peer.v1.Append;
                 * }}
                 */
                Append.create = function(properties) {
                    return new Append(properties);
                };

                /**
                 * Encodes the specified Append message. Does not implicitly {@link ledgerline.peer.v1.Append.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.Append
                 * @static
                 * @param {ledgerline.peer.v1.Append.$Properties} message Append message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Append.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.previousIndex != null && $Object.hasOwnProperty.call(message, "previousIndex") && (typeof message.previousIndex === "object" ? message.previousIndex.low || message.previousIndex.high : message.previousIndex !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.previousIndex);
                    if (message.previousTerm != null && $Object.hasOwnProperty.call(message, "previousTerm") && (typeof message.previousTerm === "object" ? message.previousTerm.low || message.previousTerm.high : message.previousTerm !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.previousTerm);
                    if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.commit);
                    if (message.digestBefore != null && $Object.hasOwnProperty.call(message, "digestBefore") && message.digestBefore.length)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.digestBefore);
                    if (message.entries != null && message.entries.length)
                        for (let i = 0; i < message.entries.length; ++i)
                            $root.ledgerline.peer.v1.Entry.encode(message.entries[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Append message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.Append
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Append & ledgerline.peer.v1.Append.$Shape} Append
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Append.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.Append();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.previousIndex = value;
                                else
                                    delete message.previousIndex;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.previousTerm = value;
                                else
                                    delete message.previousTerm;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.commit = value;
                                else
                                    delete message.commit;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.digestBefore = value;
                                else
                                    delete message.digestBefore;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.entries && message.entries.length))
                                    message.entries = [];
                                message.entries.push($root.ledgerline.peer.v1.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Append;
            })();

            /**
             * EntryType enum.
             * @name ledgerline.peer.v1.EntryType
             * @enum {number}
             * @property {number} ENTRY_TYPE_UNSPECIFIED=0 ENTRY_TYPE_UNSPECIFIED value
             * @property {number} ENTRY_TYPE_NO_OP=1 ENTRY_TYPE_NO_OP value
             * @property {number} ENTRY_TYPE_BATCH=2 ENTRY_TYPE_BATCH value
             * @property {number} ENTRY_TYPE_SNAPSHOT_POINT=3 ENTRY_TYPE_SNAPSHOT_POINT value
             * @property {number} ENTRY_TYPE_MEMBERSHIP=4 ENTRY_TYPE_MEMBERSHIP value
             */
            v1.EntryType = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "ENTRY_TYPE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "ENTRY_TYPE_NO_OP"] = 1;
                values[valuesById[2] = "ENTRY_TYPE_BATCH"] = 2;
                values[valuesById[3] = "ENTRY_TYPE_SNAPSHOT_POINT"] = 3;
                values[valuesById[4] = "ENTRY_TYPE_MEMBERSHIP"] = 4;
                return values;
            })();

            v1.Entry = (function() {

                /**
                 * Properties of an Entry.
                 * @typedef {Object} ledgerline.peer.v1.Entry.$Properties
                 * @property {number} [term] Entry term
                 * @property {ledgerline.peer.v1.EntryType} [type] Entry type
                 * @property {number} [timestamp] Entry timestamp
                 * @property {number} [firstOffset] Entry firstOffset
                 * @property {number} [count] Entry count
                 * @property {Uint8Array} [payload] Entry payload
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Entry.
                 * @memberof ledgerline.peer.v1
                 * @interface IEntry
                 * @augments ledgerline.peer.v1.Entry.$Properties
                 * @deprecated Use ledgerline.peer.v1.Entry.$Properties instead.
                 */

                /**
                 * Shape of an Entry.
                 * @typedef {ledgerline.peer.v1.Entry.$Properties} ledgerline.peer.v1.Entry.$Shape
                 */

                /**
                 * Constructs a new Entry.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents an Entry.
                 * @constructor
                 * @param {ledgerline.peer.v1.Entry.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Entry = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Entry term.
                 * @member {number} term
                 * @memberof ledgerline.peer.v1.Entry
                 * @instance
                 */
                Entry.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Entry type.
                 * @member {ledgerline.peer.v1.EntryType} type
                 * @memberof ledgerline.peer.v1.Entry
                 * @instance
                 */
                Entry.prototype.type = 0;

                /**
                 * Entry timestamp.
                 * @member {number} timestamp
                 * @memberof ledgerline.peer.v1.Entry
                 * @instance
                 */
                Entry.prototype.timestamp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Entry firstOffset.
                 * @member {number} firstOffset
                 * @memberof ledgerline.peer.v1.Entry
                 * @instance
                 */
                Entry.prototype.firstOffset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Entry count.
                 * @member {number} count
                 * @memberof ledgerline.peer.v1.Entry
                 * @instance
                 */
                Entry.prototype.count = 0;

                /**
                 * Entry payload.
                 * @member {Uint8Array} payload
                 * @memberof ledgerline.peer.v1.Entry
                 * @instance
                 */
                Entry.prototype.payload = $util.newBuffer([]);

                /**
                 * Creates a new Entry instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.Entry
                 * @static
                 * @param {ledgerline.peer.v1.Entry.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.Entry} Entry instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.Entry.$Shape): ledgerline.peer.v1.Entry & ledgerline.peer.v1.Entry.$Shape;
                 *   (properties?: ledgerline.peer.v1.Entry.$Properties): ledgerline.peer.v1.Entry;
                 * }}
                 */
                Entry.create = function(properties) {
                    return new Entry(properties);
                };

                /**
                 * Encodes the specified Entry message. Does not implicitly {@link ledgerline.peer.v1.Entry.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.Entry
                 * @static
                 * @param {ledgerline.peer.v1.Entry.$Properties} message Entry message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Entry.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.term);
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.type);
                    if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp") && (typeof message.timestamp === "object" ? message.timestamp.low || message.timestamp.high : message.timestamp !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.timestamp);
                    if (message.firstOffset != null && $Object.hasOwnProperty.call(message, "firstOffset") && (typeof message.firstOffset === "object" ? message.firstOffset.low || message.firstOffset.high : message.firstOffset !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.firstOffset);
                    if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.count);
                    if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                        writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.payload);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Entry message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.Entry
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Entry & ledgerline.peer.v1.Entry.$Shape} Entry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Entry.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.Entry();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.type = value;
                                else
                                    delete message.type;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.timestamp = value;
                                else
                                    delete message.timestamp;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.firstOffset = value;
                                else
                                    delete message.firstOffset;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.count = value;
                                else
                                    delete message.count;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.payload = value;
                                else
                                    delete message.payload;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Entry;
            })();

            v1.AppendAccepted = (function() {

                /**
                 * Properties of an AppendAccepted.
                 * @typedef {Object} ledgerline.peer.v1.AppendAccepted.$Properties
                 * @property {number} [matchIndex] AppendAccepted matchIndex
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AppendAccepted.
                 * @memberof ledgerline.peer.v1
                 * @interface IAppendAccepted
                 * @augments ledgerline.peer.v1.AppendAccepted.$Properties
                 * @deprecated Use ledgerline.peer.v1.AppendAccepted.$Properties instead.
                 */

                /**
                 * Shape of an AppendAccepted.
                 * @typedef {ledgerline.peer.v1.AppendAccepted.$Properties} ledgerline.peer.v1.AppendAccepted.$Shape
                 */

                /**
                 * Constructs a new AppendAccepted.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents an AppendAccepted.
                 * @constructor
                 * @param {ledgerline.peer.v1.AppendAccepted.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AppendAccepted = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AppendAccepted matchIndex.
                 * @member {number} matchIndex
                 * @memberof ledgerline.peer.v1.AppendAccepted
                 * @instance
                 */
                AppendAccepted.prototype.matchIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new AppendAccepted instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.AppendAccepted
                 * @static
                 * @param {ledgerline.peer.v1.AppendAccepted.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.AppendAccepted} AppendAccepted instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.AppendAccepted.$Shape): ledgerline.peer.v1.AppendAccepted & ledgerline.peer.v1.AppendAccepted.$Shape;
                 *   (properties?: ledgerline.peer.v1.AppendAccepted.$Properties): ledgerline.peer.v1.AppendAccepted;
                 * }}
                 */
                AppendAccepted.create = function(properties) {
                    return new AppendAccepted(properties);
                };

                /**
                 * Encodes the specified AppendAccepted message. Does not implicitly {@link ledgerline.peer.v1.AppendAccepted.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.AppendAccepted
                 * @static
                 * @param {ledgerline.peer.v1.AppendAccepted.$Properties} message AppendAccepted message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AppendAccepted.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.matchIndex != null && $Object.hasOwnProperty.call(message, "matchIndex") && (typeof message.matchIndex === "object" ? message.matchIndex.low || message.matchIndex.high : message.matchIndex !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.matchIndex);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AppendAccepted message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.AppendAccepted
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.AppendAccepted & ledgerline.peer.v1.AppendAccepted.$Shape} AppendAccepted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AppendAccepted.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.AppendAccepted();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.matchIndex = value;
                                else
                                    delete message.matchIndex;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AppendAccepted;
            })();

            v1.AppendReceived = (function() {

                /**
                 * Properties of an AppendReceived.
                 * @typedef {Object} ledgerline.peer.v1.AppendReceived.$Properties
                 * @property {number} [matchIndex] AppendReceived matchIndex
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AppendReceived.
                 * @memberof ledgerline.peer.v1
                 * @interface IAppendReceived
                 * @augments ledgerline.peer.v1.AppendReceived.$Properties
                 * @deprecated Use ledgerline.peer.v1.AppendReceived.$Properties instead.
                 */

                /**
                 * Shape of an AppendReceived.
                 * @typedef {ledgerline.peer.v1.AppendReceived.$Properties} ledgerline.peer.v1.AppendReceived.$Shape
                 */

                /**
                 * Constructs a new AppendReceived.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents an AppendReceived.
                 * @constructor
                 * @param {ledgerline.peer.v1.AppendReceived.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AppendReceived = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AppendReceived matchIndex.
                 * @member {number} matchIndex
                 * @memberof ledgerline.peer.v1.AppendReceived
                 * @instance
                 */
                AppendReceived.prototype.matchIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new AppendReceived instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.AppendReceived
                 * @static
                 * @param {ledgerline.peer.v1.AppendReceived.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.AppendReceived} AppendReceived instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.AppendReceived.$Shape): ledgerline.peer.v1.AppendReceived & ledgerline.peer.v1.AppendReceived.$Shape;
                 *   (properties?: ledgerline.peer.v1.AppendReceived.$Properties): ledgerline.peer.v1.AppendReceived;
                 * }}
                 */
                AppendReceived.create = function(properties) {
                    return new AppendReceived(properties);
                };

                /**
                 * Encodes the specified AppendReceived message. Does not implicitly {@link ledgerline.peer.v1.AppendReceived.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.AppendReceived
                 * @static
                 * @param {ledgerline.peer.v1.AppendReceived.$Properties} message AppendReceived message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AppendReceived.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.matchIndex != null && $Object.hasOwnProperty.call(message, "matchIndex") && (typeof message.matchIndex === "object" ? message.matchIndex.low || message.matchIndex.high : message.matchIndex !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.matchIndex);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AppendReceived message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.AppendReceived
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.AppendReceived & ledgerline.peer.v1.AppendReceived.$Shape} AppendReceived
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AppendReceived.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.AppendReceived();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.matchIndex = value;
                                else
                                    delete message.matchIndex;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AppendReceived;
            })();

            v1.AppendRejected = (function() {

                /**
                 * Properties of an AppendRejected.
                 * @typedef {Object} ledgerline.peer.v1.AppendRejected.$Properties
                 * @property {number} [rejectedIndex] AppendRejected rejectedIndex
                 * @property {number} [hintIndex] AppendRejected hintIndex
                 * @property {number} [hintTerm] AppendRejected hintTerm
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AppendRejected.
                 * @memberof ledgerline.peer.v1
                 * @interface IAppendRejected
                 * @augments ledgerline.peer.v1.AppendRejected.$Properties
                 * @deprecated Use ledgerline.peer.v1.AppendRejected.$Properties instead.
                 */

                /**
                 * Shape of an AppendRejected.
                 * @typedef {ledgerline.peer.v1.AppendRejected.$Properties} ledgerline.peer.v1.AppendRejected.$Shape
                 */

                /**
                 * Constructs a new AppendRejected.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents an AppendRejected.
                 * @constructor
                 * @param {ledgerline.peer.v1.AppendRejected.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AppendRejected = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AppendRejected rejectedIndex.
                 * @member {number} rejectedIndex
                 * @memberof ledgerline.peer.v1.AppendRejected
                 * @instance
                 */
                AppendRejected.prototype.rejectedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * AppendRejected hintIndex.
                 * @member {number} hintIndex
                 * @memberof ledgerline.peer.v1.AppendRejected
                 * @instance
                 */
                AppendRejected.prototype.hintIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * AppendRejected hintTerm.
                 * @member {number} hintTerm
                 * @memberof ledgerline.peer.v1.AppendRejected
                 * @instance
                 */
                AppendRejected.prototype.hintTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new AppendRejected instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.AppendRejected
                 * @static
                 * @param {ledgerline.peer.v1.AppendRejected.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.AppendRejected} AppendRejected instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.AppendRejected.$Shape): ledgerline.peer.v1.AppendRejected & ledgerline.peer.v1.AppendRejected.$Shape;
                 *   (properties?: ledgerline.peer.v1.AppendRejected.$Properties): ledgerline.peer.v1.AppendRejected;
                 * }}
                 */
                AppendRejected.create = function(properties) {
                    return new AppendRejected(properties);
                };

                /**
                 * Encodes the specified AppendRejected message. Does not implicitly {@link ledgerline.peer.v1.AppendRejected.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.AppendRejected
                 * @static
                 * @param {ledgerline.peer.v1.AppendRejected.$Properties} message AppendRejected message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AppendRejected.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.rejectedIndex != null && $Object.hasOwnProperty.call(message, "rejectedIndex") && (typeof message.rejectedIndex === "object" ? message.rejectedIndex.low || message.rejectedIndex.high : message.rejectedIndex !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.rejectedIndex);
                    if (message.hintIndex != null && $Object.hasOwnProperty.call(message, "hintIndex") && (typeof message.hintIndex === "object" ? message.hintIndex.low || message.hintIndex.high : message.hintIndex !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.hintIndex);
                    if (message.hintTerm != null && $Object.hasOwnProperty.call(message, "hintTerm") && (typeof message.hintTerm === "object" ? message.hintTerm.low || message.hintTerm.high : message.hintTerm !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.hintTerm);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AppendRejected message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.AppendRejected
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.AppendRejected & ledgerline.peer.v1.AppendRejected.$Shape} AppendRejected
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AppendRejected.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.AppendRejected();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.rejectedIndex = value;
                                else
                                    delete message.rejectedIndex;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.hintIndex = value;
                                else
                                    delete message.hintIndex;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.hintTerm = value;
                                else
                                    delete message.hintTerm;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AppendRejected;
            })();

            v1.InstallSnapshot = (function() {

                /**
                 * Properties of an InstallSnapshot.
                 * @typedef {Object} ledgerline.peer.v1.InstallSnapshot.$Properties
                 * @property {number} [index] InstallSnapshot index
                 * @property {number} [indexTerm] InstallSnapshot indexTerm
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an InstallSnapshot.
                 * @memberof ledgerline.peer.v1
                 * @interface IInstallSnapshot
                 * @augments ledgerline.peer.v1.InstallSnapshot.$Properties
                 * @deprecated Use ledgerline.peer.v1.InstallSnapshot.$Properties instead.
                 */

                /**
                 * Shape of an InstallSnapshot.
                 * @typedef {ledgerline.peer.v1.InstallSnapshot.$Properties} ledgerline.peer.v1.InstallSnapshot.$Shape
                 */

                /**
                 * Constructs a new InstallSnapshot.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents an InstallSnapshot.
                 * @constructor
                 * @param {ledgerline.peer.v1.InstallSnapshot.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const InstallSnapshot = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * InstallSnapshot index.
                 * @member {number} index
                 * @memberof ledgerline.peer.v1.InstallSnapshot
                 * @instance
                 */
                InstallSnapshot.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * InstallSnapshot indexTerm.
                 * @member {number} indexTerm
                 * @memberof ledgerline.peer.v1.InstallSnapshot
                 * @instance
                 */
                InstallSnapshot.prototype.indexTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new InstallSnapshot instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.InstallSnapshot
                 * @static
                 * @param {ledgerline.peer.v1.InstallSnapshot.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.InstallSnapshot} InstallSnapshot instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.InstallSnapshot.$Shape): ledgerline.peer.v1.InstallSnapshot & ledgerline.peer.v1.InstallSnapshot.$Shape;
                 *   (properties?: ledgerline.peer.v1.InstallSnapshot.$Properties): ledgerline.peer.v1.InstallSnapshot;
                 * }}
                 */
                InstallSnapshot.create = function(properties) {
                    return new InstallSnapshot(properties);
                };

                /**
                 * Encodes the specified InstallSnapshot message. Does not implicitly {@link ledgerline.peer.v1.InstallSnapshot.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.InstallSnapshot
                 * @static
                 * @param {ledgerline.peer.v1.InstallSnapshot.$Properties} message InstallSnapshot message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                InstallSnapshot.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                    if (message.indexTerm != null && $Object.hasOwnProperty.call(message, "indexTerm") && (typeof message.indexTerm === "object" ? message.indexTerm.low || message.indexTerm.high : message.indexTerm !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.indexTerm);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an InstallSnapshot message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.InstallSnapshot
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.InstallSnapshot & ledgerline.peer.v1.InstallSnapshot.$Shape} InstallSnapshot
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                InstallSnapshot.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.InstallSnapshot();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.indexTerm = value;
                                else
                                    delete message.indexTerm;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return InstallSnapshot;
            })();

            v1.Heartbeat = (function() {

                /**
                 * Properties of a Heartbeat.
                 * @typedef {Object} ledgerline.peer.v1.Heartbeat.$Properties
                 * @property {number} [commit] Heartbeat commit
                 * @property {number} [round] Heartbeat round
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Heartbeat.
                 * @memberof ledgerline.peer.v1
                 * @interface IHeartbeat
                 * @augments ledgerline.peer.v1.Heartbeat.$Properties
                 * @deprecated Use ledgerline.peer.v1.Heartbeat.$Properties instead.
                 */

                /**
                 * Shape of a Heartbeat.
                 * @typedef {ledgerline.peer.v1.Heartbeat.$Properties} ledgerline.peer.v1.Heartbeat.$Shape
                 */

                /**
                 * Constructs a new Heartbeat.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a Heartbeat.
                 * @constructor
                 * @param {ledgerline.peer.v1.Heartbeat.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Heartbeat = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Heartbeat commit.
                 * @member {number} commit
                 * @memberof ledgerline.peer.v1.Heartbeat
                 * @instance
                 */
                Heartbeat.prototype.commit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Heartbeat round.
                 * @member {number} round
                 * @memberof ledgerline.peer.v1.Heartbeat
                 * @instance
                 */
                Heartbeat.prototype.round = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new Heartbeat instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.Heartbeat
                 * @static
                 * @param {ledgerline.peer.v1.Heartbeat.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.Heartbeat} Heartbeat instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.Heartbeat.$Shape): ledgerline.peer.v1.Heartbeat & ledgerline.peer.v1.Heartbeat.$Shape;
                 *   (properties?: ledgerline.peer.v1.Heartbeat.$Properties): ledgerline.peer.v1.Heartbeat;
                 * }}
                 */
                Heartbeat.create = function(properties) {
                    return new Heartbeat(properties);
                };

                /**
                 * Encodes the specified Heartbeat message. Does not implicitly {@link ledgerline.peer.v1.Heartbeat.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.Heartbeat
                 * @static
                 * @param {ledgerline.peer.v1.Heartbeat.$Properties} message Heartbeat message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Heartbeat.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.commit);
                    if (message.round != null && $Object.hasOwnProperty.call(message, "round") && (typeof message.round === "object" ? message.round.low || message.round.high : message.round !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.round);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Heartbeat message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.Heartbeat
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Heartbeat & ledgerline.peer.v1.Heartbeat.$Shape} Heartbeat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.Heartbeat();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.commit = value;
                                else
                                    delete message.commit;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.round = value;
                                else
                                    delete message.round;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Heartbeat;
            })();

            v1.HeartbeatReply = (function() {

                /**
                 * Properties of a HeartbeatReply.
                 * @typedef {Object} ledgerline.peer.v1.HeartbeatReply.$Properties
                 * @property {number} [round] HeartbeatReply round
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a HeartbeatReply.
                 * @memberof ledgerline.peer.v1
                 * @interface IHeartbeatReply
                 * @augments ledgerline.peer.v1.HeartbeatReply.$Properties
                 * @deprecated Use ledgerline.peer.v1.HeartbeatReply.$Properties instead.
                 */

                /**
                 * Shape of a HeartbeatReply.
                 * @typedef {ledgerline.peer.v1.HeartbeatReply.$Properties} ledgerline.peer.v1.HeartbeatReply.$Shape
                 */

                /**
                 * Constructs a new HeartbeatReply.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a HeartbeatReply.
                 * @constructor
                 * @param {ledgerline.peer.v1.HeartbeatReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const HeartbeatReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * HeartbeatReply round.
                 * @member {number} round
                 * @memberof ledgerline.peer.v1.HeartbeatReply
                 * @instance
                 */
                HeartbeatReply.prototype.round = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new HeartbeatReply instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.HeartbeatReply
                 * @static
                 * @param {ledgerline.peer.v1.HeartbeatReply.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.HeartbeatReply} HeartbeatReply instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.HeartbeatReply.$Shape): ledgerline.peer.v1.HeartbeatReply & ledgerline.peer.v1.HeartbeatReply.$Shape;
                 *   (properties?: ledgerline.peer.v1.HeartbeatReply.$Properties): ledgerline.peer.v1.HeartbeatReply;
                 * }}
                 */
                HeartbeatReply.create = function(properties) {
                    return new HeartbeatReply(properties);
                };

                /**
                 * Encodes the specified HeartbeatReply message. Does not implicitly {@link ledgerline.peer.v1.HeartbeatReply.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.HeartbeatReply
                 * @static
                 * @param {ledgerline.peer.v1.HeartbeatReply.$Properties} message HeartbeatReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                HeartbeatReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.round != null && $Object.hasOwnProperty.call(message, "round") && (typeof message.round === "object" ? message.round.low || message.round.high : message.round !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.round);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a HeartbeatReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.HeartbeatReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.HeartbeatReply & ledgerline.peer.v1.HeartbeatReply.$Shape} HeartbeatReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                HeartbeatReply.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.HeartbeatReply();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.round = value;
                                else
                                    delete message.round;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return HeartbeatReply;
            })();

            v1.AskRequest = (function() {

                /**
                 * Properties of an AskRequest.
                 * @typedef {Object} ledgerline.peer.v1.AskRequest.$Properties
                 * @property {ledgerline.peer.v1.Hello.$Properties} [hello] AskRequest hello
                 * @property {number} [partition] AskRequest partition
                 * @property {ledgerline.peer.v1.LogEndQuestion.$Properties|null} [logEnd] AskRequest logEnd
                 * @property {ledgerline.peer.v1.EntriesQuestion.$Properties|null} [entries] AskRequest entries
                 * @property {ledgerline.peer.v1.CommittedOffsetQuestion.$Properties|null} [committedOffset] AskRequest committedOffset
                 * @property {ledgerline.peer.v1.SnapshotsQuestion.$Properties|null} [snapshots] AskRequest snapshots
                 * @property {ledgerline.peer.v1.SnapshotBytesQuestion.$Properties|null} [snapshotBytes] AskRequest snapshotBytes
                 * @property {"logEnd"|"entries"|"committedOffset"|"snapshots"|"snapshotBytes"} [question] AskRequest question
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AskRequest.
                 * @memberof ledgerline.peer.v1
                 * @interface IAskRequest
                 * @augments ledgerline.peer.v1.AskRequest.$Properties
                 * @deprecated Use ledgerline.peer.v1.AskRequest.$Properties instead.
                 */

                /**
                 * Narrowed shape of an AskRequest.
                 * @typedef {{
                 *   hello?: ledgerline.peer.v1.Hello.$Shape;
                 *   partition?: number;
                 *   logEnd?: ledgerline.peer.v1.LogEndQuestion.$Shape|null;
                 *   entries?: ledgerline.peer.v1.EntriesQuestion.$Shape|null;
                 *   committedOffset?: ledgerline.peer.v1.CommittedOffsetQuestion.$Shape|null;
                 *   snapshots?: ledgerline.peer.v1.SnapshotsQuestion.$Shape|null;
                 *   snapshotBytes?: ledgerline.peer.v1.SnapshotBytesQuestion.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ question?: undefined; logEnd?: null; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ question?: "logEnd"; logEnd: ledgerline.peer.v1.LogEndQuestion.$Shape; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ question?: "entries"; logEnd?: null; entries: ledgerline.peer.v1.EntriesQuestion.$Shape; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ question?: "committedOffset"; logEnd?: null; entries?: null; committedOffset: ledgerline.peer.v1.CommittedOffsetQuestion.$Shape; snapshots?: null; snapshotBytes?: null }|{ question?: "snapshots"; logEnd?: null; entries?: null; committedOffset?: null; snapshots: ledgerline.peer.v1.SnapshotsQuestion.$Shape; snapshotBytes?: null }|{ question?: "snapshotBytes"; logEnd?: null; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes: ledgerline.peer.v1.SnapshotBytesQuestion.$Shape })
                 * )} ledgerline.peer.v1.AskRequest.$Shape
                 */

                /**
                 * Constructs a new AskRequest.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents an AskRequest.
                 * @constructor
                 * @param {ledgerline.peer.v1.AskRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AskRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AskRequest hello.
                 * @member {ledgerline.peer.v1.Hello} hello
                 * @memberof ledgerline.peer.v1.AskRequest
                 * @instance
                 */
                AskRequest.prototype.hello = null;

                /**
                 * AskRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.peer.v1.AskRequest
                 * @instance
                 */
                AskRequest.prototype.partition = 0;

                /**
                 * AskRequest logEnd.
                 * @member {ledgerline.peer.v1.LogEndQuestion|null} logEnd
                 * @memberof ledgerline.peer.v1.AskRequest
                 * @instance
                 */
                AskRequest.prototype.logEnd = null;

                /**
                 * AskRequest entries.
                 * @member {ledgerline.peer.v1.EntriesQuestion|null} entries
                 * @memberof ledgerline.peer.v1.AskRequest
                 * @instance
                 */
                AskRequest.prototype.entries = null;

                /**
                 * AskRequest committedOffset.
                 * @member {ledgerline.peer.v1.CommittedOffsetQuestion|null} committedOffset
                 * @memberof ledgerline.peer.v1.AskRequest
                 * @instance
                 */
                AskRequest.prototype.committedOffset = null;

                /**
                 * AskRequest snapshots.
                 * @member {ledgerline.peer.v1.SnapshotsQuestion|null} snapshots
                 * @memberof ledgerline.peer.v1.AskRequest
                 * @instance
                 */
                AskRequest.prototype.snapshots = null;

                /**
                 * AskRequest snapshotBytes.
                 * @member {ledgerline.peer.v1.SnapshotBytesQuestion|null} snapshotBytes
                 * @memberof ledgerline.peer.v1.AskRequest
                 * @instance
                 */
                AskRequest.prototype.snapshotBytes = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * AskRequest question.
                 * @member {"logEnd"|"entries"|"committedOffset"|"snapshots"|"snapshotBytes"|undefined} question
                 * @memberof ledgerline.peer.v1.AskRequest
                 * @instance
                 */
                $Object.defineProperty(AskRequest.prototype, "question", {
                    get: $util.oneOfGetter($oneOfFields = ["logEnd", "entries", "committedOffset", "snapshots", "snapshotBytes"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new AskRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.AskRequest
                 * @static
                 * @param {ledgerline.peer.v1.AskRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.AskRequest} AskRequest instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.AskRequest.$Shape): ledgerline.peer.v1.AskRequest & ledgerline.peer.v1.AskRequest.$Shape;
                 *   (properties?: ledgerline.peer.v1.AskRequest.$Properties): ledgerline.peer.v1.AskRequest;
                 * }}
                 */
                AskRequest.create = function(properties) {
                    return new AskRequest(properties);
                };

                /**
                 * Encodes the specified AskRequest message. Does not implicitly {@link ledgerline.peer.v1.AskRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.AskRequest
                 * @static
                 * @param {ledgerline.peer.v1.AskRequest.$Properties} message AskRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AskRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.peer.v1.Hello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.logEnd != null && $Object.hasOwnProperty.call(message, "logEnd"))
                        $root.ledgerline.peer.v1.LogEndQuestion.encode(message.logEnd, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.entries != null && $Object.hasOwnProperty.call(message, "entries"))
                        $root.ledgerline.peer.v1.EntriesQuestion.encode(message.entries, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.committedOffset != null && $Object.hasOwnProperty.call(message, "committedOffset"))
                        $root.ledgerline.peer.v1.CommittedOffsetQuestion.encode(message.committedOffset, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.snapshots != null && $Object.hasOwnProperty.call(message, "snapshots"))
                        $root.ledgerline.peer.v1.SnapshotsQuestion.encode(message.snapshots, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.snapshotBytes != null && $Object.hasOwnProperty.call(message, "snapshotBytes"))
                        $root.ledgerline.peer.v1.SnapshotBytesQuestion.encode(message.snapshotBytes, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AskRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.AskRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.AskRequest & ledgerline.peer.v1.AskRequest.$Shape} AskRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AskRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.AskRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.hello = $root.ledgerline.peer.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.logEnd = $root.ledgerline.peer.v1.LogEndQuestion.decode(reader, reader.size(), $undefined, _depth + 1, message.logEnd);
                                message.question = "logEnd";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.entries = $root.ledgerline.peer.v1.EntriesQuestion.decode(reader, reader.size(), $undefined, _depth + 1, message.entries);
                                message.question = "entries";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.committedOffset = $root.ledgerline.peer.v1.CommittedOffsetQuestion.decode(reader, reader.size(), $undefined, _depth + 1, message.committedOffset);
                                message.question = "committedOffset";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.snapshots = $root.ledgerline.peer.v1.SnapshotsQuestion.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshots);
                                message.question = "snapshots";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.snapshotBytes = $root.ledgerline.peer.v1.SnapshotBytesQuestion.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshotBytes);
                                message.question = "snapshotBytes";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AskRequest;
            })();

            v1.AskReply = (function() {

                /**
                 * Properties of an AskReply.
                 * @typedef {Object} ledgerline.peer.v1.AskReply.$Properties
                 * @property {ledgerline.peer.v1.Refusal.$Properties|null} [refusal] AskReply refusal
                 * @property {string|null} [failure] AskReply failure
                 * @property {ledgerline.peer.v1.LogEndAnswer.$Properties|null} [logEnd] AskReply logEnd
                 * @property {ledgerline.peer.v1.EntriesAnswer.$Properties|null} [entries] AskReply entries
                 * @property {ledgerline.peer.v1.CommittedOffsetAnswer.$Properties|null} [committedOffset] AskReply committedOffset
                 * @property {ledgerline.peer.v1.SnapshotsAnswer.$Properties|null} [snapshots] AskReply snapshots
                 * @property {ledgerline.peer.v1.SnapshotBytesAnswer.$Properties|null} [snapshotBytes] AskReply snapshotBytes
                 * @property {"refusal"|"failure"|"logEnd"|"entries"|"committedOffset"|"snapshots"|"snapshotBytes"} [reply] AskReply reply
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AskReply.
                 * @memberof ledgerline.peer.v1
                 * @interface IAskReply
                 * @augments ledgerline.peer.v1.AskReply.$Properties
                 * @deprecated Use ledgerline.peer.v1.AskReply.$Properties instead.
                 */

                /**
                 * Narrowed shape of an AskReply.
                 * @typedef {{
                 *   refusal?: ledgerline.peer.v1.Refusal.$Shape|null;
                 *   failure?: string|null;
                 *   logEnd?: ledgerline.peer.v1.LogEndAnswer.$Shape|null;
                 *   entries?: ledgerline.peer.v1.EntriesAnswer.$Shape|null;
                 *   committedOffset?: ledgerline.peer.v1.CommittedOffsetAnswer.$Shape|null;
                 *   snapshots?: ledgerline.peer.v1.SnapshotsAnswer.$Shape|null;
                 *   snapshotBytes?: ledgerline.peer.v1.SnapshotBytesAnswer.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ reply?: undefined; refusal?: null; failure?: null; logEnd?: null; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ reply?: "refusal"; refusal: ledgerline.peer.v1.Refusal.$Shape; failure?: null; logEnd?: null; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ reply?: "failure"; refusal?: null; failure: string; logEnd?: null; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ reply?: "logEnd"; refusal?: null; failure?: null; logEnd: ledgerline.peer.v1.LogEndAnswer.$Shape; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ reply?: "entries"; refusal?: null; failure?: null; logEnd?: null; entries: ledgerline.peer.v1.EntriesAnswer.$Shape; committedOffset?: null; snapshots?: null; snapshotBytes?: null }|{ reply?: "committedOffset"; refusal?: null; failure?: null; logEnd?: null; entries?: null; committedOffset: ledgerline.peer.v1.CommittedOffsetAnswer.$Shape; snapshots?: null; snapshotBytes?: null }|{ reply?: "snapshots"; refusal?: null; failure?: null; logEnd?: null; entries?: null; committedOffset?: null; snapshots: ledgerline.peer.v1.SnapshotsAnswer.$Shape; snapshotBytes?: null }|{ reply?: "snapshotBytes"; refusal?: null; failure?: null; logEnd?: null; entries?: null; committedOffset?: null; snapshots?: null; snapshotBytes: ledgerline.peer.v1.SnapshotBytesAnswer.$Shape })
                 * )} ledgerline.peer.v1.AskReply.$Shape
                 */

                /**
                 * Constructs a new AskReply.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents an AskReply.
                 * @constructor
                 * @param {ledgerline.peer.v1.AskReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AskReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AskReply refusal.
                 * @member {ledgerline.peer.v1.Refusal|null} refusal
                 * @memberof ledgerline.peer.v1.AskReply
                 * @instance
                 */
                AskReply.prototype.refusal = null;

                /**
                 * AskReply failure.
                 * @member {string|null} failure
                 * @memberof ledgerline.peer.v1.AskReply
                 * @instance
                 */
                AskReply.prototype.failure = null;

                /**
                 * AskReply logEnd.
                 * @member {ledgerline.peer.v1.LogEndAnswer|null} logEnd
                 * @memberof ledgerline.peer.v1.AskReply
                 * @instance
                 */
                AskReply.prototype.logEnd = null;

                /**
                 * AskReply entries.
                 * @member {ledgerline.peer.v1.EntriesAnswer|null} entries
                 * @memberof ledgerline.peer.v1.AskReply
                 * @instance
                 */
                AskReply.prototype.entries = null;

                /**
                 * AskReply committedOffset.
                 * @member {ledgerline.peer.v1.CommittedOffsetAnswer|null} committedOffset
                 * @memberof ledgerline.peer.v1.AskReply
                 * @instance
                 */
                AskReply.prototype.committedOffset = null;

                /**
                 * AskReply snapshots.
                 * @member {ledgerline.peer.v1.SnapshotsAnswer|null} snapshots
                 * @memberof ledgerline.peer.v1.AskReply
                 * @instance
                 */
                AskReply.prototype.snapshots = null;

                /**
                 * AskReply snapshotBytes.
                 * @member {ledgerline.peer.v1.SnapshotBytesAnswer|null} snapshotBytes
                 * @memberof ledgerline.peer.v1.AskReply
                 * @instance
                 */
                AskReply.prototype.snapshotBytes = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * AskReply reply.
                 * @member {"refusal"|"failure"|"logEnd"|"entries"|"committedOffset"|"snapshots"|"snapshotBytes"|undefined} reply
                 * @memberof ledgerline.peer.v1.AskReply
                 * @instance
                 */
                $Object.defineProperty(AskReply.prototype, "reply", {
                    get: $util.oneOfGetter($oneOfFields = ["refusal", "failure", "logEnd", "entries", "committedOffset", "snapshots", "snapshotBytes"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new AskReply instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.AskReply
                 * @static
                 * @param {ledgerline.peer.v1.AskReply.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.AskReply} AskReply instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.AskReply.$Shape): ledgerline.peer.v1.AskReply & ledgerline.peer.v1.AskReply.$Shape;
                 *   (properties?: ledgerline.peer.v1.AskReply.$Properties): ledgerline.peer.v1.AskReply;
                 * }}
                 */
                AskReply.create = function(properties) {
                    return new AskReply(properties);
                };

                /**
                 * Encodes the specified AskReply message. Does not implicitly {@link ledgerline.peer.v1.AskReply.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.AskReply
                 * @static
                 * @param {ledgerline.peer.v1.AskReply.$Properties} message AskReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AskReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                        $root.ledgerline.peer.v1.Refusal.encode(message.refusal, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.failure != null && $Object.hasOwnProperty.call(message, "failure"))
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.failure);
                    if (message.logEnd != null && $Object.hasOwnProperty.call(message, "logEnd"))
                        $root.ledgerline.peer.v1.LogEndAnswer.encode(message.logEnd, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.entries != null && $Object.hasOwnProperty.call(message, "entries"))
                        $root.ledgerline.peer.v1.EntriesAnswer.encode(message.entries, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.committedOffset != null && $Object.hasOwnProperty.call(message, "committedOffset"))
                        $root.ledgerline.peer.v1.CommittedOffsetAnswer.encode(message.committedOffset, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.snapshots != null && $Object.hasOwnProperty.call(message, "snapshots"))
                        $root.ledgerline.peer.v1.SnapshotsAnswer.encode(message.snapshots, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.snapshotBytes != null && $Object.hasOwnProperty.call(message, "snapshotBytes"))
                        $root.ledgerline.peer.v1.SnapshotBytesAnswer.encode(message.snapshotBytes, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AskReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.AskReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.AskReply & ledgerline.peer.v1.AskReply.$Shape} AskReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AskReply.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.AskReply();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.refusal = $root.ledgerline.peer.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                                message.reply = "refusal";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.failure = reader.stringVerify();
                                message.reply = "failure";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.logEnd = $root.ledgerline.peer.v1.LogEndAnswer.decode(reader, reader.size(), $undefined, _depth + 1, message.logEnd);
                                message.reply = "logEnd";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.entries = $root.ledgerline.peer.v1.EntriesAnswer.decode(reader, reader.size(), $undefined, _depth + 1, message.entries);
                                message.reply = "entries";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.committedOffset = $root.ledgerline.peer.v1.CommittedOffsetAnswer.decode(reader, reader.size(), $undefined, _depth + 1, message.committedOffset);
                                message.reply = "committedOffset";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.snapshots = $root.ledgerline.peer.v1.SnapshotsAnswer.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshots);
                                message.reply = "snapshots";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.snapshotBytes = $root.ledgerline.peer.v1.SnapshotBytesAnswer.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshotBytes);
                                message.reply = "snapshotBytes";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AskReply;
            })();

            v1.LogEndQuestion = (function() {

                /**
                 * Properties of a LogEndQuestion.
                 * @typedef {Object} ledgerline.peer.v1.LogEndQuestion.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LogEndQuestion.
                 * @memberof ledgerline.peer.v1
                 * @interface ILogEndQuestion
                 * @augments ledgerline.peer.v1.LogEndQuestion.$Properties
                 * @deprecated Use ledgerline.peer.v1.LogEndQuestion.$Properties instead.
                 */

                /**
                 * Shape of a LogEndQuestion.
                 * @typedef {ledgerline.peer.v1.LogEndQuestion.$Properties} ledgerline.peer.v1.LogEndQuestion.$Shape
                 */

                /**
                 * Constructs a new LogEndQuestion.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a LogEndQuestion.
                 * @constructor
                 * @param {ledgerline.peer.v1.LogEndQuestion.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LogEndQuestion = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Creates a new LogEndQuestion instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.LogEndQuestion
                 * @static
                 * @param {ledgerline.peer.v1.LogEndQuestion.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.LogEndQuestion} LogEndQuestion instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.LogEndQuestion.$Shape): ledgerline.peer.v1.LogEndQuestion & ledgerline.peer.v1.LogEndQuestion.$Shape;
                 *   (properties?: ledgerline.peer.v1.LogEndQuestion.$Properties): ledgerline.peer.v1.LogEndQuestion;
                 * }}
                 */
                LogEndQuestion.create = function(properties) {
                    return new LogEndQuestion(properties);
                };

                /**
                 * Encodes the specified LogEndQuestion message. Does not implicitly {@link ledgerline.peer.v1.LogEndQuestion.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.LogEndQuestion
                 * @static
                 * @param {ledgerline.peer.v1.LogEndQuestion.$Properties} message LogEndQuestion message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LogEndQuestion.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LogEndQuestion message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.LogEndQuestion
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.LogEndQuestion & ledgerline.peer.v1.LogEndQuestion.$Shape} LogEndQuestion
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LogEndQuestion.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.LogEndQuestion();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return LogEndQuestion;
            })();

            v1.LogEndAnswer = (function() {

                /**
                 * Properties of a LogEndAnswer.
                 * @typedef {Object} ledgerline.peer.v1.LogEndAnswer.$Properties
                 * @property {number} [lastIndex] LogEndAnswer lastIndex
                 * @property {number} [lastTerm] LogEndAnswer lastTerm
                 * @property {number} [firstIndex] LogEndAnswer firstIndex
                 * @property {ledgerline.peer.v1.Claim.$Properties} [claim] LogEndAnswer claim
                 * @property {Array.<string>} [electors] LogEndAnswer electors
                 * @property {boolean} [leads] LogEndAnswer leads
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LogEndAnswer.
                 * @memberof ledgerline.peer.v1
                 * @interface ILogEndAnswer
                 * @augments ledgerline.peer.v1.LogEndAnswer.$Properties
                 * @deprecated Use ledgerline.peer.v1.LogEndAnswer.$Properties instead.
                 */

                /**
                 * Shape of a LogEndAnswer.
                 * @typedef {ledgerline.peer.v1.LogEndAnswer.$Properties} ledgerline.peer.v1.LogEndAnswer.$Shape
                 */

                /**
                 * Constructs a new LogEndAnswer.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a LogEndAnswer.
                 * @constructor
                 * @param {ledgerline.peer.v1.LogEndAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LogEndAnswer = function (properties) {
                    this.electors = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LogEndAnswer lastIndex.
                 * @member {number} lastIndex
                 * @memberof ledgerline.peer.v1.LogEndAnswer
                 * @instance
                 */
                LogEndAnswer.prototype.lastIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LogEndAnswer lastTerm.
                 * @member {number} lastTerm
                 * @memberof ledgerline.peer.v1.LogEndAnswer
                 * @instance
                 */
                LogEndAnswer.prototype.lastTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LogEndAnswer firstIndex.
                 * @member {number} firstIndex
                 * @memberof ledgerline.peer.v1.LogEndAnswer
                 * @instance
                 */
                LogEndAnswer.prototype.firstIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LogEndAnswer claim.
                 * @member {ledgerline.peer.v1.Claim} claim
                 * @memberof ledgerline.peer.v1.LogEndAnswer
                 * @instance
                 */
                LogEndAnswer.prototype.claim = null;

                /**
                 * LogEndAnswer electors.
                 * @member {Array.<string>} electors
                 * @memberof ledgerline.peer.v1.LogEndAnswer
                 * @instance
                 */
                LogEndAnswer.prototype.electors = $util.emptyArray;

                /**
                 * LogEndAnswer leads.
                 * @member {boolean} leads
                 * @memberof ledgerline.peer.v1.LogEndAnswer
                 * @instance
                 */
                LogEndAnswer.prototype.leads = false;

                /**
                 * Creates a new LogEndAnswer instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.LogEndAnswer
                 * @static
                 * @param {ledgerline.peer.v1.LogEndAnswer.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.LogEndAnswer} LogEndAnswer instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.LogEndAnswer.$Shape): ledgerline.peer.v1.LogEndAnswer & ledgerline.peer.v1.LogEndAnswer.$Shape;
                 *   (properties?: ledgerline.peer.v1.LogEndAnswer.$Properties): ledgerline.peer.v1.LogEndAnswer;
                 * }}
                 */
                LogEndAnswer.create = function(properties) {
                    return new LogEndAnswer(properties);
                };

                /**
                 * Encodes the specified LogEndAnswer message. Does not implicitly {@link ledgerline.peer.v1.LogEndAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.LogEndAnswer
                 * @static
                 * @param {ledgerline.peer.v1.LogEndAnswer.$Properties} message LogEndAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LogEndAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lastIndex != null && $Object.hasOwnProperty.call(message, "lastIndex") && (typeof message.lastIndex === "object" ? message.lastIndex.low || message.lastIndex.high : message.lastIndex !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.lastIndex);
                    if (message.lastTerm != null && $Object.hasOwnProperty.call(message, "lastTerm") && (typeof message.lastTerm === "object" ? message.lastTerm.low || message.lastTerm.high : message.lastTerm !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.lastTerm);
                    if (message.firstIndex != null && $Object.hasOwnProperty.call(message, "firstIndex") && (typeof message.firstIndex === "object" ? message.firstIndex.low || message.firstIndex.high : message.firstIndex !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.firstIndex);
                    if (message.claim != null && $Object.hasOwnProperty.call(message, "claim"))
                        $root.ledgerline.peer.v1.Claim.encode(message.claim, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.electors != null && message.electors.length)
                        for (let i = 0; i < message.electors.length; ++i)
                            writer.uint32(/* id 5, wireType 2 =*/42).string(message.electors[i]);
                    if (message.leads != null && $Object.hasOwnProperty.call(message, "leads") && message.leads !== false)
                        writer.uint32(/* id 6, wireType 0 =*/48).bool(message.leads);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LogEndAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.LogEndAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.LogEndAnswer & ledgerline.peer.v1.LogEndAnswer.$Shape} LogEndAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LogEndAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.LogEndAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastIndex = value;
                                else
                                    delete message.lastIndex;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastTerm = value;
                                else
                                    delete message.lastTerm;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.firstIndex = value;
                                else
                                    delete message.firstIndex;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.claim = $root.ledgerline.peer.v1.Claim.decode(reader, reader.size(), $undefined, _depth + 1, message.claim);
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.electors && message.electors.length))
                                    message.electors = [];
                                message.electors.push(reader.stringVerify());
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.leads = value;
                                else
                                    delete message.leads;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return LogEndAnswer;
            })();

            v1.Claim = (function() {

                /**
                 * Properties of a Claim.
                 * @typedef {Object} ledgerline.peer.v1.Claim.$Properties
                 * @property {number} [index] Claim index
                 * @property {number} [term] Claim term
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Claim.
                 * @memberof ledgerline.peer.v1
                 * @interface IClaim
                 * @augments ledgerline.peer.v1.Claim.$Properties
                 * @deprecated Use ledgerline.peer.v1.Claim.$Properties instead.
                 */

                /**
                 * Shape of a Claim.
                 * @typedef {ledgerline.peer.v1.Claim.$Properties} ledgerline.peer.v1.Claim.$Shape
                 */

                /**
                 * Constructs a new Claim.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a Claim.
                 * @constructor
                 * @param {ledgerline.peer.v1.Claim.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Claim = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Claim index.
                 * @member {number} index
                 * @memberof ledgerline.peer.v1.Claim
                 * @instance
                 */
                Claim.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Claim term.
                 * @member {number} term
                 * @memberof ledgerline.peer.v1.Claim
                 * @instance
                 */
                Claim.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new Claim instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.Claim
                 * @static
                 * @param {ledgerline.peer.v1.Claim.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.Claim} Claim instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.Claim.$Shape): ledgerline.peer.v1.Claim & ledgerline.peer.v1.Claim.$Shape;
                 *   (properties?: ledgerline.peer.v1.Claim.$Properties): ledgerline.peer.v1.Claim;
                 * }}
                 */
                Claim.create = function(properties) {
                    return new Claim(properties);
                };

                /**
                 * Encodes the specified Claim message. Does not implicitly {@link ledgerline.peer.v1.Claim.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.Claim
                 * @static
                 * @param {ledgerline.peer.v1.Claim.$Properties} message Claim message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Claim.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Claim message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.Claim
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.Claim & ledgerline.peer.v1.Claim.$Shape} Claim
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Claim.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.Claim();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Claim;
            })();

            v1.EntriesQuestion = (function() {

                /**
                 * Properties of an EntriesQuestion.
                 * @typedef {Object} ledgerline.peer.v1.EntriesQuestion.$Properties
                 * @property {number} [from] EntriesQuestion from
                 * @property {number} [to] EntriesQuestion to
                 * @property {number} [bytesMax] EntriesQuestion bytesMax
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an EntriesQuestion.
                 * @memberof ledgerline.peer.v1
                 * @interface IEntriesQuestion
                 * @augments ledgerline.peer.v1.EntriesQuestion.$Properties
                 * @deprecated Use ledgerline.peer.v1.EntriesQuestion.$Properties instead.
                 */

                /**
                 * Shape of an EntriesQuestion.
                 * @typedef {ledgerline.peer.v1.EntriesQuestion.$Properties} ledgerline.peer.v1.EntriesQuestion.$Shape
                 */

                /**
                 * Constructs a new EntriesQuestion.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents an EntriesQuestion.
                 * @constructor
                 * @param {ledgerline.peer.v1.EntriesQuestion.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const EntriesQuestion = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * EntriesQuestion from.
                 * @member {number} from
                 * @memberof ledgerline.peer.v1.EntriesQuestion
                 * @instance
                 */
                EntriesQuestion.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * EntriesQuestion to.
                 * @member {number} to
                 * @memberof ledgerline.peer.v1.EntriesQuestion
                 * @instance
                 */
                EntriesQuestion.prototype.to = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * EntriesQuestion bytesMax.
                 * @member {number} bytesMax
                 * @memberof ledgerline.peer.v1.EntriesQuestion
                 * @instance
                 */
                EntriesQuestion.prototype.bytesMax = 0;

                /**
                 * Creates a new EntriesQuestion instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.EntriesQuestion
                 * @static
                 * @param {ledgerline.peer.v1.EntriesQuestion.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.EntriesQuestion} EntriesQuestion instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.EntriesQuestion.$Shape): ledgerline.peer.v1.EntriesQuestion & ledgerline.peer.v1.EntriesQuestion.$Shape;
                 *   (properties?: ledgerline.peer.v1.EntriesQuestion.$Properties): ledgerline.peer.v1.EntriesQuestion;
                 * }}
                 */
                EntriesQuestion.create = function(properties) {
                    return new EntriesQuestion(properties);
                };

                /**
                 * Encodes the specified EntriesQuestion message. Does not implicitly {@link ledgerline.peer.v1.EntriesQuestion.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.EntriesQuestion
                 * @static
                 * @param {ledgerline.peer.v1.EntriesQuestion.$Properties} message EntriesQuestion message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                EntriesQuestion.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.from != null && $Object.hasOwnProperty.call(message, "from") && (typeof message.from === "object" ? message.from.low || message.from.high : message.from !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.from);
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to") && (typeof message.to === "object" ? message.to.low || message.to.high : message.to !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.to);
                    if (message.bytesMax != null && $Object.hasOwnProperty.call(message, "bytesMax") && message.bytesMax !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.bytesMax);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an EntriesQuestion message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.EntriesQuestion
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.EntriesQuestion & ledgerline.peer.v1.EntriesQuestion.$Shape} EntriesQuestion
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                EntriesQuestion.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.EntriesQuestion();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.from = value;
                                else
                                    delete message.from;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.to = value;
                                else
                                    delete message.to;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.bytesMax = value;
                                else
                                    delete message.bytesMax;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return EntriesQuestion;
            })();

            v1.EntriesAnswer = (function() {

                /**
                 * Properties of an EntriesAnswer.
                 * @typedef {Object} ledgerline.peer.v1.EntriesAnswer.$Properties
                 * @property {Array.<ledgerline.peer.v1.Entry.$Properties>} [entries] EntriesAnswer entries
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an EntriesAnswer.
                 * @memberof ledgerline.peer.v1
                 * @interface IEntriesAnswer
                 * @augments ledgerline.peer.v1.EntriesAnswer.$Properties
                 * @deprecated Use ledgerline.peer.v1.EntriesAnswer.$Properties instead.
                 */

                /**
                 * Shape of an EntriesAnswer.
                 * @typedef {ledgerline.peer.v1.EntriesAnswer.$Properties} ledgerline.peer.v1.EntriesAnswer.$Shape
                 */

                /**
                 * Constructs a new EntriesAnswer.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents an EntriesAnswer.
                 * @constructor
                 * @param {ledgerline.peer.v1.EntriesAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const EntriesAnswer = function (properties) {
                    this.entries = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * EntriesAnswer entries.
                 * @member {Array.<ledgerline.peer.v1.Entry>} entries
                 * @memberof ledgerline.peer.v1.EntriesAnswer
                 * @instance
                 */
                EntriesAnswer.prototype.entries = $util.emptyArray;

                /**
                 * Creates a new EntriesAnswer instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.EntriesAnswer
                 * @static
                 * @param {ledgerline.peer.v1.EntriesAnswer.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.EntriesAnswer} EntriesAnswer instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.EntriesAnswer.$Shape): ledgerline.peer.v1.EntriesAnswer & ledgerline.peer.v1.EntriesAnswer.$Shape;
                 *   (properties?: ledgerline.peer.v1.EntriesAnswer.$Properties): ledgerline.peer.v1.EntriesAnswer;
                 * }}
                 */
                EntriesAnswer.create = function(properties) {
                    return new EntriesAnswer(properties);
                };

                /**
                 * Encodes the specified EntriesAnswer message. Does not implicitly {@link ledgerline.peer.v1.EntriesAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.EntriesAnswer
                 * @static
                 * @param {ledgerline.peer.v1.EntriesAnswer.$Properties} message EntriesAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                EntriesAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.entries != null && message.entries.length)
                        for (let i = 0; i < message.entries.length; ++i)
                            $root.ledgerline.peer.v1.Entry.encode(message.entries[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an EntriesAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.EntriesAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.EntriesAnswer & ledgerline.peer.v1.EntriesAnswer.$Shape} EntriesAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                EntriesAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.EntriesAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.entries && message.entries.length))
                                    message.entries = [];
                                message.entries.push($root.ledgerline.peer.v1.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return EntriesAnswer;
            })();

            v1.CommittedOffsetQuestion = (function() {

                /**
                 * Properties of a CommittedOffsetQuestion.
                 * @typedef {Object} ledgerline.peer.v1.CommittedOffsetQuestion.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a CommittedOffsetQuestion.
                 * @memberof ledgerline.peer.v1
                 * @interface ICommittedOffsetQuestion
                 * @augments ledgerline.peer.v1.CommittedOffsetQuestion.$Properties
                 * @deprecated Use ledgerline.peer.v1.CommittedOffsetQuestion.$Properties instead.
                 */

                /**
                 * Shape of a CommittedOffsetQuestion.
                 * @typedef {ledgerline.peer.v1.CommittedOffsetQuestion.$Properties} ledgerline.peer.v1.CommittedOffsetQuestion.$Shape
                 */

                /**
                 * Constructs a new CommittedOffsetQuestion.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a CommittedOffsetQuestion.
                 * @constructor
                 * @param {ledgerline.peer.v1.CommittedOffsetQuestion.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const CommittedOffsetQuestion = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Creates a new CommittedOffsetQuestion instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.CommittedOffsetQuestion
                 * @static
                 * @param {ledgerline.peer.v1.CommittedOffsetQuestion.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.CommittedOffsetQuestion} CommittedOffsetQuestion instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.CommittedOffsetQuestion.$Shape): ledgerline.peer.v1.CommittedOffsetQuestion & ledgerline.peer.v1.CommittedOffsetQuestion.$Shape;
                 *   (properties?: ledgerline.peer.v1.CommittedOffsetQuestion.$Properties): ledgerline.peer.v1.CommittedOffsetQuestion;
                 * }}
                 */
                CommittedOffsetQuestion.create = function(properties) {
                    return new CommittedOffsetQuestion(properties);
                };

                /**
                 * Encodes the specified CommittedOffsetQuestion message. Does not implicitly {@link ledgerline.peer.v1.CommittedOffsetQuestion.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.CommittedOffsetQuestion
                 * @static
                 * @param {ledgerline.peer.v1.CommittedOffsetQuestion.$Properties} message CommittedOffsetQuestion message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                CommittedOffsetQuestion.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a CommittedOffsetQuestion message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.CommittedOffsetQuestion
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.CommittedOffsetQuestion & ledgerline.peer.v1.CommittedOffsetQuestion.$Shape} CommittedOffsetQuestion
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                CommittedOffsetQuestion.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.CommittedOffsetQuestion();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return CommittedOffsetQuestion;
            })();

            v1.CommittedOffsetAnswer = (function() {

                /**
                 * Properties of a CommittedOffsetAnswer.
                 * @typedef {Object} ledgerline.peer.v1.CommittedOffsetAnswer.$Properties
                 * @property {boolean} [leads] CommittedOffsetAnswer leads
                 * @property {number} [offset] CommittedOffsetAnswer offset
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a CommittedOffsetAnswer.
                 * @memberof ledgerline.peer.v1
                 * @interface ICommittedOffsetAnswer
                 * @augments ledgerline.peer.v1.CommittedOffsetAnswer.$Properties
                 * @deprecated Use ledgerline.peer.v1.CommittedOffsetAnswer.$Properties instead.
                 */

                /**
                 * Shape of a CommittedOffsetAnswer.
                 * @typedef {ledgerline.peer.v1.CommittedOffsetAnswer.$Properties} ledgerline.peer.v1.CommittedOffsetAnswer.$Shape
                 */

                /**
                 * Constructs a new CommittedOffsetAnswer.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a CommittedOffsetAnswer.
                 * @constructor
                 * @param {ledgerline.peer.v1.CommittedOffsetAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const CommittedOffsetAnswer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * CommittedOffsetAnswer leads.
                 * @member {boolean} leads
                 * @memberof ledgerline.peer.v1.CommittedOffsetAnswer
                 * @instance
                 */
                CommittedOffsetAnswer.prototype.leads = false;

                /**
                 * CommittedOffsetAnswer offset.
                 * @member {number} offset
                 * @memberof ledgerline.peer.v1.CommittedOffsetAnswer
                 * @instance
                 */
                CommittedOffsetAnswer.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new CommittedOffsetAnswer instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.CommittedOffsetAnswer
                 * @static
                 * @param {ledgerline.peer.v1.CommittedOffsetAnswer.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.CommittedOffsetAnswer} CommittedOffsetAnswer instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.CommittedOffsetAnswer.$Shape): ledgerline.peer.v1.CommittedOffsetAnswer & ledgerline.peer.v1.CommittedOffsetAnswer.$Shape;
                 *   (properties?: ledgerline.peer.v1.CommittedOffsetAnswer.$Properties): ledgerline.peer.v1.CommittedOffsetAnswer;
                 * }}
                 */
                CommittedOffsetAnswer.create = function(properties) {
                    return new CommittedOffsetAnswer(properties);
                };

                /**
                 * Encodes the specified CommittedOffsetAnswer message. Does not implicitly {@link ledgerline.peer.v1.CommittedOffsetAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.CommittedOffsetAnswer
                 * @static
                 * @param {ledgerline.peer.v1.CommittedOffsetAnswer.$Properties} message CommittedOffsetAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                CommittedOffsetAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.leads != null && $Object.hasOwnProperty.call(message, "leads") && message.leads !== false)
                        writer.uint32(/* id 1, wireType 0 =*/8).bool(message.leads);
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.offset);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a CommittedOffsetAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.CommittedOffsetAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.CommittedOffsetAnswer & ledgerline.peer.v1.CommittedOffsetAnswer.$Shape} CommittedOffsetAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                CommittedOffsetAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.CommittedOffsetAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.leads = value;
                                else
                                    delete message.leads;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.offset = value;
                                else
                                    delete message.offset;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return CommittedOffsetAnswer;
            })();

            v1.SnapshotsQuestion = (function() {

                /**
                 * Properties of a SnapshotsQuestion.
                 * @typedef {Object} ledgerline.peer.v1.SnapshotsQuestion.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotsQuestion.
                 * @memberof ledgerline.peer.v1
                 * @interface ISnapshotsQuestion
                 * @augments ledgerline.peer.v1.SnapshotsQuestion.$Properties
                 * @deprecated Use ledgerline.peer.v1.SnapshotsQuestion.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotsQuestion.
                 * @typedef {ledgerline.peer.v1.SnapshotsQuestion.$Properties} ledgerline.peer.v1.SnapshotsQuestion.$Shape
                 */

                /**
                 * Constructs a new SnapshotsQuestion.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a SnapshotsQuestion.
                 * @constructor
                 * @param {ledgerline.peer.v1.SnapshotsQuestion.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotsQuestion = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Creates a new SnapshotsQuestion instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.SnapshotsQuestion
                 * @static
                 * @param {ledgerline.peer.v1.SnapshotsQuestion.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.SnapshotsQuestion} SnapshotsQuestion instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.SnapshotsQuestion.$Shape): ledgerline.peer.v1.SnapshotsQuestion & ledgerline.peer.v1.SnapshotsQuestion.$Shape;
                 *   (properties?: ledgerline.peer.v1.SnapshotsQuestion.$Properties): ledgerline.peer.v1.SnapshotsQuestion;
                 * }}
                 */
                SnapshotsQuestion.create = function(properties) {
                    return new SnapshotsQuestion(properties);
                };

                /**
                 * Encodes the specified SnapshotsQuestion message. Does not implicitly {@link ledgerline.peer.v1.SnapshotsQuestion.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.SnapshotsQuestion
                 * @static
                 * @param {ledgerline.peer.v1.SnapshotsQuestion.$Properties} message SnapshotsQuestion message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotsQuestion.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotsQuestion message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.SnapshotsQuestion
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.SnapshotsQuestion & ledgerline.peer.v1.SnapshotsQuestion.$Shape} SnapshotsQuestion
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotsQuestion.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.SnapshotsQuestion();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotsQuestion;
            })();

            v1.SnapshotsAnswer = (function() {

                /**
                 * Properties of a SnapshotsAnswer.
                 * @typedef {Object} ledgerline.peer.v1.SnapshotsAnswer.$Properties
                 * @property {Array.<ledgerline.peer.v1.SnapshotInfo.$Properties>} [snapshots] SnapshotsAnswer snapshots
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotsAnswer.
                 * @memberof ledgerline.peer.v1
                 * @interface ISnapshotsAnswer
                 * @augments ledgerline.peer.v1.SnapshotsAnswer.$Properties
                 * @deprecated Use ledgerline.peer.v1.SnapshotsAnswer.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotsAnswer.
                 * @typedef {ledgerline.peer.v1.SnapshotsAnswer.$Properties} ledgerline.peer.v1.SnapshotsAnswer.$Shape
                 */

                /**
                 * Constructs a new SnapshotsAnswer.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a SnapshotsAnswer.
                 * @constructor
                 * @param {ledgerline.peer.v1.SnapshotsAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotsAnswer = function (properties) {
                    this.snapshots = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotsAnswer snapshots.
                 * @member {Array.<ledgerline.peer.v1.SnapshotInfo>} snapshots
                 * @memberof ledgerline.peer.v1.SnapshotsAnswer
                 * @instance
                 */
                SnapshotsAnswer.prototype.snapshots = $util.emptyArray;

                /**
                 * Creates a new SnapshotsAnswer instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.SnapshotsAnswer
                 * @static
                 * @param {ledgerline.peer.v1.SnapshotsAnswer.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.SnapshotsAnswer} SnapshotsAnswer instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.SnapshotsAnswer.$Shape): ledgerline.peer.v1.SnapshotsAnswer & ledgerline.peer.v1.SnapshotsAnswer.$Shape;
                 *   (properties?: ledgerline.peer.v1.SnapshotsAnswer.$Properties): ledgerline.peer.v1.SnapshotsAnswer;
                 * }}
                 */
                SnapshotsAnswer.create = function(properties) {
                    return new SnapshotsAnswer(properties);
                };

                /**
                 * Encodes the specified SnapshotsAnswer message. Does not implicitly {@link ledgerline.peer.v1.SnapshotsAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.SnapshotsAnswer
                 * @static
                 * @param {ledgerline.peer.v1.SnapshotsAnswer.$Properties} message SnapshotsAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotsAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.snapshots != null && message.snapshots.length)
                        for (let i = 0; i < message.snapshots.length; ++i)
                            $root.ledgerline.peer.v1.SnapshotInfo.encode(message.snapshots[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotsAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.SnapshotsAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.SnapshotsAnswer & ledgerline.peer.v1.SnapshotsAnswer.$Shape} SnapshotsAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotsAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.SnapshotsAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.snapshots && message.snapshots.length))
                                    message.snapshots = [];
                                message.snapshots.push($root.ledgerline.peer.v1.SnapshotInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotsAnswer;
            })();

            v1.SnapshotInfo = (function() {

                /**
                 * Properties of a SnapshotInfo.
                 * @typedef {Object} ledgerline.peer.v1.SnapshotInfo.$Properties
                 * @property {number} [index] SnapshotInfo index
                 * @property {number} [term] SnapshotInfo term
                 * @property {number} [timestamp] SnapshotInfo timestamp
                 * @property {Uint8Array} [digest] SnapshotInfo digest
                 * @property {number} [nextOffset] SnapshotInfo nextOffset
                 * @property {number} [bytes] SnapshotInfo bytes
                 * @property {Uint8Array} [stateDigest] SnapshotInfo stateDigest
                 * @property {Uint8Array} [fileDigest] SnapshotInfo fileDigest
                 * @property {number} [stateKeys] SnapshotInfo stateKeys
                 * @property {number} [namedKeys] SnapshotInfo namedKeys
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotInfo.
                 * @memberof ledgerline.peer.v1
                 * @interface ISnapshotInfo
                 * @augments ledgerline.peer.v1.SnapshotInfo.$Properties
                 * @deprecated Use ledgerline.peer.v1.SnapshotInfo.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotInfo.
                 * @typedef {ledgerline.peer.v1.SnapshotInfo.$Properties} ledgerline.peer.v1.SnapshotInfo.$Shape
                 */

                /**
                 * Constructs a new SnapshotInfo.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a SnapshotInfo.
                 * @constructor
                 * @param {ledgerline.peer.v1.SnapshotInfo.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotInfo = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotInfo index.
                 * @member {number} index
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @instance
                 */
                SnapshotInfo.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SnapshotInfo term.
                 * @member {number} term
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @instance
                 */
                SnapshotInfo.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SnapshotInfo timestamp.
                 * @member {number} timestamp
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @instance
                 */
                SnapshotInfo.prototype.timestamp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SnapshotInfo digest.
                 * @member {Uint8Array} digest
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @instance
                 */
                SnapshotInfo.prototype.digest = $util.newBuffer([]);

                /**
                 * SnapshotInfo nextOffset.
                 * @member {number} nextOffset
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @instance
                 */
                SnapshotInfo.prototype.nextOffset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SnapshotInfo bytes.
                 * @member {number} bytes
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @instance
                 */
                SnapshotInfo.prototype.bytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SnapshotInfo stateDigest.
                 * @member {Uint8Array} stateDigest
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @instance
                 */
                SnapshotInfo.prototype.stateDigest = $util.newBuffer([]);

                /**
                 * SnapshotInfo fileDigest.
                 * @member {Uint8Array} fileDigest
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @instance
                 */
                SnapshotInfo.prototype.fileDigest = $util.newBuffer([]);

                /**
                 * SnapshotInfo stateKeys.
                 * @member {number} stateKeys
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @instance
                 */
                SnapshotInfo.prototype.stateKeys = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SnapshotInfo namedKeys.
                 * @member {number} namedKeys
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @instance
                 */
                SnapshotInfo.prototype.namedKeys = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new SnapshotInfo instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @static
                 * @param {ledgerline.peer.v1.SnapshotInfo.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.SnapshotInfo} SnapshotInfo instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.SnapshotInfo.$Shape): ledgerline.peer.v1.SnapshotInfo & ledgerline.peer.v1.SnapshotInfo.$Shape;
                 *   (properties?: ledgerline.peer.v1.SnapshotInfo.$Properties): ledgerline.peer.v1.SnapshotInfo;
                 * }}
                 */
                SnapshotInfo.create = function(properties) {
                    return new SnapshotInfo(properties);
                };

                /**
                 * Encodes the specified SnapshotInfo message. Does not implicitly {@link ledgerline.peer.v1.SnapshotInfo.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @static
                 * @param {ledgerline.peer.v1.SnapshotInfo.$Properties} message SnapshotInfo message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotInfo.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                    if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp") && (typeof message.timestamp === "object" ? message.timestamp.low || message.timestamp.high : message.timestamp !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.timestamp);
                    if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.digest);
                    if (message.nextOffset != null && $Object.hasOwnProperty.call(message, "nextOffset") && (typeof message.nextOffset === "object" ? message.nextOffset.low || message.nextOffset.high : message.nextOffset !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.nextOffset);
                    if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && (typeof message.bytes === "object" ? message.bytes.low || message.bytes.high : message.bytes !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.bytes);
                    if (message.stateDigest != null && $Object.hasOwnProperty.call(message, "stateDigest") && message.stateDigest.length)
                        writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.stateDigest);
                    if (message.fileDigest != null && $Object.hasOwnProperty.call(message, "fileDigest") && message.fileDigest.length)
                        writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.fileDigest);
                    if (message.stateKeys != null && $Object.hasOwnProperty.call(message, "stateKeys") && (typeof message.stateKeys === "object" ? message.stateKeys.low || message.stateKeys.high : message.stateKeys !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.stateKeys);
                    if (message.namedKeys != null && $Object.hasOwnProperty.call(message, "namedKeys") && (typeof message.namedKeys === "object" ? message.namedKeys.low || message.namedKeys.high : message.namedKeys !== 0))
                        writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.namedKeys);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotInfo message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.SnapshotInfo
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.SnapshotInfo & ledgerline.peer.v1.SnapshotInfo.$Shape} SnapshotInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotInfo.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.SnapshotInfo();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.timestamp = value;
                                else
                                    delete message.timestamp;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.digest = value;
                                else
                                    delete message.digest;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.nextOffset = value;
                                else
                                    delete message.nextOffset;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.bytes = value;
                                else
                                    delete message.bytes;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.stateDigest = value;
                                else
                                    delete message.stateDigest;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.fileDigest = value;
                                else
                                    delete message.fileDigest;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.stateKeys = value;
                                else
                                    delete message.stateKeys;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.namedKeys = value;
                                else
                                    delete message.namedKeys;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotInfo;
            })();

            v1.SnapshotBytesQuestion = (function() {

                /**
                 * Properties of a SnapshotBytesQuestion.
                 * @typedef {Object} ledgerline.peer.v1.SnapshotBytesQuestion.$Properties
                 * @property {number} [index] SnapshotBytesQuestion index
                 * @property {number} [position] SnapshotBytesQuestion position
                 * @property {number} [length] SnapshotBytesQuestion length
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotBytesQuestion.
                 * @memberof ledgerline.peer.v1
                 * @interface ISnapshotBytesQuestion
                 * @augments ledgerline.peer.v1.SnapshotBytesQuestion.$Properties
                 * @deprecated Use ledgerline.peer.v1.SnapshotBytesQuestion.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotBytesQuestion.
                 * @typedef {ledgerline.peer.v1.SnapshotBytesQuestion.$Properties} ledgerline.peer.v1.SnapshotBytesQuestion.$Shape
                 */

                /**
                 * Constructs a new SnapshotBytesQuestion.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a SnapshotBytesQuestion.
                 * @constructor
                 * @param {ledgerline.peer.v1.SnapshotBytesQuestion.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotBytesQuestion = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotBytesQuestion index.
                 * @member {number} index
                 * @memberof ledgerline.peer.v1.SnapshotBytesQuestion
                 * @instance
                 */
                SnapshotBytesQuestion.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SnapshotBytesQuestion position.
                 * @member {number} position
                 * @memberof ledgerline.peer.v1.SnapshotBytesQuestion
                 * @instance
                 */
                SnapshotBytesQuestion.prototype.position = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SnapshotBytesQuestion length.
                 * @member {number} length
                 * @memberof ledgerline.peer.v1.SnapshotBytesQuestion
                 * @instance
                 */
                SnapshotBytesQuestion.prototype.length = 0;

                /**
                 * Creates a new SnapshotBytesQuestion instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.SnapshotBytesQuestion
                 * @static
                 * @param {ledgerline.peer.v1.SnapshotBytesQuestion.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.SnapshotBytesQuestion} SnapshotBytesQuestion instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.SnapshotBytesQuestion.$Shape): ledgerline.peer.v1.SnapshotBytesQuestion & ledgerline.peer.v1.SnapshotBytesQuestion.$Shape;
                 *   (properties?: ledgerline.peer.v1.SnapshotBytesQuestion.$Properties): ledgerline.peer.v1.SnapshotBytesQuestion;
                 * }}
                 */
                SnapshotBytesQuestion.create = function(properties) {
                    return new SnapshotBytesQuestion(properties);
                };

                /**
                 * Encodes the specified SnapshotBytesQuestion message. Does not implicitly {@link ledgerline.peer.v1.SnapshotBytesQuestion.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.SnapshotBytesQuestion
                 * @static
                 * @param {ledgerline.peer.v1.SnapshotBytesQuestion.$Properties} message SnapshotBytesQuestion message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotBytesQuestion.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position") && (typeof message.position === "object" ? message.position.low || message.position.high : message.position !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.position);
                    if (message.length != null && $Object.hasOwnProperty.call(message, "length") && message.length !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.length);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotBytesQuestion message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.SnapshotBytesQuestion
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.SnapshotBytesQuestion & ledgerline.peer.v1.SnapshotBytesQuestion.$Shape} SnapshotBytesQuestion
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotBytesQuestion.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.SnapshotBytesQuestion();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.position = value;
                                else
                                    delete message.position;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.length = value;
                                else
                                    delete message.length;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotBytesQuestion;
            })();

            v1.SnapshotBytesAnswer = (function() {

                /**
                 * Properties of a SnapshotBytesAnswer.
                 * @typedef {Object} ledgerline.peer.v1.SnapshotBytesAnswer.$Properties
                 * @property {Uint8Array} [bytes] SnapshotBytesAnswer bytes
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotBytesAnswer.
                 * @memberof ledgerline.peer.v1
                 * @interface ISnapshotBytesAnswer
                 * @augments ledgerline.peer.v1.SnapshotBytesAnswer.$Properties
                 * @deprecated Use ledgerline.peer.v1.SnapshotBytesAnswer.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotBytesAnswer.
                 * @typedef {ledgerline.peer.v1.SnapshotBytesAnswer.$Properties} ledgerline.peer.v1.SnapshotBytesAnswer.$Shape
                 */

                /**
                 * Constructs a new SnapshotBytesAnswer.
                 * @memberof ledgerline.peer.v1
                 * @classdesc Represents a SnapshotBytesAnswer.
                 * @constructor
                 * @param {ledgerline.peer.v1.SnapshotBytesAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotBytesAnswer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotBytesAnswer bytes.
                 * @member {Uint8Array} bytes
                 * @memberof ledgerline.peer.v1.SnapshotBytesAnswer
                 * @instance
                 */
                SnapshotBytesAnswer.prototype.bytes = $util.newBuffer([]);

                /**
                 * Creates a new SnapshotBytesAnswer instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.peer.v1.SnapshotBytesAnswer
                 * @static
                 * @param {ledgerline.peer.v1.SnapshotBytesAnswer.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.peer.v1.SnapshotBytesAnswer} SnapshotBytesAnswer instance
                 * @type {{
                 *   (properties: ledgerline.peer.v1.SnapshotBytesAnswer.$Shape): ledgerline.peer.v1.SnapshotBytesAnswer & ledgerline.peer.v1.SnapshotBytesAnswer.$Shape;
                 *   (properties?: ledgerline.peer.v1.SnapshotBytesAnswer.$Properties): ledgerline.peer.v1.SnapshotBytesAnswer;
                 * }}
                 */
                SnapshotBytesAnswer.create = function(properties) {
                    return new SnapshotBytesAnswer(properties);
                };

                /**
                 * Encodes the specified SnapshotBytesAnswer message. Does not implicitly {@link ledgerline.peer.v1.SnapshotBytesAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.peer.v1.SnapshotBytesAnswer
                 * @static
                 * @param {ledgerline.peer.v1.SnapshotBytesAnswer.$Properties} message SnapshotBytesAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotBytesAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && message.bytes.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.bytes);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotBytesAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.peer.v1.SnapshotBytesAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.peer.v1.SnapshotBytesAnswer & ledgerline.peer.v1.SnapshotBytesAnswer.$Shape} SnapshotBytesAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotBytesAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ledgerline.peer.v1.SnapshotBytesAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.bytes = value;
                                else
                                    delete message.bytes;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotBytesAnswer;
            })();

            return v1;
        })();

        return peer;
    })();

    return ledgerline;
})();

export {
  $root as default
};
