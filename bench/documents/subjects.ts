/** The languages that are measured: what their documents are, and where in them things are typed. */
import { haproxyText } from "./haproxy.ts";
import { keepalivedText } from "./keepalived.ts";

export interface Subject {
  readonly languageId: string;
  readonly uri: string;
  /** A document of so many lines, without any fault. */
  readonly text: (lines: number) => string;
  /** The letter that is typed and taken away again goes after this text: it makes a choice invalid. */
  readonly mistake: string;
  /** The same for a name that is used elsewhere, so that facts of the whole file change. */
  readonly rename: string;
  /** The same for a line end, which moves all lines below. */
  readonly lineEnd: string;
  /** The daemon's own test of a file. */
  readonly test: (file: string) => readonly [program: string, ...args: string[]];
}

export const subjects: readonly Subject[] = [
  {
    languageId: "keepalived",
    uri: "file:///etc/keepalived/keepalived.conf",
    text: keepalivedText,
    mistake: "lb_algo wrr",
    rename: "vrrp_instance VI_",
    lineEnd: "protocol TCP",
    test: (file) => ["keepalived", "-t", "-f", file],
  },
  {
    languageId: "haproxy",
    uri: "file:///etc/haproxy/haproxy.cfg",
    text: haproxyText,
    mistake: "balance leastconn",
    rename: "backend be_",
    lineEnd: "option httpchk",
    test: (file) => ["haproxy", "-c", "-f", file],
  },
];
