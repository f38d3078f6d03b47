import type { Configuration } from "../../../../model/configuration.ts";
import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isCheckedBy } from "../../model/checkOptions.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofProxies } from "../../model/gathered.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { isComplete, isOn, isWatched, type Setting, settingOf } from "../../model/servers.ts";
import { front, http } from "../examples.ts";

const messages = {
  check: text('A server has "check" or "track", not both', '服务器不能同时使用"check"和"track"'),
  state: text('"init-state" cannot stand beside "track"', '"init-state"不能与"track"同时使用'),
  unwatched: text('"{0}" has no check whose result could be taken over', '"{0}"没有可供沿用结果的检查'),
  loop: text('Following "{0}" leads back to this server', '沿着"{0}"追踪会回到本服务器'),
  drain: text(
    '"{0}" and this section must agree on "http-check disable-on-404"',
    '"{0}"所在的段与本段的"http-check disable-on-404"必须一致',
  ),
};

/** src/server.c: srv_apply_track, _srv_parse_finalize. */
export const serverTrack: ConfigurationRule<Globals> = {
  id: "haproxy/server-track",
  severity: "error",
  scope: "configuration",
  reads: anything,
  summary: text("A server that takes over a state that there is none of.", "服务器沿用的状态不存在。"),
  why: text(
    "`track` copies the state of another server, so that one must be checked, or track one that is, and the server itself must not be. HAProxy refuses anything else.",
    "`track` 照搬另一台服务器的状态，因此后者必须有检查，或者追踪有检查的服务器，而自身不能再有检查。其他情况 HAProxy 都会拒绝。",
  ),
  bad: [
    `${http}${front}
backend app
    server s1 192.0.2.11:80 check
    server s2 192.0.2.11:81 check track s1
#                                 ^^^^^ A server has "check" or "track"
`,
    `${http}${front}
backend app
    server s1 192.0.2.11:80
    server s2 192.0.2.11:81 track s1
#                                 ^^ no check whose result could be taken over
`,
    `${http}${front}
backend app
    server s1 192.0.2.11:80 track s2
    server s2 192.0.2.11:81 track s1
#                                 ^^ leads back to this server
`,
    `${http}${front}
backend app
    option httpchk
    http-check disable-on-404
    server s1 192.0.2.11:80 check
backend api
    server s1 192.0.2.11:81 track app/s1
#                                     ^^ must agree on "http-check disable-on-404"
`,
  ],
  good: [
    `${http}${front}
backend app
    server s1 192.0.2.11:80 check
backend api
    server s1 192.0.2.11:81 track app/s1
    server s2 192.0.2.11:82 track s1
`,
  ],
  check(configuration, { report }) {
    const all = tracking(configuration);
    if (all.length === 0) return;
    const proxies = proxiesOf(configuration).filter(hasServers);
    for (const { proxy, server, track } of all) {
      const message = faultOf(configuration, proxies, proxy, server, track);
      const head = track.bound.values.find((value) => value.name === "track");
      const isOwn = message === messages.check || message === messages.state;
      if (message !== undefined)
        report({ at: track.bound.at((isOwn ? head : track.value)?.word ?? track.bound.head), message });
    }
  },
};

function hasServers(proxy: Proxy): boolean {
  return proxy.isBackend && !proxy.isDisabled;
}

/** Servers that take their state from others. */
const tracking = ofProxies((proxy) => {
  if (!hasServers(proxy)) return [];
  return proxy.servers.flatMap((server) => {
    const track = settingOf(proxy, server, "track");
    const isKnown = track !== undefined && track.value.data !== true && !isUncertain(server, track.bound);
    return isKnown ? [{ proxy, server, track }] : [];
  });
});

function faultOf(
  configuration: Configuration,
  proxies: readonly Proxy[],
  proxy: Proxy,
  server: Bound,
  track: Setting,
): Text | undefined {
  if (isOn(proxy, server, "check")) return messages.check;
  const state = settingOf(proxy, server, "init-state")?.value.data;
  if (state !== undefined && state !== "none") return messages.state;
  const other = targetOf(proxies, proxy, track);
  // A name that nothing has is told elsewhere.
  if (other === undefined || isUncertain(other.server) || configuration.incomplete) return undefined;
  const name = `${other.proxy.name}/${other.server.name}`;
  if (!isWatched(other.proxy, other.server)) {
    return isComplete(other.proxy, other.server) ? fill(messages.unwatched, name) : undefined;
  }
  if (leadsBack(proxies, server, other)) return fill(messages.loop, name);
  if (other.proxy !== proxy && drains(proxy) !== drains(other.proxy)) return fill(messages.drain, name);
  return undefined;
}

interface Target {
  readonly proxy: Proxy;
  readonly server: Bound;
}

function targetOf(proxies: readonly Proxy[], proxy: Proxy, { bound, value }: Setting): Target | undefined {
  const backend = bound.values.findLast((one) => one.name === "backend" && one.word.end < value.word.start)?.data;
  const owner = backend === undefined ? proxy : proxies.find((one) => one.name === backend);
  const server = owner?.servers.find((one) => one.keyword?.name === "server" && one.name === value.data);
  return owner === undefined || server === undefined ? undefined : { proxy: owner, server };
}

/** Whether a chain of tracked servers ends where it began. The daemon sees it at the last link in the file only. */
function leadsBack(proxies: readonly Proxy[], server: Bound, first: Target): boolean {
  const seen = new Set<Bound>();
  for (let next: Target | undefined = first; next !== undefined && !seen.has(next.server); ) {
    if (next.server === server) return true;
    if (!comesBefore(next.server, server)) return false;
    seen.add(next.server);
    const track: Setting | undefined = settingOf(next.proxy, next.server, "track");
    next = track === undefined ? undefined : targetOf(proxies, next.proxy, track);
  }
  return false;
}

function comesBefore(one: Bound, other: Bound): boolean {
  return one.source !== other.source || one.statement.start < other.statement.start;
}

/** Whether a 404 drains the servers of a proxy. */
function drains(proxy: Proxy): boolean {
  return isCheckedBy(proxy, "httpchk") && proxy.find("http-check disable-on-404") !== undefined;
}
