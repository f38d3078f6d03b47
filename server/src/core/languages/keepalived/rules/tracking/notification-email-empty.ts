import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";

const message = text("The list of recipients is empty", "收件人列表为空");

/** core/global_parser.c: email_handler. */
export const notificationEmailEmpty: BlockRule<Globals> = {
  id: "keepalived/notification-email-empty",
  severity: "error",
  scope: "block",
  on: ["notification_email"],
  summary: text("A `notification_email` block without an address.", "`notification_email` 块中没有地址。"),
  why: text(
    "Nobody gets the mails that the block is for, and keepalived reports it. Write an address, or leave the block out.",
    "没有人会收到相应的邮件，keepalived 也会报告。应写上地址，或删除该块。",
  ),
  bad: [
    `
global_defs {
    notification_email {
#   ^^^^^^^^^^^^^^^^^^ The list of recipients is empty
    }
    smtp_server 192.0.2.25
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
global_defs {
    notification_email {
        ops@example.com
    }
    smtp_server 192.0.2.25
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report }) {
    if (block.statement.block === undefined || block.children.length > 0 || mayHoldMore(block)) return;
    report({ at: block.at(block.head), message, fixes: [removeStatement(block, "unsafe")] });
  },
};
