/** The chapter about hosts: its example is right, and it tells of every key that the schema has. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { readStatements } from "../../server/src/core/model/cluster/statements.ts";
import { languages } from "../../server/src/core/service.ts";

const root = path.join(import.meta.dirname, "..", "..");
const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

/** The keys of a schema, with NAME where any name may stand: `hosts.NAME.files`. Rules are told of on their own pages. */
function keysOf({ properties = {}, additionalProperties }: Schema, before = ""): readonly string[] {
  const own = Object.entries(properties).flatMap(([name, inner]) =>
    name === "$schema"
      ? []
      : name === "rules"
        ? ["rules.ID"]
        : keysOf(inner, before === "" ? name : `${before}.${name}`),
  );
  const named =
    typeof additionalProperties === "object" && !before.endsWith("addresses")
      ? keysOf(additionalProperties, `${before}.NAME`)
      : [];
  if (before.endsWith("versions")) return [before];
  return own.length + named.length === 0 ? [before] : [...own, ...named];
}

describe("the chapter about hosts", () => {
  for (const file of ["docs/hosts.md", "docs/hosts.zh-cn.md"]) {
    const content = read(file);

    it(`${file} has an example without a problem`, () => {
      const [, example = ""] = /```json\n(.*?)```/s.exec(content) ?? [];
      const ids = languages.map(({ id }) => id);
      const { hosts, clusters, networks, rules, problems } = readStatements(example, ids);
      assert.deepEqual(problems, []);
      assert.deepEqual([hosts.length, clusters.length, networks.length, Object.keys(rules).length], [2, 1, 2, 2]);
    });

    it(`${file} tells of every key`, () => {
      const schema = JSON.parse(read("schemas/ha-config.schema.json")) as Schema;
      const keys = keysOf(schema);
      assert.ok(keys.length >= 9, keys.join(", "));
      assert.deepEqual(
        keys.filter((key) => !content.includes(`| \`${key}\` |`)),
        [],
      );
    });
  }
});
