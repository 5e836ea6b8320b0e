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

            return v1;
        })();

        return client;
    })();

    return ledgerline;
})();

export {
  $root as default
};
