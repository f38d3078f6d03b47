/** What new users see first: the clean examples are clean, and the one with mistakes shows them all. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { folder, found, type Loaded, load } from "../../kit/check.ts";
import { draw } from "../../kit/fixture.ts";

const examples = path.join(import.meta.dirname, "..", "..", "..", "examples");
const read = (file: string) => fs.readFileSync(path.join(examples, file), "utf8");

describe("examples of keepalived", () => {
  it("the pair has no problem, alone or together", () => {
    const nodes = ["lb1", "lb2"].map((node) => ({
      main: `${node}/keepalived.conf`,
      service: `${node}/conf.d/web.conf`,
    }));
    for (const first of nodes) {
      const others = nodes.filter((node) => node !== first).flatMap(({ main, service }) => [main, service]);
      const texts = [first.service, ...others].map((file) => `#- ${file}\n${read(`pair/${file}`)}`);
      const loaded = load([read(`pair/${first.main}`), ...texts].join("\n"), first.main);
      assert.deepEqual(reported(loaded), []);
      for (const file of others) loaded.service.open(folder + file, "keepalived", read(`pair/${file}`));
      assert.deepEqual(reported(loaded), []);
    }
  });

  it("the nodes of the pair differ only where nodes must", () => {
    const lines = (node: string) =>
      read(`pair/${node}/keepalived.conf`)
        .replace(/\s*#.*/g, "")
        .split("\n");
    const [first, second] = [lines("lb1"), lines("lb2")];
    const different = first.filter((line, index) => line !== second[index]).map((line) => line.trim().split(" ")[0]);
    assert.deepEqual(different, ["router_id", "priority", "unicast_src_ip", "192.0.2.2"]);
    assert.equal(read("pair/lb1/conf.d/web.conf"), read("pair/lb2/conf.d/web.conf"));
  });

  it("each mistake is reported below the comment that tells it", () => {
    const text = read("mistakes/keepalived.conf");
    const loaded = load(text);
    const [marks = []] = found(loaded, ({ severity }) => severity !== "hint");
    const lines = text.split("\n");
    const starts = lines.flatMap((line, index) => (/^\s*# \d+\. /.test(line) ? [index] : []));
    const silent = starts.filter((start, index) => {
      const end = starts[index + 1] ?? lines.length;
      return !marks.some(({ line }) => line > start && line < end);
    });
    const before = marks.filter(({ line }) => line < (starts[0] ?? 0));
    assert.deepEqual([...before, ...silent.map((start) => lines[start]?.trim())], [], draw(text, marks));
    assert.equal(starts.length, 12);
  });
});

/** Everything above a hint that is said of any file. */
function reported(loaded: Loaded): readonly string[] {
  const all = found(loaded, ({ severity }) => severity !== "hint");
  return loaded.files.flatMap((file, index) =>
    (all[index] ?? []).map(({ line, text }) => `${file.name}:${line + 1} ${text}`),
  );
}
