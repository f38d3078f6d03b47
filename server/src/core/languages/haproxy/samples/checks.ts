/** What is wrong with several arguments of one call together (the `val_args` functions of the daemon). */
import { fill, list, text } from "../../../text/localized.ts";
import { fieldsOf, packetType } from "./mqtt.ts";
import { readInteger } from "./params.ts";
import type { CallFault } from "./table.ts";

const messages = {
  chunks: text("The chunk size must be above 0", "块大小必须大于 0"),
  addItem: text("Either a variable or a suffix must be there", "变量和后缀至少要有一个"),
  offset: text("The offset must not be negative", "偏移量不能为负数"),
  before: text("This offset is before the beginning", "该偏移量落在起点之前"),
  field: text('"{0}" is no field of such packets: {1}', '"{0}"不是此类报文的字段，可选：{1}'),
  unused: text("This counter takes no argument", "此计数器不接受参数"),
  aclName: text('"acl" needs the name of an ACL', '"acl"之后需要 ACL 的名称'),
};

type Fault = CallFault | undefined;

/** src/sample.c: sample_conv_be2hex_check. */
export function hexChunks([separator = "", size = "0", truncate = "0"]: readonly string[]): Fault {
  const isWanted = separator !== "" || readInteger(truncate) !== 0;
  return readInteger(size) <= 0 && isWanted ? { index: 1, message: messages.chunks } : undefined;
}

/** src/sample.c: smp_check_add_item. */
export function variableOrSuffix([_, variable = "", suffix = ""]: readonly string[]): Fault {
  return variable === "" && suffix === "" ? { index: 1, message: messages.addItem } : undefined;
}

/** src/payload.c: val_payload_lv. */
export function payloadOffsets([first = "0", length = "0", second = ""]: readonly string[]): Fault {
  if (readInteger(first) < 0) return { index: 0, message: messages.offset };
  const total = readInteger(first) + readInteger(length) + readInteger(second);
  return second !== "" && total < 0 ? { index: 2, message: messages.before } : undefined;
}

/** src/sample.c: check_when_cond. */
export function whenArguments([condition = "", name = ""]: readonly string[]): Fault {
  return condition.replace(/^!/, "") === "acl" && name === "" ? { index: 0, message: messages.aclName } : undefined;
}

/** include/haproxy/mqtt.h: mqtt_check_type_fieldname. */
export function mqttField([type = "", field = ""]: readonly string[]): Fault {
  const known = fieldsOf(packetType(type) ?? "");
  if (known.includes(field.toLowerCase())) return undefined;
  return { index: 1, message: fill(messages.field, field, list(known)) };
}

/** The daemon drops it with a warning (src/tcp_sample.c: var_fc_counter). */
export function unusedCounterArgument(args: readonly string[]): Fault {
  return args.length === 0 ? undefined : { index: 0, message: messages.unused, severity: "warning" };
}
