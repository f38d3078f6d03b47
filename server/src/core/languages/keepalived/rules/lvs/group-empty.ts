import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { isMark, isMixed, readEntries } from "../../model/lvs.ts";

const empty = text('The group "{0}" has no entries', '组"{0}"没有条目');
const mixed = text(
  'The mark needs "inet" or "inet6", as the group has addresses of both families',
  '该组同时含有两种地址族，此标记必须写明"inet"或"inet6"',
);

/** keepalived/check/check_parser.c: vsg_handler. */
export const groupEmpty: BlockRule<Globals> = {
  id: "keepalived/group-empty",
  severity: "error",
  scope: "block",
  on: ["virtual_server_group"],
  summary: text(
    "A `virtual_server_group` that is empty, or that mixes families with a mark of none.",
    "`virtual_server_group` 为空，或混用两种地址族并含有未指明地址族的标记。",
  ),
  why: text(
    "keepalived removes the group. The services that use it then vanish as well, with nothing but a line in the log.",
    "keepalived 会删除该组，引用它的服务也随之消失，只留下一行日志。",
  ),
  bad: [
    `
virtual_server_group web {
#                    ^^^ has no entries
}
`,
    `
virtual_server_group web {
    192.0.2.10 80
    2001:db8::10 80
    fwmark 5
#   ^^^^^^ needs "inet" or "inet6"
}
`,
  ],
  good: [
    `
virtual_server_group web {
    192.0.2.10 80
    2001:db8::10 80
    fwmark 5 inet
}
`,
  ],
  check(group, { report }) {
    if (group.children.length === 0) {
      if (!mayHoldMore(group)) report({ at: group.at(group.nameWord), message: fill(empty, group.name) });
      return;
    }
    const read = readEntries(group);
    if (!isMixed(read)) return;
    for (const entry of read.entries) {
      if (isMark(entry) && entry.value("family") === undefined) report({ at: entry.at(entry.head), message: mixed });
    }
  },
};
