import { insertInto } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";

const message = text('"{0}" has no "{1}" and is dropped', '"{0}"中没有"{1}"，会被丢弃');
const crash = text('"{0}" has no "{1}": keepalived {2} crashes', '"{0}"中没有"{1}"，keepalived {2} 会崩溃');

/** What each check, and each page of one, cannot do without. */
const needed: Readonly<Record<string, string>> = {
  HTTP_GET: "url",
  SSL_GET: "url",
  url: "path",
  MISC_CHECK: "misc_path",
  FILE_CHECK: "track_file",
  BFD_CHECK: "name",
};

/** Whether a web check, or the check around a page, is left without any page that has a path. */
function leavesNoPage(block: Bound): boolean {
  const check = block.keyword?.name === "url" ? block.parent : block;
  if (check?.keyword?.name.endsWith("_GET") !== true) return false;
  return check.all("url").every((page) => !page.has("path")) && !mayHoldMore(check);
}

/** The end handlers of keepalived/check/check_http.c, check_misc.c, check_file.c and check_bfd.c. */
export const checkerTarget: BlockRule<Globals> = {
  id: "keepalived/checker-target",
  severity: "error",
  scope: "block",
  on: Object.keys(needed),
  summary: text("A health check that does not say what to check.", "健康检查没有写明要检查什么。"),
  why: text(
    "keepalived drops the check, and a real server without any check counts as healthy for ever. Versions up to 2.2.7 crash on an `HTTP_GET` or `SSL_GET` without `url`.",
    "keepalived 会丢弃该检查，而没有检查的真实服务器永远视为健康。2.2.7 及更早版本遇到没有 `url` 的 `HTTP_GET`、`SSL_GET` 会崩溃。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        HTTP_GET {
#       ^^^^^^^^ has no "url"
            connect_port 80
        }
    }
    real_server 198.51.100.12 80 {
        HTTP_GET {
            url {
#           ^^^ has no "path"
                status_code 200
            }
            url {
                path /
            }
        }
    }
    real_server 198.51.100.13 80 {
        MISC_CHECK {
#       ^^^^^^^^^^ has no "misc_path"
            misc_timeout 3
        }
    }
    real_server 198.51.100.14 80 {
        BFD_CHECK {
#       ^^^^^^^^^ has no "name"
        }
    }
}
`,
  ],
  good: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        HTTP_GET {
            url {
                path /healthz
            }
        }
    }
}
`,
  ],
  check(block, { report, version }) {
    const own = block.keyword?.name ?? "";
    const wanted = needed[own];
    if (wanted === undefined || block.has(wanted) || mayHoldMore(block)) return;
    const crashes = !atLeast(version, "2.2.8") && leavesNoPage(block);
    report({
      at: block.at(block.head),
      message: crashes ? fill(crash, own, wanted, "2.2.7") : fill(message, own, wanted),
      fixes: wanted === "path" ? [insertInto(block, "path /", "unsafe")] : [],
    });
  },
};
