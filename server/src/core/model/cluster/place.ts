/**
 * What the path of a file tells about the host that it is for: `lb1/etc/keepalived/keepalived.conf`,
 * `keepalived-master.conf`, `keepalived.conf.node-192.0.2.1`. Paths do not change while somebody types, so what they
 * tell is the firm part of every guess.
 */
import { decodedUri } from "../../text/uri.ts";

/** Where a file lies, without the folders that every host has. */
export interface Place {
  /** The URI of the folder that may be a host's, without a slash at the end. */
  readonly folder: string;
  /** Its name; undefined at the root of a file system. */
  readonly folderName: string | undefined;
  /** The URI of the folder that holds this one and those of its neighbours. */
  readonly site: string;
  /** What is left of the file's name without the words that say what it is. */
  readonly tag: string | undefined;
  /** It is an old copy, a sample or the template of a file, and no host's. */
  readonly isCopy: boolean;
}

/** Folders that say what lies in them, and not whose it is. */
const ordinaryFolders =
  /^(?:etc|usr|opt|srv|var|lib|local|share|root|home|run|src|build|deploy|docker|docker-compose|ansible|roles|files?|templates?|conf(?:ig)?s?|cfgs?|settings|manifests|k8s|kubernetes|keepalived?|vrrp|haproxy|ha|lvs|ipvs|ipvsadm|sysctl|sysconfig|system|systemd|network(?:-scripts)?|netplan|nftables|iptables|firewall|hosts?|nodes?|servers?|inventory|host_files|[\w.-]+\.d)$/i;

/** Words in a file's name that say what it is. */
const ordinaryWords =
  /(?<![a-z0-9])(?:keepalived?|haproxy|vrrp|ipvsadm|ipvs|lvs|sysctl|kube-?proxy|conf(?:ig(?:uration)?)?s?|cfgs?|rules|save|ya?ml|txt)(?![a-z0-9])/gi;

const copies =
  /(?<![a-z0-9])(?:bak|backup\d{4,}|orig(?:inal)?|old|new|sample|example|default|dist|rpmnew|rpmsave|dpkg-(?:old|dist|new)|save[d]?|copy|tmp|te?mp(?:late)?|tmpl|tpl|j2|jinja2?|erb|ctmpl|swp|\d{8,})(?![a-z0-9])|~$/i;

/** What the URI of a file tells. */
export function placeOf(uri: string): Place {
  const [, root = "", path = ""] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)?(.*)$/i.exec(uri) ?? [];
  const segments = path.split("/").filter(Boolean).map(decodedUri);
  const name = segments.pop() ?? "";
  const inFragments = segments.at(-1)?.endsWith(".d") === true;
  let depth = depthOfFolder(segments);
  const folder = join(root, path, depth);
  const folderName = segments[depth - 1];
  depth = Math.max(0, depth - 1);
  while (depth > 0 && ordinaryFolders.test(segments[depth - 1] ?? "")) depth--;
  const rest = name.replace(ordinaryWords, "\0").replace(/[\0._\s-]*\0[\0._\s-]*/g, "\0");
  const tag = rest.replace(/^[\0._-]+|[\0._-]+$/g, "").replaceAll("\0", "-");
  return {
    folder,
    folderName,
    site: join(root, path, depth),
    tag: inFragments || tag === "" ? undefined : tag,
    isCopy: copies.test(rest.replaceAll("\0", ".")),
  };
}

/** How many segments lead to the innermost folder that is not an ordinary one; what lies below `etc` is. */
function depthOfFolder(segments: readonly string[]): number {
  const system = segments.lastIndexOf("etc");
  let depth = system > 0 ? system : segments.length;
  while (depth > 0 && ordinaryFolders.test(segments[depth - 1] ?? "")) depth--;
  return depth;
}

/** The first segments of a path, as they are written in the URI. */
function join(root: string, path: string, depth: number): string {
  const kept = path.split("/").filter(Boolean).slice(0, depth);
  return kept.length === 0 ? `${root}/`.replace(/\/$/, "") : `${root}/${kept.join("/")}`;
}

/** Words for what a host is to its neighbours. */
const roles =
  /(?<![a-z])(?:master|slave|primary|secondary|backup|standby|active|passive|main|peer|left|right|first|second|one|two|three|[a-d]|i{1,3})(?![a-z])/gi;

/**
 * What the names of neighbours share: `lb1` and `lb-2` are both `lb`; of `master` and `backup` nothing is left. Numbers,
 * addresses and words for roles are taken out.
 */
export function stemOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/\d+(?:\.\d+){3}/g, "")
    .replace(roles, "")
    .replace(/\d+/g, "")
    .replace(/[^a-z\p{L}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** An IPv4 address that a name holds: `node-192.0.2.1`, `ip-192-0-2-1`. */
export function addressInName(name: string): string | undefined {
  return /(?<![\d.])(\d{1,3}(?:[.-]\d{1,3}){3})(?![\d.])/.exec(name)?.[1]?.replaceAll("-", ".");
}
