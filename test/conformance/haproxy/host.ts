/** Gives a configuration the host that it was written for: the files that it names, its users, its own name. */
import fs from "node:fs";
import path from "node:path";
import { makeCertificate } from "./certificate.ts";
import { outline, sections } from "./outline.ts";

/** A path that needs no thought about quotes, variables or names that stand for something else. */
const file = String.raw`(?!(?:virt|opt|file)?@)[\w./@+-]+(?=[\s,)]|$)`;
const before = (words: string) => new RegExp(String.raw`(?<=(?<![\w.-])(?:${words})[ \t]+)${file}`, "gm");

const certificates = before("crt|ca-file|crl-file|ca-verify-file|ca-sign-file");
const certificateLists = before("crt-list");
const answers = before(String.raw`errorfile[ \t]+\d+`);
const scripts = before("lua-load(?:-per-thread)?");
const lists = new RegExp(
  String.raw`(?<=(?<![\w.-])(?:-f[ \t]+|(?:set|del)-map\(|(?:add|del)-acl\(|map(?:_\w+)?\(\s*))${file}`,
  "gm",
);
/** In the section `global` only: in a user list, the names are its own. */
const users = /^([ \t]*(?:user|group)[ \t]+)[A-Za-z_][\w-]*(?=[ \t]*(?:#.*)?$)/;

const answer = "HTTP/1.0 503 Service Unavailable\r\nContent-Type: text/plain\r\n\r\nno\r\n";

let made: string | undefined;

/** The text with paths of files that are there and will do, made in the folder `place`; each line keeps its number. */
export function grantFiles(text: string, place: string): string {
  const give = (content: (path: string) => string) => (written: string) => {
    const name = path.join(place, "granted", written.replaceAll("/", "_"));
    fs.mkdirSync(path.dirname(name), { recursive: true });
    if (!fs.existsSync(name)) fs.writeFileSync(name, content(name));
    return name;
  };
  const certificate = () => {
    made ??= makeCertificate();
    return made;
  };
  const certificateFile = give(certificate);
  return grantUsers(text)
    .replace(certificates, certificateFile)
    .replace(
      certificateLists,
      give(() => `${certificateFile("listed.pem")}\n`),
    )
    .replace(
      answers,
      give(() => answer),
    )
    .replace(
      scripts,
      give(() => ""),
    )
    .replace(
      lists,
      give(() => ""),
    );
}

function grantUsers(text: string): string {
  const lines = outline(text);
  return lines
    .map(({ text: line, header }) => {
      const isGlobal = header !== undefined && lines[header]?.words[0]?.text === "global";
      return isGlobal ? line.replace(users, "$1root") : line;
    })
    .join("\n");
}

/** The name under which most `peers` sections would know this host; undefined where the file itself says it. */
export function ownName(text: string): string | undefined {
  const lines = outline(text);
  if (lines.some((line) => line.words[0]?.text === "localpeer")) return undefined;
  const counts = new Map<string, number>();
  for (const { first, last } of sections(lines).filter(({ kind }) => kind === "peers")) {
    for (const { words } of lines.slice(first + 1, last + 1)) {
      const name = words[1]?.text ?? "";
      if (/^(?:peer|server)$/.test(words[0]?.text ?? "") && /^[\w.-]+$/.test(name)) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
