import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { setting } from "../../model/lvs.ts";

const message = text(
  "No reply can have at least {0} bytes and at most {1}: the check always fails",
  "应答不可能既不少于 {0} 字节又不多于 {1} 字节，检查必定失败",
);
const maximum = text("The maximum is set here", "最大长度在此处设定");

/** keepalived/check/check_udp.c: udp_check_end_handler. */
export const checkerReplyLength: BlockRule<Globals> = {
  id: "keepalived/checker-reply-length",
  severity: "error",
  scope: "block",
  on: ["UDP_CHECK"],
  summary: text("A `min_reply_length` above the `max_reply_length`.", "`min_reply_length` 大于 `max_reply_length`。"),
  why: text(
    "No reply fits, so the server is taken out although it answers. The maximum is 255 where none is set, which a larger minimum exceeds by itself.",
    "任何应答都不符合要求，服务器明明有应答却被摘除。未设置最大长度时其值为 255，因此单写一个更大的最小长度也会超过它。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 514 {
    lb_algo rr
    lb_kind NAT
    protocol UDP
    real_server 198.51.100.11 514 {
        UDP_CHECK {
            min_reply_length 300
#                            ^^^ at least 300 bytes and at most 255
        }
    }
}
`,
  ],
  good: [
    `
virtual_server 192.0.2.10 514 {
    lb_algo rr
    lb_kind NAT
    protocol UDP
    real_server 198.51.100.11 514 {
        UDP_CHECK {
            min_reply_length 300
            max_reply_length 1400
        }
    }
}
`,
  ],
  check(check, { report }) {
    const statement = check.find("min_reply_length");
    const min = setting(check, "min_reply_length", 0);
    const max = setting(check, "max_reply_length", 255);
    if (statement === undefined || min === undefined || max === undefined || min <= max) return;
    const other = check.find("max_reply_length");
    report({
      at: statement.at(statement.nameWord),
      message: fill(message, min, max),
      related: other === undefined ? [] : [{ ...other.at(other.nameWord), message: maximum }],
    });
  },
};
