/** What follows `load` in a `crt-store`. */
import { arg, type Keyword } from "../../../schema/spec.ts";
import { type Value } from "../../../schema/value.ts";
import { refer } from "../../../schema/values/name.ts";
import { word } from "../../../schema/values/word.ts";
import { text } from "../../../text/localized.ts";
import { choice } from "../values/choices.ts";
import { integer } from "../values/integer.ts";
import { commaSeparated } from "../values/list.ts";
import { settings } from "../values/settings.ts";
import { file } from "../values/text.ts";
import { manual } from "./link.ts";

const loadOptions: readonly Keyword[] = [
  {
    name: "crt",
    args: [arg("filename", file())],
    since: "3.0",
    doc: text("crt", "crt"),
    link: manual("12.7.1", "crt"),
    ok: [],
    bad: [],
  },
  {
    name: "acme",
    args: [arg("section", refer("acme"))],
    since: "3.2",
    doc: text("acme", "acme"),
    link: manual("12.7.1", "acme"),
    ok: [],
    bad: [],
  },
  {
    name: "alias",
    args: [arg("alias", word("STRING"))],
    since: "3.0",
    doc: text("alias", "alias"),
    link: manual("12.7.1", "alias"),
    ok: [],
    bad: [],
  },
  {
    name: "domains",
    args: [arg("domains", commaSeparated(word("STRING")))],
    since: "3.2",
    doc: text("domains", "domains"),
    link: manual("12.7.1", "domains"),
    ok: [],
    bad: [],
  },
  {
    name: "ips",
    args: [arg("ips", commaSeparated(word("ADDRESS")))],
    since: "3.4",
    doc: text("ips", "ips"),
    link: manual("12.7.1", "ips"),
    ok: [],
    bad: [],
  },
  {
    name: "key",
    args: [arg("filename", file())],
    since: "3.0",
    doc: text("key", "key"),
    link: manual("12.7.1", "key"),
    ok: [],
    bad: [],
  },
  {
    name: "ocsp",
    args: [arg("filename", file())],
    since: "3.0",
    doc: text("ocsp", "ocsp"),
    link: manual("12.7.1", "ocsp"),
    ok: [],
    bad: [],
  },
  {
    name: "issuer",
    args: [arg("filename", file())],
    since: "3.0",
    doc: text("issuer", "issuer"),
    link: manual("12.7.1", "issuer"),
    ok: [],
    bad: [],
  },
  {
    name: "sctl",
    args: [arg("filename", file())],
    since: "3.0",
    doc: text("sctl", "sctl"),
    link: manual("12.7.1", "sctl"),
    ok: [],
    bad: [],
  },
  {
    name: "ocsp-update",
    args: [arg("choice", choice(["on", "off"]))],
    since: "3.0",
    doc: text("ocsp-update", "ocsp-update"),
    link: manual("12.7.1", "ocsp-update"),
    ok: [],
    bad: [],
  },
  {
    name: "jwt",
    args: [arg("choice", choice(["on", "off"]))],
    since: "3.3",
    doc: text("jwt", "jwt"),
    link: manual("12.7.1", "jwt"),
    ok: [],
    bad: [],
  },
  {
    name: "generate-dummy",
    args: [arg("choice", choice(["on", "off"]))],
    since: "3.4",
    doc: text("generate-dummy", "generate-dummy"),
    link: manual("12.7.1", "generate-dummy"),
    ok: [],
    bad: [],
  },
  {
    name: "keytype",
    args: [arg("choice", choice(["RSA", "ECDSA"]))],
    since: "3.4",
    doc: text("keytype", "keytype"),
    link: manual("12.7.1", "keytype"),
    ok: [],
    bad: [],
  },
  {
    name: "bits",
    args: [arg("number", integer())],
    since: "3.4",
    doc: text("bits", "bits"),
    link: manual("12.7.1", "bits"),
    ok: [],
    bad: [],
  },
  {
    name: "curves",
    args: [arg("curves", word("STRING"))],
    since: "3.4",
    doc: text("curves", "curves"),
    link: manual("12.7.1", "curves"),
    ok: [],
    bad: [],
  },
];

const line = settings(loadOptions, "load");

export const loadLine = (): Value => line;
