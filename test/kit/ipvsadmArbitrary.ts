/** Random texts that look like IPVS rules: lines as people write them, broken in some places. */
import fc from "fast-check";
import { commands } from "../../server/src/core/languages/ipvsadm/schema/commands.ts";
import { options } from "../../server/src/core/languages/ipvsadm/schema/options/index.ts";
import { entries } from "./ipvsadmLines.ts";

const lines = entries.flatMap(({ ok, bad }) => [...ok, ...bad]);
const names = [...commands, ...options].flatMap((one) => one.names);
const values =
  "192.0.2.1:80 192.0.2.11 [2001:db8::1]:80 2001:db8::1:80 10.1 010.0.0.1 lvs:http 0 1 70000 -1 rr wrr sh-port gue 24".split(
    " ",
  );

const word = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom(...values),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const broken = fc.array(word, { maxLength: 7 }).map((words) => words.join(" "));

/** A piece of a file: lines, parts of lines, or anything. */
export const anyPiece: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...lines).map((line) => `${line}\n`),
  fc.constantFrom(
    "-A -t 192.0.2.1:80 -s rr\n",
    "-a -t 192.0.2.1:80 -r 192.0.2.11 -m\n",
    "-C\n",
    "# about\n",
    "\n",
    " ",
  ),
  fc.constantFrom(
    "-At",
    "ipvsadm ",
    "sudo ipvsadm ",
    "  # x\n",
    "\r\n",
    "$VIP:80",
    "--",
    "-",
    "{{ x }}",
    "\t",
    "-w5",
    "=",
  ),
  broken.map((line) => `${line}\n`),
  fc.string({ unit: "binary", maxLength: 8 }),
);

/** A whole file. */
export const anyRules: fc.Arbitrary<string> = fc.array(anyPiece, { maxLength: 14 }).map((pieces) => pieces.join(""));
