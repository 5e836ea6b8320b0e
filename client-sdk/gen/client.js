/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["ledgerline-client"] || ($protobuf.roots["ledgerline-client"] = {});

export const ledgerline = $root.ledgerline = (() => {

    /**
     * Namespace ledgerline.
     * @exports ledgerline
     * @namespace
     */
    const ledgerline = {};

    ledgerline.client = (function() {

        /**
         * Namespace client.
         * @memberof ledgerline
         * @namespace
         */
        const client = {};

        client.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof ledgerline.client
             * @namespace
             */
            const v1 = {};

            v1.ClientHello = (function() {

                /**
                 * Properties of a ClientHello.
                 * @typedef {Object} ledgerline.client.v1.ClientHello.$Properties
                 * @property {string} [cluster] ClientHello cluster
                 * @property {number} [protocolMin] ClientHello protocolMin
                 * @property {number} [protocolMax] ClientHello protocolMax
                 * @property {string} [client] ClientHello client
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ClientHello.
                 * @memberof ledgerline.client.v1
                 * @interface IClientHello
                 * @augments ledgerline.client.v1.ClientHello.$Properties
                 * @deprecated Use ledgerline.client.v1.ClientHello.$Properties instead.
                 */

                /**
                 * Shape of a ClientHello.
                 * @typedef {ledgerline.client.v1.ClientHello.$Properties} ledgerline.client.v1.ClientHello.$Shape
                 */

                /**
                 * Constructs a new ClientHello.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a ClientHello.
                 * @constructor
                 * @param {ledgerline.client.v1.ClientHello.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ClientHello = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ClientHello cluster.
                 * @member {string} cluster
                 * @memberof ledgerline.client.v1.ClientHello
                 * @instance
                 */
                ClientHello.prototype.cluster = "";

                /**
                 * ClientHello protocolMin.
                 * @member {number} protocolMin
                 * @memberof ledgerline.client.v1.ClientHello
                 * @instance
                 */
                ClientHello.prototype.protocolMin = 0;

                /**
                 * ClientHello protocolMax.
                 * @member {number} protocolMax
                 * @memberof ledgerline.client.v1.ClientHello
                 * @instance
                 */
                ClientHello.prototype.protocolMax = 0;

                /**
                 * ClientHello client.
                 * @member {string} client
                 * @memberof ledgerline.client.v1.ClientHello
                 * @instance
                 */
                ClientHello.prototype.client = "";

                /**
                 * Creates a new ClientHello instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.ClientHello
                 * @static
                 * @param {ledgerline.client.v1.ClientHello.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.ClientHello} ClientHello instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.ClientHello.$Shape): ledgerline.client.v1.ClientHello & ledgerline.client.v1.ClientHello.$Shape;
                 *   (properties?: ledgerline.client.v1.ClientHello.$Properties): ledgerline.client.v1.ClientHello;
                 * }}
                 */
                ClientHello.create = function(properties) {
                    return new ClientHello(properties);
                };

                /**
                 * Encodes the specified ClientHello message. Does not implicitly {@link ledgerline.client.v1.ClientHello.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.ClientHello
                 * @static
                 * @param {ledgerline.client.v1.ClientHello.$Properties} message ClientHello message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ClientHello.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.cluster);
                    if (message.protocolMin != null && $Object.hasOwnProperty.call(message, "protocolMin") && message.protocolMin !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.protocolMin);
                    if (message.protocolMax != null && $Object.hasOwnProperty.call(message, "protocolMax") && message.protocolMax !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.protocolMax);
                    if (message.client != null && $Object.hasOwnProperty.call(message, "client") && message.client !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.client);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ClientHello message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.ClientHello
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ClientHello & ledgerline.client.v1.ClientHello.$Shape} ClientHello
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ClientHello.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.ClientHello();
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
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.protocolMin = value;
                                else
                                    delete message.protocolMin;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.protocolMax = value;
                                else
                                    delete message.protocolMax;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.client = value;
                                else
                                    delete message.client;
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

                return ClientHello;
            })();

            v1.ServerHello = (function() {

                /**
                 * Properties of a ServerHello.
                 * @typedef {Object} ledgerline.client.v1.ServerHello.$Properties
                 * @property {string} [cluster] ServerHello cluster
                 * @property {string} [node] ServerHello node
                 * @property {string} [incarnation] ServerHello incarnation
                 * @property {number} [protocol] ServerHello protocol
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ServerHello.
                 * @memberof ledgerline.client.v1
                 * @interface IServerHello
                 * @augments ledgerline.client.v1.ServerHello.$Properties
                 * @deprecated Use ledgerline.client.v1.ServerHello.$Properties instead.
                 */

                /**
                 * Shape of a ServerHello.
                 * @typedef {ledgerline.client.v1.ServerHello.$Properties} ledgerline.client.v1.ServerHello.$Shape
                 */

                /**
                 * Constructs a new ServerHello.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a ServerHello.
                 * @constructor
                 * @param {ledgerline.client.v1.ServerHello.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ServerHello = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ServerHello cluster.
                 * @member {string} cluster
                 * @memberof ledgerline.client.v1.ServerHello
                 * @instance
                 */
                ServerHello.prototype.cluster = "";

                /**
                 * ServerHello node.
                 * @member {string} node
                 * @memberof ledgerline.client.v1.ServerHello
                 * @instance
                 */
                ServerHello.prototype.node = "";

                /**
                 * ServerHello incarnation.
                 * @member {string} incarnation
                 * @memberof ledgerline.client.v1.ServerHello
                 * @instance
                 */
                ServerHello.prototype.incarnation = "";

                /**
                 * ServerHello protocol.
                 * @member {number} protocol
                 * @memberof ledgerline.client.v1.ServerHello
                 * @instance
                 */
                ServerHello.prototype.protocol = 0;

                /**
                 * Creates a new ServerHello instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.ServerHello
                 * @static
                 * @param {ledgerline.client.v1.ServerHello.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.ServerHello} ServerHello instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.ServerHello.$Shape): ledgerline.client.v1.ServerHello & ledgerline.client.v1.ServerHello.$Shape;
                 *   (properties?: ledgerline.client.v1.ServerHello.$Properties): ledgerline.client.v1.ServerHello;
                 * }}
                 */
                ServerHello.create = function(properties) {
                    return new ServerHello(properties);
                };

                /**
                 * Encodes the specified ServerHello message. Does not implicitly {@link ledgerline.client.v1.ServerHello.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.ServerHello
                 * @static
                 * @param {ledgerline.client.v1.ServerHello.$Properties} message ServerHello message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ServerHello.encode = function (message, writer, _depth) {
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
                    if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.protocol);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ServerHello message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.ServerHello
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ServerHello & ledgerline.client.v1.ServerHello.$Shape} ServerHello
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ServerHello.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.ServerHello();
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
                                    message.protocol = value;
                                else
                                    delete message.protocol;
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

                return ServerHello;
            })();

            /**
             * LockMode enum.
             * @name ledgerline.client.v1.LockMode
             * @enum {number}
             * @property {number} LOCK_MODE_UNSPECIFIED=0 LOCK_MODE_UNSPECIFIED value
             * @property {number} LOCK_MODE_WRITE=1 LOCK_MODE_WRITE value
             * @property {number} LOCK_MODE_READ=2 LOCK_MODE_READ value
             * @property {number} LOCK_MODE_APPEND=3 LOCK_MODE_APPEND value
             */
            v1.LockMode = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "LOCK_MODE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "LOCK_MODE_WRITE"] = 1;
                values[valuesById[2] = "LOCK_MODE_READ"] = 2;
                values[valuesById[3] = "LOCK_MODE_APPEND"] = 3;
                return values;
            })();

            v1.Lock = (function() {

                /**
                 * Properties of a Lock.
                 * @typedef {Object} ledgerline.client.v1.Lock.$Properties
                 * @property {ledgerline.client.v1.LockMode} [mode] Lock mode
                 * @property {Uint8Array} [name] Lock name
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Lock.
                 * @memberof ledgerline.client.v1
                 * @interface ILock
                 * @augments ledgerline.client.v1.Lock.$Properties
                 * @deprecated Use ledgerline.client.v1.Lock.$Properties instead.
                 */

                /**
                 * Shape of a Lock.
                 * @typedef {ledgerline.client.v1.Lock.$Properties} ledgerline.client.v1.Lock.$Shape
                 */

                /**
                 * Constructs a new Lock.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a Lock.
                 * @constructor
                 * @param {ledgerline.client.v1.Lock.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Lock = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Lock mode.
                 * @member {ledgerline.client.v1.LockMode} mode
                 * @memberof ledgerline.client.v1.Lock
                 * @instance
                 */
                Lock.prototype.mode = 0;

                /**
                 * Lock name.
                 * @member {Uint8Array} name
                 * @memberof ledgerline.client.v1.Lock
                 * @instance
                 */
                Lock.prototype.name = $util.newBuffer([]);

                /**
                 * Creates a new Lock instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Lock
                 * @static
                 * @param {ledgerline.client.v1.Lock.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Lock} Lock instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Lock.$Shape): ledgerline.client.v1.Lock & ledgerline.client.v1.Lock.$Shape;
                 *   (properties?: ledgerline.client.v1.Lock.$Properties): ledgerline.client.v1.Lock;
                 * }}
                 */
                Lock.create = function(properties) {
                    return new Lock(properties);
                };

                /**
                 * Encodes the specified Lock message. Does not implicitly {@link ledgerline.client.v1.Lock.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Lock
                 * @static
                 * @param {ledgerline.client.v1.Lock.$Properties} message Lock message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Lock.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.mode != null && $Object.hasOwnProperty.call(message, "mode") && message.mode !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.mode);
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.name);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Lock message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Lock
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Lock & ledgerline.client.v1.Lock.$Shape} Lock
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Lock.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.Lock();
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
                                    message.mode = value;
                                else
                                    delete message.mode;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.name = value;
                                else
                                    delete message.name;
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

                return Lock;
            })();

            v1.Delta = (function() {

                /**
                 * Properties of a Delta.
                 * @typedef {Object} ledgerline.client.v1.Delta.$Properties
                 * @property {ledgerline.client.v1.Delta.Put.$Properties|null} [put] Delta put
                 * @property {Uint8Array|null} ["delete"] Delta delete
                 * @property {Uint8Array|null} [record] Delta record
                 * @property {"put"|"delete"|"record"} [change] Delta change
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Delta.
                 * @memberof ledgerline.client.v1
                 * @interface IDelta
                 * @augments ledgerline.client.v1.Delta.$Properties
                 * @deprecated Use ledgerline.client.v1.Delta.$Properties instead.
                 */

                /**
                 * Narrowed shape of a Delta.
                 * @typedef {{
                 *   put?: ledgerline.client.v1.Delta.Put.$Shape|null;
                 *   "delete"?: Uint8Array|null;
                 *   record?: Uint8Array|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ change?: undefined; put?: null; "delete"?: null; record?: null }|{ change?: "put"; put: ledgerline.client.v1.Delta.Put.$Shape; "delete"?: null; record?: null }|{ change?: "delete"; put?: null; "delete": Uint8Array; record?: null }|{ change?: "record"; put?: null; "delete"?: null; record: Uint8Array })
                 * )} ledgerline.client.v1.Delta.$Shape
                 */

                /**
                 * Constructs a new Delta.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a Delta.
                 * @constructor
                 * @param {ledgerline.client.v1.Delta.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Delta = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Delta put.
                 * @member {ledgerline.client.v1.Delta.Put|null} put
                 * @memberof ledgerline.client.v1.Delta
                 * @instance
                 */
                Delta.prototype.put = null;

                /**
                 * Delta delete.
                 * @member {Uint8Array|null} delete
                 * @memberof ledgerline.client.v1.Delta
                 * @instance
                 */
                Delta.prototype["delete"] = null;

                /**
                 * Delta record.
                 * @member {Uint8Array|null} record
                 * @memberof ledgerline.client.v1.Delta
                 * @instance
                 */
                Delta.prototype.record = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * Delta change.
                 * @member {"put"|"delete"|"record"|undefined} change
                 * @memberof ledgerline.client.v1.Delta
                 * @instance
                 */
                $Object.defineProperty(Delta.prototype, "change", {
                    get: $util.oneOfGetter($oneOfFields = ["put", "delete", "record"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new Delta instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Delta
                 * @static
                 * @param {ledgerline.client.v1.Delta.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Delta} Delta instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Delta.$Shape): ledgerline.client.v1.Delta & ledgerline.client.v1.Delta.$Shape;
                 *   (properties?: ledgerline.client.v1.Delta.$Properties): ledgerline.client.v1.Delta;
                 * }}
                 */
                Delta.create = function(properties) {
                    return new Delta(properties);
                };

                /**
                 * Encodes the specified Delta message. Does not implicitly {@link ledgerline.client.v1.Delta.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Delta
                 * @static
                 * @param {ledgerline.client.v1.Delta.$Properties} message Delta message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Delta.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.put != null && $Object.hasOwnProperty.call(message, "put"))
                        $root.ledgerline.client.v1.Delta.Put.encode(message.put, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message["delete"] != null && $Object.hasOwnProperty.call(message, "delete"))
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message["delete"]);
                    if (message.record != null && $Object.hasOwnProperty.call(message, "record"))
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.record);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Delta message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Delta
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Delta & ledgerline.client.v1.Delta.$Shape} Delta
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Delta.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.Delta();
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
                                message.put = $root.ledgerline.client.v1.Delta.Put.decode(reader, reader.size(), $undefined, _depth + 1, message.put);
                                message.change = "put";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message["delete"] = reader.bytes();
                                message.change = "delete";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.record = reader.bytes();
                                message.change = "record";
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

                Delta.Put = (function() {

                    /**
                     * Properties of a Put.
                     * @typedef {Object} ledgerline.client.v1.Delta.Put.$Properties
                     * @property {Uint8Array} [key] Put key
                     * @property {Uint8Array} [value] Put value
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Put.
                     * @memberof ledgerline.client.v1.Delta
                     * @interface IPut
                     * @augments ledgerline.client.v1.Delta.Put.$Properties
                     * @deprecated Use ledgerline.client.v1.Delta.Put.$Properties instead.
                     */

                    /**
                     * Shape of a Put.
                     * @typedef {ledgerline.client.v1.Delta.Put.$Properties} ledgerline.client.v1.Delta.Put.$Shape
                     */

                    /**
                     * Constructs a new Put.
                     * @memberof ledgerline.client.v1.Delta
                     * @classdesc Represents a Put.
                     * @constructor
                     * @param {ledgerline.client.v1.Delta.Put.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Put = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Put key.
                     * @member {Uint8Array} key
                     * @memberof ledgerline.client.v1.Delta.Put
                     * @instance
                     */
                    Put.prototype.key = $util.newBuffer([]);

                    /**
                     * Put value.
                     * @member {Uint8Array} value
                     * @memberof ledgerline.client.v1.Delta.Put
                     * @instance
                     */
                    Put.prototype.value = $util.newBuffer([]);

                    /**
                     * Creates a new Put instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.Delta.Put
                     * @static
                     * @param {ledgerline.client.v1.Delta.Put.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.Delta.Put} Put instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.Delta.Put.$Shape): ledgerline.client.v1.Delta.Put & ledgerline.client.v1.Delta.Put.$Shape;
                     *   (properties?: ledgerline.client.v1.Delta.Put.$Properties): ledgerline.client.v1.Delta.Put;
                     * }}
                     */
                    Put.create = function(properties) {
                        return new Put(properties);
                    };

                    /**
                     * Encodes the specified Put message. Does not implicitly {@link ledgerline.client.v1.Delta.Put.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.Delta.Put
                     * @static
                     * @param {ledgerline.client.v1.Delta.Put.$Properties} message Put message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Put.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                            writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
                        if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                            writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.value);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Put message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.Delta.Put
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.Delta.Put & ledgerline.client.v1.Delta.Put.$Shape} Put
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Put.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.Delta.Put();
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
                                        message.key = value;
                                    else
                                        delete message.key;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.bytes()).length)
                                        message.value = value;
                                    else
                                        delete message.value;
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

                    return Put;
                })();

                return Delta;
            })();

            v1.Transaction = (function() {

                /**
                 * Properties of a Transaction.
                 * @typedef {Object} ledgerline.client.v1.Transaction.$Properties
                 * @property {string} [type] Transaction type
                 * @property {number} [header] Transaction header
                 * @property {Array.<ledgerline.client.v1.Lock.$Properties>} [locks] Transaction locks
                 * @property {Uint8Array|null} [generatedKey] Transaction generatedKey
                 * @property {Uint8Array|null} [namedKey] Transaction namedKey
                 * @property {number|null} [seen] Transaction seen
                 * @property {Uint8Array} [data] Transaction data
                 * @property {Array.<ledgerline.client.v1.Delta.$Properties>} [deltas] Transaction deltas
                 * @property {"generatedKey"|"namedKey"} [key] Transaction key
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Transaction.
                 * @memberof ledgerline.client.v1
                 * @interface ITransaction
                 * @augments ledgerline.client.v1.Transaction.$Properties
                 * @deprecated Use ledgerline.client.v1.Transaction.$Properties instead.
                 */

                /**
                 * Narrowed shape of a Transaction.
                 * @typedef {{
                 *   type?: string;
                 *   header?: number;
                 *   locks?: Array.<ledgerline.client.v1.Lock.$Shape>;
                 *   generatedKey?: Uint8Array|null;
                 *   namedKey?: Uint8Array|null;
                 *   seen?: number|null;
                 *   data?: Uint8Array;
                 *   deltas?: Array.<ledgerline.client.v1.Delta.$Shape>;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ key?: undefined; generatedKey?: null; namedKey?: null }|{ key?: "generatedKey"; generatedKey: Uint8Array; namedKey?: null }|{ key?: "namedKey"; generatedKey?: null; namedKey: Uint8Array })
                 * )} ledgerline.client.v1.Transaction.$Shape
                 */

                /**
                 * Constructs a new Transaction.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a Transaction.
                 * @constructor
                 * @param {ledgerline.client.v1.Transaction.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Transaction = function (properties) {
                    this.locks = [];
                    this.deltas = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Transaction type.
                 * @member {string} type
                 * @memberof ledgerline.client.v1.Transaction
                 * @instance
                 */
                Transaction.prototype.type = "";

                /**
                 * Transaction header.
                 * @member {number} header
                 * @memberof ledgerline.client.v1.Transaction
                 * @instance
                 */
                Transaction.prototype.header = 0;

                /**
                 * Transaction locks.
                 * @member {Array.<ledgerline.client.v1.Lock>} locks
                 * @memberof ledgerline.client.v1.Transaction
                 * @instance
                 */
                Transaction.prototype.locks = $util.emptyArray;

                /**
                 * Transaction generatedKey.
                 * @member {Uint8Array|null} generatedKey
                 * @memberof ledgerline.client.v1.Transaction
                 * @instance
                 */
                Transaction.prototype.generatedKey = null;

                /**
                 * Transaction namedKey.
                 * @member {Uint8Array|null} namedKey
                 * @memberof ledgerline.client.v1.Transaction
                 * @instance
                 */
                Transaction.prototype.namedKey = null;

                /**
                 * Transaction seen.
                 * @member {number|null} seen
                 * @memberof ledgerline.client.v1.Transaction
                 * @instance
                 */
                Transaction.prototype.seen = null;

                /**
                 * Transaction data.
                 * @member {Uint8Array} data
                 * @memberof ledgerline.client.v1.Transaction
                 * @instance
                 */
                Transaction.prototype.data = $util.newBuffer([]);

                /**
                 * Transaction deltas.
                 * @member {Array.<ledgerline.client.v1.Delta>} deltas
                 * @memberof ledgerline.client.v1.Transaction
                 * @instance
                 */
                Transaction.prototype.deltas = $util.emptyArray;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * Transaction key.
                 * @member {"generatedKey"|"namedKey"|undefined} key
                 * @memberof ledgerline.client.v1.Transaction
                 * @instance
                 */
                $Object.defineProperty(Transaction.prototype, "key", {
                    get: $util.oneOfGetter($oneOfFields = ["generatedKey", "namedKey"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Transaction.prototype, "_seen", {
                    get: $util.oneOfGetter($oneOfFields = ["seen"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new Transaction instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Transaction
                 * @static
                 * @param {ledgerline.client.v1.Transaction.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Transaction} Transaction instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Transaction.$Shape): ledgerline.client.v1.Transaction & ledgerline.client.v1.Transaction.$Shape;
                 *   (properties?: ledgerline.client.v1.Transaction.$Properties): ledgerline.client.v1.Transaction;
                 * }}
                 */
                Transaction.create = function(properties) {
                    return new Transaction(properties);
                };

                /**
                 * Encodes the specified Transaction message. Does not implicitly {@link ledgerline.client.v1.Transaction.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Transaction
                 * @static
                 * @param {ledgerline.client.v1.Transaction.$Properties} message Transaction message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Transaction.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.type);
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header") && message.header !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.header);
                    if (message.locks != null && message.locks.length)
                        for (let i = 0; i < message.locks.length; ++i)
                            $root.ledgerline.client.v1.Lock.encode(message.locks[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.generatedKey != null && $Object.hasOwnProperty.call(message, "generatedKey"))
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.generatedKey);
                    if (message.namedKey != null && $Object.hasOwnProperty.call(message, "namedKey"))
                        writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.namedKey);
                    if (message.seen != null && $Object.hasOwnProperty.call(message, "seen"))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.seen);
                    if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                        writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.data);
                    if (message.deltas != null && message.deltas.length)
                        for (let i = 0; i < message.deltas.length; ++i)
                            $root.ledgerline.client.v1.Delta.encode(message.deltas[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Transaction message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Transaction
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Transaction & ledgerline.client.v1.Transaction.$Shape} Transaction
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Transaction.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.Transaction();
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
                                    message.type = value;
                                else
                                    delete message.type;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.header = value;
                                else
                                    delete message.header;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.locks && message.locks.length))
                                    message.locks = [];
                                message.locks.push($root.ledgerline.client.v1.Lock.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.generatedKey = reader.bytes();
                                message.key = "generatedKey";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.namedKey = reader.bytes();
                                message.key = "namedKey";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                message.seen = reader.uint64();
                                message._seen = "seen";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.data = value;
                                else
                                    delete message.data;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.deltas && message.deltas.length))
                                    message.deltas = [];
                                message.deltas.push($root.ledgerline.client.v1.Delta.decode(reader, reader.size(), $undefined, _depth + 1));
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

                return Transaction;
            })();

            v1.SubmitRequest = (function() {

                /**
                 * Properties of a SubmitRequest.
                 * @typedef {Object} ledgerline.client.v1.SubmitRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] SubmitRequest hello
                 * @property {number} [partition] SubmitRequest partition
                 * @property {number} [firstId] SubmitRequest firstId
                 * @property {Array.<ledgerline.client.v1.Transaction.$Properties>} [transactions] SubmitRequest transactions
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SubmitRequest.
                 * @memberof ledgerline.client.v1
                 * @interface ISubmitRequest
                 * @augments ledgerline.client.v1.SubmitRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.SubmitRequest.$Properties instead.
                 */

                /**
                 * Shape of a SubmitRequest.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ClientHello.$Shape;
                 *   partition?: number;
                 *   firstId?: number;
                 *   transactions?: Array.<ledgerline.client.v1.Transaction.$Shape>;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} ledgerline.client.v1.SubmitRequest.$Shape
                 */

                /**
                 * Constructs a new SubmitRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a SubmitRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.SubmitRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SubmitRequest = function (properties) {
                    this.transactions = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SubmitRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.SubmitRequest
                 * @instance
                 */
                SubmitRequest.prototype.hello = null;

                /**
                 * SubmitRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.SubmitRequest
                 * @instance
                 */
                SubmitRequest.prototype.partition = 0;

                /**
                 * SubmitRequest firstId.
                 * @member {number} firstId
                 * @memberof ledgerline.client.v1.SubmitRequest
                 * @instance
                 */
                SubmitRequest.prototype.firstId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SubmitRequest transactions.
                 * @member {Array.<ledgerline.client.v1.Transaction>} transactions
                 * @memberof ledgerline.client.v1.SubmitRequest
                 * @instance
                 */
                SubmitRequest.prototype.transactions = $util.emptyArray;

                /**
                 * Creates a new SubmitRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.SubmitRequest
                 * @static
                 * @param {ledgerline.client.v1.SubmitRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.SubmitRequest} SubmitRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.SubmitRequest.$Shape): ledgerline.client.v1.SubmitRequest & ledgerline.client.v1.SubmitRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.SubmitRequest.$Properties): ledgerline.client.v1.SubmitRequest;
                 * }}
                 */
                SubmitRequest.create = function(properties) {
                    return new SubmitRequest(properties);
                };

                /**
                 * Encodes the specified SubmitRequest message. Does not implicitly {@link ledgerline.client.v1.SubmitRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.SubmitRequest
                 * @static
                 * @param {ledgerline.client.v1.SubmitRequest.$Properties} message SubmitRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SubmitRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.firstId != null && $Object.hasOwnProperty.call(message, "firstId") && (typeof message.firstId === "object" ? message.firstId.low || message.firstId.high : message.firstId !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.firstId);
                    if (message.transactions != null && message.transactions.length)
                        for (let i = 0; i < message.transactions.length; ++i)
                            $root.ledgerline.client.v1.Transaction.encode(message.transactions[i], writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SubmitRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.SubmitRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.SubmitRequest & ledgerline.client.v1.SubmitRequest.$Shape} SubmitRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SubmitRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.SubmitRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.firstId = value;
                                else
                                    delete message.firstId;
                                continue;
                            }
                        case 15: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.transactions && message.transactions.length))
                                    message.transactions = [];
                                message.transactions.push($root.ledgerline.client.v1.Transaction.decode(reader, reader.size(), $undefined, _depth + 1));
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

                return SubmitRequest;
            })();

            /**
             * RefusalCode enum.
             * @name ledgerline.client.v1.RefusalCode
             * @enum {number}
             * @property {number} REFUSAL_CODE_UNSPECIFIED=0 REFUSAL_CODE_UNSPECIFIED value
             * @property {number} REFUSAL_CODE_CONFLICT=1 REFUSAL_CODE_CONFLICT value
             * @property {number} REFUSAL_CODE_STALE=2 REFUSAL_CODE_STALE value
             * @property {number} REFUSAL_CODE_SEEN_AHEAD=3 REFUSAL_CODE_SEEN_AHEAD value
             * @property {number} REFUSAL_CODE_VOID=4 REFUSAL_CODE_VOID value
             * @property {number} REFUSAL_CODE_KEY_REUSED=5 REFUSAL_CODE_KEY_REUSED value
             * @property {number} REFUSAL_CODE_KEY_EXPIRED=6 REFUSAL_CODE_KEY_EXPIRED value
             * @property {number} REFUSAL_CODE_READ_LOCK_WITHOUT_SEEN=7 REFUSAL_CODE_READ_LOCK_WITHOUT_SEEN value
             * @property {number} REFUSAL_CODE_TOO_LARGE=8 REFUSAL_CODE_TOO_LARGE value
             * @property {number} REFUSAL_CODE_TOO_MANY_LOCKS=9 REFUSAL_CODE_TOO_MANY_LOCKS value
             * @property {number} REFUSAL_CODE_OVERLOADED=10 REFUSAL_CODE_OVERLOADED value
             * @property {number} REFUSAL_CODE_NOT_LEADER=11 REFUSAL_CODE_NOT_LEADER value
             * @property {number} REFUSAL_CODE_LEADERSHIP_LOST=12 REFUSAL_CODE_LEADERSHIP_LOST value
             * @property {number} REFUSAL_CODE_SHUTTING_DOWN=13 REFUSAL_CODE_SHUTTING_DOWN value
             * @property {number} REFUSAL_CODE_INVALID=14 REFUSAL_CODE_INVALID value
             * @property {number} REFUSAL_CODE_NO_SPACE=15 REFUSAL_CODE_NO_SPACE value
             * @property {number} REFUSAL_CODE_COMPACTED=16 REFUSAL_CODE_COMPACTED value
             */
            v1.RefusalCode = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "REFUSAL_CODE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "REFUSAL_CODE_CONFLICT"] = 1;
                values[valuesById[2] = "REFUSAL_CODE_STALE"] = 2;
                values[valuesById[3] = "REFUSAL_CODE_SEEN_AHEAD"] = 3;
                values[valuesById[4] = "REFUSAL_CODE_VOID"] = 4;
                values[valuesById[5] = "REFUSAL_CODE_KEY_REUSED"] = 5;
                values[valuesById[6] = "REFUSAL_CODE_KEY_EXPIRED"] = 6;
                values[valuesById[7] = "REFUSAL_CODE_READ_LOCK_WITHOUT_SEEN"] = 7;
                values[valuesById[8] = "REFUSAL_CODE_TOO_LARGE"] = 8;
                values[valuesById[9] = "REFUSAL_CODE_TOO_MANY_LOCKS"] = 9;
                values[valuesById[10] = "REFUSAL_CODE_OVERLOADED"] = 10;
                values[valuesById[11] = "REFUSAL_CODE_NOT_LEADER"] = 11;
                values[valuesById[12] = "REFUSAL_CODE_LEADERSHIP_LOST"] = 12;
                values[valuesById[13] = "REFUSAL_CODE_SHUTTING_DOWN"] = 13;
                values[valuesById[14] = "REFUSAL_CODE_INVALID"] = 14;
                values[valuesById[15] = "REFUSAL_CODE_NO_SPACE"] = 15;
                values[valuesById[16] = "REFUSAL_CODE_COMPACTED"] = 16;
                return values;
            })();

            /**
             * Outcome enum.
             * @name ledgerline.client.v1.Outcome
             * @enum {number}
             * @property {number} OUTCOME_UNSPECIFIED=0 OUTCOME_UNSPECIFIED value
             * @property {number} OUTCOME_NONE=1 OUTCOME_NONE value
             * @property {number} OUTCOME_UNKNOWN=2 OUTCOME_UNKNOWN value
             */
            v1.Outcome = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "OUTCOME_UNSPECIFIED"] = 0;
                values[valuesById[1] = "OUTCOME_NONE"] = 1;
                values[valuesById[2] = "OUTCOME_UNKNOWN"] = 2;
                return values;
            })();

            v1.Refusal = (function() {

                /**
                 * Properties of a Refusal.
                 * @typedef {Object} ledgerline.client.v1.Refusal.$Properties
                 * @property {ledgerline.client.v1.RefusalCode} [code] Refusal code
                 * @property {ledgerline.client.v1.Outcome} [outcome] Refusal outcome
                 * @property {Uint8Array} [lock] Refusal lock
                 * @property {number|null} [offset] Refusal offset
                 * @property {string} [leader] Refusal leader
                 * @property {string} [detail] Refusal detail
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Refusal.
                 * @memberof ledgerline.client.v1
                 * @interface IRefusal
                 * @augments ledgerline.client.v1.Refusal.$Properties
                 * @deprecated Use ledgerline.client.v1.Refusal.$Properties instead.
                 */

                /**
                 * Shape of a Refusal.
                 * @typedef {ledgerline.client.v1.Refusal.$Properties} ledgerline.client.v1.Refusal.$Shape
                 */

                /**
                 * Constructs a new Refusal.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a Refusal.
                 * @constructor
                 * @param {ledgerline.client.v1.Refusal.$Properties=} [properties] Properties to set
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
                 * @member {ledgerline.client.v1.RefusalCode} code
                 * @memberof ledgerline.client.v1.Refusal
                 * @instance
                 */
                Refusal.prototype.code = 0;

                /**
                 * Refusal outcome.
                 * @member {ledgerline.client.v1.Outcome} outcome
                 * @memberof ledgerline.client.v1.Refusal
                 * @instance
                 */
                Refusal.prototype.outcome = 0;

                /**
                 * Refusal lock.
                 * @member {Uint8Array} lock
                 * @memberof ledgerline.client.v1.Refusal
                 * @instance
                 */
                Refusal.prototype.lock = $util.newBuffer([]);

                /**
                 * Refusal offset.
                 * @member {number|null} offset
                 * @memberof ledgerline.client.v1.Refusal
                 * @instance
                 */
                Refusal.prototype.offset = null;

                /**
                 * Refusal leader.
                 * @member {string} leader
                 * @memberof ledgerline.client.v1.Refusal
                 * @instance
                 */
                Refusal.prototype.leader = "";

                /**
                 * Refusal detail.
                 * @member {string} detail
                 * @memberof ledgerline.client.v1.Refusal
                 * @instance
                 */
                Refusal.prototype.detail = "";

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Refusal.prototype, "_offset", {
                    get: $util.oneOfGetter($oneOfFields = ["offset"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new Refusal instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Refusal
                 * @static
                 * @param {ledgerline.client.v1.Refusal.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Refusal} Refusal instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Refusal.$Shape): ledgerline.client.v1.Refusal & ledgerline.client.v1.Refusal.$Shape;
                 *   (properties?: ledgerline.client.v1.Refusal.$Properties): ledgerline.client.v1.Refusal;
                 * }}
                 */
                Refusal.create = function(properties) {
                    return new Refusal(properties);
                };

                /**
                 * Encodes the specified Refusal message. Does not implicitly {@link ledgerline.client.v1.Refusal.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Refusal
                 * @static
                 * @param {ledgerline.client.v1.Refusal.$Properties} message Refusal message or plain object to encode
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
                    if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.outcome);
                    if (message.lock != null && $Object.hasOwnProperty.call(message, "lock") && message.lock.length)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.lock);
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset"))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.offset);
                    if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.leader);
                    if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.detail);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Refusal message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Refusal
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Refusal & ledgerline.client.v1.Refusal.$Shape} Refusal
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
                    message = _target || new $root.ledgerline.client.v1.Refusal();
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
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.outcome = value;
                                else
                                    delete message.outcome;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.lock = value;
                                else
                                    delete message.lock;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                message.offset = reader.uint64();
                                message._offset = "offset";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.leader = value;
                                else
                                    delete message.leader;
                                continue;
                            }
                        case 6: {
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

            v1.Result = (function() {

                /**
                 * Properties of a Result.
                 * @typedef {Object} ledgerline.client.v1.Result.$Properties
                 * @property {number} [id] Result id
                 * @property {number} [offset] Result offset
                 * @property {boolean} [duplicate] Result duplicate
                 * @property {ledgerline.client.v1.Refusal.$Properties} [refusal] Result refusal
                 * @property {boolean} [accepted] Result accepted
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Result.
                 * @memberof ledgerline.client.v1
                 * @interface IResult
                 * @augments ledgerline.client.v1.Result.$Properties
                 * @deprecated Use ledgerline.client.v1.Result.$Properties instead.
                 */

                /**
                 * Shape of a Result.
                 * @typedef {ledgerline.client.v1.Result.$Properties} ledgerline.client.v1.Result.$Shape
                 */

                /**
                 * Constructs a new Result.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a Result.
                 * @constructor
                 * @param {ledgerline.client.v1.Result.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Result = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Result id.
                 * @member {number} id
                 * @memberof ledgerline.client.v1.Result
                 * @instance
                 */
                Result.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Result offset.
                 * @member {number} offset
                 * @memberof ledgerline.client.v1.Result
                 * @instance
                 */
                Result.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Result duplicate.
                 * @member {boolean} duplicate
                 * @memberof ledgerline.client.v1.Result
                 * @instance
                 */
                Result.prototype.duplicate = false;

                /**
                 * Result refusal.
                 * @member {ledgerline.client.v1.Refusal} refusal
                 * @memberof ledgerline.client.v1.Result
                 * @instance
                 */
                Result.prototype.refusal = null;

                /**
                 * Result accepted.
                 * @member {boolean} accepted
                 * @memberof ledgerline.client.v1.Result
                 * @instance
                 */
                Result.prototype.accepted = false;

                /**
                 * Creates a new Result instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Result
                 * @static
                 * @param {ledgerline.client.v1.Result.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Result} Result instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Result.$Shape): ledgerline.client.v1.Result & ledgerline.client.v1.Result.$Shape;
                 *   (properties?: ledgerline.client.v1.Result.$Properties): ledgerline.client.v1.Result;
                 * }}
                 */
                Result.create = function(properties) {
                    return new Result(properties);
                };

                /**
                 * Encodes the specified Result message. Does not implicitly {@link ledgerline.client.v1.Result.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Result
                 * @static
                 * @param {ledgerline.client.v1.Result.$Properties} message Result message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Result.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.offset);
                    if (message.duplicate != null && $Object.hasOwnProperty.call(message, "duplicate") && message.duplicate !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.duplicate);
                    if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                        $root.ledgerline.client.v1.Refusal.encode(message.refusal, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.accepted != null && $Object.hasOwnProperty.call(message, "accepted") && message.accepted !== false)
                        writer.uint32(/* id 5, wireType 0 =*/40).bool(message.accepted);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Result message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Result
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Result & ledgerline.client.v1.Result.$Shape} Result
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Result.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.Result();
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
                                    message.id = value;
                                else
                                    delete message.id;
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
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.duplicate = value;
                                else
                                    delete message.duplicate;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.refusal = $root.ledgerline.client.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.accepted = value;
                                else
                                    delete message.accepted;
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

                return Result;
            })();

            v1.SubmitResponse = (function() {

                /**
                 * Properties of a SubmitResponse.
                 * @typedef {Object} ledgerline.client.v1.SubmitResponse.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] SubmitResponse hello
                 * @property {number} [partition] SubmitResponse partition
                 * @property {number} [appliedOffset] SubmitResponse appliedOffset
                 * @property {string} [leader] SubmitResponse leader
                 * @property {Array.<ledgerline.client.v1.Result.$Properties>} [results] SubmitResponse results
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SubmitResponse.
                 * @memberof ledgerline.client.v1
                 * @interface ISubmitResponse
                 * @augments ledgerline.client.v1.SubmitResponse.$Properties
                 * @deprecated Use ledgerline.client.v1.SubmitResponse.$Properties instead.
                 */

                /**
                 * Shape of a SubmitResponse.
                 * @typedef {ledgerline.client.v1.SubmitResponse.$Properties} ledgerline.client.v1.SubmitResponse.$Shape
                 */

                /**
                 * Constructs a new SubmitResponse.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a SubmitResponse.
                 * @constructor
                 * @param {ledgerline.client.v1.SubmitResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SubmitResponse = function (properties) {
                    this.results = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SubmitResponse hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.SubmitResponse
                 * @instance
                 */
                SubmitResponse.prototype.hello = null;

                /**
                 * SubmitResponse partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.SubmitResponse
                 * @instance
                 */
                SubmitResponse.prototype.partition = 0;

                /**
                 * SubmitResponse appliedOffset.
                 * @member {number} appliedOffset
                 * @memberof ledgerline.client.v1.SubmitResponse
                 * @instance
                 */
                SubmitResponse.prototype.appliedOffset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SubmitResponse leader.
                 * @member {string} leader
                 * @memberof ledgerline.client.v1.SubmitResponse
                 * @instance
                 */
                SubmitResponse.prototype.leader = "";

                /**
                 * SubmitResponse results.
                 * @member {Array.<ledgerline.client.v1.Result>} results
                 * @memberof ledgerline.client.v1.SubmitResponse
                 * @instance
                 */
                SubmitResponse.prototype.results = $util.emptyArray;

                /**
                 * Creates a new SubmitResponse instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.SubmitResponse
                 * @static
                 * @param {ledgerline.client.v1.SubmitResponse.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.SubmitResponse} SubmitResponse instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.SubmitResponse.$Shape): ledgerline.client.v1.SubmitResponse & ledgerline.client.v1.SubmitResponse.$Shape;
                 *   (properties?: ledgerline.client.v1.SubmitResponse.$Properties): ledgerline.client.v1.SubmitResponse;
                 * }}
                 */
                SubmitResponse.create = function(properties) {
                    return new SubmitResponse(properties);
                };

                /**
                 * Encodes the specified SubmitResponse message. Does not implicitly {@link ledgerline.client.v1.SubmitResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.SubmitResponse
                 * @static
                 * @param {ledgerline.client.v1.SubmitResponse.$Properties} message SubmitResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SubmitResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.appliedOffset != null && $Object.hasOwnProperty.call(message, "appliedOffset") && (typeof message.appliedOffset === "object" ? message.appliedOffset.low || message.appliedOffset.high : message.appliedOffset !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.appliedOffset);
                    if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.leader);
                    if (message.results != null && message.results.length)
                        for (let i = 0; i < message.results.length; ++i)
                            $root.ledgerline.client.v1.Result.encode(message.results[i], writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SubmitResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.SubmitResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.SubmitResponse & ledgerline.client.v1.SubmitResponse.$Shape} SubmitResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SubmitResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.SubmitResponse();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.appliedOffset = value;
                                else
                                    delete message.appliedOffset;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.leader = value;
                                else
                                    delete message.leader;
                                continue;
                            }
                        case 15: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.results && message.results.length))
                                    message.results = [];
                                message.results.push($root.ledgerline.client.v1.Result.decode(reader, reader.size(), $undefined, _depth + 1));
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

                return SubmitResponse;
            })();

            v1.TailRequest = (function() {

                /**
                 * Properties of a TailRequest.
                 * @typedef {Object} ledgerline.client.v1.TailRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] TailRequest hello
                 * @property {number} [partition] TailRequest partition
                 * @property {number} [fromOffset] TailRequest fromOffset
                 * @property {number} [toOffset] TailRequest toOffset
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TailRequest.
                 * @memberof ledgerline.client.v1
                 * @interface ITailRequest
                 * @augments ledgerline.client.v1.TailRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.TailRequest.$Properties instead.
                 */

                /**
                 * Shape of a TailRequest.
                 * @typedef {ledgerline.client.v1.TailRequest.$Properties} ledgerline.client.v1.TailRequest.$Shape
                 */

                /**
                 * Constructs a new TailRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a TailRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.TailRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TailRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * TailRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.TailRequest
                 * @instance
                 */
                TailRequest.prototype.hello = null;

                /**
                 * TailRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.TailRequest
                 * @instance
                 */
                TailRequest.prototype.partition = 0;

                /**
                 * TailRequest fromOffset.
                 * @member {number} fromOffset
                 * @memberof ledgerline.client.v1.TailRequest
                 * @instance
                 */
                TailRequest.prototype.fromOffset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * TailRequest toOffset.
                 * @member {number} toOffset
                 * @memberof ledgerline.client.v1.TailRequest
                 * @instance
                 */
                TailRequest.prototype.toOffset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new TailRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.TailRequest
                 * @static
                 * @param {ledgerline.client.v1.TailRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.TailRequest} TailRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.TailRequest.$Shape): ledgerline.client.v1.TailRequest & ledgerline.client.v1.TailRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.TailRequest.$Properties): ledgerline.client.v1.TailRequest;
                 * }}
                 */
                TailRequest.create = function(properties) {
                    return new TailRequest(properties);
                };

                /**
                 * Encodes the specified TailRequest message. Does not implicitly {@link ledgerline.client.v1.TailRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.TailRequest
                 * @static
                 * @param {ledgerline.client.v1.TailRequest.$Properties} message TailRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TailRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.fromOffset != null && $Object.hasOwnProperty.call(message, "fromOffset") && (typeof message.fromOffset === "object" ? message.fromOffset.low || message.fromOffset.high : message.fromOffset !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.fromOffset);
                    if (message.toOffset != null && $Object.hasOwnProperty.call(message, "toOffset") && (typeof message.toOffset === "object" ? message.toOffset.low || message.toOffset.high : message.toOffset !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.toOffset);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TailRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.TailRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TailRequest & ledgerline.client.v1.TailRequest.$Shape} TailRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TailRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.TailRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.fromOffset = value;
                                else
                                    delete message.fromOffset;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.toOffset = value;
                                else
                                    delete message.toOffset;
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

                return TailRequest;
            })();

            v1.TailBatch = (function() {

                /**
                 * Properties of a TailBatch.
                 * @typedef {Object} ledgerline.client.v1.TailBatch.$Properties
                 * @property {number} [firstOffset] TailBatch firstOffset
                 * @property {number} [index] TailBatch index
                 * @property {number} [term] TailBatch term
                 * @property {number} [timestamp] TailBatch timestamp
                 * @property {number} [count] TailBatch count
                 * @property {Array.<ledgerline.client.v1.Transaction.$Properties>} [transactions] TailBatch transactions
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TailBatch.
                 * @memberof ledgerline.client.v1
                 * @interface ITailBatch
                 * @augments ledgerline.client.v1.TailBatch.$Properties
                 * @deprecated Use ledgerline.client.v1.TailBatch.$Properties instead.
                 */

                /**
                 * Shape of a TailBatch.
                 * @typedef {{
                 *   firstOffset?: number;
                 *   index?: number;
                 *   term?: number;
                 *   timestamp?: number;
                 *   count?: number;
                 *   transactions?: Array.<ledgerline.client.v1.Transaction.$Shape>;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} ledgerline.client.v1.TailBatch.$Shape
                 */

                /**
                 * Constructs a new TailBatch.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a TailBatch.
                 * @constructor
                 * @param {ledgerline.client.v1.TailBatch.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TailBatch = function (properties) {
                    this.transactions = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * TailBatch firstOffset.
                 * @member {number} firstOffset
                 * @memberof ledgerline.client.v1.TailBatch
                 * @instance
                 */
                TailBatch.prototype.firstOffset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * TailBatch index.
                 * @member {number} index
                 * @memberof ledgerline.client.v1.TailBatch
                 * @instance
                 */
                TailBatch.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * TailBatch term.
                 * @member {number} term
                 * @memberof ledgerline.client.v1.TailBatch
                 * @instance
                 */
                TailBatch.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * TailBatch timestamp.
                 * @member {number} timestamp
                 * @memberof ledgerline.client.v1.TailBatch
                 * @instance
                 */
                TailBatch.prototype.timestamp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * TailBatch count.
                 * @member {number} count
                 * @memberof ledgerline.client.v1.TailBatch
                 * @instance
                 */
                TailBatch.prototype.count = 0;

                /**
                 * TailBatch transactions.
                 * @member {Array.<ledgerline.client.v1.Transaction>} transactions
                 * @memberof ledgerline.client.v1.TailBatch
                 * @instance
                 */
                TailBatch.prototype.transactions = $util.emptyArray;

                /**
                 * Creates a new TailBatch instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.TailBatch
                 * @static
                 * @param {ledgerline.client.v1.TailBatch.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.TailBatch} TailBatch instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.TailBatch.$Shape): ledgerline.client.v1.TailBatch & ledgerline.client.v1.TailBatch.$Shape;
                 *   (properties?: ledgerline.client.v1.TailBatch.$Properties): ledgerline.client.v1.TailBatch;
                 * }}
                 */
                TailBatch.create = function(properties) {
                    return new TailBatch(properties);
                };

                /**
                 * Encodes the specified TailBatch message. Does not implicitly {@link ledgerline.client.v1.TailBatch.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.TailBatch
                 * @static
                 * @param {ledgerline.client.v1.TailBatch.$Properties} message TailBatch message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TailBatch.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.firstOffset != null && $Object.hasOwnProperty.call(message, "firstOffset") && (typeof message.firstOffset === "object" ? message.firstOffset.low || message.firstOffset.high : message.firstOffset !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.firstOffset);
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.term);
                    if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp") && (typeof message.timestamp === "object" ? message.timestamp.low || message.timestamp.high : message.timestamp !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.timestamp);
                    if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.count);
                    if (message.transactions != null && message.transactions.length)
                        for (let i = 0; i < message.transactions.length; ++i)
                            $root.ledgerline.client.v1.Transaction.encode(message.transactions[i], writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TailBatch message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.TailBatch
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TailBatch & ledgerline.client.v1.TailBatch.$Shape} TailBatch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TailBatch.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.TailBatch();
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
                                    message.firstOffset = value;
                                else
                                    delete message.firstOffset;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.timestamp = value;
                                else
                                    delete message.timestamp;
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
                        case 15: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.transactions && message.transactions.length))
                                    message.transactions = [];
                                message.transactions.push($root.ledgerline.client.v1.Transaction.decode(reader, reader.size(), $undefined, _depth + 1));
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

                return TailBatch;
            })();

            v1.TailMessage = (function() {

                /**
                 * Properties of a TailMessage.
                 * @typedef {Object} ledgerline.client.v1.TailMessage.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] TailMessage hello
                 * @property {number} [partition] TailMessage partition
                 * @property {number} [appliedOffset] TailMessage appliedOffset
                 * @property {string} [leader] TailMessage leader
                 * @property {Array.<ledgerline.client.v1.TailBatch.$Properties>} [batches] TailMessage batches
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TailMessage.
                 * @memberof ledgerline.client.v1
                 * @interface ITailMessage
                 * @augments ledgerline.client.v1.TailMessage.$Properties
                 * @deprecated Use ledgerline.client.v1.TailMessage.$Properties instead.
                 */

                /**
                 * Shape of a TailMessage.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ServerHello.$Shape;
                 *   partition?: number;
                 *   appliedOffset?: number;
                 *   leader?: string;
                 *   batches?: Array.<ledgerline.client.v1.TailBatch.$Shape>;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} ledgerline.client.v1.TailMessage.$Shape
                 */

                /**
                 * Constructs a new TailMessage.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a TailMessage.
                 * @constructor
                 * @param {ledgerline.client.v1.TailMessage.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TailMessage = function (properties) {
                    this.batches = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * TailMessage hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.TailMessage
                 * @instance
                 */
                TailMessage.prototype.hello = null;

                /**
                 * TailMessage partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.TailMessage
                 * @instance
                 */
                TailMessage.prototype.partition = 0;

                /**
                 * TailMessage appliedOffset.
                 * @member {number} appliedOffset
                 * @memberof ledgerline.client.v1.TailMessage
                 * @instance
                 */
                TailMessage.prototype.appliedOffset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * TailMessage leader.
                 * @member {string} leader
                 * @memberof ledgerline.client.v1.TailMessage
                 * @instance
                 */
                TailMessage.prototype.leader = "";

                /**
                 * TailMessage batches.
                 * @member {Array.<ledgerline.client.v1.TailBatch>} batches
                 * @memberof ledgerline.client.v1.TailMessage
                 * @instance
                 */
                TailMessage.prototype.batches = $util.emptyArray;

                /**
                 * Creates a new TailMessage instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.TailMessage
                 * @static
                 * @param {ledgerline.client.v1.TailMessage.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.TailMessage} TailMessage instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.TailMessage.$Shape): ledgerline.client.v1.TailMessage & ledgerline.client.v1.TailMessage.$Shape;
                 *   (properties?: ledgerline.client.v1.TailMessage.$Properties): ledgerline.client.v1.TailMessage;
                 * }}
                 */
                TailMessage.create = function(properties) {
                    return new TailMessage(properties);
                };

                /**
                 * Encodes the specified TailMessage message. Does not implicitly {@link ledgerline.client.v1.TailMessage.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.TailMessage
                 * @static
                 * @param {ledgerline.client.v1.TailMessage.$Properties} message TailMessage message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TailMessage.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.appliedOffset != null && $Object.hasOwnProperty.call(message, "appliedOffset") && (typeof message.appliedOffset === "object" ? message.appliedOffset.low || message.appliedOffset.high : message.appliedOffset !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.appliedOffset);
                    if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.leader);
                    if (message.batches != null && message.batches.length)
                        for (let i = 0; i < message.batches.length; ++i)
                            $root.ledgerline.client.v1.TailBatch.encode(message.batches[i], writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TailMessage message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.TailMessage
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TailMessage & ledgerline.client.v1.TailMessage.$Shape} TailMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TailMessage.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.TailMessage();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.appliedOffset = value;
                                else
                                    delete message.appliedOffset;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.leader = value;
                                else
                                    delete message.leader;
                                continue;
                            }
                        case 15: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.batches && message.batches.length))
                                    message.batches = [];
                                message.batches.push($root.ledgerline.client.v1.TailBatch.decode(reader, reader.size(), $undefined, _depth + 1));
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

                return TailMessage;
            })();

            v1.Key = (function() {

                /**
                 * Properties of a Key.
                 * @typedef {Object} ledgerline.client.v1.Key.$Properties
                 * @property {Uint8Array|null} [generated] Key generated
                 * @property {Uint8Array|null} [named] Key named
                 * @property {"generated"|"named"} [kind] Key kind
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Key.
                 * @memberof ledgerline.client.v1
                 * @interface IKey
                 * @augments ledgerline.client.v1.Key.$Properties
                 * @deprecated Use ledgerline.client.v1.Key.$Properties instead.
                 */

                /**
                 * Narrowed shape of a Key.
                 * @typedef {{
                 *   generated?: Uint8Array|null;
                 *   named?: Uint8Array|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ kind?: undefined; generated?: null; named?: null }|{ kind?: "generated"; generated: Uint8Array; named?: null }|{ kind?: "named"; generated?: null; named: Uint8Array })
                 * )} ledgerline.client.v1.Key.$Shape
                 */

                /**
                 * Constructs a new Key.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a Key.
                 * @constructor
                 * @param {ledgerline.client.v1.Key.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Key = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Key generated.
                 * @member {Uint8Array|null} generated
                 * @memberof ledgerline.client.v1.Key
                 * @instance
                 */
                Key.prototype.generated = null;

                /**
                 * Key named.
                 * @member {Uint8Array|null} named
                 * @memberof ledgerline.client.v1.Key
                 * @instance
                 */
                Key.prototype.named = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * Key kind.
                 * @member {"generated"|"named"|undefined} kind
                 * @memberof ledgerline.client.v1.Key
                 * @instance
                 */
                $Object.defineProperty(Key.prototype, "kind", {
                    get: $util.oneOfGetter($oneOfFields = ["generated", "named"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new Key instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Key
                 * @static
                 * @param {ledgerline.client.v1.Key.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Key} Key instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Key.$Shape): ledgerline.client.v1.Key & ledgerline.client.v1.Key.$Shape;
                 *   (properties?: ledgerline.client.v1.Key.$Properties): ledgerline.client.v1.Key;
                 * }}
                 */
                Key.create = function(properties) {
                    return new Key(properties);
                };

                /**
                 * Encodes the specified Key message. Does not implicitly {@link ledgerline.client.v1.Key.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Key
                 * @static
                 * @param {ledgerline.client.v1.Key.$Properties} message Key message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Key.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.generated != null && $Object.hasOwnProperty.call(message, "generated"))
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.generated);
                    if (message.named != null && $Object.hasOwnProperty.call(message, "named"))
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.named);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Key message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Key
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Key & ledgerline.client.v1.Key.$Shape} Key
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Key.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.Key();
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
                                message.generated = reader.bytes();
                                message.kind = "generated";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.named = reader.bytes();
                                message.kind = "named";
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

                return Key;
            })();

            v1.LookupRequest = (function() {

                /**
                 * Properties of a LookupRequest.
                 * @typedef {Object} ledgerline.client.v1.LookupRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] LookupRequest hello
                 * @property {number} [partition] LookupRequest partition
                 * @property {ledgerline.client.v1.Key.$Properties} [key] LookupRequest key
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LookupRequest.
                 * @memberof ledgerline.client.v1
                 * @interface ILookupRequest
                 * @augments ledgerline.client.v1.LookupRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.LookupRequest.$Properties instead.
                 */

                /**
                 * Shape of a LookupRequest.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ClientHello.$Shape;
                 *   partition?: number;
                 *   key?: ledgerline.client.v1.Key.$Shape;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} ledgerline.client.v1.LookupRequest.$Shape
                 */

                /**
                 * Constructs a new LookupRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a LookupRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.LookupRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LookupRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LookupRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.LookupRequest
                 * @instance
                 */
                LookupRequest.prototype.hello = null;

                /**
                 * LookupRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.LookupRequest
                 * @instance
                 */
                LookupRequest.prototype.partition = 0;

                /**
                 * LookupRequest key.
                 * @member {ledgerline.client.v1.Key} key
                 * @memberof ledgerline.client.v1.LookupRequest
                 * @instance
                 */
                LookupRequest.prototype.key = null;

                /**
                 * Creates a new LookupRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.LookupRequest
                 * @static
                 * @param {ledgerline.client.v1.LookupRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.LookupRequest} LookupRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.LookupRequest.$Shape): ledgerline.client.v1.LookupRequest & ledgerline.client.v1.LookupRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.LookupRequest.$Properties): ledgerline.client.v1.LookupRequest;
                 * }}
                 */
                LookupRequest.create = function(properties) {
                    return new LookupRequest(properties);
                };

                /**
                 * Encodes the specified LookupRequest message. Does not implicitly {@link ledgerline.client.v1.LookupRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.LookupRequest
                 * @static
                 * @param {ledgerline.client.v1.LookupRequest.$Properties} message LookupRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LookupRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        $root.ledgerline.client.v1.Key.encode(message.key, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LookupRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.LookupRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.LookupRequest & ledgerline.client.v1.LookupRequest.$Shape} LookupRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LookupRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.LookupRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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
                                message.key = $root.ledgerline.client.v1.Key.decode(reader, reader.size(), $undefined, _depth + 1, message.key);
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

                return LookupRequest;
            })();

            v1.LookupResponse = (function() {

                /**
                 * Properties of a LookupResponse.
                 * @typedef {Object} ledgerline.client.v1.LookupResponse.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] LookupResponse hello
                 * @property {ledgerline.client.v1.LookupResponse.Found.$Properties|null} [committed] LookupResponse committed
                 * @property {ledgerline.client.v1.LookupResponse.NotYet.$Properties|null} [notYet] LookupResponse notYet
                 * @property {ledgerline.client.v1.Refusal.$Properties|null} [refusal] LookupResponse refusal
                 * @property {"committed"|"notYet"|"refusal"} [answer] LookupResponse answer
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LookupResponse.
                 * @memberof ledgerline.client.v1
                 * @interface ILookupResponse
                 * @augments ledgerline.client.v1.LookupResponse.$Properties
                 * @deprecated Use ledgerline.client.v1.LookupResponse.$Properties instead.
                 */

                /**
                 * Narrowed shape of a LookupResponse.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ServerHello.$Shape;
                 *   committed?: ledgerline.client.v1.LookupResponse.Found.$Shape|null;
                 *   notYet?: ledgerline.client.v1.LookupResponse.NotYet.$Shape|null;
                 *   refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ answer?: undefined; committed?: null; notYet?: null; refusal?: null }|{ answer?: "committed"; committed: ledgerline.client.v1.LookupResponse.Found.$Shape; notYet?: null; refusal?: null }|{ answer?: "notYet"; committed?: null; notYet: ledgerline.client.v1.LookupResponse.NotYet.$Shape; refusal?: null }|{ answer?: "refusal"; committed?: null; notYet?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                 * )} ledgerline.client.v1.LookupResponse.$Shape
                 */

                /**
                 * Constructs a new LookupResponse.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a LookupResponse.
                 * @constructor
                 * @param {ledgerline.client.v1.LookupResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LookupResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LookupResponse hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.LookupResponse
                 * @instance
                 */
                LookupResponse.prototype.hello = null;

                /**
                 * LookupResponse committed.
                 * @member {ledgerline.client.v1.LookupResponse.Found|null} committed
                 * @memberof ledgerline.client.v1.LookupResponse
                 * @instance
                 */
                LookupResponse.prototype.committed = null;

                /**
                 * LookupResponse notYet.
                 * @member {ledgerline.client.v1.LookupResponse.NotYet|null} notYet
                 * @memberof ledgerline.client.v1.LookupResponse
                 * @instance
                 */
                LookupResponse.prototype.notYet = null;

                /**
                 * LookupResponse refusal.
                 * @member {ledgerline.client.v1.Refusal|null} refusal
                 * @memberof ledgerline.client.v1.LookupResponse
                 * @instance
                 */
                LookupResponse.prototype.refusal = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * LookupResponse answer.
                 * @member {"committed"|"notYet"|"refusal"|undefined} answer
                 * @memberof ledgerline.client.v1.LookupResponse
                 * @instance
                 */
                $Object.defineProperty(LookupResponse.prototype, "answer", {
                    get: $util.oneOfGetter($oneOfFields = ["committed", "notYet", "refusal"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new LookupResponse instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.LookupResponse
                 * @static
                 * @param {ledgerline.client.v1.LookupResponse.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.LookupResponse} LookupResponse instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.LookupResponse.$Shape): ledgerline.client.v1.LookupResponse & ledgerline.client.v1.LookupResponse.$Shape;
                 *   (properties?: ledgerline.client.v1.LookupResponse.$Properties): ledgerline.client.v1.LookupResponse;
                 * }}
                 */
                LookupResponse.create = function(properties) {
                    return new LookupResponse(properties);
                };

                /**
                 * Encodes the specified LookupResponse message. Does not implicitly {@link ledgerline.client.v1.LookupResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.LookupResponse
                 * @static
                 * @param {ledgerline.client.v1.LookupResponse.$Properties} message LookupResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LookupResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.committed != null && $Object.hasOwnProperty.call(message, "committed"))
                        $root.ledgerline.client.v1.LookupResponse.Found.encode(message.committed, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.notYet != null && $Object.hasOwnProperty.call(message, "notYet"))
                        $root.ledgerline.client.v1.LookupResponse.NotYet.encode(message.notYet, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                        $root.ledgerline.client.v1.Refusal.encode(message.refusal, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LookupResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.LookupResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.LookupResponse & ledgerline.client.v1.LookupResponse.$Shape} LookupResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LookupResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.LookupResponse();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.committed = $root.ledgerline.client.v1.LookupResponse.Found.decode(reader, reader.size(), $undefined, _depth + 1, message.committed);
                                message.answer = "committed";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.notYet = $root.ledgerline.client.v1.LookupResponse.NotYet.decode(reader, reader.size(), $undefined, _depth + 1, message.notYet);
                                message.answer = "notYet";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.refusal = $root.ledgerline.client.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                                message.answer = "refusal";
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

                LookupResponse.Found = (function() {

                    /**
                     * Properties of a Found.
                     * @typedef {Object} ledgerline.client.v1.LookupResponse.Found.$Properties
                     * @property {number} [offset] Found offset
                     * @property {boolean} [isVoid] Found isVoid
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Found.
                     * @memberof ledgerline.client.v1.LookupResponse
                     * @interface IFound
                     * @augments ledgerline.client.v1.LookupResponse.Found.$Properties
                     * @deprecated Use ledgerline.client.v1.LookupResponse.Found.$Properties instead.
                     */

                    /**
                     * Shape of a Found.
                     * @typedef {ledgerline.client.v1.LookupResponse.Found.$Properties} ledgerline.client.v1.LookupResponse.Found.$Shape
                     */

                    /**
                     * Constructs a new Found.
                     * @memberof ledgerline.client.v1.LookupResponse
                     * @classdesc Represents a Found.
                     * @constructor
                     * @param {ledgerline.client.v1.LookupResponse.Found.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Found = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Found offset.
                     * @member {number} offset
                     * @memberof ledgerline.client.v1.LookupResponse.Found
                     * @instance
                     */
                    Found.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Found isVoid.
                     * @member {boolean} isVoid
                     * @memberof ledgerline.client.v1.LookupResponse.Found
                     * @instance
                     */
                    Found.prototype.isVoid = false;

                    /**
                     * Creates a new Found instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.LookupResponse.Found
                     * @static
                     * @param {ledgerline.client.v1.LookupResponse.Found.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.LookupResponse.Found} Found instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.LookupResponse.Found.$Shape): ledgerline.client.v1.LookupResponse.Found & ledgerline.client.v1.LookupResponse.Found.$Shape;
                     *   (properties?: ledgerline.client.v1.LookupResponse.Found.$Properties): ledgerline.client.v1.LookupResponse.Found;
                     * }}
                     */
                    Found.create = function(properties) {
                        return new Found(properties);
                    };

                    /**
                     * Encodes the specified Found message. Does not implicitly {@link ledgerline.client.v1.LookupResponse.Found.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.LookupResponse.Found
                     * @static
                     * @param {ledgerline.client.v1.LookupResponse.Found.$Properties} message Found message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Found.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.offset);
                        if (message.isVoid != null && $Object.hasOwnProperty.call(message, "isVoid") && message.isVoid !== false)
                            writer.uint32(/* id 2, wireType 0 =*/16).bool(message.isVoid);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Found message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.LookupResponse.Found
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.LookupResponse.Found & ledgerline.client.v1.LookupResponse.Found.$Shape} Found
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Found.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.LookupResponse.Found();
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
                                        message.offset = value;
                                    else
                                        delete message.offset;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (value = reader.bool())
                                        message.isVoid = value;
                                    else
                                        delete message.isVoid;
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

                    return Found;
                })();

                LookupResponse.NotYet = (function() {

                    /**
                     * Properties of a NotYet.
                     * @typedef {Object} ledgerline.client.v1.LookupResponse.NotYet.$Properties
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a NotYet.
                     * @memberof ledgerline.client.v1.LookupResponse
                     * @interface INotYet
                     * @augments ledgerline.client.v1.LookupResponse.NotYet.$Properties
                     * @deprecated Use ledgerline.client.v1.LookupResponse.NotYet.$Properties instead.
                     */

                    /**
                     * Shape of a NotYet.
                     * @typedef {ledgerline.client.v1.LookupResponse.NotYet.$Properties} ledgerline.client.v1.LookupResponse.NotYet.$Shape
                     */

                    /**
                     * Constructs a new NotYet.
                     * @memberof ledgerline.client.v1.LookupResponse
                     * @classdesc Represents a NotYet.
                     * @constructor
                     * @param {ledgerline.client.v1.LookupResponse.NotYet.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const NotYet = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Creates a new NotYet instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.LookupResponse.NotYet
                     * @static
                     * @param {ledgerline.client.v1.LookupResponse.NotYet.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.LookupResponse.NotYet} NotYet instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.LookupResponse.NotYet.$Shape): ledgerline.client.v1.LookupResponse.NotYet & ledgerline.client.v1.LookupResponse.NotYet.$Shape;
                     *   (properties?: ledgerline.client.v1.LookupResponse.NotYet.$Properties): ledgerline.client.v1.LookupResponse.NotYet;
                     * }}
                     */
                    NotYet.create = function(properties) {
                        return new NotYet(properties);
                    };

                    /**
                     * Encodes the specified NotYet message. Does not implicitly {@link ledgerline.client.v1.LookupResponse.NotYet.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.LookupResponse.NotYet
                     * @static
                     * @param {ledgerline.client.v1.LookupResponse.NotYet.$Properties} message NotYet message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    NotYet.encode = function (message, writer, _depth) {
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
                     * Decodes a NotYet message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.LookupResponse.NotYet
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.LookupResponse.NotYet & ledgerline.client.v1.LookupResponse.NotYet.$Shape} NotYet
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    NotYet.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.LookupResponse.NotYet();
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

                    return NotYet;
                })();

                return LookupResponse;
            })();

            v1.ResolveRequest = (function() {

                /**
                 * Properties of a ResolveRequest.
                 * @typedef {Object} ledgerline.client.v1.ResolveRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] ResolveRequest hello
                 * @property {number} [partition] ResolveRequest partition
                 * @property {ledgerline.client.v1.Key.$Properties} [key] ResolveRequest key
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ResolveRequest.
                 * @memberof ledgerline.client.v1
                 * @interface IResolveRequest
                 * @augments ledgerline.client.v1.ResolveRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.ResolveRequest.$Properties instead.
                 */

                /**
                 * Shape of a ResolveRequest.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ClientHello.$Shape;
                 *   partition?: number;
                 *   key?: ledgerline.client.v1.Key.$Shape;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} ledgerline.client.v1.ResolveRequest.$Shape
                 */

                /**
                 * Constructs a new ResolveRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a ResolveRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.ResolveRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ResolveRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ResolveRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.ResolveRequest
                 * @instance
                 */
                ResolveRequest.prototype.hello = null;

                /**
                 * ResolveRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.ResolveRequest
                 * @instance
                 */
                ResolveRequest.prototype.partition = 0;

                /**
                 * ResolveRequest key.
                 * @member {ledgerline.client.v1.Key} key
                 * @memberof ledgerline.client.v1.ResolveRequest
                 * @instance
                 */
                ResolveRequest.prototype.key = null;

                /**
                 * Creates a new ResolveRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.ResolveRequest
                 * @static
                 * @param {ledgerline.client.v1.ResolveRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.ResolveRequest} ResolveRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.ResolveRequest.$Shape): ledgerline.client.v1.ResolveRequest & ledgerline.client.v1.ResolveRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.ResolveRequest.$Properties): ledgerline.client.v1.ResolveRequest;
                 * }}
                 */
                ResolveRequest.create = function(properties) {
                    return new ResolveRequest(properties);
                };

                /**
                 * Encodes the specified ResolveRequest message. Does not implicitly {@link ledgerline.client.v1.ResolveRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.ResolveRequest
                 * @static
                 * @param {ledgerline.client.v1.ResolveRequest.$Properties} message ResolveRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ResolveRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        $root.ledgerline.client.v1.Key.encode(message.key, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ResolveRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.ResolveRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ResolveRequest & ledgerline.client.v1.ResolveRequest.$Shape} ResolveRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ResolveRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.ResolveRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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
                                message.key = $root.ledgerline.client.v1.Key.decode(reader, reader.size(), $undefined, _depth + 1, message.key);
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

                return ResolveRequest;
            })();

            v1.ResolveResponse = (function() {

                /**
                 * Properties of a ResolveResponse.
                 * @typedef {Object} ledgerline.client.v1.ResolveResponse.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] ResolveResponse hello
                 * @property {number|null} [committed] ResolveResponse committed
                 * @property {number|null} ["void"] ResolveResponse void
                 * @property {ledgerline.client.v1.Refusal.$Properties|null} [refusal] ResolveResponse refusal
                 * @property {"committed"|"void"|"refusal"} [answer] ResolveResponse answer
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ResolveResponse.
                 * @memberof ledgerline.client.v1
                 * @interface IResolveResponse
                 * @augments ledgerline.client.v1.ResolveResponse.$Properties
                 * @deprecated Use ledgerline.client.v1.ResolveResponse.$Properties instead.
                 */

                /**
                 * Narrowed shape of a ResolveResponse.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ServerHello.$Shape;
                 *   committed?: number|null;
                 *   "void"?: number|null;
                 *   refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ answer?: undefined; committed?: null; "void"?: null; refusal?: null }|{ answer?: "committed"; committed: number; "void"?: null; refusal?: null }|{ answer?: "void"; committed?: null; "void": number; refusal?: null }|{ answer?: "refusal"; committed?: null; "void"?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                 * )} ledgerline.client.v1.ResolveResponse.$Shape
                 */

                /**
                 * Constructs a new ResolveResponse.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a ResolveResponse.
                 * @constructor
                 * @param {ledgerline.client.v1.ResolveResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ResolveResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ResolveResponse hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.ResolveResponse
                 * @instance
                 */
                ResolveResponse.prototype.hello = null;

                /**
                 * ResolveResponse committed.
                 * @member {number|null} committed
                 * @memberof ledgerline.client.v1.ResolveResponse
                 * @instance
                 */
                ResolveResponse.prototype.committed = null;

                /**
                 * ResolveResponse void.
                 * @member {number|null} void
                 * @memberof ledgerline.client.v1.ResolveResponse
                 * @instance
                 */
                ResolveResponse.prototype["void"] = null;

                /**
                 * ResolveResponse refusal.
                 * @member {ledgerline.client.v1.Refusal|null} refusal
                 * @memberof ledgerline.client.v1.ResolveResponse
                 * @instance
                 */
                ResolveResponse.prototype.refusal = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * ResolveResponse answer.
                 * @member {"committed"|"void"|"refusal"|undefined} answer
                 * @memberof ledgerline.client.v1.ResolveResponse
                 * @instance
                 */
                $Object.defineProperty(ResolveResponse.prototype, "answer", {
                    get: $util.oneOfGetter($oneOfFields = ["committed", "void", "refusal"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new ResolveResponse instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.ResolveResponse
                 * @static
                 * @param {ledgerline.client.v1.ResolveResponse.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.ResolveResponse} ResolveResponse instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.ResolveResponse.$Shape): ledgerline.client.v1.ResolveResponse & ledgerline.client.v1.ResolveResponse.$Shape;
                 *   (properties?: ledgerline.client.v1.ResolveResponse.$Properties): ledgerline.client.v1.ResolveResponse;
                 * }}
                 */
                ResolveResponse.create = function(properties) {
                    return new ResolveResponse(properties);
                };

                /**
                 * Encodes the specified ResolveResponse message. Does not implicitly {@link ledgerline.client.v1.ResolveResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.ResolveResponse
                 * @static
                 * @param {ledgerline.client.v1.ResolveResponse.$Properties} message ResolveResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ResolveResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.committed != null && $Object.hasOwnProperty.call(message, "committed"))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.committed);
                    if (message["void"] != null && $Object.hasOwnProperty.call(message, "void"))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message["void"]);
                    if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                        $root.ledgerline.client.v1.Refusal.encode(message.refusal, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ResolveResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.ResolveResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ResolveResponse & ledgerline.client.v1.ResolveResponse.$Shape} ResolveResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ResolveResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.ResolveResponse();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.committed = reader.uint64();
                                message.answer = "committed";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message["void"] = reader.uint64();
                                message.answer = "void";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.refusal = $root.ledgerline.client.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                                message.answer = "refusal";
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

                return ResolveResponse;
            })();

            v1.CommittedOffsetRequest = (function() {

                /**
                 * Properties of a CommittedOffsetRequest.
                 * @typedef {Object} ledgerline.client.v1.CommittedOffsetRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] CommittedOffsetRequest hello
                 * @property {number} [partition] CommittedOffsetRequest partition
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a CommittedOffsetRequest.
                 * @memberof ledgerline.client.v1
                 * @interface ICommittedOffsetRequest
                 * @augments ledgerline.client.v1.CommittedOffsetRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.CommittedOffsetRequest.$Properties instead.
                 */

                /**
                 * Shape of a CommittedOffsetRequest.
                 * @typedef {ledgerline.client.v1.CommittedOffsetRequest.$Properties} ledgerline.client.v1.CommittedOffsetRequest.$Shape
                 */

                /**
                 * Constructs a new CommittedOffsetRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a CommittedOffsetRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.CommittedOffsetRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const CommittedOffsetRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * CommittedOffsetRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.CommittedOffsetRequest
                 * @instance
                 */
                CommittedOffsetRequest.prototype.hello = null;

                /**
                 * CommittedOffsetRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.CommittedOffsetRequest
                 * @instance
                 */
                CommittedOffsetRequest.prototype.partition = 0;

                /**
                 * Creates a new CommittedOffsetRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.CommittedOffsetRequest
                 * @static
                 * @param {ledgerline.client.v1.CommittedOffsetRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.CommittedOffsetRequest} CommittedOffsetRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.CommittedOffsetRequest.$Shape): ledgerline.client.v1.CommittedOffsetRequest & ledgerline.client.v1.CommittedOffsetRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.CommittedOffsetRequest.$Properties): ledgerline.client.v1.CommittedOffsetRequest;
                 * }}
                 */
                CommittedOffsetRequest.create = function(properties) {
                    return new CommittedOffsetRequest(properties);
                };

                /**
                 * Encodes the specified CommittedOffsetRequest message. Does not implicitly {@link ledgerline.client.v1.CommittedOffsetRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.CommittedOffsetRequest
                 * @static
                 * @param {ledgerline.client.v1.CommittedOffsetRequest.$Properties} message CommittedOffsetRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                CommittedOffsetRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a CommittedOffsetRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.CommittedOffsetRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.CommittedOffsetRequest & ledgerline.client.v1.CommittedOffsetRequest.$Shape} CommittedOffsetRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                CommittedOffsetRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.CommittedOffsetRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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

                return CommittedOffsetRequest;
            })();

            v1.CommittedOffsetResponse = (function() {

                /**
                 * Properties of a CommittedOffsetResponse.
                 * @typedef {Object} ledgerline.client.v1.CommittedOffsetResponse.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] CommittedOffsetResponse hello
                 * @property {number|null} [offset] CommittedOffsetResponse offset
                 * @property {ledgerline.client.v1.Refusal.$Properties|null} [refusal] CommittedOffsetResponse refusal
                 * @property {"offset"|"refusal"} [answer] CommittedOffsetResponse answer
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a CommittedOffsetResponse.
                 * @memberof ledgerline.client.v1
                 * @interface ICommittedOffsetResponse
                 * @augments ledgerline.client.v1.CommittedOffsetResponse.$Properties
                 * @deprecated Use ledgerline.client.v1.CommittedOffsetResponse.$Properties instead.
                 */

                /**
                 * Narrowed shape of a CommittedOffsetResponse.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ServerHello.$Shape;
                 *   offset?: number|null;
                 *   refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ answer?: undefined; offset?: null; refusal?: null }|{ answer?: "offset"; offset: number; refusal?: null }|{ answer?: "refusal"; offset?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                 * )} ledgerline.client.v1.CommittedOffsetResponse.$Shape
                 */

                /**
                 * Constructs a new CommittedOffsetResponse.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a CommittedOffsetResponse.
                 * @constructor
                 * @param {ledgerline.client.v1.CommittedOffsetResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const CommittedOffsetResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * CommittedOffsetResponse hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.CommittedOffsetResponse
                 * @instance
                 */
                CommittedOffsetResponse.prototype.hello = null;

                /**
                 * CommittedOffsetResponse offset.
                 * @member {number|null} offset
                 * @memberof ledgerline.client.v1.CommittedOffsetResponse
                 * @instance
                 */
                CommittedOffsetResponse.prototype.offset = null;

                /**
                 * CommittedOffsetResponse refusal.
                 * @member {ledgerline.client.v1.Refusal|null} refusal
                 * @memberof ledgerline.client.v1.CommittedOffsetResponse
                 * @instance
                 */
                CommittedOffsetResponse.prototype.refusal = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * CommittedOffsetResponse answer.
                 * @member {"offset"|"refusal"|undefined} answer
                 * @memberof ledgerline.client.v1.CommittedOffsetResponse
                 * @instance
                 */
                $Object.defineProperty(CommittedOffsetResponse.prototype, "answer", {
                    get: $util.oneOfGetter($oneOfFields = ["offset", "refusal"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new CommittedOffsetResponse instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.CommittedOffsetResponse
                 * @static
                 * @param {ledgerline.client.v1.CommittedOffsetResponse.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.CommittedOffsetResponse} CommittedOffsetResponse instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.CommittedOffsetResponse.$Shape): ledgerline.client.v1.CommittedOffsetResponse & ledgerline.client.v1.CommittedOffsetResponse.$Shape;
                 *   (properties?: ledgerline.client.v1.CommittedOffsetResponse.$Properties): ledgerline.client.v1.CommittedOffsetResponse;
                 * }}
                 */
                CommittedOffsetResponse.create = function(properties) {
                    return new CommittedOffsetResponse(properties);
                };

                /**
                 * Encodes the specified CommittedOffsetResponse message. Does not implicitly {@link ledgerline.client.v1.CommittedOffsetResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.CommittedOffsetResponse
                 * @static
                 * @param {ledgerline.client.v1.CommittedOffsetResponse.$Properties} message CommittedOffsetResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                CommittedOffsetResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset"))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.offset);
                    if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                        $root.ledgerline.client.v1.Refusal.encode(message.refusal, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a CommittedOffsetResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.CommittedOffsetResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.CommittedOffsetResponse & ledgerline.client.v1.CommittedOffsetResponse.$Shape} CommittedOffsetResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                CommittedOffsetResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.CommittedOffsetResponse();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.offset = reader.uint64();
                                message.answer = "offset";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.refusal = $root.ledgerline.client.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                                message.answer = "refusal";
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

                return CommittedOffsetResponse;
            })();

            v1.DescribeRequest = (function() {

                /**
                 * Properties of a DescribeRequest.
                 * @typedef {Object} ledgerline.client.v1.DescribeRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] DescribeRequest hello
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a DescribeRequest.
                 * @memberof ledgerline.client.v1
                 * @interface IDescribeRequest
                 * @augments ledgerline.client.v1.DescribeRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.DescribeRequest.$Properties instead.
                 */

                /**
                 * Shape of a DescribeRequest.
                 * @typedef {ledgerline.client.v1.DescribeRequest.$Properties} ledgerline.client.v1.DescribeRequest.$Shape
                 */

                /**
                 * Constructs a new DescribeRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a DescribeRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.DescribeRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const DescribeRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * DescribeRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.DescribeRequest
                 * @instance
                 */
                DescribeRequest.prototype.hello = null;

                /**
                 * Creates a new DescribeRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.DescribeRequest
                 * @static
                 * @param {ledgerline.client.v1.DescribeRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.DescribeRequest} DescribeRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.DescribeRequest.$Shape): ledgerline.client.v1.DescribeRequest & ledgerline.client.v1.DescribeRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.DescribeRequest.$Properties): ledgerline.client.v1.DescribeRequest;
                 * }}
                 */
                DescribeRequest.create = function(properties) {
                    return new DescribeRequest(properties);
                };

                /**
                 * Encodes the specified DescribeRequest message. Does not implicitly {@link ledgerline.client.v1.DescribeRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.DescribeRequest
                 * @static
                 * @param {ledgerline.client.v1.DescribeRequest.$Properties} message DescribeRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                DescribeRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a DescribeRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.DescribeRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.DescribeRequest & ledgerline.client.v1.DescribeRequest.$Shape} DescribeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                DescribeRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.DescribeRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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

                return DescribeRequest;
            })();

            v1.Member = (function() {

                /**
                 * Properties of a Member.
                 * @typedef {Object} ledgerline.client.v1.Member.$Properties
                 * @property {string} [id] Member id
                 * @property {string} [clientAddress] Member clientAddress
                 * @property {string} [incarnation] Member incarnation
                 * @property {string} [peerAddress] Member peerAddress
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Member.
                 * @memberof ledgerline.client.v1
                 * @interface IMember
                 * @augments ledgerline.client.v1.Member.$Properties
                 * @deprecated Use ledgerline.client.v1.Member.$Properties instead.
                 */

                /**
                 * Shape of a Member.
                 * @typedef {ledgerline.client.v1.Member.$Properties} ledgerline.client.v1.Member.$Shape
                 */

                /**
                 * Constructs a new Member.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a Member.
                 * @constructor
                 * @param {ledgerline.client.v1.Member.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Member = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Member id.
                 * @member {string} id
                 * @memberof ledgerline.client.v1.Member
                 * @instance
                 */
                Member.prototype.id = "";

                /**
                 * Member clientAddress.
                 * @member {string} clientAddress
                 * @memberof ledgerline.client.v1.Member
                 * @instance
                 */
                Member.prototype.clientAddress = "";

                /**
                 * Member incarnation.
                 * @member {string} incarnation
                 * @memberof ledgerline.client.v1.Member
                 * @instance
                 */
                Member.prototype.incarnation = "";

                /**
                 * Member peerAddress.
                 * @member {string} peerAddress
                 * @memberof ledgerline.client.v1.Member
                 * @instance
                 */
                Member.prototype.peerAddress = "";

                /**
                 * Creates a new Member instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Member
                 * @static
                 * @param {ledgerline.client.v1.Member.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Member} Member instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Member.$Shape): ledgerline.client.v1.Member & ledgerline.client.v1.Member.$Shape;
                 *   (properties?: ledgerline.client.v1.Member.$Properties): ledgerline.client.v1.Member;
                 * }}
                 */
                Member.create = function(properties) {
                    return new Member(properties);
                };

                /**
                 * Encodes the specified Member message. Does not implicitly {@link ledgerline.client.v1.Member.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Member
                 * @static
                 * @param {ledgerline.client.v1.Member.$Properties} message Member message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Member.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                    if (message.clientAddress != null && $Object.hasOwnProperty.call(message, "clientAddress") && message.clientAddress !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clientAddress);
                    if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && message.incarnation !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.incarnation);
                    if (message.peerAddress != null && $Object.hasOwnProperty.call(message, "peerAddress") && message.peerAddress !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.peerAddress);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Member message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Member
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Member & ledgerline.client.v1.Member.$Shape} Member
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Member.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.Member();
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
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientAddress = value;
                                else
                                    delete message.clientAddress;
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
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.peerAddress = value;
                                else
                                    delete message.peerAddress;
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

                return Member;
            })();

            v1.IntendedSet = (function() {

                /**
                 * Properties of an IntendedSet.
                 * @typedef {Object} ledgerline.client.v1.IntendedSet.$Properties
                 * @property {Array.<string>} [voters] IntendedSet voters
                 * @property {Array.<string>} [learners] IntendedSet learners
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an IntendedSet.
                 * @memberof ledgerline.client.v1
                 * @interface IIntendedSet
                 * @augments ledgerline.client.v1.IntendedSet.$Properties
                 * @deprecated Use ledgerline.client.v1.IntendedSet.$Properties instead.
                 */

                /**
                 * Shape of an IntendedSet.
                 * @typedef {ledgerline.client.v1.IntendedSet.$Properties} ledgerline.client.v1.IntendedSet.$Shape
                 */

                /**
                 * Constructs a new IntendedSet.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents an IntendedSet.
                 * @constructor
                 * @param {ledgerline.client.v1.IntendedSet.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const IntendedSet = function (properties) {
                    this.voters = [];
                    this.learners = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * IntendedSet voters.
                 * @member {Array.<string>} voters
                 * @memberof ledgerline.client.v1.IntendedSet
                 * @instance
                 */
                IntendedSet.prototype.voters = $util.emptyArray;

                /**
                 * IntendedSet learners.
                 * @member {Array.<string>} learners
                 * @memberof ledgerline.client.v1.IntendedSet
                 * @instance
                 */
                IntendedSet.prototype.learners = $util.emptyArray;

                /**
                 * Creates a new IntendedSet instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.IntendedSet
                 * @static
                 * @param {ledgerline.client.v1.IntendedSet.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.IntendedSet} IntendedSet instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.IntendedSet.$Shape): ledgerline.client.v1.IntendedSet & ledgerline.client.v1.IntendedSet.$Shape;
                 *   (properties?: ledgerline.client.v1.IntendedSet.$Properties): ledgerline.client.v1.IntendedSet;
                 * }}
                 */
                IntendedSet.create = function(properties) {
                    return new IntendedSet(properties);
                };

                /**
                 * Encodes the specified IntendedSet message. Does not implicitly {@link ledgerline.client.v1.IntendedSet.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.IntendedSet
                 * @static
                 * @param {ledgerline.client.v1.IntendedSet.$Properties} message IntendedSet message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                IntendedSet.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.voters != null && message.voters.length)
                        for (let i = 0; i < message.voters.length; ++i)
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.voters[i]);
                    if (message.learners != null && message.learners.length)
                        for (let i = 0; i < message.learners.length; ++i)
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.learners[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an IntendedSet message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.IntendedSet
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.IntendedSet & ledgerline.client.v1.IntendedSet.$Shape} IntendedSet
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                IntendedSet.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.IntendedSet();
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
                                if (!(message.voters && message.voters.length))
                                    message.voters = [];
                                message.voters.push(reader.stringVerify());
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.learners && message.learners.length))
                                    message.learners = [];
                                message.learners.push(reader.stringVerify());
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

                return IntendedSet;
            })();

            v1.Membership = (function() {

                /**
                 * Properties of a Membership.
                 * @typedef {Object} ledgerline.client.v1.Membership.$Properties
                 * @property {Array.<string>} [voters] Membership voters
                 * @property {Array.<string>} [outgoing] Membership outgoing
                 * @property {Array.<string>} [learners] Membership learners
                 * @property {Array.<ledgerline.client.v1.Member.$Properties>} [members] Membership members
                 * @property {number} [index] Membership index
                 * @property {boolean} [isCommitted] Membership isCommitted
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Membership.
                 * @memberof ledgerline.client.v1
                 * @interface IMembership
                 * @augments ledgerline.client.v1.Membership.$Properties
                 * @deprecated Use ledgerline.client.v1.Membership.$Properties instead.
                 */

                /**
                 * Shape of a Membership.
                 * @typedef {ledgerline.client.v1.Membership.$Properties} ledgerline.client.v1.Membership.$Shape
                 */

                /**
                 * Constructs a new Membership.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a Membership.
                 * @constructor
                 * @param {ledgerline.client.v1.Membership.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Membership = function (properties) {
                    this.voters = [];
                    this.outgoing = [];
                    this.learners = [];
                    this.members = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Membership voters.
                 * @member {Array.<string>} voters
                 * @memberof ledgerline.client.v1.Membership
                 * @instance
                 */
                Membership.prototype.voters = $util.emptyArray;

                /**
                 * Membership outgoing.
                 * @member {Array.<string>} outgoing
                 * @memberof ledgerline.client.v1.Membership
                 * @instance
                 */
                Membership.prototype.outgoing = $util.emptyArray;

                /**
                 * Membership learners.
                 * @member {Array.<string>} learners
                 * @memberof ledgerline.client.v1.Membership
                 * @instance
                 */
                Membership.prototype.learners = $util.emptyArray;

                /**
                 * Membership members.
                 * @member {Array.<ledgerline.client.v1.Member>} members
                 * @memberof ledgerline.client.v1.Membership
                 * @instance
                 */
                Membership.prototype.members = $util.emptyArray;

                /**
                 * Membership index.
                 * @member {number} index
                 * @memberof ledgerline.client.v1.Membership
                 * @instance
                 */
                Membership.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Membership isCommitted.
                 * @member {boolean} isCommitted
                 * @memberof ledgerline.client.v1.Membership
                 * @instance
                 */
                Membership.prototype.isCommitted = false;

                /**
                 * Creates a new Membership instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Membership
                 * @static
                 * @param {ledgerline.client.v1.Membership.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Membership} Membership instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Membership.$Shape): ledgerline.client.v1.Membership & ledgerline.client.v1.Membership.$Shape;
                 *   (properties?: ledgerline.client.v1.Membership.$Properties): ledgerline.client.v1.Membership;
                 * }}
                 */
                Membership.create = function(properties) {
                    return new Membership(properties);
                };

                /**
                 * Encodes the specified Membership message. Does not implicitly {@link ledgerline.client.v1.Membership.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Membership
                 * @static
                 * @param {ledgerline.client.v1.Membership.$Properties} message Membership message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Membership.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.voters != null && message.voters.length)
                        for (let i = 0; i < message.voters.length; ++i)
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.voters[i]);
                    if (message.outgoing != null && message.outgoing.length)
                        for (let i = 0; i < message.outgoing.length; ++i)
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.outgoing[i]);
                    if (message.learners != null && message.learners.length)
                        for (let i = 0; i < message.learners.length; ++i)
                            writer.uint32(/* id 3, wireType 2 =*/26).string(message.learners[i]);
                    if (message.members != null && message.members.length)
                        for (let i = 0; i < message.members.length; ++i)
                            $root.ledgerline.client.v1.Member.encode(message.members[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.index);
                    if (message.isCommitted != null && $Object.hasOwnProperty.call(message, "isCommitted") && message.isCommitted !== false)
                        writer.uint32(/* id 6, wireType 0 =*/48).bool(message.isCommitted);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Membership message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Membership
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Membership & ledgerline.client.v1.Membership.$Shape} Membership
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Membership.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.Membership();
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
                                if (!(message.voters && message.voters.length))
                                    message.voters = [];
                                message.voters.push(reader.stringVerify());
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.outgoing && message.outgoing.length))
                                    message.outgoing = [];
                                message.outgoing.push(reader.stringVerify());
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.learners && message.learners.length))
                                    message.learners = [];
                                message.learners.push(reader.stringVerify());
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.members && message.members.length))
                                    message.members = [];
                                message.members.push($root.ledgerline.client.v1.Member.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.isCommitted = value;
                                else
                                    delete message.isCommitted;
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

                return Membership;
            })();

            v1.Follower = (function() {

                /**
                 * Properties of a Follower.
                 * @typedef {Object} ledgerline.client.v1.Follower.$Properties
                 * @property {string} [id] Follower id
                 * @property {number} [matchIndex] Follower matchIndex
                 * @property {boolean} [isActive] Follower isActive
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Follower.
                 * @memberof ledgerline.client.v1
                 * @interface IFollower
                 * @augments ledgerline.client.v1.Follower.$Properties
                 * @deprecated Use ledgerline.client.v1.Follower.$Properties instead.
                 */

                /**
                 * Shape of a Follower.
                 * @typedef {ledgerline.client.v1.Follower.$Properties} ledgerline.client.v1.Follower.$Shape
                 */

                /**
                 * Constructs a new Follower.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a Follower.
                 * @constructor
                 * @param {ledgerline.client.v1.Follower.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Follower = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Follower id.
                 * @member {string} id
                 * @memberof ledgerline.client.v1.Follower
                 * @instance
                 */
                Follower.prototype.id = "";

                /**
                 * Follower matchIndex.
                 * @member {number} matchIndex
                 * @memberof ledgerline.client.v1.Follower
                 * @instance
                 */
                Follower.prototype.matchIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Follower isActive.
                 * @member {boolean} isActive
                 * @memberof ledgerline.client.v1.Follower
                 * @instance
                 */
                Follower.prototype.isActive = false;

                /**
                 * Creates a new Follower instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Follower
                 * @static
                 * @param {ledgerline.client.v1.Follower.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Follower} Follower instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Follower.$Shape): ledgerline.client.v1.Follower & ledgerline.client.v1.Follower.$Shape;
                 *   (properties?: ledgerline.client.v1.Follower.$Properties): ledgerline.client.v1.Follower;
                 * }}
                 */
                Follower.create = function(properties) {
                    return new Follower(properties);
                };

                /**
                 * Encodes the specified Follower message. Does not implicitly {@link ledgerline.client.v1.Follower.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Follower
                 * @static
                 * @param {ledgerline.client.v1.Follower.$Properties} message Follower message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Follower.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                    if (message.matchIndex != null && $Object.hasOwnProperty.call(message, "matchIndex") && (typeof message.matchIndex === "object" ? message.matchIndex.low || message.matchIndex.high : message.matchIndex !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.matchIndex);
                    if (message.isActive != null && $Object.hasOwnProperty.call(message, "isActive") && message.isActive !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.isActive);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Follower message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Follower
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Follower & ledgerline.client.v1.Follower.$Shape} Follower
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Follower.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.Follower();
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
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.matchIndex = value;
                                else
                                    delete message.matchIndex;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.isActive = value;
                                else
                                    delete message.isActive;
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

                return Follower;
            })();

            v1.Limits = (function() {

                /**
                 * Properties of a Limits.
                 * @typedef {Object} ledgerline.client.v1.Limits.$Properties
                 * @property {number} [transactionBytesMax] Limits transactionBytesMax
                 * @property {number} [locksMax] Limits locksMax
                 * @property {number} [lockRows] Limits lockRows
                 * @property {number} [recentKeys] Limits recentKeys
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Limits.
                 * @memberof ledgerline.client.v1
                 * @interface ILimits
                 * @augments ledgerline.client.v1.Limits.$Properties
                 * @deprecated Use ledgerline.client.v1.Limits.$Properties instead.
                 */

                /**
                 * Shape of a Limits.
                 * @typedef {ledgerline.client.v1.Limits.$Properties} ledgerline.client.v1.Limits.$Shape
                 */

                /**
                 * Constructs a new Limits.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a Limits.
                 * @constructor
                 * @param {ledgerline.client.v1.Limits.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Limits = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Limits transactionBytesMax.
                 * @member {number} transactionBytesMax
                 * @memberof ledgerline.client.v1.Limits
                 * @instance
                 */
                Limits.prototype.transactionBytesMax = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Limits locksMax.
                 * @member {number} locksMax
                 * @memberof ledgerline.client.v1.Limits
                 * @instance
                 */
                Limits.prototype.locksMax = 0;

                /**
                 * Limits lockRows.
                 * @member {number} lockRows
                 * @memberof ledgerline.client.v1.Limits
                 * @instance
                 */
                Limits.prototype.lockRows = 0;

                /**
                 * Limits recentKeys.
                 * @member {number} recentKeys
                 * @memberof ledgerline.client.v1.Limits
                 * @instance
                 */
                Limits.prototype.recentKeys = 0;

                /**
                 * Creates a new Limits instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Limits
                 * @static
                 * @param {ledgerline.client.v1.Limits.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Limits} Limits instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Limits.$Shape): ledgerline.client.v1.Limits & ledgerline.client.v1.Limits.$Shape;
                 *   (properties?: ledgerline.client.v1.Limits.$Properties): ledgerline.client.v1.Limits;
                 * }}
                 */
                Limits.create = function(properties) {
                    return new Limits(properties);
                };

                /**
                 * Encodes the specified Limits message. Does not implicitly {@link ledgerline.client.v1.Limits.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Limits
                 * @static
                 * @param {ledgerline.client.v1.Limits.$Properties} message Limits message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Limits.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.transactionBytesMax != null && $Object.hasOwnProperty.call(message, "transactionBytesMax") && (typeof message.transactionBytesMax === "object" ? message.transactionBytesMax.low || message.transactionBytesMax.high : message.transactionBytesMax !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.transactionBytesMax);
                    if (message.locksMax != null && $Object.hasOwnProperty.call(message, "locksMax") && message.locksMax !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.locksMax);
                    if (message.lockRows != null && $Object.hasOwnProperty.call(message, "lockRows") && message.lockRows !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.lockRows);
                    if (message.recentKeys != null && $Object.hasOwnProperty.call(message, "recentKeys") && message.recentKeys !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.recentKeys);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Limits message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Limits
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Limits & ledgerline.client.v1.Limits.$Shape} Limits
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Limits.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.Limits();
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
                                    message.transactionBytesMax = value;
                                else
                                    delete message.transactionBytesMax;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.locksMax = value;
                                else
                                    delete message.locksMax;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.lockRows = value;
                                else
                                    delete message.lockRows;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.recentKeys = value;
                                else
                                    delete message.recentKeys;
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

                return Limits;
            })();

            /**
             * Role enum.
             * @name ledgerline.client.v1.Role
             * @enum {number}
             * @property {number} ROLE_UNSPECIFIED=0 ROLE_UNSPECIFIED value
             * @property {number} ROLE_FOLLOWER=1 ROLE_FOLLOWER value
             * @property {number} ROLE_PRE_CANDIDATE=2 ROLE_PRE_CANDIDATE value
             * @property {number} ROLE_CANDIDATE=3 ROLE_CANDIDATE value
             * @property {number} ROLE_LEADER=4 ROLE_LEADER value
             */
            v1.Role = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "ROLE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "ROLE_FOLLOWER"] = 1;
                values[valuesById[2] = "ROLE_PRE_CANDIDATE"] = 2;
                values[valuesById[3] = "ROLE_CANDIDATE"] = 3;
                values[valuesById[4] = "ROLE_LEADER"] = 4;
                return values;
            })();

            v1.PartitionDescription = (function() {

                /**
                 * Properties of a PartitionDescription.
                 * @typedef {Object} ledgerline.client.v1.PartitionDescription.$Properties
                 * @property {number} [partition] PartitionDescription partition
                 * @property {ledgerline.client.v1.Role} [role] PartitionDescription role
                 * @property {number} [term] PartitionDescription term
                 * @property {string} [leader] PartitionDescription leader
                 * @property {number} [lastIndex] PartitionDescription lastIndex
                 * @property {number} [commitIndex] PartitionDescription commitIndex
                 * @property {number} [appliedIndex] PartitionDescription appliedIndex
                 * @property {number} [appliedOffset] PartitionDescription appliedOffset
                 * @property {number} [firstOffset] PartitionDescription firstOffset
                 * @property {ledgerline.client.v1.Storage.$Properties} [storage] PartitionDescription storage
                 * @property {ledgerline.client.v1.Membership.$Properties} [membership] PartitionDescription membership
                 * @property {Array.<ledgerline.client.v1.Follower.$Properties>} [followers] PartitionDescription followers
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a PartitionDescription.
                 * @memberof ledgerline.client.v1
                 * @interface IPartitionDescription
                 * @augments ledgerline.client.v1.PartitionDescription.$Properties
                 * @deprecated Use ledgerline.client.v1.PartitionDescription.$Properties instead.
                 */

                /**
                 * Shape of a PartitionDescription.
                 * @typedef {ledgerline.client.v1.PartitionDescription.$Properties} ledgerline.client.v1.PartitionDescription.$Shape
                 */

                /**
                 * Constructs a new PartitionDescription.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a PartitionDescription.
                 * @constructor
                 * @param {ledgerline.client.v1.PartitionDescription.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const PartitionDescription = function (properties) {
                    this.followers = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * PartitionDescription partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @instance
                 */
                PartitionDescription.prototype.partition = 0;

                /**
                 * PartitionDescription role.
                 * @member {ledgerline.client.v1.Role} role
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @instance
                 */
                PartitionDescription.prototype.role = 0;

                /**
                 * PartitionDescription term.
                 * @member {number} term
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @instance
                 */
                PartitionDescription.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * PartitionDescription leader.
                 * @member {string} leader
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @instance
                 */
                PartitionDescription.prototype.leader = "";

                /**
                 * PartitionDescription lastIndex.
                 * @member {number} lastIndex
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @instance
                 */
                PartitionDescription.prototype.lastIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * PartitionDescription commitIndex.
                 * @member {number} commitIndex
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @instance
                 */
                PartitionDescription.prototype.commitIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * PartitionDescription appliedIndex.
                 * @member {number} appliedIndex
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @instance
                 */
                PartitionDescription.prototype.appliedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * PartitionDescription appliedOffset.
                 * @member {number} appliedOffset
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @instance
                 */
                PartitionDescription.prototype.appliedOffset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * PartitionDescription firstOffset.
                 * @member {number} firstOffset
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @instance
                 */
                PartitionDescription.prototype.firstOffset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * PartitionDescription storage.
                 * @member {ledgerline.client.v1.Storage} storage
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @instance
                 */
                PartitionDescription.prototype.storage = null;

                /**
                 * PartitionDescription membership.
                 * @member {ledgerline.client.v1.Membership} membership
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @instance
                 */
                PartitionDescription.prototype.membership = null;

                /**
                 * PartitionDescription followers.
                 * @member {Array.<ledgerline.client.v1.Follower>} followers
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @instance
                 */
                PartitionDescription.prototype.followers = $util.emptyArray;

                /**
                 * Creates a new PartitionDescription instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @static
                 * @param {ledgerline.client.v1.PartitionDescription.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.PartitionDescription} PartitionDescription instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.PartitionDescription.$Shape): ledgerline.client.v1.PartitionDescription & ledgerline.client.v1.PartitionDescription.$Shape;
                 *   (properties?: ledgerline.client.v1.PartitionDescription.$Properties): ledgerline.client.v1.PartitionDescription;
                 * }}
                 */
                PartitionDescription.create = function(properties) {
                    return new PartitionDescription(properties);
                };

                /**
                 * Encodes the specified PartitionDescription message. Does not implicitly {@link ledgerline.client.v1.PartitionDescription.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @static
                 * @param {ledgerline.client.v1.PartitionDescription.$Properties} message PartitionDescription message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                PartitionDescription.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.partition);
                    if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.role);
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.term);
                    if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.leader);
                    if (message.lastIndex != null && $Object.hasOwnProperty.call(message, "lastIndex") && (typeof message.lastIndex === "object" ? message.lastIndex.low || message.lastIndex.high : message.lastIndex !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.lastIndex);
                    if (message.commitIndex != null && $Object.hasOwnProperty.call(message, "commitIndex") && (typeof message.commitIndex === "object" ? message.commitIndex.low || message.commitIndex.high : message.commitIndex !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.commitIndex);
                    if (message.appliedIndex != null && $Object.hasOwnProperty.call(message, "appliedIndex") && (typeof message.appliedIndex === "object" ? message.appliedIndex.low || message.appliedIndex.high : message.appliedIndex !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.appliedIndex);
                    if (message.appliedOffset != null && $Object.hasOwnProperty.call(message, "appliedOffset") && (typeof message.appliedOffset === "object" ? message.appliedOffset.low || message.appliedOffset.high : message.appliedOffset !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.appliedOffset);
                    if (message.firstOffset != null && $Object.hasOwnProperty.call(message, "firstOffset") && (typeof message.firstOffset === "object" ? message.firstOffset.low || message.firstOffset.high : message.firstOffset !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.firstOffset);
                    if (message.storage != null && $Object.hasOwnProperty.call(message, "storage"))
                        $root.ledgerline.client.v1.Storage.encode(message.storage, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                    if (message.membership != null && $Object.hasOwnProperty.call(message, "membership"))
                        $root.ledgerline.client.v1.Membership.encode(message.membership, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                    if (message.followers != null && message.followers.length)
                        for (let i = 0; i < message.followers.length; ++i)
                            $root.ledgerline.client.v1.Follower.encode(message.followers[i], writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a PartitionDescription message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.PartitionDescription
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.PartitionDescription & ledgerline.client.v1.PartitionDescription.$Shape} PartitionDescription
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                PartitionDescription.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.PartitionDescription();
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
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.role = value;
                                else
                                    delete message.role;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.leader = value;
                                else
                                    delete message.leader;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastIndex = value;
                                else
                                    delete message.lastIndex;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.commitIndex = value;
                                else
                                    delete message.commitIndex;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.appliedIndex = value;
                                else
                                    delete message.appliedIndex;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.appliedOffset = value;
                                else
                                    delete message.appliedOffset;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.firstOffset = value;
                                else
                                    delete message.firstOffset;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                message.storage = $root.ledgerline.client.v1.Storage.decode(reader, reader.size(), $undefined, _depth + 1, message.storage);
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                message.membership = $root.ledgerline.client.v1.Membership.decode(reader, reader.size(), $undefined, _depth + 1, message.membership);
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.followers && message.followers.length))
                                    message.followers = [];
                                message.followers.push($root.ledgerline.client.v1.Follower.decode(reader, reader.size(), $undefined, _depth + 1));
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

                return PartitionDescription;
            })();

            v1.LogPosition = (function() {

                /**
                 * Properties of a LogPosition.
                 * @typedef {Object} ledgerline.client.v1.LogPosition.$Properties
                 * @property {number} [index] LogPosition index
                 * @property {number} [term] LogPosition term
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LogPosition.
                 * @memberof ledgerline.client.v1
                 * @interface ILogPosition
                 * @augments ledgerline.client.v1.LogPosition.$Properties
                 * @deprecated Use ledgerline.client.v1.LogPosition.$Properties instead.
                 */

                /**
                 * Shape of a LogPosition.
                 * @typedef {ledgerline.client.v1.LogPosition.$Properties} ledgerline.client.v1.LogPosition.$Shape
                 */

                /**
                 * Constructs a new LogPosition.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a LogPosition.
                 * @constructor
                 * @param {ledgerline.client.v1.LogPosition.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LogPosition = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LogPosition index.
                 * @member {number} index
                 * @memberof ledgerline.client.v1.LogPosition
                 * @instance
                 */
                LogPosition.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LogPosition term.
                 * @member {number} term
                 * @memberof ledgerline.client.v1.LogPosition
                 * @instance
                 */
                LogPosition.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new LogPosition instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.LogPosition
                 * @static
                 * @param {ledgerline.client.v1.LogPosition.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.LogPosition} LogPosition instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.LogPosition.$Shape): ledgerline.client.v1.LogPosition & ledgerline.client.v1.LogPosition.$Shape;
                 *   (properties?: ledgerline.client.v1.LogPosition.$Properties): ledgerline.client.v1.LogPosition;
                 * }}
                 */
                LogPosition.create = function(properties) {
                    return new LogPosition(properties);
                };

                /**
                 * Encodes the specified LogPosition message. Does not implicitly {@link ledgerline.client.v1.LogPosition.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.LogPosition
                 * @static
                 * @param {ledgerline.client.v1.LogPosition.$Properties} message LogPosition message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LogPosition.encode = function (message, writer, _depth) {
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
                 * Decodes a LogPosition message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.LogPosition
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.LogPosition & ledgerline.client.v1.LogPosition.$Shape} LogPosition
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LogPosition.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.LogPosition();
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

                return LogPosition;
            })();

            v1.Storage = (function() {

                /**
                 * Properties of a Storage.
                 * @typedef {Object} ledgerline.client.v1.Storage.$Properties
                 * @property {number} [firstIndex] Storage firstIndex
                 * @property {number} [logBytes] Storage logBytes
                 * @property {number} [stateIndex] Storage stateIndex
                 * @property {number} [snapshotIndex] Storage snapshotIndex
                 * @property {Array.<ledgerline.client.v1.DamagedRange.$Properties>} [damage] Storage damage
                 * @property {number} [damagedRanges] Storage damagedRanges
                 * @property {number} [repairedRanges] Storage repairedRanges
                 * @property {ledgerline.client.v1.LogPosition.$Properties} [claim] Storage claim
                 * @property {number} [scrubbedAt] Storage scrubbedAt
                 * @property {number} [scrubbedIndex] Storage scrubbedIndex
                 * @property {Array.<string>} [diverged] Storage diverged
                 * @property {number} [freeBytes] Storage freeBytes
                 * @property {boolean} [isFull] Storage isFull
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Storage.
                 * @memberof ledgerline.client.v1
                 * @interface IStorage
                 * @augments ledgerline.client.v1.Storage.$Properties
                 * @deprecated Use ledgerline.client.v1.Storage.$Properties instead.
                 */

                /**
                 * Shape of a Storage.
                 * @typedef {ledgerline.client.v1.Storage.$Properties} ledgerline.client.v1.Storage.$Shape
                 */

                /**
                 * Constructs a new Storage.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a Storage.
                 * @constructor
                 * @param {ledgerline.client.v1.Storage.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Storage = function (properties) {
                    this.damage = [];
                    this.diverged = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Storage firstIndex.
                 * @member {number} firstIndex
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.firstIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Storage logBytes.
                 * @member {number} logBytes
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.logBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Storage stateIndex.
                 * @member {number} stateIndex
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.stateIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Storage snapshotIndex.
                 * @member {number} snapshotIndex
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.snapshotIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Storage damage.
                 * @member {Array.<ledgerline.client.v1.DamagedRange>} damage
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.damage = $util.emptyArray;

                /**
                 * Storage damagedRanges.
                 * @member {number} damagedRanges
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.damagedRanges = 0;

                /**
                 * Storage repairedRanges.
                 * @member {number} repairedRanges
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.repairedRanges = 0;

                /**
                 * Storage claim.
                 * @member {ledgerline.client.v1.LogPosition} claim
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.claim = null;

                /**
                 * Storage scrubbedAt.
                 * @member {number} scrubbedAt
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.scrubbedAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Storage scrubbedIndex.
                 * @member {number} scrubbedIndex
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.scrubbedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Storage diverged.
                 * @member {Array.<string>} diverged
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.diverged = $util.emptyArray;

                /**
                 * Storage freeBytes.
                 * @member {number} freeBytes
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.freeBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Storage isFull.
                 * @member {boolean} isFull
                 * @memberof ledgerline.client.v1.Storage
                 * @instance
                 */
                Storage.prototype.isFull = false;

                /**
                 * Creates a new Storage instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Storage
                 * @static
                 * @param {ledgerline.client.v1.Storage.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Storage} Storage instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Storage.$Shape): ledgerline.client.v1.Storage & ledgerline.client.v1.Storage.$Shape;
                 *   (properties?: ledgerline.client.v1.Storage.$Properties): ledgerline.client.v1.Storage;
                 * }}
                 */
                Storage.create = function(properties) {
                    return new Storage(properties);
                };

                /**
                 * Encodes the specified Storage message. Does not implicitly {@link ledgerline.client.v1.Storage.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Storage
                 * @static
                 * @param {ledgerline.client.v1.Storage.$Properties} message Storage message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Storage.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.firstIndex != null && $Object.hasOwnProperty.call(message, "firstIndex") && (typeof message.firstIndex === "object" ? message.firstIndex.low || message.firstIndex.high : message.firstIndex !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.firstIndex);
                    if (message.logBytes != null && $Object.hasOwnProperty.call(message, "logBytes") && (typeof message.logBytes === "object" ? message.logBytes.low || message.logBytes.high : message.logBytes !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.logBytes);
                    if (message.stateIndex != null && $Object.hasOwnProperty.call(message, "stateIndex") && (typeof message.stateIndex === "object" ? message.stateIndex.low || message.stateIndex.high : message.stateIndex !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.stateIndex);
                    if (message.snapshotIndex != null && $Object.hasOwnProperty.call(message, "snapshotIndex") && (typeof message.snapshotIndex === "object" ? message.snapshotIndex.low || message.snapshotIndex.high : message.snapshotIndex !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.snapshotIndex);
                    if (message.damage != null && message.damage.length)
                        for (let i = 0; i < message.damage.length; ++i)
                            $root.ledgerline.client.v1.DamagedRange.encode(message.damage[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.damagedRanges != null && $Object.hasOwnProperty.call(message, "damagedRanges") && message.damagedRanges !== 0)
                        writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.damagedRanges);
                    if (message.repairedRanges != null && $Object.hasOwnProperty.call(message, "repairedRanges") && message.repairedRanges !== 0)
                        writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.repairedRanges);
                    if (message.claim != null && $Object.hasOwnProperty.call(message, "claim"))
                        $root.ledgerline.client.v1.LogPosition.encode(message.claim, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                    if (message.scrubbedAt != null && $Object.hasOwnProperty.call(message, "scrubbedAt") && (typeof message.scrubbedAt === "object" ? message.scrubbedAt.low || message.scrubbedAt.high : message.scrubbedAt !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.scrubbedAt);
                    if (message.scrubbedIndex != null && $Object.hasOwnProperty.call(message, "scrubbedIndex") && (typeof message.scrubbedIndex === "object" ? message.scrubbedIndex.low || message.scrubbedIndex.high : message.scrubbedIndex !== 0))
                        writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.scrubbedIndex);
                    if (message.diverged != null && message.diverged.length)
                        for (let i = 0; i < message.diverged.length; ++i)
                            writer.uint32(/* id 11, wireType 2 =*/90).string(message.diverged[i]);
                    if (message.freeBytes != null && $Object.hasOwnProperty.call(message, "freeBytes") && (typeof message.freeBytes === "object" ? message.freeBytes.low || message.freeBytes.high : message.freeBytes !== 0))
                        writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.freeBytes);
                    if (message.isFull != null && $Object.hasOwnProperty.call(message, "isFull") && message.isFull !== false)
                        writer.uint32(/* id 13, wireType 0 =*/104).bool(message.isFull);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Storage message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Storage
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Storage & ledgerline.client.v1.Storage.$Shape} Storage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Storage.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.Storage();
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
                                    message.firstIndex = value;
                                else
                                    delete message.firstIndex;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.logBytes = value;
                                else
                                    delete message.logBytes;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.stateIndex = value;
                                else
                                    delete message.stateIndex;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.snapshotIndex = value;
                                else
                                    delete message.snapshotIndex;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.damage && message.damage.length))
                                    message.damage = [];
                                message.damage.push($root.ledgerline.client.v1.DamagedRange.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.damagedRanges = value;
                                else
                                    delete message.damagedRanges;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.repairedRanges = value;
                                else
                                    delete message.repairedRanges;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                message.claim = $root.ledgerline.client.v1.LogPosition.decode(reader, reader.size(), $undefined, _depth + 1, message.claim);
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.scrubbedAt = value;
                                else
                                    delete message.scrubbedAt;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.scrubbedIndex = value;
                                else
                                    delete message.scrubbedIndex;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.diverged && message.diverged.length))
                                    message.diverged = [];
                                message.diverged.push(reader.stringVerify());
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.freeBytes = value;
                                else
                                    delete message.freeBytes;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.isFull = value;
                                else
                                    delete message.isFull;
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

                return Storage;
            })();

            v1.DamagedRange = (function() {

                /**
                 * Properties of a DamagedRange.
                 * @typedef {Object} ledgerline.client.v1.DamagedRange.$Properties
                 * @property {number} [from] DamagedRange from
                 * @property {number} [to] DamagedRange to
                 * @property {string} [file] DamagedRange file
                 * @property {number} [position] DamagedRange position
                 * @property {string} [why] DamagedRange why
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a DamagedRange.
                 * @memberof ledgerline.client.v1
                 * @interface IDamagedRange
                 * @augments ledgerline.client.v1.DamagedRange.$Properties
                 * @deprecated Use ledgerline.client.v1.DamagedRange.$Properties instead.
                 */

                /**
                 * Shape of a DamagedRange.
                 * @typedef {ledgerline.client.v1.DamagedRange.$Properties} ledgerline.client.v1.DamagedRange.$Shape
                 */

                /**
                 * Constructs a new DamagedRange.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a DamagedRange.
                 * @constructor
                 * @param {ledgerline.client.v1.DamagedRange.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const DamagedRange = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * DamagedRange from.
                 * @member {number} from
                 * @memberof ledgerline.client.v1.DamagedRange
                 * @instance
                 */
                DamagedRange.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * DamagedRange to.
                 * @member {number} to
                 * @memberof ledgerline.client.v1.DamagedRange
                 * @instance
                 */
                DamagedRange.prototype.to = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * DamagedRange file.
                 * @member {string} file
                 * @memberof ledgerline.client.v1.DamagedRange
                 * @instance
                 */
                DamagedRange.prototype.file = "";

                /**
                 * DamagedRange position.
                 * @member {number} position
                 * @memberof ledgerline.client.v1.DamagedRange
                 * @instance
                 */
                DamagedRange.prototype.position = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * DamagedRange why.
                 * @member {string} why
                 * @memberof ledgerline.client.v1.DamagedRange
                 * @instance
                 */
                DamagedRange.prototype.why = "";

                /**
                 * Creates a new DamagedRange instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.DamagedRange
                 * @static
                 * @param {ledgerline.client.v1.DamagedRange.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.DamagedRange} DamagedRange instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.DamagedRange.$Shape): ledgerline.client.v1.DamagedRange & ledgerline.client.v1.DamagedRange.$Shape;
                 *   (properties?: ledgerline.client.v1.DamagedRange.$Properties): ledgerline.client.v1.DamagedRange;
                 * }}
                 */
                DamagedRange.create = function(properties) {
                    return new DamagedRange(properties);
                };

                /**
                 * Encodes the specified DamagedRange message. Does not implicitly {@link ledgerline.client.v1.DamagedRange.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.DamagedRange
                 * @static
                 * @param {ledgerline.client.v1.DamagedRange.$Properties} message DamagedRange message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                DamagedRange.encode = function (message, writer, _depth) {
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
                    if (message.file != null && $Object.hasOwnProperty.call(message, "file") && message.file !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.file);
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position") && (typeof message.position === "object" ? message.position.low || message.position.high : message.position !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.position);
                    if (message.why != null && $Object.hasOwnProperty.call(message, "why") && message.why !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.why);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a DamagedRange message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.DamagedRange
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.DamagedRange & ledgerline.client.v1.DamagedRange.$Shape} DamagedRange
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                DamagedRange.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.DamagedRange();
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
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.file = value;
                                else
                                    delete message.file;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.position = value;
                                else
                                    delete message.position;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.why = value;
                                else
                                    delete message.why;
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

                return DamagedRange;
            })();

            v1.DescribeResponse = (function() {

                /**
                 * Properties of a DescribeResponse.
                 * @typedef {Object} ledgerline.client.v1.DescribeResponse.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] DescribeResponse hello
                 * @property {number} [protocolMin] DescribeResponse protocolMin
                 * @property {number} [protocolMax] DescribeResponse protocolMax
                 * @property {Array.<ledgerline.client.v1.Member.$Properties>} [members] DescribeResponse members
                 * @property {ledgerline.client.v1.Limits.$Properties} [limits] DescribeResponse limits
                 * @property {Array.<ledgerline.client.v1.PartitionDescription.$Properties>} [partitions] DescribeResponse partitions
                 * @property {ledgerline.client.v1.Acknowledge} [acknowledge] DescribeResponse acknowledge
                 * @property {ledgerline.client.v1.IntendedSet.$Properties} [intended] DescribeResponse intended
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a DescribeResponse.
                 * @memberof ledgerline.client.v1
                 * @interface IDescribeResponse
                 * @augments ledgerline.client.v1.DescribeResponse.$Properties
                 * @deprecated Use ledgerline.client.v1.DescribeResponse.$Properties instead.
                 */

                /**
                 * Shape of a DescribeResponse.
                 * @typedef {ledgerline.client.v1.DescribeResponse.$Properties} ledgerline.client.v1.DescribeResponse.$Shape
                 */

                /**
                 * Constructs a new DescribeResponse.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a DescribeResponse.
                 * @constructor
                 * @param {ledgerline.client.v1.DescribeResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const DescribeResponse = function (properties) {
                    this.members = [];
                    this.partitions = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * DescribeResponse hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.DescribeResponse
                 * @instance
                 */
                DescribeResponse.prototype.hello = null;

                /**
                 * DescribeResponse protocolMin.
                 * @member {number} protocolMin
                 * @memberof ledgerline.client.v1.DescribeResponse
                 * @instance
                 */
                DescribeResponse.prototype.protocolMin = 0;

                /**
                 * DescribeResponse protocolMax.
                 * @member {number} protocolMax
                 * @memberof ledgerline.client.v1.DescribeResponse
                 * @instance
                 */
                DescribeResponse.prototype.protocolMax = 0;

                /**
                 * DescribeResponse members.
                 * @member {Array.<ledgerline.client.v1.Member>} members
                 * @memberof ledgerline.client.v1.DescribeResponse
                 * @instance
                 */
                DescribeResponse.prototype.members = $util.emptyArray;

                /**
                 * DescribeResponse limits.
                 * @member {ledgerline.client.v1.Limits} limits
                 * @memberof ledgerline.client.v1.DescribeResponse
                 * @instance
                 */
                DescribeResponse.prototype.limits = null;

                /**
                 * DescribeResponse partitions.
                 * @member {Array.<ledgerline.client.v1.PartitionDescription>} partitions
                 * @memberof ledgerline.client.v1.DescribeResponse
                 * @instance
                 */
                DescribeResponse.prototype.partitions = $util.emptyArray;

                /**
                 * DescribeResponse acknowledge.
                 * @member {ledgerline.client.v1.Acknowledge} acknowledge
                 * @memberof ledgerline.client.v1.DescribeResponse
                 * @instance
                 */
                DescribeResponse.prototype.acknowledge = 0;

                /**
                 * DescribeResponse intended.
                 * @member {ledgerline.client.v1.IntendedSet} intended
                 * @memberof ledgerline.client.v1.DescribeResponse
                 * @instance
                 */
                DescribeResponse.prototype.intended = null;

                /**
                 * Creates a new DescribeResponse instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.DescribeResponse
                 * @static
                 * @param {ledgerline.client.v1.DescribeResponse.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.DescribeResponse} DescribeResponse instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.DescribeResponse.$Shape): ledgerline.client.v1.DescribeResponse & ledgerline.client.v1.DescribeResponse.$Shape;
                 *   (properties?: ledgerline.client.v1.DescribeResponse.$Properties): ledgerline.client.v1.DescribeResponse;
                 * }}
                 */
                DescribeResponse.create = function(properties) {
                    return new DescribeResponse(properties);
                };

                /**
                 * Encodes the specified DescribeResponse message. Does not implicitly {@link ledgerline.client.v1.DescribeResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.DescribeResponse
                 * @static
                 * @param {ledgerline.client.v1.DescribeResponse.$Properties} message DescribeResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                DescribeResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.protocolMin != null && $Object.hasOwnProperty.call(message, "protocolMin") && message.protocolMin !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.protocolMin);
                    if (message.protocolMax != null && $Object.hasOwnProperty.call(message, "protocolMax") && message.protocolMax !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.protocolMax);
                    if (message.members != null && message.members.length)
                        for (let i = 0; i < message.members.length; ++i)
                            $root.ledgerline.client.v1.Member.encode(message.members[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
                        $root.ledgerline.client.v1.Limits.encode(message.limits, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.partitions != null && message.partitions.length)
                        for (let i = 0; i < message.partitions.length; ++i)
                            $root.ledgerline.client.v1.PartitionDescription.encode(message.partitions[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.acknowledge != null && $Object.hasOwnProperty.call(message, "acknowledge") && message.acknowledge !== 0)
                        writer.uint32(/* id 7, wireType 0 =*/56).int32(message.acknowledge);
                    if (message.intended != null && $Object.hasOwnProperty.call(message, "intended"))
                        $root.ledgerline.client.v1.IntendedSet.encode(message.intended, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a DescribeResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.DescribeResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.DescribeResponse & ledgerline.client.v1.DescribeResponse.$Shape} DescribeResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                DescribeResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.DescribeResponse();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.protocolMin = value;
                                else
                                    delete message.protocolMin;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.protocolMax = value;
                                else
                                    delete message.protocolMax;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.members && message.members.length))
                                    message.members = [];
                                message.members.push($root.ledgerline.client.v1.Member.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.limits = $root.ledgerline.client.v1.Limits.decode(reader, reader.size(), $undefined, _depth + 1, message.limits);
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.partitions && message.partitions.length))
                                    message.partitions = [];
                                message.partitions.push($root.ledgerline.client.v1.PartitionDescription.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.acknowledge = value;
                                else
                                    delete message.acknowledge;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                message.intended = $root.ledgerline.client.v1.IntendedSet.decode(reader, reader.size(), $undefined, _depth + 1, message.intended);
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

                return DescribeResponse;
            })();

            /**
             * Acknowledge enum.
             * @name ledgerline.client.v1.Acknowledge
             * @enum {number}
             * @property {number} ACKNOWLEDGE_UNSPECIFIED=0 ACKNOWLEDGE_UNSPECIFIED value
             * @property {number} ACKNOWLEDGE_DURABLE=1 ACKNOWLEDGE_DURABLE value
             * @property {number} ACKNOWLEDGE_RECEIVED=2 ACKNOWLEDGE_RECEIVED value
             */
            v1.Acknowledge = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "ACKNOWLEDGE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "ACKNOWLEDGE_DURABLE"] = 1;
                values[valuesById[2] = "ACKNOWLEDGE_RECEIVED"] = 2;
                return values;
            })();

            v1.DigestAtRequest = (function() {

                /**
                 * Properties of a DigestAtRequest.
                 * @typedef {Object} ledgerline.client.v1.DigestAtRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] DigestAtRequest hello
                 * @property {number} [partition] DigestAtRequest partition
                 * @property {number} [index] DigestAtRequest index
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a DigestAtRequest.
                 * @memberof ledgerline.client.v1
                 * @interface IDigestAtRequest
                 * @augments ledgerline.client.v1.DigestAtRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.DigestAtRequest.$Properties instead.
                 */

                /**
                 * Shape of a DigestAtRequest.
                 * @typedef {ledgerline.client.v1.DigestAtRequest.$Properties} ledgerline.client.v1.DigestAtRequest.$Shape
                 */

                /**
                 * Constructs a new DigestAtRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a DigestAtRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.DigestAtRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const DigestAtRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * DigestAtRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.DigestAtRequest
                 * @instance
                 */
                DigestAtRequest.prototype.hello = null;

                /**
                 * DigestAtRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.DigestAtRequest
                 * @instance
                 */
                DigestAtRequest.prototype.partition = 0;

                /**
                 * DigestAtRequest index.
                 * @member {number} index
                 * @memberof ledgerline.client.v1.DigestAtRequest
                 * @instance
                 */
                DigestAtRequest.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new DigestAtRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.DigestAtRequest
                 * @static
                 * @param {ledgerline.client.v1.DigestAtRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.DigestAtRequest} DigestAtRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.DigestAtRequest.$Shape): ledgerline.client.v1.DigestAtRequest & ledgerline.client.v1.DigestAtRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.DigestAtRequest.$Properties): ledgerline.client.v1.DigestAtRequest;
                 * }}
                 */
                DigestAtRequest.create = function(properties) {
                    return new DigestAtRequest(properties);
                };

                /**
                 * Encodes the specified DigestAtRequest message. Does not implicitly {@link ledgerline.client.v1.DigestAtRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.DigestAtRequest
                 * @static
                 * @param {ledgerline.client.v1.DigestAtRequest.$Properties} message DigestAtRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                DigestAtRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.index);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a DigestAtRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.DigestAtRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.DigestAtRequest & ledgerline.client.v1.DigestAtRequest.$Shape} DigestAtRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                DigestAtRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.DigestAtRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
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

                return DigestAtRequest;
            })();

            v1.DigestAtResponse = (function() {

                /**
                 * Properties of a DigestAtResponse.
                 * @typedef {Object} ledgerline.client.v1.DigestAtResponse.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] DigestAtResponse hello
                 * @property {Uint8Array} [digest] DigestAtResponse digest
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a DigestAtResponse.
                 * @memberof ledgerline.client.v1
                 * @interface IDigestAtResponse
                 * @augments ledgerline.client.v1.DigestAtResponse.$Properties
                 * @deprecated Use ledgerline.client.v1.DigestAtResponse.$Properties instead.
                 */

                /**
                 * Shape of a DigestAtResponse.
                 * @typedef {ledgerline.client.v1.DigestAtResponse.$Properties} ledgerline.client.v1.DigestAtResponse.$Shape
                 */

                /**
                 * Constructs a new DigestAtResponse.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a DigestAtResponse.
                 * @constructor
                 * @param {ledgerline.client.v1.DigestAtResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const DigestAtResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * DigestAtResponse hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.DigestAtResponse
                 * @instance
                 */
                DigestAtResponse.prototype.hello = null;

                /**
                 * DigestAtResponse digest.
                 * @member {Uint8Array} digest
                 * @memberof ledgerline.client.v1.DigestAtResponse
                 * @instance
                 */
                DigestAtResponse.prototype.digest = $util.newBuffer([]);

                /**
                 * Creates a new DigestAtResponse instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.DigestAtResponse
                 * @static
                 * @param {ledgerline.client.v1.DigestAtResponse.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.DigestAtResponse} DigestAtResponse instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.DigestAtResponse.$Shape): ledgerline.client.v1.DigestAtResponse & ledgerline.client.v1.DigestAtResponse.$Shape;
                 *   (properties?: ledgerline.client.v1.DigestAtResponse.$Properties): ledgerline.client.v1.DigestAtResponse;
                 * }}
                 */
                DigestAtResponse.create = function(properties) {
                    return new DigestAtResponse(properties);
                };

                /**
                 * Encodes the specified DigestAtResponse message. Does not implicitly {@link ledgerline.client.v1.DigestAtResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.DigestAtResponse
                 * @static
                 * @param {ledgerline.client.v1.DigestAtResponse.$Properties} message DigestAtResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                DigestAtResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.digest);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a DigestAtResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.DigestAtResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.DigestAtResponse & ledgerline.client.v1.DigestAtResponse.$Shape} DigestAtResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                DigestAtResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.DigestAtResponse();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.digest = value;
                                else
                                    delete message.digest;
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

                return DigestAtResponse;
            })();

            v1.ReadStateRequest = (function() {

                /**
                 * Properties of a ReadStateRequest.
                 * @typedef {Object} ledgerline.client.v1.ReadStateRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] ReadStateRequest hello
                 * @property {number} [partition] ReadStateRequest partition
                 * @property {ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties|null} [linearizable] ReadStateRequest linearizable
                 * @property {number|null} [atLeast] ReadStateRequest atLeast
                 * @property {ledgerline.client.v1.ReadStateRequest.Local.$Properties|null} [local] ReadStateRequest local
                 * @property {ledgerline.client.v1.ReadStateRequest.GetMany.$Properties|null} [getMany] ReadStateRequest getMany
                 * @property {ledgerline.client.v1.ReadStateRequest.Range.$Properties|null} [range] ReadStateRequest range
                 * @property {number} [timeoutMs] ReadStateRequest timeoutMs
                 * @property {"linearizable"|"atLeast"|"local"} [at] ReadStateRequest at
                 * @property {"getMany"|"range"} [query] ReadStateRequest query
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReadStateRequest.
                 * @memberof ledgerline.client.v1
                 * @interface IReadStateRequest
                 * @augments ledgerline.client.v1.ReadStateRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.ReadStateRequest.$Properties instead.
                 */

                /**
                 * Narrowed shape of a ReadStateRequest.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ClientHello.$Shape;
                 *   partition?: number;
                 *   linearizable?: ledgerline.client.v1.ReadStateRequest.Linearizable.$Shape|null;
                 *   atLeast?: number|null;
                 *   local?: ledgerline.client.v1.ReadStateRequest.Local.$Shape|null;
                 *   getMany?: ledgerline.client.v1.ReadStateRequest.GetMany.$Shape|null;
                 *   range?: ledgerline.client.v1.ReadStateRequest.Range.$Shape|null;
                 *   timeoutMs?: number;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ at?: undefined; linearizable?: null; atLeast?: null; local?: null }|{ at?: "linearizable"; linearizable: ledgerline.client.v1.ReadStateRequest.Linearizable.$Shape; atLeast?: null; local?: null }|{ at?: "atLeast"; linearizable?: null; atLeast: number; local?: null }|{ at?: "local"; linearizable?: null; atLeast?: null; local: ledgerline.client.v1.ReadStateRequest.Local.$Shape })
                 * ) & (
                 *   ({ query?: undefined; getMany?: null; range?: null }|{ query?: "getMany"; getMany: ledgerline.client.v1.ReadStateRequest.GetMany.$Shape; range?: null }|{ query?: "range"; getMany?: null; range: ledgerline.client.v1.ReadStateRequest.Range.$Shape })
                 * )} ledgerline.client.v1.ReadStateRequest.$Shape
                 */

                /**
                 * Constructs a new ReadStateRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a ReadStateRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.ReadStateRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReadStateRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReadStateRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @instance
                 */
                ReadStateRequest.prototype.hello = null;

                /**
                 * ReadStateRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @instance
                 */
                ReadStateRequest.prototype.partition = 0;

                /**
                 * ReadStateRequest linearizable.
                 * @member {ledgerline.client.v1.ReadStateRequest.Linearizable|null} linearizable
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @instance
                 */
                ReadStateRequest.prototype.linearizable = null;

                /**
                 * ReadStateRequest atLeast.
                 * @member {number|null} atLeast
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @instance
                 */
                ReadStateRequest.prototype.atLeast = null;

                /**
                 * ReadStateRequest local.
                 * @member {ledgerline.client.v1.ReadStateRequest.Local|null} local
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @instance
                 */
                ReadStateRequest.prototype.local = null;

                /**
                 * ReadStateRequest getMany.
                 * @member {ledgerline.client.v1.ReadStateRequest.GetMany|null} getMany
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @instance
                 */
                ReadStateRequest.prototype.getMany = null;

                /**
                 * ReadStateRequest range.
                 * @member {ledgerline.client.v1.ReadStateRequest.Range|null} range
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @instance
                 */
                ReadStateRequest.prototype.range = null;

                /**
                 * ReadStateRequest timeoutMs.
                 * @member {number} timeoutMs
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @instance
                 */
                ReadStateRequest.prototype.timeoutMs = 0;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * ReadStateRequest at.
                 * @member {"linearizable"|"atLeast"|"local"|undefined} at
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @instance
                 */
                $Object.defineProperty(ReadStateRequest.prototype, "at", {
                    get: $util.oneOfGetter($oneOfFields = ["linearizable", "atLeast", "local"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * ReadStateRequest query.
                 * @member {"getMany"|"range"|undefined} query
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @instance
                 */
                $Object.defineProperty(ReadStateRequest.prototype, "query", {
                    get: $util.oneOfGetter($oneOfFields = ["getMany", "range"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new ReadStateRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @static
                 * @param {ledgerline.client.v1.ReadStateRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.ReadStateRequest} ReadStateRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.ReadStateRequest.$Shape): ledgerline.client.v1.ReadStateRequest & ledgerline.client.v1.ReadStateRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.ReadStateRequest.$Properties): ledgerline.client.v1.ReadStateRequest;
                 * }}
                 */
                ReadStateRequest.create = function(properties) {
                    return new ReadStateRequest(properties);
                };

                /**
                 * Encodes the specified ReadStateRequest message. Does not implicitly {@link ledgerline.client.v1.ReadStateRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @static
                 * @param {ledgerline.client.v1.ReadStateRequest.$Properties} message ReadStateRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReadStateRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.linearizable != null && $Object.hasOwnProperty.call(message, "linearizable"))
                        $root.ledgerline.client.v1.ReadStateRequest.Linearizable.encode(message.linearizable, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.atLeast != null && $Object.hasOwnProperty.call(message, "atLeast"))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.atLeast);
                    if (message.local != null && $Object.hasOwnProperty.call(message, "local"))
                        $root.ledgerline.client.v1.ReadStateRequest.Local.encode(message.local, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.getMany != null && $Object.hasOwnProperty.call(message, "getMany"))
                        $root.ledgerline.client.v1.ReadStateRequest.GetMany.encode(message.getMany, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.range != null && $Object.hasOwnProperty.call(message, "range"))
                        $root.ledgerline.client.v1.ReadStateRequest.Range.encode(message.range, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                    if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                        writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.timeoutMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReadStateRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.ReadStateRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ReadStateRequest & ledgerline.client.v1.ReadStateRequest.$Shape} ReadStateRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReadStateRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.ReadStateRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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
                                message.linearizable = $root.ledgerline.client.v1.ReadStateRequest.Linearizable.decode(reader, reader.size(), $undefined, _depth + 1, message.linearizable);
                                message.at = "linearizable";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                message.atLeast = reader.uint64();
                                message.at = "atLeast";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.local = $root.ledgerline.client.v1.ReadStateRequest.Local.decode(reader, reader.size(), $undefined, _depth + 1, message.local);
                                message.at = "local";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.getMany = $root.ledgerline.client.v1.ReadStateRequest.GetMany.decode(reader, reader.size(), $undefined, _depth + 1, message.getMany);
                                message.query = "getMany";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.range = $root.ledgerline.client.v1.ReadStateRequest.Range.decode(reader, reader.size(), $undefined, _depth + 1, message.range);
                                message.query = "range";
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.timeoutMs = value;
                                else
                                    delete message.timeoutMs;
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

                ReadStateRequest.Linearizable = (function() {

                    /**
                     * Properties of a Linearizable.
                     * @typedef {Object} ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Linearizable.
                     * @memberof ledgerline.client.v1.ReadStateRequest
                     * @interface ILinearizable
                     * @augments ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties
                     * @deprecated Use ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties instead.
                     */

                    /**
                     * Shape of a Linearizable.
                     * @typedef {ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties} ledgerline.client.v1.ReadStateRequest.Linearizable.$Shape
                     */

                    /**
                     * Constructs a new Linearizable.
                     * @memberof ledgerline.client.v1.ReadStateRequest
                     * @classdesc Represents a Linearizable.
                     * @constructor
                     * @param {ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Linearizable = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Creates a new Linearizable instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.ReadStateRequest.Linearizable
                     * @static
                     * @param {ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.ReadStateRequest.Linearizable} Linearizable instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.ReadStateRequest.Linearizable.$Shape): ledgerline.client.v1.ReadStateRequest.Linearizable & ledgerline.client.v1.ReadStateRequest.Linearizable.$Shape;
                     *   (properties?: ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties): ledgerline.client.v1.ReadStateRequest.Linearizable;
                     * }}
                     */
                    Linearizable.create = function(properties) {
                        return new Linearizable(properties);
                    };

                    /**
                     * Encodes the specified Linearizable message. Does not implicitly {@link ledgerline.client.v1.ReadStateRequest.Linearizable.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.ReadStateRequest.Linearizable
                     * @static
                     * @param {ledgerline.client.v1.ReadStateRequest.Linearizable.$Properties} message Linearizable message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Linearizable.encode = function (message, writer, _depth) {
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
                     * Decodes a Linearizable message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.ReadStateRequest.Linearizable
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateRequest.Linearizable & ledgerline.client.v1.ReadStateRequest.Linearizable.$Shape} Linearizable
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Linearizable.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.ReadStateRequest.Linearizable();
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

                    return Linearizable;
                })();

                ReadStateRequest.Local = (function() {

                    /**
                     * Properties of a Local.
                     * @typedef {Object} ledgerline.client.v1.ReadStateRequest.Local.$Properties
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Local.
                     * @memberof ledgerline.client.v1.ReadStateRequest
                     * @interface ILocal
                     * @augments ledgerline.client.v1.ReadStateRequest.Local.$Properties
                     * @deprecated Use ledgerline.client.v1.ReadStateRequest.Local.$Properties instead.
                     */

                    /**
                     * Shape of a Local.
                     * @typedef {ledgerline.client.v1.ReadStateRequest.Local.$Properties} ledgerline.client.v1.ReadStateRequest.Local.$Shape
                     */

                    /**
                     * Constructs a new Local.
                     * @memberof ledgerline.client.v1.ReadStateRequest
                     * @classdesc Represents a Local.
                     * @constructor
                     * @param {ledgerline.client.v1.ReadStateRequest.Local.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Local = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Creates a new Local instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.ReadStateRequest.Local
                     * @static
                     * @param {ledgerline.client.v1.ReadStateRequest.Local.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.ReadStateRequest.Local} Local instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.ReadStateRequest.Local.$Shape): ledgerline.client.v1.ReadStateRequest.Local & ledgerline.client.v1.ReadStateRequest.Local.$Shape;
                     *   (properties?: ledgerline.client.v1.ReadStateRequest.Local.$Properties): ledgerline.client.v1.ReadStateRequest.Local;
                     * }}
                     */
                    Local.create = function(properties) {
                        return new Local(properties);
                    };

                    /**
                     * Encodes the specified Local message. Does not implicitly {@link ledgerline.client.v1.ReadStateRequest.Local.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.ReadStateRequest.Local
                     * @static
                     * @param {ledgerline.client.v1.ReadStateRequest.Local.$Properties} message Local message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Local.encode = function (message, writer, _depth) {
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
                     * Decodes a Local message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.ReadStateRequest.Local
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateRequest.Local & ledgerline.client.v1.ReadStateRequest.Local.$Shape} Local
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Local.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.ReadStateRequest.Local();
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

                    return Local;
                })();

                ReadStateRequest.GetMany = (function() {

                    /**
                     * Properties of a GetMany.
                     * @typedef {Object} ledgerline.client.v1.ReadStateRequest.GetMany.$Properties
                     * @property {Array.<Uint8Array>} [keys] GetMany keys
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a GetMany.
                     * @memberof ledgerline.client.v1.ReadStateRequest
                     * @interface IGetMany
                     * @augments ledgerline.client.v1.ReadStateRequest.GetMany.$Properties
                     * @deprecated Use ledgerline.client.v1.ReadStateRequest.GetMany.$Properties instead.
                     */

                    /**
                     * Shape of a GetMany.
                     * @typedef {ledgerline.client.v1.ReadStateRequest.GetMany.$Properties} ledgerline.client.v1.ReadStateRequest.GetMany.$Shape
                     */

                    /**
                     * Constructs a new GetMany.
                     * @memberof ledgerline.client.v1.ReadStateRequest
                     * @classdesc Represents a GetMany.
                     * @constructor
                     * @param {ledgerline.client.v1.ReadStateRequest.GetMany.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const GetMany = function (properties) {
                        this.keys = [];
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * GetMany keys.
                     * @member {Array.<Uint8Array>} keys
                     * @memberof ledgerline.client.v1.ReadStateRequest.GetMany
                     * @instance
                     */
                    GetMany.prototype.keys = $util.emptyArray;

                    /**
                     * Creates a new GetMany instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.ReadStateRequest.GetMany
                     * @static
                     * @param {ledgerline.client.v1.ReadStateRequest.GetMany.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.ReadStateRequest.GetMany} GetMany instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.ReadStateRequest.GetMany.$Shape): ledgerline.client.v1.ReadStateRequest.GetMany & ledgerline.client.v1.ReadStateRequest.GetMany.$Shape;
                     *   (properties?: ledgerline.client.v1.ReadStateRequest.GetMany.$Properties): ledgerline.client.v1.ReadStateRequest.GetMany;
                     * }}
                     */
                    GetMany.create = function(properties) {
                        return new GetMany(properties);
                    };

                    /**
                     * Encodes the specified GetMany message. Does not implicitly {@link ledgerline.client.v1.ReadStateRequest.GetMany.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.ReadStateRequest.GetMany
                     * @static
                     * @param {ledgerline.client.v1.ReadStateRequest.GetMany.$Properties} message GetMany message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    GetMany.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.keys != null && message.keys.length)
                            for (let i = 0; i < message.keys.length; ++i)
                                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keys[i]);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a GetMany message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.ReadStateRequest.GetMany
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateRequest.GetMany & ledgerline.client.v1.ReadStateRequest.GetMany.$Shape} GetMany
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    GetMany.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.ReadStateRequest.GetMany();
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
                                    if (!(message.keys && message.keys.length))
                                        message.keys = [];
                                    message.keys.push(reader.bytes());
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

                    return GetMany;
                })();

                ReadStateRequest.Range = (function() {

                    /**
                     * Properties of a Range.
                     * @typedef {Object} ledgerline.client.v1.ReadStateRequest.Range.$Properties
                     * @property {Uint8Array} [from] Range from
                     * @property {Uint8Array|null} [to] Range to
                     * @property {number} [limit] Range limit
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Range.
                     * @memberof ledgerline.client.v1.ReadStateRequest
                     * @interface IRange
                     * @augments ledgerline.client.v1.ReadStateRequest.Range.$Properties
                     * @deprecated Use ledgerline.client.v1.ReadStateRequest.Range.$Properties instead.
                     */

                    /**
                     * Shape of a Range.
                     * @typedef {ledgerline.client.v1.ReadStateRequest.Range.$Properties} ledgerline.client.v1.ReadStateRequest.Range.$Shape
                     */

                    /**
                     * Constructs a new Range.
                     * @memberof ledgerline.client.v1.ReadStateRequest
                     * @classdesc Represents a Range.
                     * @constructor
                     * @param {ledgerline.client.v1.ReadStateRequest.Range.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Range = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Range from.
                     * @member {Uint8Array} from
                     * @memberof ledgerline.client.v1.ReadStateRequest.Range
                     * @instance
                     */
                    Range.prototype.from = $util.newBuffer([]);

                    /**
                     * Range to.
                     * @member {Uint8Array|null} to
                     * @memberof ledgerline.client.v1.ReadStateRequest.Range
                     * @instance
                     */
                    Range.prototype.to = null;

                    /**
                     * Range limit.
                     * @member {number} limit
                     * @memberof ledgerline.client.v1.ReadStateRequest.Range
                     * @instance
                     */
                    Range.prototype.limit = 0;

                    // OneOf field names bound to virtual getters and setters
                    let $oneOfFields;

                    // Virtual OneOf for proto3 optional field
                    $Object.defineProperty(Range.prototype, "_to", {
                        get: $util.oneOfGetter($oneOfFields = ["to"]),
                        set: $util.oneOfSetter($oneOfFields)
                    });

                    /**
                     * Creates a new Range instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.ReadStateRequest.Range
                     * @static
                     * @param {ledgerline.client.v1.ReadStateRequest.Range.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.ReadStateRequest.Range} Range instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.ReadStateRequest.Range.$Shape): ledgerline.client.v1.ReadStateRequest.Range & ledgerline.client.v1.ReadStateRequest.Range.$Shape;
                     *   (properties?: ledgerline.client.v1.ReadStateRequest.Range.$Properties): ledgerline.client.v1.ReadStateRequest.Range;
                     * }}
                     */
                    Range.create = function(properties) {
                        return new Range(properties);
                    };

                    /**
                     * Encodes the specified Range message. Does not implicitly {@link ledgerline.client.v1.ReadStateRequest.Range.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.ReadStateRequest.Range
                     * @static
                     * @param {ledgerline.client.v1.ReadStateRequest.Range.$Properties} message Range message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Range.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from.length)
                            writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.from);
                        if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                            writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.to);
                        if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                            writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.limit);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Range message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.ReadStateRequest.Range
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateRequest.Range & ledgerline.client.v1.ReadStateRequest.Range.$Shape} Range
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Range.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.ReadStateRequest.Range();
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
                                        message.from = value;
                                    else
                                        delete message.from;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.to = reader.bytes();
                                    message._to = "to";
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (value = reader.uint32())
                                        message.limit = value;
                                    else
                                        delete message.limit;
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

                    return Range;
                })();

                return ReadStateRequest;
            })();

            v1.StatePair = (function() {

                /**
                 * Properties of a StatePair.
                 * @typedef {Object} ledgerline.client.v1.StatePair.$Properties
                 * @property {Uint8Array} [key] StatePair key
                 * @property {Uint8Array} [value] StatePair value
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a StatePair.
                 * @memberof ledgerline.client.v1
                 * @interface IStatePair
                 * @augments ledgerline.client.v1.StatePair.$Properties
                 * @deprecated Use ledgerline.client.v1.StatePair.$Properties instead.
                 */

                /**
                 * Shape of a StatePair.
                 * @typedef {ledgerline.client.v1.StatePair.$Properties} ledgerline.client.v1.StatePair.$Shape
                 */

                /**
                 * Constructs a new StatePair.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a StatePair.
                 * @constructor
                 * @param {ledgerline.client.v1.StatePair.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const StatePair = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * StatePair key.
                 * @member {Uint8Array} key
                 * @memberof ledgerline.client.v1.StatePair
                 * @instance
                 */
                StatePair.prototype.key = $util.newBuffer([]);

                /**
                 * StatePair value.
                 * @member {Uint8Array} value
                 * @memberof ledgerline.client.v1.StatePair
                 * @instance
                 */
                StatePair.prototype.value = $util.newBuffer([]);

                /**
                 * Creates a new StatePair instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.StatePair
                 * @static
                 * @param {ledgerline.client.v1.StatePair.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.StatePair} StatePair instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.StatePair.$Shape): ledgerline.client.v1.StatePair & ledgerline.client.v1.StatePair.$Shape;
                 *   (properties?: ledgerline.client.v1.StatePair.$Properties): ledgerline.client.v1.StatePair;
                 * }}
                 */
                StatePair.create = function(properties) {
                    return new StatePair(properties);
                };

                /**
                 * Encodes the specified StatePair message. Does not implicitly {@link ledgerline.client.v1.StatePair.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.StatePair
                 * @static
                 * @param {ledgerline.client.v1.StatePair.$Properties} message StatePair message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                StatePair.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.value);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a StatePair message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.StatePair
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.StatePair & ledgerline.client.v1.StatePair.$Shape} StatePair
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                StatePair.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.StatePair();
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
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.value = value;
                                else
                                    delete message.value;
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

                return StatePair;
            })();

            v1.ReadStateResponse = (function() {

                /**
                 * Properties of a ReadStateResponse.
                 * @typedef {Object} ledgerline.client.v1.ReadStateResponse.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] ReadStateResponse hello
                 * @property {ledgerline.client.v1.ReadStateResponse.Values.$Properties|null} [values] ReadStateResponse values
                 * @property {ledgerline.client.v1.ReadStateResponse.Pairs.$Properties|null} [pairs] ReadStateResponse pairs
                 * @property {ledgerline.client.v1.Refusal.$Properties|null} [refusal] ReadStateResponse refusal
                 * @property {"values"|"pairs"|"refusal"} [answer] ReadStateResponse answer
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReadStateResponse.
                 * @memberof ledgerline.client.v1
                 * @interface IReadStateResponse
                 * @augments ledgerline.client.v1.ReadStateResponse.$Properties
                 * @deprecated Use ledgerline.client.v1.ReadStateResponse.$Properties instead.
                 */

                /**
                 * Narrowed shape of a ReadStateResponse.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ServerHello.$Shape;
                 *   values?: ledgerline.client.v1.ReadStateResponse.Values.$Shape|null;
                 *   pairs?: ledgerline.client.v1.ReadStateResponse.Pairs.$Shape|null;
                 *   refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ answer?: undefined; values?: null; pairs?: null; refusal?: null }|{ answer?: "values"; values: ledgerline.client.v1.ReadStateResponse.Values.$Shape; pairs?: null; refusal?: null }|{ answer?: "pairs"; values?: null; pairs: ledgerline.client.v1.ReadStateResponse.Pairs.$Shape; refusal?: null }|{ answer?: "refusal"; values?: null; pairs?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                 * )} ledgerline.client.v1.ReadStateResponse.$Shape
                 */

                /**
                 * Constructs a new ReadStateResponse.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a ReadStateResponse.
                 * @constructor
                 * @param {ledgerline.client.v1.ReadStateResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReadStateResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReadStateResponse hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.ReadStateResponse
                 * @instance
                 */
                ReadStateResponse.prototype.hello = null;

                /**
                 * ReadStateResponse values.
                 * @member {ledgerline.client.v1.ReadStateResponse.Values|null} values
                 * @memberof ledgerline.client.v1.ReadStateResponse
                 * @instance
                 */
                ReadStateResponse.prototype.values = null;

                /**
                 * ReadStateResponse pairs.
                 * @member {ledgerline.client.v1.ReadStateResponse.Pairs|null} pairs
                 * @memberof ledgerline.client.v1.ReadStateResponse
                 * @instance
                 */
                ReadStateResponse.prototype.pairs = null;

                /**
                 * ReadStateResponse refusal.
                 * @member {ledgerline.client.v1.Refusal|null} refusal
                 * @memberof ledgerline.client.v1.ReadStateResponse
                 * @instance
                 */
                ReadStateResponse.prototype.refusal = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * ReadStateResponse answer.
                 * @member {"values"|"pairs"|"refusal"|undefined} answer
                 * @memberof ledgerline.client.v1.ReadStateResponse
                 * @instance
                 */
                $Object.defineProperty(ReadStateResponse.prototype, "answer", {
                    get: $util.oneOfGetter($oneOfFields = ["values", "pairs", "refusal"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new ReadStateResponse instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.ReadStateResponse
                 * @static
                 * @param {ledgerline.client.v1.ReadStateResponse.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.ReadStateResponse} ReadStateResponse instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.ReadStateResponse.$Shape): ledgerline.client.v1.ReadStateResponse & ledgerline.client.v1.ReadStateResponse.$Shape;
                 *   (properties?: ledgerline.client.v1.ReadStateResponse.$Properties): ledgerline.client.v1.ReadStateResponse;
                 * }}
                 */
                ReadStateResponse.create = function(properties) {
                    return new ReadStateResponse(properties);
                };

                /**
                 * Encodes the specified ReadStateResponse message. Does not implicitly {@link ledgerline.client.v1.ReadStateResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.ReadStateResponse
                 * @static
                 * @param {ledgerline.client.v1.ReadStateResponse.$Properties} message ReadStateResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReadStateResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.values != null && $Object.hasOwnProperty.call(message, "values"))
                        $root.ledgerline.client.v1.ReadStateResponse.Values.encode(message.values, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.pairs != null && $Object.hasOwnProperty.call(message, "pairs"))
                        $root.ledgerline.client.v1.ReadStateResponse.Pairs.encode(message.pairs, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                        $root.ledgerline.client.v1.Refusal.encode(message.refusal, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReadStateResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.ReadStateResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ReadStateResponse & ledgerline.client.v1.ReadStateResponse.$Shape} ReadStateResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReadStateResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.ReadStateResponse();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.values = $root.ledgerline.client.v1.ReadStateResponse.Values.decode(reader, reader.size(), $undefined, _depth + 1, message.values);
                                message.answer = "values";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.pairs = $root.ledgerline.client.v1.ReadStateResponse.Pairs.decode(reader, reader.size(), $undefined, _depth + 1, message.pairs);
                                message.answer = "pairs";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.refusal = $root.ledgerline.client.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                                message.answer = "refusal";
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

                ReadStateResponse.Values = (function() {

                    /**
                     * Properties of a Values.
                     * @typedef {Object} ledgerline.client.v1.ReadStateResponse.Values.$Properties
                     * @property {number} [offset] Values offset
                     * @property {Array.<ledgerline.client.v1.ReadStateResponse.Value.$Properties>} [values] Values values
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Values.
                     * @memberof ledgerline.client.v1.ReadStateResponse
                     * @interface IValues
                     * @augments ledgerline.client.v1.ReadStateResponse.Values.$Properties
                     * @deprecated Use ledgerline.client.v1.ReadStateResponse.Values.$Properties instead.
                     */

                    /**
                     * Shape of a Values.
                     * @typedef {ledgerline.client.v1.ReadStateResponse.Values.$Properties} ledgerline.client.v1.ReadStateResponse.Values.$Shape
                     */

                    /**
                     * Constructs a new Values.
                     * @memberof ledgerline.client.v1.ReadStateResponse
                     * @classdesc Represents a Values.
                     * @constructor
                     * @param {ledgerline.client.v1.ReadStateResponse.Values.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Values = function (properties) {
                        this.values = [];
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Values offset.
                     * @member {number} offset
                     * @memberof ledgerline.client.v1.ReadStateResponse.Values
                     * @instance
                     */
                    Values.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Values values.
                     * @member {Array.<ledgerline.client.v1.ReadStateResponse.Value>} values
                     * @memberof ledgerline.client.v1.ReadStateResponse.Values
                     * @instance
                     */
                    Values.prototype.values = $util.emptyArray;

                    /**
                     * Creates a new Values instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.ReadStateResponse.Values
                     * @static
                     * @param {ledgerline.client.v1.ReadStateResponse.Values.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.ReadStateResponse.Values} Values instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.ReadStateResponse.Values.$Shape): ledgerline.client.v1.ReadStateResponse.Values & ledgerline.client.v1.ReadStateResponse.Values.$Shape;
                     *   (properties?: ledgerline.client.v1.ReadStateResponse.Values.$Properties): ledgerline.client.v1.ReadStateResponse.Values;
                     * }}
                     */
                    Values.create = function(properties) {
                        return new Values(properties);
                    };

                    /**
                     * Encodes the specified Values message. Does not implicitly {@link ledgerline.client.v1.ReadStateResponse.Values.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.ReadStateResponse.Values
                     * @static
                     * @param {ledgerline.client.v1.ReadStateResponse.Values.$Properties} message Values message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Values.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.offset);
                        if (message.values != null && message.values.length)
                            for (let i = 0; i < message.values.length; ++i)
                                $root.ledgerline.client.v1.ReadStateResponse.Value.encode(message.values[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Values message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.ReadStateResponse.Values
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateResponse.Values & ledgerline.client.v1.ReadStateResponse.Values.$Shape} Values
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Values.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.ReadStateResponse.Values();
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
                                        message.offset = value;
                                    else
                                        delete message.offset;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.values && message.values.length))
                                        message.values = [];
                                    message.values.push($root.ledgerline.client.v1.ReadStateResponse.Value.decode(reader, reader.size(), $undefined, _depth + 1));
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

                    return Values;
                })();

                ReadStateResponse.Value = (function() {

                    /**
                     * Properties of a Value.
                     * @typedef {Object} ledgerline.client.v1.ReadStateResponse.Value.$Properties
                     * @property {Uint8Array|null} [value] Value value
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Value.
                     * @memberof ledgerline.client.v1.ReadStateResponse
                     * @interface IValue
                     * @augments ledgerline.client.v1.ReadStateResponse.Value.$Properties
                     * @deprecated Use ledgerline.client.v1.ReadStateResponse.Value.$Properties instead.
                     */

                    /**
                     * Shape of a Value.
                     * @typedef {ledgerline.client.v1.ReadStateResponse.Value.$Properties} ledgerline.client.v1.ReadStateResponse.Value.$Shape
                     */

                    /**
                     * Constructs a new Value.
                     * @memberof ledgerline.client.v1.ReadStateResponse
                     * @classdesc Represents a Value.
                     * @constructor
                     * @param {ledgerline.client.v1.ReadStateResponse.Value.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Value = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Value value.
                     * @member {Uint8Array|null} value
                     * @memberof ledgerline.client.v1.ReadStateResponse.Value
                     * @instance
                     */
                    Value.prototype.value = null;

                    // OneOf field names bound to virtual getters and setters
                    let $oneOfFields;

                    // Virtual OneOf for proto3 optional field
                    $Object.defineProperty(Value.prototype, "_value", {
                        get: $util.oneOfGetter($oneOfFields = ["value"]),
                        set: $util.oneOfSetter($oneOfFields)
                    });

                    /**
                     * Creates a new Value instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.ReadStateResponse.Value
                     * @static
                     * @param {ledgerline.client.v1.ReadStateResponse.Value.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.ReadStateResponse.Value} Value instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.ReadStateResponse.Value.$Shape): ledgerline.client.v1.ReadStateResponse.Value & ledgerline.client.v1.ReadStateResponse.Value.$Shape;
                     *   (properties?: ledgerline.client.v1.ReadStateResponse.Value.$Properties): ledgerline.client.v1.ReadStateResponse.Value;
                     * }}
                     */
                    Value.create = function(properties) {
                        return new Value(properties);
                    };

                    /**
                     * Encodes the specified Value message. Does not implicitly {@link ledgerline.client.v1.ReadStateResponse.Value.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.ReadStateResponse.Value
                     * @static
                     * @param {ledgerline.client.v1.ReadStateResponse.Value.$Properties} message Value message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Value.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                            writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.value);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Value message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.ReadStateResponse.Value
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateResponse.Value & ledgerline.client.v1.ReadStateResponse.Value.$Shape} Value
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Value.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.ReadStateResponse.Value();
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
                                    message.value = reader.bytes();
                                    message._value = "value";
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

                    return Value;
                })();

                ReadStateResponse.Pairs = (function() {

                    /**
                     * Properties of a Pairs.
                     * @typedef {Object} ledgerline.client.v1.ReadStateResponse.Pairs.$Properties
                     * @property {number} [offset] Pairs offset
                     * @property {Array.<ledgerline.client.v1.StatePair.$Properties>} [pairs] Pairs pairs
                     * @property {boolean} [more] Pairs more
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Pairs.
                     * @memberof ledgerline.client.v1.ReadStateResponse
                     * @interface IPairs
                     * @augments ledgerline.client.v1.ReadStateResponse.Pairs.$Properties
                     * @deprecated Use ledgerline.client.v1.ReadStateResponse.Pairs.$Properties instead.
                     */

                    /**
                     * Shape of a Pairs.
                     * @typedef {ledgerline.client.v1.ReadStateResponse.Pairs.$Properties} ledgerline.client.v1.ReadStateResponse.Pairs.$Shape
                     */

                    /**
                     * Constructs a new Pairs.
                     * @memberof ledgerline.client.v1.ReadStateResponse
                     * @classdesc Represents a Pairs.
                     * @constructor
                     * @param {ledgerline.client.v1.ReadStateResponse.Pairs.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Pairs = function (properties) {
                        this.pairs = [];
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Pairs offset.
                     * @member {number} offset
                     * @memberof ledgerline.client.v1.ReadStateResponse.Pairs
                     * @instance
                     */
                    Pairs.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Pairs pairs.
                     * @member {Array.<ledgerline.client.v1.StatePair>} pairs
                     * @memberof ledgerline.client.v1.ReadStateResponse.Pairs
                     * @instance
                     */
                    Pairs.prototype.pairs = $util.emptyArray;

                    /**
                     * Pairs more.
                     * @member {boolean} more
                     * @memberof ledgerline.client.v1.ReadStateResponse.Pairs
                     * @instance
                     */
                    Pairs.prototype.more = false;

                    /**
                     * Creates a new Pairs instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.ReadStateResponse.Pairs
                     * @static
                     * @param {ledgerline.client.v1.ReadStateResponse.Pairs.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.ReadStateResponse.Pairs} Pairs instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.ReadStateResponse.Pairs.$Shape): ledgerline.client.v1.ReadStateResponse.Pairs & ledgerline.client.v1.ReadStateResponse.Pairs.$Shape;
                     *   (properties?: ledgerline.client.v1.ReadStateResponse.Pairs.$Properties): ledgerline.client.v1.ReadStateResponse.Pairs;
                     * }}
                     */
                    Pairs.create = function(properties) {
                        return new Pairs(properties);
                    };

                    /**
                     * Encodes the specified Pairs message. Does not implicitly {@link ledgerline.client.v1.ReadStateResponse.Pairs.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.ReadStateResponse.Pairs
                     * @static
                     * @param {ledgerline.client.v1.ReadStateResponse.Pairs.$Properties} message Pairs message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Pairs.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.offset);
                        if (message.pairs != null && message.pairs.length)
                            for (let i = 0; i < message.pairs.length; ++i)
                                $root.ledgerline.client.v1.StatePair.encode(message.pairs[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                            writer.uint32(/* id 3, wireType 0 =*/24).bool(message.more);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Pairs message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.ReadStateResponse.Pairs
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ReadStateResponse.Pairs & ledgerline.client.v1.ReadStateResponse.Pairs.$Shape} Pairs
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Pairs.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.ReadStateResponse.Pairs();
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
                                        message.offset = value;
                                    else
                                        delete message.offset;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.pairs && message.pairs.length))
                                        message.pairs = [];
                                    message.pairs.push($root.ledgerline.client.v1.StatePair.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (value = reader.bool())
                                        message.more = value;
                                    else
                                        delete message.more;
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

                    return Pairs;
                })();

                return ReadStateResponse;
            })();

            v1.TakeSnapshotRequest = (function() {

                /**
                 * Properties of a TakeSnapshotRequest.
                 * @typedef {Object} ledgerline.client.v1.TakeSnapshotRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] TakeSnapshotRequest hello
                 * @property {number} [partition] TakeSnapshotRequest partition
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TakeSnapshotRequest.
                 * @memberof ledgerline.client.v1
                 * @interface ITakeSnapshotRequest
                 * @augments ledgerline.client.v1.TakeSnapshotRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.TakeSnapshotRequest.$Properties instead.
                 */

                /**
                 * Shape of a TakeSnapshotRequest.
                 * @typedef {ledgerline.client.v1.TakeSnapshotRequest.$Properties} ledgerline.client.v1.TakeSnapshotRequest.$Shape
                 */

                /**
                 * Constructs a new TakeSnapshotRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a TakeSnapshotRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.TakeSnapshotRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TakeSnapshotRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * TakeSnapshotRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.TakeSnapshotRequest
                 * @instance
                 */
                TakeSnapshotRequest.prototype.hello = null;

                /**
                 * TakeSnapshotRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.TakeSnapshotRequest
                 * @instance
                 */
                TakeSnapshotRequest.prototype.partition = 0;

                /**
                 * Creates a new TakeSnapshotRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.TakeSnapshotRequest
                 * @static
                 * @param {ledgerline.client.v1.TakeSnapshotRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.TakeSnapshotRequest} TakeSnapshotRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.TakeSnapshotRequest.$Shape): ledgerline.client.v1.TakeSnapshotRequest & ledgerline.client.v1.TakeSnapshotRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.TakeSnapshotRequest.$Properties): ledgerline.client.v1.TakeSnapshotRequest;
                 * }}
                 */
                TakeSnapshotRequest.create = function(properties) {
                    return new TakeSnapshotRequest(properties);
                };

                /**
                 * Encodes the specified TakeSnapshotRequest message. Does not implicitly {@link ledgerline.client.v1.TakeSnapshotRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.TakeSnapshotRequest
                 * @static
                 * @param {ledgerline.client.v1.TakeSnapshotRequest.$Properties} message TakeSnapshotRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TakeSnapshotRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TakeSnapshotRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.TakeSnapshotRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TakeSnapshotRequest & ledgerline.client.v1.TakeSnapshotRequest.$Shape} TakeSnapshotRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TakeSnapshotRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.TakeSnapshotRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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

                return TakeSnapshotRequest;
            })();

            v1.TakeSnapshotResponse = (function() {

                /**
                 * Properties of a TakeSnapshotResponse.
                 * @typedef {Object} ledgerline.client.v1.TakeSnapshotResponse.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] TakeSnapshotResponse hello
                 * @property {number|null} [index] TakeSnapshotResponse index
                 * @property {ledgerline.client.v1.Refusal.$Properties|null} [refusal] TakeSnapshotResponse refusal
                 * @property {"index"|"refusal"} [answer] TakeSnapshotResponse answer
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TakeSnapshotResponse.
                 * @memberof ledgerline.client.v1
                 * @interface ITakeSnapshotResponse
                 * @augments ledgerline.client.v1.TakeSnapshotResponse.$Properties
                 * @deprecated Use ledgerline.client.v1.TakeSnapshotResponse.$Properties instead.
                 */

                /**
                 * Narrowed shape of a TakeSnapshotResponse.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ServerHello.$Shape;
                 *   index?: number|null;
                 *   refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ answer?: undefined; index?: null; refusal?: null }|{ answer?: "index"; index: number; refusal?: null }|{ answer?: "refusal"; index?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                 * )} ledgerline.client.v1.TakeSnapshotResponse.$Shape
                 */

                /**
                 * Constructs a new TakeSnapshotResponse.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a TakeSnapshotResponse.
                 * @constructor
                 * @param {ledgerline.client.v1.TakeSnapshotResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TakeSnapshotResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * TakeSnapshotResponse hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.TakeSnapshotResponse
                 * @instance
                 */
                TakeSnapshotResponse.prototype.hello = null;

                /**
                 * TakeSnapshotResponse index.
                 * @member {number|null} index
                 * @memberof ledgerline.client.v1.TakeSnapshotResponse
                 * @instance
                 */
                TakeSnapshotResponse.prototype.index = null;

                /**
                 * TakeSnapshotResponse refusal.
                 * @member {ledgerline.client.v1.Refusal|null} refusal
                 * @memberof ledgerline.client.v1.TakeSnapshotResponse
                 * @instance
                 */
                TakeSnapshotResponse.prototype.refusal = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * TakeSnapshotResponse answer.
                 * @member {"index"|"refusal"|undefined} answer
                 * @memberof ledgerline.client.v1.TakeSnapshotResponse
                 * @instance
                 */
                $Object.defineProperty(TakeSnapshotResponse.prototype, "answer", {
                    get: $util.oneOfGetter($oneOfFields = ["index", "refusal"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new TakeSnapshotResponse instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.TakeSnapshotResponse
                 * @static
                 * @param {ledgerline.client.v1.TakeSnapshotResponse.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.TakeSnapshotResponse} TakeSnapshotResponse instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.TakeSnapshotResponse.$Shape): ledgerline.client.v1.TakeSnapshotResponse & ledgerline.client.v1.TakeSnapshotResponse.$Shape;
                 *   (properties?: ledgerline.client.v1.TakeSnapshotResponse.$Properties): ledgerline.client.v1.TakeSnapshotResponse;
                 * }}
                 */
                TakeSnapshotResponse.create = function(properties) {
                    return new TakeSnapshotResponse(properties);
                };

                /**
                 * Encodes the specified TakeSnapshotResponse message. Does not implicitly {@link ledgerline.client.v1.TakeSnapshotResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.TakeSnapshotResponse
                 * @static
                 * @param {ledgerline.client.v1.TakeSnapshotResponse.$Properties} message TakeSnapshotResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TakeSnapshotResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
                    if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                        $root.ledgerline.client.v1.Refusal.encode(message.refusal, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TakeSnapshotResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.TakeSnapshotResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TakeSnapshotResponse & ledgerline.client.v1.TakeSnapshotResponse.$Shape} TakeSnapshotResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TakeSnapshotResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.TakeSnapshotResponse();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.index = reader.uint64();
                                message.answer = "index";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.refusal = $root.ledgerline.client.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                                message.answer = "refusal";
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

                return TakeSnapshotResponse;
            })();

            v1.TransferLeadershipRequest = (function() {

                /**
                 * Properties of a TransferLeadershipRequest.
                 * @typedef {Object} ledgerline.client.v1.TransferLeadershipRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] TransferLeadershipRequest hello
                 * @property {number} [partition] TransferLeadershipRequest partition
                 * @property {string} [to] TransferLeadershipRequest to
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TransferLeadershipRequest.
                 * @memberof ledgerline.client.v1
                 * @interface ITransferLeadershipRequest
                 * @augments ledgerline.client.v1.TransferLeadershipRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.TransferLeadershipRequest.$Properties instead.
                 */

                /**
                 * Shape of a TransferLeadershipRequest.
                 * @typedef {ledgerline.client.v1.TransferLeadershipRequest.$Properties} ledgerline.client.v1.TransferLeadershipRequest.$Shape
                 */

                /**
                 * Constructs a new TransferLeadershipRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a TransferLeadershipRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.TransferLeadershipRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TransferLeadershipRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * TransferLeadershipRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.TransferLeadershipRequest
                 * @instance
                 */
                TransferLeadershipRequest.prototype.hello = null;

                /**
                 * TransferLeadershipRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.TransferLeadershipRequest
                 * @instance
                 */
                TransferLeadershipRequest.prototype.partition = 0;

                /**
                 * TransferLeadershipRequest to.
                 * @member {string} to
                 * @memberof ledgerline.client.v1.TransferLeadershipRequest
                 * @instance
                 */
                TransferLeadershipRequest.prototype.to = "";

                /**
                 * Creates a new TransferLeadershipRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.TransferLeadershipRequest
                 * @static
                 * @param {ledgerline.client.v1.TransferLeadershipRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.TransferLeadershipRequest} TransferLeadershipRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.TransferLeadershipRequest.$Shape): ledgerline.client.v1.TransferLeadershipRequest & ledgerline.client.v1.TransferLeadershipRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.TransferLeadershipRequest.$Properties): ledgerline.client.v1.TransferLeadershipRequest;
                 * }}
                 */
                TransferLeadershipRequest.create = function(properties) {
                    return new TransferLeadershipRequest(properties);
                };

                /**
                 * Encodes the specified TransferLeadershipRequest message. Does not implicitly {@link ledgerline.client.v1.TransferLeadershipRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.TransferLeadershipRequest
                 * @static
                 * @param {ledgerline.client.v1.TransferLeadershipRequest.$Properties} message TransferLeadershipRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TransferLeadershipRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.to);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TransferLeadershipRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.TransferLeadershipRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TransferLeadershipRequest & ledgerline.client.v1.TransferLeadershipRequest.$Shape} TransferLeadershipRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TransferLeadershipRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.TransferLeadershipRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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
                                if ((value = reader.stringVerify()).length)
                                    message.to = value;
                                else
                                    delete message.to;
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

                return TransferLeadershipRequest;
            })();

            v1.TransferLeadershipResponse = (function() {

                /**
                 * Properties of a TransferLeadershipResponse.
                 * @typedef {Object} ledgerline.client.v1.TransferLeadershipResponse.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] TransferLeadershipResponse hello
                 * @property {ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties|null} [transferred] TransferLeadershipResponse transferred
                 * @property {string|null} [notTakenBy] TransferLeadershipResponse notTakenBy
                 * @property {ledgerline.client.v1.Refusal.$Properties|null} [refusal] TransferLeadershipResponse refusal
                 * @property {"transferred"|"notTakenBy"|"refusal"} [answer] TransferLeadershipResponse answer
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TransferLeadershipResponse.
                 * @memberof ledgerline.client.v1
                 * @interface ITransferLeadershipResponse
                 * @augments ledgerline.client.v1.TransferLeadershipResponse.$Properties
                 * @deprecated Use ledgerline.client.v1.TransferLeadershipResponse.$Properties instead.
                 */

                /**
                 * Narrowed shape of a TransferLeadershipResponse.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ServerHello.$Shape;
                 *   transferred?: ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Shape|null;
                 *   notTakenBy?: string|null;
                 *   refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ answer?: undefined; transferred?: null; notTakenBy?: null; refusal?: null }|{ answer?: "transferred"; transferred: ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Shape; notTakenBy?: null; refusal?: null }|{ answer?: "notTakenBy"; transferred?: null; notTakenBy: string; refusal?: null }|{ answer?: "refusal"; transferred?: null; notTakenBy?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                 * )} ledgerline.client.v1.TransferLeadershipResponse.$Shape
                 */

                /**
                 * Constructs a new TransferLeadershipResponse.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a TransferLeadershipResponse.
                 * @constructor
                 * @param {ledgerline.client.v1.TransferLeadershipResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TransferLeadershipResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * TransferLeadershipResponse hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.TransferLeadershipResponse
                 * @instance
                 */
                TransferLeadershipResponse.prototype.hello = null;

                /**
                 * TransferLeadershipResponse transferred.
                 * @member {ledgerline.client.v1.TransferLeadershipResponse.Transferred|null} transferred
                 * @memberof ledgerline.client.v1.TransferLeadershipResponse
                 * @instance
                 */
                TransferLeadershipResponse.prototype.transferred = null;

                /**
                 * TransferLeadershipResponse notTakenBy.
                 * @member {string|null} notTakenBy
                 * @memberof ledgerline.client.v1.TransferLeadershipResponse
                 * @instance
                 */
                TransferLeadershipResponse.prototype.notTakenBy = null;

                /**
                 * TransferLeadershipResponse refusal.
                 * @member {ledgerline.client.v1.Refusal|null} refusal
                 * @memberof ledgerline.client.v1.TransferLeadershipResponse
                 * @instance
                 */
                TransferLeadershipResponse.prototype.refusal = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * TransferLeadershipResponse answer.
                 * @member {"transferred"|"notTakenBy"|"refusal"|undefined} answer
                 * @memberof ledgerline.client.v1.TransferLeadershipResponse
                 * @instance
                 */
                $Object.defineProperty(TransferLeadershipResponse.prototype, "answer", {
                    get: $util.oneOfGetter($oneOfFields = ["transferred", "notTakenBy", "refusal"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new TransferLeadershipResponse instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.TransferLeadershipResponse
                 * @static
                 * @param {ledgerline.client.v1.TransferLeadershipResponse.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.TransferLeadershipResponse} TransferLeadershipResponse instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.TransferLeadershipResponse.$Shape): ledgerline.client.v1.TransferLeadershipResponse & ledgerline.client.v1.TransferLeadershipResponse.$Shape;
                 *   (properties?: ledgerline.client.v1.TransferLeadershipResponse.$Properties): ledgerline.client.v1.TransferLeadershipResponse;
                 * }}
                 */
                TransferLeadershipResponse.create = function(properties) {
                    return new TransferLeadershipResponse(properties);
                };

                /**
                 * Encodes the specified TransferLeadershipResponse message. Does not implicitly {@link ledgerline.client.v1.TransferLeadershipResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.TransferLeadershipResponse
                 * @static
                 * @param {ledgerline.client.v1.TransferLeadershipResponse.$Properties} message TransferLeadershipResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TransferLeadershipResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.transferred != null && $Object.hasOwnProperty.call(message, "transferred"))
                        $root.ledgerline.client.v1.TransferLeadershipResponse.Transferred.encode(message.transferred, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.notTakenBy != null && $Object.hasOwnProperty.call(message, "notTakenBy"))
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.notTakenBy);
                    if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                        $root.ledgerline.client.v1.Refusal.encode(message.refusal, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TransferLeadershipResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.TransferLeadershipResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.TransferLeadershipResponse & ledgerline.client.v1.TransferLeadershipResponse.$Shape} TransferLeadershipResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TransferLeadershipResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.TransferLeadershipResponse();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.transferred = $root.ledgerline.client.v1.TransferLeadershipResponse.Transferred.decode(reader, reader.size(), $undefined, _depth + 1, message.transferred);
                                message.answer = "transferred";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.notTakenBy = reader.stringVerify();
                                message.answer = "notTakenBy";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.refusal = $root.ledgerline.client.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                                message.answer = "refusal";
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

                TransferLeadershipResponse.Transferred = (function() {

                    /**
                     * Properties of a Transferred.
                     * @typedef {Object} ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties
                     * @property {string} [leader] Transferred leader
                     * @property {boolean} [changed] Transferred changed
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Transferred.
                     * @memberof ledgerline.client.v1.TransferLeadershipResponse
                     * @interface ITransferred
                     * @augments ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties
                     * @deprecated Use ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties instead.
                     */

                    /**
                     * Shape of a Transferred.
                     * @typedef {ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties} ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Shape
                     */

                    /**
                     * Constructs a new Transferred.
                     * @memberof ledgerline.client.v1.TransferLeadershipResponse
                     * @classdesc Represents a Transferred.
                     * @constructor
                     * @param {ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Transferred = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Transferred leader.
                     * @member {string} leader
                     * @memberof ledgerline.client.v1.TransferLeadershipResponse.Transferred
                     * @instance
                     */
                    Transferred.prototype.leader = "";

                    /**
                     * Transferred changed.
                     * @member {boolean} changed
                     * @memberof ledgerline.client.v1.TransferLeadershipResponse.Transferred
                     * @instance
                     */
                    Transferred.prototype.changed = false;

                    /**
                     * Creates a new Transferred instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.TransferLeadershipResponse.Transferred
                     * @static
                     * @param {ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.TransferLeadershipResponse.Transferred} Transferred instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Shape): ledgerline.client.v1.TransferLeadershipResponse.Transferred & ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Shape;
                     *   (properties?: ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties): ledgerline.client.v1.TransferLeadershipResponse.Transferred;
                     * }}
                     */
                    Transferred.create = function(properties) {
                        return new Transferred(properties);
                    };

                    /**
                     * Encodes the specified Transferred message. Does not implicitly {@link ledgerline.client.v1.TransferLeadershipResponse.Transferred.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.TransferLeadershipResponse.Transferred
                     * @static
                     * @param {ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Properties} message Transferred message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Transferred.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.leader);
                        if (message.changed != null && $Object.hasOwnProperty.call(message, "changed") && message.changed !== false)
                            writer.uint32(/* id 2, wireType 0 =*/16).bool(message.changed);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Transferred message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.TransferLeadershipResponse.Transferred
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.TransferLeadershipResponse.Transferred & ledgerline.client.v1.TransferLeadershipResponse.Transferred.$Shape} Transferred
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Transferred.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.TransferLeadershipResponse.Transferred();
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
                                        message.leader = value;
                                    else
                                        delete message.leader;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (value = reader.bool())
                                        message.changed = value;
                                    else
                                        delete message.changed;
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

                    return Transferred;
                })();

                return TransferLeadershipResponse;
            })();

            v1.ChangeMembersRequest = (function() {

                /**
                 * Properties of a ChangeMembersRequest.
                 * @typedef {Object} ledgerline.client.v1.ChangeMembersRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] ChangeMembersRequest hello
                 * @property {ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties|null} [add] ChangeMembersRequest add
                 * @property {string|null} [promote] ChangeMembersRequest promote
                 * @property {ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties|null} [remove] ChangeMembersRequest remove
                 * @property {ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties|null} [replace] ChangeMembersRequest replace
                 * @property {"add"|"promote"|"remove"|"replace"} [change] ChangeMembersRequest change
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ChangeMembersRequest.
                 * @memberof ledgerline.client.v1
                 * @interface IChangeMembersRequest
                 * @augments ledgerline.client.v1.ChangeMembersRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.ChangeMembersRequest.$Properties instead.
                 */

                /**
                 * Narrowed shape of a ChangeMembersRequest.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ClientHello.$Shape;
                 *   add?: ledgerline.client.v1.ChangeMembersRequest.NewMember.$Shape|null;
                 *   promote?: string|null;
                 *   remove?: ledgerline.client.v1.ChangeMembersRequest.Remove.$Shape|null;
                 *   replace?: ledgerline.client.v1.ChangeMembersRequest.Replace.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ change?: undefined; add?: null; promote?: null; remove?: null; replace?: null }|{ change?: "add"; add: ledgerline.client.v1.ChangeMembersRequest.NewMember.$Shape; promote?: null; remove?: null; replace?: null }|{ change?: "promote"; add?: null; promote: string; remove?: null; replace?: null }|{ change?: "remove"; add?: null; promote?: null; remove: ledgerline.client.v1.ChangeMembersRequest.Remove.$Shape; replace?: null }|{ change?: "replace"; add?: null; promote?: null; remove?: null; replace: ledgerline.client.v1.ChangeMembersRequest.Replace.$Shape })
                 * )} ledgerline.client.v1.ChangeMembersRequest.$Shape
                 */

                /**
                 * Constructs a new ChangeMembersRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a ChangeMembersRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.ChangeMembersRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ChangeMembersRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ChangeMembersRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.ChangeMembersRequest
                 * @instance
                 */
                ChangeMembersRequest.prototype.hello = null;

                /**
                 * ChangeMembersRequest add.
                 * @member {ledgerline.client.v1.ChangeMembersRequest.NewMember|null} add
                 * @memberof ledgerline.client.v1.ChangeMembersRequest
                 * @instance
                 */
                ChangeMembersRequest.prototype.add = null;

                /**
                 * ChangeMembersRequest promote.
                 * @member {string|null} promote
                 * @memberof ledgerline.client.v1.ChangeMembersRequest
                 * @instance
                 */
                ChangeMembersRequest.prototype.promote = null;

                /**
                 * ChangeMembersRequest remove.
                 * @member {ledgerline.client.v1.ChangeMembersRequest.Remove|null} remove
                 * @memberof ledgerline.client.v1.ChangeMembersRequest
                 * @instance
                 */
                ChangeMembersRequest.prototype.remove = null;

                /**
                 * ChangeMembersRequest replace.
                 * @member {ledgerline.client.v1.ChangeMembersRequest.Replace|null} replace
                 * @memberof ledgerline.client.v1.ChangeMembersRequest
                 * @instance
                 */
                ChangeMembersRequest.prototype.replace = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * ChangeMembersRequest change.
                 * @member {"add"|"promote"|"remove"|"replace"|undefined} change
                 * @memberof ledgerline.client.v1.ChangeMembersRequest
                 * @instance
                 */
                $Object.defineProperty(ChangeMembersRequest.prototype, "change", {
                    get: $util.oneOfGetter($oneOfFields = ["add", "promote", "remove", "replace"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new ChangeMembersRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.ChangeMembersRequest
                 * @static
                 * @param {ledgerline.client.v1.ChangeMembersRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.ChangeMembersRequest} ChangeMembersRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.ChangeMembersRequest.$Shape): ledgerline.client.v1.ChangeMembersRequest & ledgerline.client.v1.ChangeMembersRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.ChangeMembersRequest.$Properties): ledgerline.client.v1.ChangeMembersRequest;
                 * }}
                 */
                ChangeMembersRequest.create = function(properties) {
                    return new ChangeMembersRequest(properties);
                };

                /**
                 * Encodes the specified ChangeMembersRequest message. Does not implicitly {@link ledgerline.client.v1.ChangeMembersRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.ChangeMembersRequest
                 * @static
                 * @param {ledgerline.client.v1.ChangeMembersRequest.$Properties} message ChangeMembersRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ChangeMembersRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.add != null && $Object.hasOwnProperty.call(message, "add"))
                        $root.ledgerline.client.v1.ChangeMembersRequest.NewMember.encode(message.add, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.promote != null && $Object.hasOwnProperty.call(message, "promote"))
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.promote);
                    if (message.remove != null && $Object.hasOwnProperty.call(message, "remove"))
                        $root.ledgerline.client.v1.ChangeMembersRequest.Remove.encode(message.remove, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.replace != null && $Object.hasOwnProperty.call(message, "replace"))
                        $root.ledgerline.client.v1.ChangeMembersRequest.Replace.encode(message.replace, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ChangeMembersRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.ChangeMembersRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ChangeMembersRequest & ledgerline.client.v1.ChangeMembersRequest.$Shape} ChangeMembersRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ChangeMembersRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.ChangeMembersRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.add = $root.ledgerline.client.v1.ChangeMembersRequest.NewMember.decode(reader, reader.size(), $undefined, _depth + 1, message.add);
                                message.change = "add";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.promote = reader.stringVerify();
                                message.change = "promote";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.remove = $root.ledgerline.client.v1.ChangeMembersRequest.Remove.decode(reader, reader.size(), $undefined, _depth + 1, message.remove);
                                message.change = "remove";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.replace = $root.ledgerline.client.v1.ChangeMembersRequest.Replace.decode(reader, reader.size(), $undefined, _depth + 1, message.replace);
                                message.change = "replace";
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

                ChangeMembersRequest.NewMember = (function() {

                    /**
                     * Properties of a NewMember.
                     * @typedef {Object} ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties
                     * @property {string} [id] NewMember id
                     * @property {string} [peerAddress] NewMember peerAddress
                     * @property {string} [clientAddress] NewMember clientAddress
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a NewMember.
                     * @memberof ledgerline.client.v1.ChangeMembersRequest
                     * @interface INewMember
                     * @augments ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties
                     * @deprecated Use ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties instead.
                     */

                    /**
                     * Shape of a NewMember.
                     * @typedef {ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties} ledgerline.client.v1.ChangeMembersRequest.NewMember.$Shape
                     */

                    /**
                     * Constructs a new NewMember.
                     * @memberof ledgerline.client.v1.ChangeMembersRequest
                     * @classdesc Represents a NewMember.
                     * @constructor
                     * @param {ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const NewMember = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * NewMember id.
                     * @member {string} id
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.NewMember
                     * @instance
                     */
                    NewMember.prototype.id = "";

                    /**
                     * NewMember peerAddress.
                     * @member {string} peerAddress
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.NewMember
                     * @instance
                     */
                    NewMember.prototype.peerAddress = "";

                    /**
                     * NewMember clientAddress.
                     * @member {string} clientAddress
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.NewMember
                     * @instance
                     */
                    NewMember.prototype.clientAddress = "";

                    /**
                     * Creates a new NewMember instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.NewMember
                     * @static
                     * @param {ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.ChangeMembersRequest.NewMember} NewMember instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.ChangeMembersRequest.NewMember.$Shape): ledgerline.client.v1.ChangeMembersRequest.NewMember & ledgerline.client.v1.ChangeMembersRequest.NewMember.$Shape;
                     *   (properties?: ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties): ledgerline.client.v1.ChangeMembersRequest.NewMember;
                     * }}
                     */
                    NewMember.create = function(properties) {
                        return new NewMember(properties);
                    };

                    /**
                     * Encodes the specified NewMember message. Does not implicitly {@link ledgerline.client.v1.ChangeMembersRequest.NewMember.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.NewMember
                     * @static
                     * @param {ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties} message NewMember message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    NewMember.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                        if (message.peerAddress != null && $Object.hasOwnProperty.call(message, "peerAddress") && message.peerAddress !== "")
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.peerAddress);
                        if (message.clientAddress != null && $Object.hasOwnProperty.call(message, "clientAddress") && message.clientAddress !== "")
                            writer.uint32(/* id 3, wireType 2 =*/26).string(message.clientAddress);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a NewMember message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.NewMember
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ChangeMembersRequest.NewMember & ledgerline.client.v1.ChangeMembersRequest.NewMember.$Shape} NewMember
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    NewMember.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.ChangeMembersRequest.NewMember();
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
                                        message.id = value;
                                    else
                                        delete message.id;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.peerAddress = value;
                                    else
                                        delete message.peerAddress;
                                    continue;
                                }
                            case 3: {
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

                    return NewMember;
                })();

                ChangeMembersRequest.Remove = (function() {

                    /**
                     * Properties of a Remove.
                     * @typedef {Object} ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties
                     * @property {string} [id] Remove id
                     * @property {boolean} [force] Remove force
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Remove.
                     * @memberof ledgerline.client.v1.ChangeMembersRequest
                     * @interface IRemove
                     * @augments ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties
                     * @deprecated Use ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties instead.
                     */

                    /**
                     * Shape of a Remove.
                     * @typedef {ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties} ledgerline.client.v1.ChangeMembersRequest.Remove.$Shape
                     */

                    /**
                     * Constructs a new Remove.
                     * @memberof ledgerline.client.v1.ChangeMembersRequest
                     * @classdesc Represents a Remove.
                     * @constructor
                     * @param {ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Remove = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Remove id.
                     * @member {string} id
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.Remove
                     * @instance
                     */
                    Remove.prototype.id = "";

                    /**
                     * Remove force.
                     * @member {boolean} force
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.Remove
                     * @instance
                     */
                    Remove.prototype.force = false;

                    /**
                     * Creates a new Remove instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.Remove
                     * @static
                     * @param {ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.ChangeMembersRequest.Remove} Remove instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.ChangeMembersRequest.Remove.$Shape): ledgerline.client.v1.ChangeMembersRequest.Remove & ledgerline.client.v1.ChangeMembersRequest.Remove.$Shape;
                     *   (properties?: ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties): ledgerline.client.v1.ChangeMembersRequest.Remove;
                     * }}
                     */
                    Remove.create = function(properties) {
                        return new Remove(properties);
                    };

                    /**
                     * Encodes the specified Remove message. Does not implicitly {@link ledgerline.client.v1.ChangeMembersRequest.Remove.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.Remove
                     * @static
                     * @param {ledgerline.client.v1.ChangeMembersRequest.Remove.$Properties} message Remove message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Remove.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                        if (message.force != null && $Object.hasOwnProperty.call(message, "force") && message.force !== false)
                            writer.uint32(/* id 2, wireType 0 =*/16).bool(message.force);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Remove message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.Remove
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ChangeMembersRequest.Remove & ledgerline.client.v1.ChangeMembersRequest.Remove.$Shape} Remove
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Remove.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.ChangeMembersRequest.Remove();
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
                                        message.id = value;
                                    else
                                        delete message.id;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (value = reader.bool())
                                        message.force = value;
                                    else
                                        delete message.force;
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

                    return Remove;
                })();

                ChangeMembersRequest.Replace = (function() {

                    /**
                     * Properties of a Replace.
                     * @typedef {Object} ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties
                     * @property {string} [id] Replace id
                     * @property {ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties} [by] Replace by
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Replace.
                     * @memberof ledgerline.client.v1.ChangeMembersRequest
                     * @interface IReplace
                     * @augments ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties
                     * @deprecated Use ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties instead.
                     */

                    /**
                     * Shape of a Replace.
                     * @typedef {ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties} ledgerline.client.v1.ChangeMembersRequest.Replace.$Shape
                     */

                    /**
                     * Constructs a new Replace.
                     * @memberof ledgerline.client.v1.ChangeMembersRequest
                     * @classdesc Represents a Replace.
                     * @constructor
                     * @param {ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Replace = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Replace id.
                     * @member {string} id
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.Replace
                     * @instance
                     */
                    Replace.prototype.id = "";

                    /**
                     * Replace by.
                     * @member {ledgerline.client.v1.ChangeMembersRequest.NewMember} by
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.Replace
                     * @instance
                     */
                    Replace.prototype.by = null;

                    /**
                     * Creates a new Replace instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.Replace
                     * @static
                     * @param {ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.ChangeMembersRequest.Replace} Replace instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.ChangeMembersRequest.Replace.$Shape): ledgerline.client.v1.ChangeMembersRequest.Replace & ledgerline.client.v1.ChangeMembersRequest.Replace.$Shape;
                     *   (properties?: ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties): ledgerline.client.v1.ChangeMembersRequest.Replace;
                     * }}
                     */
                    Replace.create = function(properties) {
                        return new Replace(properties);
                    };

                    /**
                     * Encodes the specified Replace message. Does not implicitly {@link ledgerline.client.v1.ChangeMembersRequest.Replace.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.Replace
                     * @static
                     * @param {ledgerline.client.v1.ChangeMembersRequest.Replace.$Properties} message Replace message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Replace.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                        if (message.by != null && $Object.hasOwnProperty.call(message, "by"))
                            $root.ledgerline.client.v1.ChangeMembersRequest.NewMember.encode(message.by, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Replace message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.ChangeMembersRequest.Replace
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ChangeMembersRequest.Replace & ledgerline.client.v1.ChangeMembersRequest.Replace.$Shape} Replace
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Replace.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.ChangeMembersRequest.Replace();
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
                                        message.id = value;
                                    else
                                        delete message.id;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.by = $root.ledgerline.client.v1.ChangeMembersRequest.NewMember.decode(reader, reader.size(), $undefined, _depth + 1, message.by);
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

                    return Replace;
                })();

                return ChangeMembersRequest;
            })();

            /**
             * MembersRefusalCode enum.
             * @name ledgerline.client.v1.MembersRefusalCode
             * @enum {number}
             * @property {number} MEMBERS_REFUSAL_CODE_UNSPECIFIED=0 MEMBERS_REFUSAL_CODE_UNSPECIFIED value
             * @property {number} MEMBERS_REFUSAL_CODE_CHANGE_UNDER_WAY=1 MEMBERS_REFUSAL_CODE_CHANGE_UNDER_WAY value
             * @property {number} MEMBERS_REFUSAL_CODE_NO_QUORUM=2 MEMBERS_REFUSAL_CODE_NO_QUORUM value
             * @property {number} MEMBERS_REFUSAL_CODE_UNKNOWN_MEMBER=3 MEMBERS_REFUSAL_CODE_UNKNOWN_MEMBER value
             * @property {number} MEMBERS_REFUSAL_CODE_ALREADY_A_MEMBER=4 MEMBERS_REFUSAL_CODE_ALREADY_A_MEMBER value
             * @property {number} MEMBERS_REFUSAL_CODE_ID_USED=5 MEMBERS_REFUSAL_CODE_ID_USED value
             * @property {number} MEMBERS_REFUSAL_CODE_LAST_VOTER=6 MEMBERS_REFUSAL_CODE_LAST_VOTER value
             * @property {number} MEMBERS_REFUSAL_CODE_TOO_MANY_MEMBERS=7 MEMBERS_REFUSAL_CODE_TOO_MANY_MEMBERS value
             * @property {number} MEMBERS_REFUSAL_CODE_UNREACHABLE=8 MEMBERS_REFUSAL_CODE_UNREACHABLE value
             * @property {number} MEMBERS_REFUSAL_CODE_ALREADY_FORMED=9 MEMBERS_REFUSAL_CODE_ALREADY_FORMED value
             */
            v1.MembersRefusalCode = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "MEMBERS_REFUSAL_CODE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "MEMBERS_REFUSAL_CODE_CHANGE_UNDER_WAY"] = 1;
                values[valuesById[2] = "MEMBERS_REFUSAL_CODE_NO_QUORUM"] = 2;
                values[valuesById[3] = "MEMBERS_REFUSAL_CODE_UNKNOWN_MEMBER"] = 3;
                values[valuesById[4] = "MEMBERS_REFUSAL_CODE_ALREADY_A_MEMBER"] = 4;
                values[valuesById[5] = "MEMBERS_REFUSAL_CODE_ID_USED"] = 5;
                values[valuesById[6] = "MEMBERS_REFUSAL_CODE_LAST_VOTER"] = 6;
                values[valuesById[7] = "MEMBERS_REFUSAL_CODE_TOO_MANY_MEMBERS"] = 7;
                values[valuesById[8] = "MEMBERS_REFUSAL_CODE_UNREACHABLE"] = 8;
                values[valuesById[9] = "MEMBERS_REFUSAL_CODE_ALREADY_FORMED"] = 9;
                return values;
            })();

            v1.MembersRefusal = (function() {

                /**
                 * Properties of a MembersRefusal.
                 * @typedef {Object} ledgerline.client.v1.MembersRefusal.$Properties
                 * @property {ledgerline.client.v1.MembersRefusalCode} [code] MembersRefusal code
                 * @property {string} [detail] MembersRefusal detail
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MembersRefusal.
                 * @memberof ledgerline.client.v1
                 * @interface IMembersRefusal
                 * @augments ledgerline.client.v1.MembersRefusal.$Properties
                 * @deprecated Use ledgerline.client.v1.MembersRefusal.$Properties instead.
                 */

                /**
                 * Shape of a MembersRefusal.
                 * @typedef {ledgerline.client.v1.MembersRefusal.$Properties} ledgerline.client.v1.MembersRefusal.$Shape
                 */

                /**
                 * Constructs a new MembersRefusal.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a MembersRefusal.
                 * @constructor
                 * @param {ledgerline.client.v1.MembersRefusal.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MembersRefusal = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MembersRefusal code.
                 * @member {ledgerline.client.v1.MembersRefusalCode} code
                 * @memberof ledgerline.client.v1.MembersRefusal
                 * @instance
                 */
                MembersRefusal.prototype.code = 0;

                /**
                 * MembersRefusal detail.
                 * @member {string} detail
                 * @memberof ledgerline.client.v1.MembersRefusal
                 * @instance
                 */
                MembersRefusal.prototype.detail = "";

                /**
                 * Creates a new MembersRefusal instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.MembersRefusal
                 * @static
                 * @param {ledgerline.client.v1.MembersRefusal.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.MembersRefusal} MembersRefusal instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.MembersRefusal.$Shape): ledgerline.client.v1.MembersRefusal & ledgerline.client.v1.MembersRefusal.$Shape;
                 *   (properties?: ledgerline.client.v1.MembersRefusal.$Properties): ledgerline.client.v1.MembersRefusal;
                 * }}
                 */
                MembersRefusal.create = function(properties) {
                    return new MembersRefusal(properties);
                };

                /**
                 * Encodes the specified MembersRefusal message. Does not implicitly {@link ledgerline.client.v1.MembersRefusal.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.MembersRefusal
                 * @static
                 * @param {ledgerline.client.v1.MembersRefusal.$Properties} message MembersRefusal message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MembersRefusal.encode = function (message, writer, _depth) {
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
                 * Decodes a MembersRefusal message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.MembersRefusal
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.MembersRefusal & ledgerline.client.v1.MembersRefusal.$Shape} MembersRefusal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MembersRefusal.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.MembersRefusal();
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

                return MembersRefusal;
            })();

            v1.ChangeMembersResponse = (function() {

                /**
                 * Properties of a ChangeMembersResponse.
                 * @typedef {Object} ledgerline.client.v1.ChangeMembersResponse.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] ChangeMembersResponse hello
                 * @property {ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties|null} [changed] ChangeMembersResponse changed
                 * @property {ledgerline.client.v1.MembersRefusal.$Properties|null} [membersRefusal] ChangeMembersResponse membersRefusal
                 * @property {ledgerline.client.v1.Refusal.$Properties|null} [refusal] ChangeMembersResponse refusal
                 * @property {"changed"|"membersRefusal"|"refusal"} [answer] ChangeMembersResponse answer
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ChangeMembersResponse.
                 * @memberof ledgerline.client.v1
                 * @interface IChangeMembersResponse
                 * @augments ledgerline.client.v1.ChangeMembersResponse.$Properties
                 * @deprecated Use ledgerline.client.v1.ChangeMembersResponse.$Properties instead.
                 */

                /**
                 * Narrowed shape of a ChangeMembersResponse.
                 * @typedef {{
                 *   hello?: ledgerline.client.v1.ServerHello.$Shape;
                 *   changed?: ledgerline.client.v1.ChangeMembersResponse.Changed.$Shape|null;
                 *   membersRefusal?: ledgerline.client.v1.MembersRefusal.$Shape|null;
                 *   refusal?: ledgerline.client.v1.Refusal.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ answer?: undefined; changed?: null; membersRefusal?: null; refusal?: null }|{ answer?: "changed"; changed: ledgerline.client.v1.ChangeMembersResponse.Changed.$Shape; membersRefusal?: null; refusal?: null }|{ answer?: "membersRefusal"; changed?: null; membersRefusal: ledgerline.client.v1.MembersRefusal.$Shape; refusal?: null }|{ answer?: "refusal"; changed?: null; membersRefusal?: null; refusal: ledgerline.client.v1.Refusal.$Shape })
                 * )} ledgerline.client.v1.ChangeMembersResponse.$Shape
                 */

                /**
                 * Constructs a new ChangeMembersResponse.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a ChangeMembersResponse.
                 * @constructor
                 * @param {ledgerline.client.v1.ChangeMembersResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ChangeMembersResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ChangeMembersResponse hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.ChangeMembersResponse
                 * @instance
                 */
                ChangeMembersResponse.prototype.hello = null;

                /**
                 * ChangeMembersResponse changed.
                 * @member {ledgerline.client.v1.ChangeMembersResponse.Changed|null} changed
                 * @memberof ledgerline.client.v1.ChangeMembersResponse
                 * @instance
                 */
                ChangeMembersResponse.prototype.changed = null;

                /**
                 * ChangeMembersResponse membersRefusal.
                 * @member {ledgerline.client.v1.MembersRefusal|null} membersRefusal
                 * @memberof ledgerline.client.v1.ChangeMembersResponse
                 * @instance
                 */
                ChangeMembersResponse.prototype.membersRefusal = null;

                /**
                 * ChangeMembersResponse refusal.
                 * @member {ledgerline.client.v1.Refusal|null} refusal
                 * @memberof ledgerline.client.v1.ChangeMembersResponse
                 * @instance
                 */
                ChangeMembersResponse.prototype.refusal = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * ChangeMembersResponse answer.
                 * @member {"changed"|"membersRefusal"|"refusal"|undefined} answer
                 * @memberof ledgerline.client.v1.ChangeMembersResponse
                 * @instance
                 */
                $Object.defineProperty(ChangeMembersResponse.prototype, "answer", {
                    get: $util.oneOfGetter($oneOfFields = ["changed", "membersRefusal", "refusal"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new ChangeMembersResponse instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.ChangeMembersResponse
                 * @static
                 * @param {ledgerline.client.v1.ChangeMembersResponse.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.ChangeMembersResponse} ChangeMembersResponse instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.ChangeMembersResponse.$Shape): ledgerline.client.v1.ChangeMembersResponse & ledgerline.client.v1.ChangeMembersResponse.$Shape;
                 *   (properties?: ledgerline.client.v1.ChangeMembersResponse.$Properties): ledgerline.client.v1.ChangeMembersResponse;
                 * }}
                 */
                ChangeMembersResponse.create = function(properties) {
                    return new ChangeMembersResponse(properties);
                };

                /**
                 * Encodes the specified ChangeMembersResponse message. Does not implicitly {@link ledgerline.client.v1.ChangeMembersResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.ChangeMembersResponse
                 * @static
                 * @param {ledgerline.client.v1.ChangeMembersResponse.$Properties} message ChangeMembersResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ChangeMembersResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.changed != null && $Object.hasOwnProperty.call(message, "changed"))
                        $root.ledgerline.client.v1.ChangeMembersResponse.Changed.encode(message.changed, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.membersRefusal != null && $Object.hasOwnProperty.call(message, "membersRefusal"))
                        $root.ledgerline.client.v1.MembersRefusal.encode(message.membersRefusal, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                        $root.ledgerline.client.v1.Refusal.encode(message.refusal, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ChangeMembersResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.ChangeMembersResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ChangeMembersResponse & ledgerline.client.v1.ChangeMembersResponse.$Shape} ChangeMembersResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ChangeMembersResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.ChangeMembersResponse();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.changed = $root.ledgerline.client.v1.ChangeMembersResponse.Changed.decode(reader, reader.size(), $undefined, _depth + 1, message.changed);
                                message.answer = "changed";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.membersRefusal = $root.ledgerline.client.v1.MembersRefusal.decode(reader, reader.size(), $undefined, _depth + 1, message.membersRefusal);
                                message.answer = "membersRefusal";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.refusal = $root.ledgerline.client.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                                message.answer = "refusal";
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

                ChangeMembersResponse.Changed = (function() {

                    /**
                     * Properties of a Changed.
                     * @typedef {Object} ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties
                     * @property {boolean} [changed] Changed changed
                     * @property {ledgerline.client.v1.IntendedSet.$Properties} [intended] Changed intended
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Changed.
                     * @memberof ledgerline.client.v1.ChangeMembersResponse
                     * @interface IChanged
                     * @augments ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties
                     * @deprecated Use ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties instead.
                     */

                    /**
                     * Shape of a Changed.
                     * @typedef {ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties} ledgerline.client.v1.ChangeMembersResponse.Changed.$Shape
                     */

                    /**
                     * Constructs a new Changed.
                     * @memberof ledgerline.client.v1.ChangeMembersResponse
                     * @classdesc Represents a Changed.
                     * @constructor
                     * @param {ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Changed = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Changed changed.
                     * @member {boolean} changed
                     * @memberof ledgerline.client.v1.ChangeMembersResponse.Changed
                     * @instance
                     */
                    Changed.prototype.changed = false;

                    /**
                     * Changed intended.
                     * @member {ledgerline.client.v1.IntendedSet} intended
                     * @memberof ledgerline.client.v1.ChangeMembersResponse.Changed
                     * @instance
                     */
                    Changed.prototype.intended = null;

                    /**
                     * Creates a new Changed instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.ChangeMembersResponse.Changed
                     * @static
                     * @param {ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.ChangeMembersResponse.Changed} Changed instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.ChangeMembersResponse.Changed.$Shape): ledgerline.client.v1.ChangeMembersResponse.Changed & ledgerline.client.v1.ChangeMembersResponse.Changed.$Shape;
                     *   (properties?: ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties): ledgerline.client.v1.ChangeMembersResponse.Changed;
                     * }}
                     */
                    Changed.create = function(properties) {
                        return new Changed(properties);
                    };

                    /**
                     * Encodes the specified Changed message. Does not implicitly {@link ledgerline.client.v1.ChangeMembersResponse.Changed.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.ChangeMembersResponse.Changed
                     * @static
                     * @param {ledgerline.client.v1.ChangeMembersResponse.Changed.$Properties} message Changed message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Changed.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.changed != null && $Object.hasOwnProperty.call(message, "changed") && message.changed !== false)
                            writer.uint32(/* id 1, wireType 0 =*/8).bool(message.changed);
                        if (message.intended != null && $Object.hasOwnProperty.call(message, "intended"))
                            $root.ledgerline.client.v1.IntendedSet.encode(message.intended, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Changed message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.ChangeMembersResponse.Changed
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.ChangeMembersResponse.Changed & ledgerline.client.v1.ChangeMembersResponse.Changed.$Shape} Changed
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Changed.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.ChangeMembersResponse.Changed();
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
                                        message.changed = value;
                                    else
                                        delete message.changed;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.intended = $root.ledgerline.client.v1.IntendedSet.decode(reader, reader.size(), $undefined, _depth + 1, message.intended);
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

                    return Changed;
                })();

                return ChangeMembersResponse;
            })();

            v1.Snapshot = (function() {

                /**
                 * Properties of a Snapshot.
                 * @typedef {Object} ledgerline.client.v1.Snapshot.$Properties
                 * @property {number} [index] Snapshot index
                 * @property {number} [term] Snapshot term
                 * @property {number} [offset] Snapshot offset
                 * @property {number} [timestamp] Snapshot timestamp
                 * @property {Uint8Array} [digest] Snapshot digest
                 * @property {number} [bytes] Snapshot bytes
                 * @property {Uint8Array} [stateDigest] Snapshot stateDigest
                 * @property {Uint8Array} [fileDigest] Snapshot fileDigest
                 * @property {number} [stateKeys] Snapshot stateKeys
                 * @property {number} [namedKeys] Snapshot namedKeys
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Snapshot.
                 * @memberof ledgerline.client.v1
                 * @interface ISnapshot
                 * @augments ledgerline.client.v1.Snapshot.$Properties
                 * @deprecated Use ledgerline.client.v1.Snapshot.$Properties instead.
                 */

                /**
                 * Shape of a Snapshot.
                 * @typedef {ledgerline.client.v1.Snapshot.$Properties} ledgerline.client.v1.Snapshot.$Shape
                 */

                /**
                 * Constructs a new Snapshot.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a Snapshot.
                 * @constructor
                 * @param {ledgerline.client.v1.Snapshot.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Snapshot = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Snapshot index.
                 * @member {number} index
                 * @memberof ledgerline.client.v1.Snapshot
                 * @instance
                 */
                Snapshot.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Snapshot term.
                 * @member {number} term
                 * @memberof ledgerline.client.v1.Snapshot
                 * @instance
                 */
                Snapshot.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Snapshot offset.
                 * @member {number} offset
                 * @memberof ledgerline.client.v1.Snapshot
                 * @instance
                 */
                Snapshot.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Snapshot timestamp.
                 * @member {number} timestamp
                 * @memberof ledgerline.client.v1.Snapshot
                 * @instance
                 */
                Snapshot.prototype.timestamp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Snapshot digest.
                 * @member {Uint8Array} digest
                 * @memberof ledgerline.client.v1.Snapshot
                 * @instance
                 */
                Snapshot.prototype.digest = $util.newBuffer([]);

                /**
                 * Snapshot bytes.
                 * @member {number} bytes
                 * @memberof ledgerline.client.v1.Snapshot
                 * @instance
                 */
                Snapshot.prototype.bytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Snapshot stateDigest.
                 * @member {Uint8Array} stateDigest
                 * @memberof ledgerline.client.v1.Snapshot
                 * @instance
                 */
                Snapshot.prototype.stateDigest = $util.newBuffer([]);

                /**
                 * Snapshot fileDigest.
                 * @member {Uint8Array} fileDigest
                 * @memberof ledgerline.client.v1.Snapshot
                 * @instance
                 */
                Snapshot.prototype.fileDigest = $util.newBuffer([]);

                /**
                 * Snapshot stateKeys.
                 * @member {number} stateKeys
                 * @memberof ledgerline.client.v1.Snapshot
                 * @instance
                 */
                Snapshot.prototype.stateKeys = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Snapshot namedKeys.
                 * @member {number} namedKeys
                 * @memberof ledgerline.client.v1.Snapshot
                 * @instance
                 */
                Snapshot.prototype.namedKeys = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new Snapshot instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Snapshot
                 * @static
                 * @param {ledgerline.client.v1.Snapshot.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Snapshot} Snapshot instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Snapshot.$Shape): ledgerline.client.v1.Snapshot & ledgerline.client.v1.Snapshot.$Shape;
                 *   (properties?: ledgerline.client.v1.Snapshot.$Properties): ledgerline.client.v1.Snapshot;
                 * }}
                 */
                Snapshot.create = function(properties) {
                    return new Snapshot(properties);
                };

                /**
                 * Encodes the specified Snapshot message. Does not implicitly {@link ledgerline.client.v1.Snapshot.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Snapshot
                 * @static
                 * @param {ledgerline.client.v1.Snapshot.$Properties} message Snapshot message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Snapshot.encode = function (message, writer, _depth) {
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
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.offset);
                    if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp") && (typeof message.timestamp === "object" ? message.timestamp.low || message.timestamp.high : message.timestamp !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.timestamp);
                    if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                        writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.digest);
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
                 * Decodes a Snapshot message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Snapshot
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Snapshot & ledgerline.client.v1.Snapshot.$Shape} Snapshot
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Snapshot.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.Snapshot();
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
                                    message.offset = value;
                                else
                                    delete message.offset;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.timestamp = value;
                                else
                                    delete message.timestamp;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.digest = value;
                                else
                                    delete message.digest;
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

                return Snapshot;
            })();

            v1.ListSnapshotsRequest = (function() {

                /**
                 * Properties of a ListSnapshotsRequest.
                 * @typedef {Object} ledgerline.client.v1.ListSnapshotsRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] ListSnapshotsRequest hello
                 * @property {number} [partition] ListSnapshotsRequest partition
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ListSnapshotsRequest.
                 * @memberof ledgerline.client.v1
                 * @interface IListSnapshotsRequest
                 * @augments ledgerline.client.v1.ListSnapshotsRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.ListSnapshotsRequest.$Properties instead.
                 */

                /**
                 * Shape of a ListSnapshotsRequest.
                 * @typedef {ledgerline.client.v1.ListSnapshotsRequest.$Properties} ledgerline.client.v1.ListSnapshotsRequest.$Shape
                 */

                /**
                 * Constructs a new ListSnapshotsRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a ListSnapshotsRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.ListSnapshotsRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ListSnapshotsRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ListSnapshotsRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.ListSnapshotsRequest
                 * @instance
                 */
                ListSnapshotsRequest.prototype.hello = null;

                /**
                 * ListSnapshotsRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.ListSnapshotsRequest
                 * @instance
                 */
                ListSnapshotsRequest.prototype.partition = 0;

                /**
                 * Creates a new ListSnapshotsRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.ListSnapshotsRequest
                 * @static
                 * @param {ledgerline.client.v1.ListSnapshotsRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.ListSnapshotsRequest} ListSnapshotsRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.ListSnapshotsRequest.$Shape): ledgerline.client.v1.ListSnapshotsRequest & ledgerline.client.v1.ListSnapshotsRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.ListSnapshotsRequest.$Properties): ledgerline.client.v1.ListSnapshotsRequest;
                 * }}
                 */
                ListSnapshotsRequest.create = function(properties) {
                    return new ListSnapshotsRequest(properties);
                };

                /**
                 * Encodes the specified ListSnapshotsRequest message. Does not implicitly {@link ledgerline.client.v1.ListSnapshotsRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.ListSnapshotsRequest
                 * @static
                 * @param {ledgerline.client.v1.ListSnapshotsRequest.$Properties} message ListSnapshotsRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ListSnapshotsRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ListSnapshotsRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.ListSnapshotsRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ListSnapshotsRequest & ledgerline.client.v1.ListSnapshotsRequest.$Shape} ListSnapshotsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ListSnapshotsRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.ListSnapshotsRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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

                return ListSnapshotsRequest;
            })();

            v1.ListSnapshotsResponse = (function() {

                /**
                 * Properties of a ListSnapshotsResponse.
                 * @typedef {Object} ledgerline.client.v1.ListSnapshotsResponse.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] ListSnapshotsResponse hello
                 * @property {Array.<ledgerline.client.v1.Snapshot.$Properties>} [snapshots] ListSnapshotsResponse snapshots
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ListSnapshotsResponse.
                 * @memberof ledgerline.client.v1
                 * @interface IListSnapshotsResponse
                 * @augments ledgerline.client.v1.ListSnapshotsResponse.$Properties
                 * @deprecated Use ledgerline.client.v1.ListSnapshotsResponse.$Properties instead.
                 */

                /**
                 * Shape of a ListSnapshotsResponse.
                 * @typedef {ledgerline.client.v1.ListSnapshotsResponse.$Properties} ledgerline.client.v1.ListSnapshotsResponse.$Shape
                 */

                /**
                 * Constructs a new ListSnapshotsResponse.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a ListSnapshotsResponse.
                 * @constructor
                 * @param {ledgerline.client.v1.ListSnapshotsResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ListSnapshotsResponse = function (properties) {
                    this.snapshots = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ListSnapshotsResponse hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.ListSnapshotsResponse
                 * @instance
                 */
                ListSnapshotsResponse.prototype.hello = null;

                /**
                 * ListSnapshotsResponse snapshots.
                 * @member {Array.<ledgerline.client.v1.Snapshot>} snapshots
                 * @memberof ledgerline.client.v1.ListSnapshotsResponse
                 * @instance
                 */
                ListSnapshotsResponse.prototype.snapshots = $util.emptyArray;

                /**
                 * Creates a new ListSnapshotsResponse instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.ListSnapshotsResponse
                 * @static
                 * @param {ledgerline.client.v1.ListSnapshotsResponse.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.ListSnapshotsResponse} ListSnapshotsResponse instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.ListSnapshotsResponse.$Shape): ledgerline.client.v1.ListSnapshotsResponse & ledgerline.client.v1.ListSnapshotsResponse.$Shape;
                 *   (properties?: ledgerline.client.v1.ListSnapshotsResponse.$Properties): ledgerline.client.v1.ListSnapshotsResponse;
                 * }}
                 */
                ListSnapshotsResponse.create = function(properties) {
                    return new ListSnapshotsResponse(properties);
                };

                /**
                 * Encodes the specified ListSnapshotsResponse message. Does not implicitly {@link ledgerline.client.v1.ListSnapshotsResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.ListSnapshotsResponse
                 * @static
                 * @param {ledgerline.client.v1.ListSnapshotsResponse.$Properties} message ListSnapshotsResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ListSnapshotsResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.snapshots != null && message.snapshots.length)
                        for (let i = 0; i < message.snapshots.length; ++i)
                            $root.ledgerline.client.v1.Snapshot.encode(message.snapshots[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ListSnapshotsResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.ListSnapshotsResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ListSnapshotsResponse & ledgerline.client.v1.ListSnapshotsResponse.$Shape} ListSnapshotsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ListSnapshotsResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.ListSnapshotsResponse();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.snapshots && message.snapshots.length))
                                    message.snapshots = [];
                                message.snapshots.push($root.ledgerline.client.v1.Snapshot.decode(reader, reader.size(), $undefined, _depth + 1));
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

                return ListSnapshotsResponse;
            })();

            v1.VerifySnapshotsRequest = (function() {

                /**
                 * Properties of a VerifySnapshotsRequest.
                 * @typedef {Object} ledgerline.client.v1.VerifySnapshotsRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] VerifySnapshotsRequest hello
                 * @property {number} [partition] VerifySnapshotsRequest partition
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a VerifySnapshotsRequest.
                 * @memberof ledgerline.client.v1
                 * @interface IVerifySnapshotsRequest
                 * @augments ledgerline.client.v1.VerifySnapshotsRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.VerifySnapshotsRequest.$Properties instead.
                 */

                /**
                 * Shape of a VerifySnapshotsRequest.
                 * @typedef {ledgerline.client.v1.VerifySnapshotsRequest.$Properties} ledgerline.client.v1.VerifySnapshotsRequest.$Shape
                 */

                /**
                 * Constructs a new VerifySnapshotsRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a VerifySnapshotsRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.VerifySnapshotsRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const VerifySnapshotsRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * VerifySnapshotsRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.VerifySnapshotsRequest
                 * @instance
                 */
                VerifySnapshotsRequest.prototype.hello = null;

                /**
                 * VerifySnapshotsRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.VerifySnapshotsRequest
                 * @instance
                 */
                VerifySnapshotsRequest.prototype.partition = 0;

                /**
                 * Creates a new VerifySnapshotsRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.VerifySnapshotsRequest
                 * @static
                 * @param {ledgerline.client.v1.VerifySnapshotsRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.VerifySnapshotsRequest} VerifySnapshotsRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.VerifySnapshotsRequest.$Shape): ledgerline.client.v1.VerifySnapshotsRequest & ledgerline.client.v1.VerifySnapshotsRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.VerifySnapshotsRequest.$Properties): ledgerline.client.v1.VerifySnapshotsRequest;
                 * }}
                 */
                VerifySnapshotsRequest.create = function(properties) {
                    return new VerifySnapshotsRequest(properties);
                };

                /**
                 * Encodes the specified VerifySnapshotsRequest message. Does not implicitly {@link ledgerline.client.v1.VerifySnapshotsRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.VerifySnapshotsRequest
                 * @static
                 * @param {ledgerline.client.v1.VerifySnapshotsRequest.$Properties} message VerifySnapshotsRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                VerifySnapshotsRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a VerifySnapshotsRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.VerifySnapshotsRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.VerifySnapshotsRequest & ledgerline.client.v1.VerifySnapshotsRequest.$Shape} VerifySnapshotsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                VerifySnapshotsRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.VerifySnapshotsRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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

                return VerifySnapshotsRequest;
            })();

            v1.VerifySnapshotsResponse = (function() {

                /**
                 * Properties of a VerifySnapshotsResponse.
                 * @typedef {Object} ledgerline.client.v1.VerifySnapshotsResponse.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] VerifySnapshotsResponse hello
                 * @property {Array.<ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties>} [verdicts] VerifySnapshotsResponse verdicts
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a VerifySnapshotsResponse.
                 * @memberof ledgerline.client.v1
                 * @interface IVerifySnapshotsResponse
                 * @augments ledgerline.client.v1.VerifySnapshotsResponse.$Properties
                 * @deprecated Use ledgerline.client.v1.VerifySnapshotsResponse.$Properties instead.
                 */

                /**
                 * Shape of a VerifySnapshotsResponse.
                 * @typedef {ledgerline.client.v1.VerifySnapshotsResponse.$Properties} ledgerline.client.v1.VerifySnapshotsResponse.$Shape
                 */

                /**
                 * Constructs a new VerifySnapshotsResponse.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a VerifySnapshotsResponse.
                 * @constructor
                 * @param {ledgerline.client.v1.VerifySnapshotsResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const VerifySnapshotsResponse = function (properties) {
                    this.verdicts = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * VerifySnapshotsResponse hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.VerifySnapshotsResponse
                 * @instance
                 */
                VerifySnapshotsResponse.prototype.hello = null;

                /**
                 * VerifySnapshotsResponse verdicts.
                 * @member {Array.<ledgerline.client.v1.VerifySnapshotsResponse.Verdict>} verdicts
                 * @memberof ledgerline.client.v1.VerifySnapshotsResponse
                 * @instance
                 */
                VerifySnapshotsResponse.prototype.verdicts = $util.emptyArray;

                /**
                 * Creates a new VerifySnapshotsResponse instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.VerifySnapshotsResponse
                 * @static
                 * @param {ledgerline.client.v1.VerifySnapshotsResponse.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.VerifySnapshotsResponse} VerifySnapshotsResponse instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.VerifySnapshotsResponse.$Shape): ledgerline.client.v1.VerifySnapshotsResponse & ledgerline.client.v1.VerifySnapshotsResponse.$Shape;
                 *   (properties?: ledgerline.client.v1.VerifySnapshotsResponse.$Properties): ledgerline.client.v1.VerifySnapshotsResponse;
                 * }}
                 */
                VerifySnapshotsResponse.create = function(properties) {
                    return new VerifySnapshotsResponse(properties);
                };

                /**
                 * Encodes the specified VerifySnapshotsResponse message. Does not implicitly {@link ledgerline.client.v1.VerifySnapshotsResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.VerifySnapshotsResponse
                 * @static
                 * @param {ledgerline.client.v1.VerifySnapshotsResponse.$Properties} message VerifySnapshotsResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                VerifySnapshotsResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.verdicts != null && message.verdicts.length)
                        for (let i = 0; i < message.verdicts.length; ++i)
                            $root.ledgerline.client.v1.VerifySnapshotsResponse.Verdict.encode(message.verdicts[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a VerifySnapshotsResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.VerifySnapshotsResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.VerifySnapshotsResponse & ledgerline.client.v1.VerifySnapshotsResponse.$Shape} VerifySnapshotsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                VerifySnapshotsResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.VerifySnapshotsResponse();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.verdicts && message.verdicts.length))
                                    message.verdicts = [];
                                message.verdicts.push($root.ledgerline.client.v1.VerifySnapshotsResponse.Verdict.decode(reader, reader.size(), $undefined, _depth + 1));
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

                VerifySnapshotsResponse.Verdict = (function() {

                    /**
                     * Properties of a Verdict.
                     * @typedef {Object} ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties
                     * @property {number} [index] Verdict index
                     * @property {string} [error] Verdict error
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Verdict.
                     * @memberof ledgerline.client.v1.VerifySnapshotsResponse
                     * @interface IVerdict
                     * @augments ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties
                     * @deprecated Use ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties instead.
                     */

                    /**
                     * Shape of a Verdict.
                     * @typedef {ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties} ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Shape
                     */

                    /**
                     * Constructs a new Verdict.
                     * @memberof ledgerline.client.v1.VerifySnapshotsResponse
                     * @classdesc Represents a Verdict.
                     * @constructor
                     * @param {ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Verdict = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Verdict index.
                     * @member {number} index
                     * @memberof ledgerline.client.v1.VerifySnapshotsResponse.Verdict
                     * @instance
                     */
                    Verdict.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Verdict error.
                     * @member {string} error
                     * @memberof ledgerline.client.v1.VerifySnapshotsResponse.Verdict
                     * @instance
                     */
                    Verdict.prototype.error = "";

                    /**
                     * Creates a new Verdict instance using the specified properties.
                     * @function create
                     * @memberof ledgerline.client.v1.VerifySnapshotsResponse.Verdict
                     * @static
                     * @param {ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties=} [properties] Properties to set
                     * @returns {ledgerline.client.v1.VerifySnapshotsResponse.Verdict} Verdict instance
                     * @type {{
                     *   (properties: ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Shape): ledgerline.client.v1.VerifySnapshotsResponse.Verdict & ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Shape;
                     *   (properties?: ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties): ledgerline.client.v1.VerifySnapshotsResponse.Verdict;
                     * }}
                     */
                    Verdict.create = function(properties) {
                        return new Verdict(properties);
                    };

                    /**
                     * Encodes the specified Verdict message. Does not implicitly {@link ledgerline.client.v1.VerifySnapshotsResponse.Verdict.verify|verify} messages.
                     * @function encode
                     * @memberof ledgerline.client.v1.VerifySnapshotsResponse.Verdict
                     * @static
                     * @param {ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Properties} message Verdict message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Verdict.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                        if (message.error != null && $Object.hasOwnProperty.call(message, "error") && message.error !== "")
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.error);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Verdict message from the specified reader or buffer.
                     * @function decode
                     * @memberof ledgerline.client.v1.VerifySnapshotsResponse.Verdict
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {ledgerline.client.v1.VerifySnapshotsResponse.Verdict & ledgerline.client.v1.VerifySnapshotsResponse.Verdict.$Shape} Verdict
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Verdict.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.ledgerline.client.v1.VerifySnapshotsResponse.Verdict();
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
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.error = value;
                                    else
                                        delete message.error;
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

                    return Verdict;
                })();

                return VerifySnapshotsResponse;
            })();

            v1.FetchSnapshotRequest = (function() {

                /**
                 * Properties of a FetchSnapshotRequest.
                 * @typedef {Object} ledgerline.client.v1.FetchSnapshotRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] FetchSnapshotRequest hello
                 * @property {number} [partition] FetchSnapshotRequest partition
                 * @property {number} [index] FetchSnapshotRequest index
                 * @property {number} [position] FetchSnapshotRequest position
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FetchSnapshotRequest.
                 * @memberof ledgerline.client.v1
                 * @interface IFetchSnapshotRequest
                 * @augments ledgerline.client.v1.FetchSnapshotRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.FetchSnapshotRequest.$Properties instead.
                 */

                /**
                 * Shape of a FetchSnapshotRequest.
                 * @typedef {ledgerline.client.v1.FetchSnapshotRequest.$Properties} ledgerline.client.v1.FetchSnapshotRequest.$Shape
                 */

                /**
                 * Constructs a new FetchSnapshotRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a FetchSnapshotRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.FetchSnapshotRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FetchSnapshotRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FetchSnapshotRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.FetchSnapshotRequest
                 * @instance
                 */
                FetchSnapshotRequest.prototype.hello = null;

                /**
                 * FetchSnapshotRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.FetchSnapshotRequest
                 * @instance
                 */
                FetchSnapshotRequest.prototype.partition = 0;

                /**
                 * FetchSnapshotRequest index.
                 * @member {number} index
                 * @memberof ledgerline.client.v1.FetchSnapshotRequest
                 * @instance
                 */
                FetchSnapshotRequest.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * FetchSnapshotRequest position.
                 * @member {number} position
                 * @memberof ledgerline.client.v1.FetchSnapshotRequest
                 * @instance
                 */
                FetchSnapshotRequest.prototype.position = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new FetchSnapshotRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.FetchSnapshotRequest
                 * @static
                 * @param {ledgerline.client.v1.FetchSnapshotRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.FetchSnapshotRequest} FetchSnapshotRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.FetchSnapshotRequest.$Shape): ledgerline.client.v1.FetchSnapshotRequest & ledgerline.client.v1.FetchSnapshotRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.FetchSnapshotRequest.$Properties): ledgerline.client.v1.FetchSnapshotRequest;
                 * }}
                 */
                FetchSnapshotRequest.create = function(properties) {
                    return new FetchSnapshotRequest(properties);
                };

                /**
                 * Encodes the specified FetchSnapshotRequest message. Does not implicitly {@link ledgerline.client.v1.FetchSnapshotRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.FetchSnapshotRequest
                 * @static
                 * @param {ledgerline.client.v1.FetchSnapshotRequest.$Properties} message FetchSnapshotRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FetchSnapshotRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.index);
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position") && (typeof message.position === "object" ? message.position.low || message.position.high : message.position !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.position);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FetchSnapshotRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.FetchSnapshotRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.FetchSnapshotRequest & ledgerline.client.v1.FetchSnapshotRequest.$Shape} FetchSnapshotRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FetchSnapshotRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.FetchSnapshotRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.position = value;
                                else
                                    delete message.position;
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

                return FetchSnapshotRequest;
            })();

            v1.SnapshotChunk = (function() {

                /**
                 * Properties of a SnapshotChunk.
                 * @typedef {Object} ledgerline.client.v1.SnapshotChunk.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] SnapshotChunk hello
                 * @property {ledgerline.client.v1.Snapshot.$Properties} [snapshot] SnapshotChunk snapshot
                 * @property {number} [position] SnapshotChunk position
                 * @property {Uint8Array} [data] SnapshotChunk data
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotChunk.
                 * @memberof ledgerline.client.v1
                 * @interface ISnapshotChunk
                 * @augments ledgerline.client.v1.SnapshotChunk.$Properties
                 * @deprecated Use ledgerline.client.v1.SnapshotChunk.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotChunk.
                 * @typedef {ledgerline.client.v1.SnapshotChunk.$Properties} ledgerline.client.v1.SnapshotChunk.$Shape
                 */

                /**
                 * Constructs a new SnapshotChunk.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a SnapshotChunk.
                 * @constructor
                 * @param {ledgerline.client.v1.SnapshotChunk.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotChunk = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotChunk hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.SnapshotChunk
                 * @instance
                 */
                SnapshotChunk.prototype.hello = null;

                /**
                 * SnapshotChunk snapshot.
                 * @member {ledgerline.client.v1.Snapshot} snapshot
                 * @memberof ledgerline.client.v1.SnapshotChunk
                 * @instance
                 */
                SnapshotChunk.prototype.snapshot = null;

                /**
                 * SnapshotChunk position.
                 * @member {number} position
                 * @memberof ledgerline.client.v1.SnapshotChunk
                 * @instance
                 */
                SnapshotChunk.prototype.position = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SnapshotChunk data.
                 * @member {Uint8Array} data
                 * @memberof ledgerline.client.v1.SnapshotChunk
                 * @instance
                 */
                SnapshotChunk.prototype.data = $util.newBuffer([]);

                /**
                 * Creates a new SnapshotChunk instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.SnapshotChunk
                 * @static
                 * @param {ledgerline.client.v1.SnapshotChunk.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.SnapshotChunk} SnapshotChunk instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.SnapshotChunk.$Shape): ledgerline.client.v1.SnapshotChunk & ledgerline.client.v1.SnapshotChunk.$Shape;
                 *   (properties?: ledgerline.client.v1.SnapshotChunk.$Properties): ledgerline.client.v1.SnapshotChunk;
                 * }}
                 */
                SnapshotChunk.create = function(properties) {
                    return new SnapshotChunk(properties);
                };

                /**
                 * Encodes the specified SnapshotChunk message. Does not implicitly {@link ledgerline.client.v1.SnapshotChunk.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.SnapshotChunk
                 * @static
                 * @param {ledgerline.client.v1.SnapshotChunk.$Properties} message SnapshotChunk message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotChunk.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                        $root.ledgerline.client.v1.Snapshot.encode(message.snapshot, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position") && (typeof message.position === "object" ? message.position.low || message.position.high : message.position !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.position);
                    if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.data);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotChunk message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.SnapshotChunk
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.SnapshotChunk & ledgerline.client.v1.SnapshotChunk.$Shape} SnapshotChunk
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotChunk.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.SnapshotChunk();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.snapshot = $root.ledgerline.client.v1.Snapshot.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.position = value;
                                else
                                    delete message.position;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.data = value;
                                else
                                    delete message.data;
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

                return SnapshotChunk;
            })();

            /**
             * EntryType enum.
             * @name ledgerline.client.v1.EntryType
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
                 * @typedef {Object} ledgerline.client.v1.Entry.$Properties
                 * @property {number} [index] Entry index
                 * @property {number} [term] Entry term
                 * @property {ledgerline.client.v1.EntryType} [type] Entry type
                 * @property {number} [timestamp] Entry timestamp
                 * @property {number} [firstOffset] Entry firstOffset
                 * @property {number} [count] Entry count
                 * @property {Uint8Array} [payload] Entry payload
                 * @property {Uint8Array} [previousDigest] Entry previousDigest
                 * @property {Uint8Array} [digest] Entry digest
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Entry.
                 * @memberof ledgerline.client.v1
                 * @interface IEntry
                 * @augments ledgerline.client.v1.Entry.$Properties
                 * @deprecated Use ledgerline.client.v1.Entry.$Properties instead.
                 */

                /**
                 * Shape of an Entry.
                 * @typedef {ledgerline.client.v1.Entry.$Properties} ledgerline.client.v1.Entry.$Shape
                 */

                /**
                 * Constructs a new Entry.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents an Entry.
                 * @constructor
                 * @param {ledgerline.client.v1.Entry.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Entry = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Entry index.
                 * @member {number} index
                 * @memberof ledgerline.client.v1.Entry
                 * @instance
                 */
                Entry.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Entry term.
                 * @member {number} term
                 * @memberof ledgerline.client.v1.Entry
                 * @instance
                 */
                Entry.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Entry type.
                 * @member {ledgerline.client.v1.EntryType} type
                 * @memberof ledgerline.client.v1.Entry
                 * @instance
                 */
                Entry.prototype.type = 0;

                /**
                 * Entry timestamp.
                 * @member {number} timestamp
                 * @memberof ledgerline.client.v1.Entry
                 * @instance
                 */
                Entry.prototype.timestamp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Entry firstOffset.
                 * @member {number} firstOffset
                 * @memberof ledgerline.client.v1.Entry
                 * @instance
                 */
                Entry.prototype.firstOffset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Entry count.
                 * @member {number} count
                 * @memberof ledgerline.client.v1.Entry
                 * @instance
                 */
                Entry.prototype.count = 0;

                /**
                 * Entry payload.
                 * @member {Uint8Array} payload
                 * @memberof ledgerline.client.v1.Entry
                 * @instance
                 */
                Entry.prototype.payload = $util.newBuffer([]);

                /**
                 * Entry previousDigest.
                 * @member {Uint8Array} previousDigest
                 * @memberof ledgerline.client.v1.Entry
                 * @instance
                 */
                Entry.prototype.previousDigest = $util.newBuffer([]);

                /**
                 * Entry digest.
                 * @member {Uint8Array} digest
                 * @memberof ledgerline.client.v1.Entry
                 * @instance
                 */
                Entry.prototype.digest = $util.newBuffer([]);

                /**
                 * Creates a new Entry instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.Entry
                 * @static
                 * @param {ledgerline.client.v1.Entry.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.Entry} Entry instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.Entry.$Shape): ledgerline.client.v1.Entry & ledgerline.client.v1.Entry.$Shape;
                 *   (properties?: ledgerline.client.v1.Entry.$Properties): ledgerline.client.v1.Entry;
                 * }}
                 */
                Entry.create = function(properties) {
                    return new Entry(properties);
                };

                /**
                 * Encodes the specified Entry message. Does not implicitly {@link ledgerline.client.v1.Entry.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.Entry
                 * @static
                 * @param {ledgerline.client.v1.Entry.$Properties} message Entry message or plain object to encode
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
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.type);
                    if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp") && (typeof message.timestamp === "object" ? message.timestamp.low || message.timestamp.high : message.timestamp !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.timestamp);
                    if (message.firstOffset != null && $Object.hasOwnProperty.call(message, "firstOffset") && (typeof message.firstOffset === "object" ? message.firstOffset.low || message.firstOffset.high : message.firstOffset !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.firstOffset);
                    if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                        writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.count);
                    if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                        writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.payload);
                    if (message.previousDigest != null && $Object.hasOwnProperty.call(message, "previousDigest") && message.previousDigest.length)
                        writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.previousDigest);
                    if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                        writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.digest);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Entry message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.Entry
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.Entry & ledgerline.client.v1.Entry.$Shape} Entry
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
                    message = _target || new $root.ledgerline.client.v1.Entry();
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
                                if (value = reader.int32())
                                    message.type = value;
                                else
                                    delete message.type;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.timestamp = value;
                                else
                                    delete message.timestamp;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.firstOffset = value;
                                else
                                    delete message.firstOffset;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.count = value;
                                else
                                    delete message.count;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.payload = value;
                                else
                                    delete message.payload;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.previousDigest = value;
                                else
                                    delete message.previousDigest;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.digest = value;
                                else
                                    delete message.digest;
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

            v1.ReadEntriesRequest = (function() {

                /**
                 * Properties of a ReadEntriesRequest.
                 * @typedef {Object} ledgerline.client.v1.ReadEntriesRequest.$Properties
                 * @property {ledgerline.client.v1.ClientHello.$Properties} [hello] ReadEntriesRequest hello
                 * @property {number} [partition] ReadEntriesRequest partition
                 * @property {number} [fromIndex] ReadEntriesRequest fromIndex
                 * @property {number} [toIndex] ReadEntriesRequest toIndex
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReadEntriesRequest.
                 * @memberof ledgerline.client.v1
                 * @interface IReadEntriesRequest
                 * @augments ledgerline.client.v1.ReadEntriesRequest.$Properties
                 * @deprecated Use ledgerline.client.v1.ReadEntriesRequest.$Properties instead.
                 */

                /**
                 * Shape of a ReadEntriesRequest.
                 * @typedef {ledgerline.client.v1.ReadEntriesRequest.$Properties} ledgerline.client.v1.ReadEntriesRequest.$Shape
                 */

                /**
                 * Constructs a new ReadEntriesRequest.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents a ReadEntriesRequest.
                 * @constructor
                 * @param {ledgerline.client.v1.ReadEntriesRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReadEntriesRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReadEntriesRequest hello.
                 * @member {ledgerline.client.v1.ClientHello} hello
                 * @memberof ledgerline.client.v1.ReadEntriesRequest
                 * @instance
                 */
                ReadEntriesRequest.prototype.hello = null;

                /**
                 * ReadEntriesRequest partition.
                 * @member {number} partition
                 * @memberof ledgerline.client.v1.ReadEntriesRequest
                 * @instance
                 */
                ReadEntriesRequest.prototype.partition = 0;

                /**
                 * ReadEntriesRequest fromIndex.
                 * @member {number} fromIndex
                 * @memberof ledgerline.client.v1.ReadEntriesRequest
                 * @instance
                 */
                ReadEntriesRequest.prototype.fromIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReadEntriesRequest toIndex.
                 * @member {number} toIndex
                 * @memberof ledgerline.client.v1.ReadEntriesRequest
                 * @instance
                 */
                ReadEntriesRequest.prototype.toIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Creates a new ReadEntriesRequest instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.ReadEntriesRequest
                 * @static
                 * @param {ledgerline.client.v1.ReadEntriesRequest.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.ReadEntriesRequest} ReadEntriesRequest instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.ReadEntriesRequest.$Shape): ledgerline.client.v1.ReadEntriesRequest & ledgerline.client.v1.ReadEntriesRequest.$Shape;
                 *   (properties?: ledgerline.client.v1.ReadEntriesRequest.$Properties): ledgerline.client.v1.ReadEntriesRequest;
                 * }}
                 */
                ReadEntriesRequest.create = function(properties) {
                    return new ReadEntriesRequest(properties);
                };

                /**
                 * Encodes the specified ReadEntriesRequest message. Does not implicitly {@link ledgerline.client.v1.ReadEntriesRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.ReadEntriesRequest
                 * @static
                 * @param {ledgerline.client.v1.ReadEntriesRequest.$Properties} message ReadEntriesRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReadEntriesRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ClientHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                    if (message.fromIndex != null && $Object.hasOwnProperty.call(message, "fromIndex") && (typeof message.fromIndex === "object" ? message.fromIndex.low || message.fromIndex.high : message.fromIndex !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.fromIndex);
                    if (message.toIndex != null && $Object.hasOwnProperty.call(message, "toIndex") && (typeof message.toIndex === "object" ? message.toIndex.low || message.toIndex.high : message.toIndex !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.toIndex);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReadEntriesRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.ReadEntriesRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.ReadEntriesRequest & ledgerline.client.v1.ReadEntriesRequest.$Shape} ReadEntriesRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReadEntriesRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.ReadEntriesRequest();
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
                                message.hello = $root.ledgerline.client.v1.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.fromIndex = value;
                                else
                                    delete message.fromIndex;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.toIndex = value;
                                else
                                    delete message.toIndex;
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

                return ReadEntriesRequest;
            })();

            v1.EntriesMessage = (function() {

                /**
                 * Properties of an EntriesMessage.
                 * @typedef {Object} ledgerline.client.v1.EntriesMessage.$Properties
                 * @property {ledgerline.client.v1.ServerHello.$Properties} [hello] EntriesMessage hello
                 * @property {number} [appliedIndex] EntriesMessage appliedIndex
                 * @property {Array.<ledgerline.client.v1.Entry.$Properties>} [entries] EntriesMessage entries
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an EntriesMessage.
                 * @memberof ledgerline.client.v1
                 * @interface IEntriesMessage
                 * @augments ledgerline.client.v1.EntriesMessage.$Properties
                 * @deprecated Use ledgerline.client.v1.EntriesMessage.$Properties instead.
                 */

                /**
                 * Shape of an EntriesMessage.
                 * @typedef {ledgerline.client.v1.EntriesMessage.$Properties} ledgerline.client.v1.EntriesMessage.$Shape
                 */

                /**
                 * Constructs a new EntriesMessage.
                 * @memberof ledgerline.client.v1
                 * @classdesc Represents an EntriesMessage.
                 * @constructor
                 * @param {ledgerline.client.v1.EntriesMessage.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const EntriesMessage = function (properties) {
                    this.entries = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * EntriesMessage hello.
                 * @member {ledgerline.client.v1.ServerHello} hello
                 * @memberof ledgerline.client.v1.EntriesMessage
                 * @instance
                 */
                EntriesMessage.prototype.hello = null;

                /**
                 * EntriesMessage appliedIndex.
                 * @member {number} appliedIndex
                 * @memberof ledgerline.client.v1.EntriesMessage
                 * @instance
                 */
                EntriesMessage.prototype.appliedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * EntriesMessage entries.
                 * @member {Array.<ledgerline.client.v1.Entry>} entries
                 * @memberof ledgerline.client.v1.EntriesMessage
                 * @instance
                 */
                EntriesMessage.prototype.entries = $util.emptyArray;

                /**
                 * Creates a new EntriesMessage instance using the specified properties.
                 * @function create
                 * @memberof ledgerline.client.v1.EntriesMessage
                 * @static
                 * @param {ledgerline.client.v1.EntriesMessage.$Properties=} [properties] Properties to set
                 * @returns {ledgerline.client.v1.EntriesMessage} EntriesMessage instance
                 * @type {{
                 *   (properties: ledgerline.client.v1.EntriesMessage.$Shape): ledgerline.client.v1.EntriesMessage & ledgerline.client.v1.EntriesMessage.$Shape;
                 *   (properties?: ledgerline.client.v1.EntriesMessage.$Properties): ledgerline.client.v1.EntriesMessage;
                 * }}
                 */
                EntriesMessage.create = function(properties) {
                    return new EntriesMessage(properties);
                };

                /**
                 * Encodes the specified EntriesMessage message. Does not implicitly {@link ledgerline.client.v1.EntriesMessage.verify|verify} messages.
                 * @function encode
                 * @memberof ledgerline.client.v1.EntriesMessage
                 * @static
                 * @param {ledgerline.client.v1.EntriesMessage.$Properties} message EntriesMessage message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                EntriesMessage.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ledgerline.client.v1.ServerHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.appliedIndex != null && $Object.hasOwnProperty.call(message, "appliedIndex") && (typeof message.appliedIndex === "object" ? message.appliedIndex.low || message.appliedIndex.high : message.appliedIndex !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.appliedIndex);
                    if (message.entries != null && message.entries.length)
                        for (let i = 0; i < message.entries.length; ++i)
                            $root.ledgerline.client.v1.Entry.encode(message.entries[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an EntriesMessage message from the specified reader or buffer.
                 * @function decode
                 * @memberof ledgerline.client.v1.EntriesMessage
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ledgerline.client.v1.EntriesMessage & ledgerline.client.v1.EntriesMessage.$Shape} EntriesMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                EntriesMessage.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ledgerline.client.v1.EntriesMessage();
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
                                message.hello = $root.ledgerline.client.v1.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.appliedIndex = value;
                                else
                                    delete message.appliedIndex;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.entries && message.entries.length))
                                    message.entries = [];
                                message.entries.push($root.ledgerline.client.v1.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
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

                return EntriesMessage;
            })();

            return v1;
        })();

        return client;
    })();

    return ledgerline;
})();

export {
  $root as default
};
