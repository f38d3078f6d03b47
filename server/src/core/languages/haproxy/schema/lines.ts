/** The arguments of lines that are more than a word with a value. */
import type { Argument } from "../../../schema/spec.ts";
import type { Value } from "../../../schema/value.ts";
import { changedIn } from "../../../schema/values/changed.ts";
import { refer } from "../../../schema/values/name.ts";
import { either, fixed, maybe, shape, value } from "../../../schema/values/pattern.ts";
import { word } from "../../../schema/values/word.ts";
import { text } from "../../../text/localized.ts";
import { aclCriterion, aclName } from "../values/acl.ts";
import { address } from "../values/address.ts";
import { ownName, sectionName } from "../values/define.ts";
import { filter } from "../values/filter.ts";
import { commaSeparated } from "../values/list.ts";
import { ownReference, tableName } from "../values/names.ts";
import { stickTable } from "../values/stickTable.ts";
import { checkedName } from "../values/text.ts";
import { bindLine } from "./bindOptions.ts";
import { defaultServerLine, serverLine } from "./serverOptions.ts";

const noNumber = text(
  '"{0}" is neither a number of servers nor a range such as 1-3',
  '"{0}"不是服务器个数或范围（如 1-3）',
);

type Arguments = readonly Argument[];

const defaultsName = refer("defaults");
const listening = address({ port: "required", list: true, stream: true });
const receiving = address({ port: "required", list: true });
const reaching = address({ port: "optional", relative: true, name: true });

export const acl = (): Arguments => shape(value("name", aclName()), value("criterion", aclCriterion()));

export const bind = (): Arguments => shape(value("address", listening), maybe(value("options", bindLine())));

export const defaultBind = (): Arguments => shape(maybe(value("options", bindLine())));

export const server = (): Arguments =>
  shape(value("name", ownName("server")), value("address", reaching), maybe(value("options", serverLine())));

export const serverTemplate = (): Arguments =>
  shape(
    value("prefix", checkedName(word("PREFIX"))),
    value("number", word("NUMBER|FROM-TO", { pattern: /^(?:-|0*[1-9]|0+-)/, expected: noNumber })),
    value("address", reaching),
    maybe(value("options", serverLine())),
  );

export const defaultServer = (): Arguments => shape(maybe(value("options", defaultServerLine())));

export const filterLine = (): Arguments => shape(value("filter", filter()));

export const table = (): Arguments => shape(value("table", stickTable()));

/** An address has a colon, a dot or the like; another word is an option, for the local peer needs no address. */
const peering: Value = {
  ...changedIn(
    "3.0",
    address({ port: "required", relative: true, name: true }),
    address({ port: "optional", relative: true, name: true }),
  ),
  accepts: ({ value: written }) => /[.:@/*$]/.test(written),
};

/** `peer` and, since 2.0, `server` in `peers`: the local one needs no address, for `bind` has it. */
export const peer = (): Arguments =>
  shape(value("name", ownName("peer")), maybe(value("address", peering)), maybe(value("options", serverLine())));

export const peersTable = (): Arguments => shape(value("name", tableName()), value("table", stickTable()));

export const nameserver = (): Arguments =>
  shape(value("name", ownName("nameserver")), value("address", address({ port: "required" })));

export const mailer = (): Arguments =>
  shape(value("name", ownName("mailer")), value("address", address({ port: "required", name: true })));

/** In a log-forward the daemon takes the word alone as well. */
export const datagramBind = (): Arguments =>
  shape(maybe(value("address", receiving)), maybe(value("options", bindLine())));

export const user = (): Arguments =>
  shape(
    value("name", ownName("user")),
    maybe(
      either(
        [fixed("password"), maybe(value("hash", word("HASH")))],
        [fixed("insecure-password"), maybe(value("password", word("PASSWORD")))],
      ),
    ),
    maybe(fixed("groups"), maybe(value("groups", commaSeparated(ownReference("group"))))),
  );

export const group = (): Arguments =>
  shape(value("name", ownName("group")), maybe(fixed("users"), value("users", commaSeparated(ownReference("user")))));

/** The header of a section with a name; of a proxy also in which roles it is known, and whose settings it takes over. */
export const named = (scope: string): Arguments => shape(value("name", sectionName(scope)));

export const optionalName = (scope: string): Arguments => shape(maybe(value("name", sectionName(scope))));

export const proxy = (...scopes: readonly string[]): Arguments =>
  shape(value("name", sectionName(...scopes)), maybe(fixed("from"), value("from", defaultsName)));

export const defaults = (): Arguments =>
  shape(maybe(value("name", sectionName("defaults"))), maybe(fixed("from"), value("from", defaultsName)));
