/** Words that arguments of fetches and converters are made of. */
import { parseAddress } from "../../../net/address.ts";
import { fill, list, text } from "../../../text/localized.ts";
import { atLeast } from "../../../text/version.ts";
import { mqttTypes, packetType } from "./mqtt.ts";
import { type Param, readInteger, string } from "./params.ts";
import { isVariableName } from "./variableNames.ts";

/** Headers that are asked for most often. */
export const headerNames = [
  "host",
  "user-agent",
  "x-forwarded-for",
  "x-forwarded-proto",
  "authorization",
  "content-type",
  "content-length",
  "cookie",
  "referer",
  "origin",
  "upgrade",
  "accept-encoding",
];

/** Types of Protocol Buffers (include/haproxy/protobuf.h: protobuf_type). */
export const fieldTypes = [
  "int32",
  "uint32",
  "sint32",
  "int64",
  "uint64",
  "sint64",
  "bool",
  "enum",
  "fixed32",
  "sfixed32",
  "float",
  "fixed64",
  "sfixed64",
  "double",
];

export const timeFormats = ["%d/%b/%Y:%H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d", "%H:%M:%S"];

/** When a variable gets its new value (src/vars.c: conditions_array). */
export const setConditions = ["ifexists", "ifnotexists", "ifempty", "ifnotempty", "ifset", "ifnotset", "ifgt", "iflt"];

const messages = {
  algorithm: text('"{0}" is no algorithm of JSON Web Tokens', '"{0}"不是 JSON Web Token 的算法'),
  digest: text('"{0}" is no digest that OpenSSL knows', '"{0}"不是 OpenSSL 支持的摘要算法'),
  condition: text('"{0}" is not one of {1}', '"{0}"不是有效值，可选：{1}'),
  uuid: text("UUIDs are of version 4 or, since 3.0, 7", "UUID 版本只能是 4，或自 3.0 起的 7"),
  mask: text('"{0}" is neither any, http nor a number', '"{0}"既不是 any、http，也不是数字'),
  fixTag: text('"{0}" is neither the number nor the name of a FIX tag', '"{0}"既不是 FIX 标签编号，也不是其名称'),
  mqttType: text('"{0}" is no type of MQTT packets', '"{0}"不是 MQTT 报文类型'),
  address: text('"{0}" is no IP address', '"{0}"不是 IP 地址'),
};

const algorithms = [
  "HS256",
  "HS384",
  "HS512",
  "RS256",
  "RS384",
  "RS512",
  "ES256",
  "ES384",
  "ES512",
  "PS256",
  "PS384",
  "PS512",
];

/** How a token is signed, or a variable that holds it (src/sample.c: sample_conv_jwt_verify_check). */
export function algorithm(name: string): Param {
  return {
    ...string(name, (value, version) =>
      algorithms.includes(value) || value === "none" || isVariableName(value, version)
        ? undefined
        : fill(messages.algorithm, value),
    ),
    values: algorithms,
    refers: "variable",
  };
}

const digests = [
  "sha256",
  "sha1",
  "sha512",
  "sha384",
  "sha224",
  "md5",
  "sha3-256",
  "sha3-512",
  "blake2b512",
  "blake2s256",
];

/** Names that some build of OpenSSL knows, in any case. */
const digestName =
  /^(?:(?:rsa-|ecdsa-with-|dsa-|dsa-with-|id-)?(?:md[245]|md5-sha1|mdc2|rmd160|ripemd(?:160)?|ripe|sha-?[0-9]{1,3}|sha512-2(?:24|56)|sha3-\d{3}|shake-?\d{3}|sm3|blake2[bs]\d*|whirlpool)(?:-2|withrsaencryption)?|ssl[23]-(?:md5|sha1)|.*with.*)$/i;

/** A digest of OpenSSL (src/ssl_sample.c: check_crypto_digest). */
export function digest(name: string): Param {
  return {
    ...string(name, (value) => (digestName.test(value) ? undefined : fill(messages.digest, value))),
    values: digests,
  };
}

const whenConditions = ["stopping", "normal", "error", "forwarded", "toapplet", "processed", "acl"];

/** What must be true of the stream (src/sample.c: when_cond_kw). */
export function whenCondition(name: string): Param {
  return {
    ...string(name, (value) =>
      whenConditions.includes(value.replace(/^!/, ""))
        ? undefined
        : fill(messages.condition, value, list(whenConditions)),
    ),
    values: whenConditions,
  };
}

export function uuidVersion(name: string): Param {
  return {
    name,
    kind: "integer",
    values: ["4", "7"],
    check: (value, version) => {
      const number = readInteger(value);
      return number === 4 || (number === 7 && atLeast(version, "3.0")) ? undefined : messages.uuid;
    },
  };
}

/** What a map of addresses gives for a key that it lacks (src/map.c: sample_load_map). */
export function mapAddress(name: string): Param {
  return string(name, (value) => (parseAddress(value) === undefined ? fill(messages.address, value) : undefined));
}

/** Where what is debugged goes: rings of this configuration, and those that are always there (src/sink.c). */
export function sink(name: string): Param {
  return { ...string(name), values: ["buf0", "stdout", "stderr"], refers: "ring" };
}

const fixTags = ["MsgType", "CheckSum", "BodyLength", "TargetCompID", "BeginString", "SenderCompID"];

/** A tag of the FIX protocol (include/haproxy/fix.h: fix_tagid). */
export function fixTag(name: string): Param {
  const isTag = (value: string) =>
    /^[1-9]\d*$/.test(value) || fixTags.some((tag) => tag.toLowerCase() === value.toLowerCase());
  return { ...string(name, (value) => (isTag(value) ? undefined : fill(messages.fixTag, value))), values: fixTags };
}

/** A type of MQTT packets, by name or number (include/haproxy/mqtt.h: mqtt_typeid). */
export function mqttType(name: string): Param {
  return {
    ...string(name, (value) => (packetType(value) === undefined ? fill(messages.mqttType, value) : undefined)),
    values: mqttTypes.map((type) => type.toLowerCase()),
  };
}

/** Which control characters are looked for: bits of a number, or a word for some (src/sample.c: sample_conv_hasctl_check). */
export function controlMask(name: string): Param {
  const isMask = (value: string) =>
    value === "" || /^(?:any|http|\s*[+-]?(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*))$/.test(value);
  return {
    ...string(name, (value) => (isMask(value) ? undefined : fill(messages.mask, value))),
    values: ["any", "http"],
  };
}
