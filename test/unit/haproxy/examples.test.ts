/** What new users see first: the clean example is clean, and the one with mistakes shows them all. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { found, load } from "../../kit/check.ts";
import { draw } from "../../kit/fixture.ts";

const examples = path.join(import.meta.dirname, "..", "..", "..", "examples");
const read = (file: string) => fs.readFileSync(path.join(examples, file), "utf8");
const parts = ["conf.d/10-web.cfg", "conf.d/20-tcp.cfg"];

describe("examples of HAProxy", () => {
  for (const version of ["2.6", "3.4"]) {
    it(`the service has no problem in ${version}`, () => {
      const texts = parts.map((file) => `#- ${file}\n${read(`haproxy/${file}`)}`);
      const drawing = [read("haproxy/haproxy.cfg"), ...texts].join("\n");
      const loaded = load(drawing, "haproxy.cfg", { versions: { haproxy: version } });
      const reported = found(loaded, ({ severity }) => severity !== "hint").flatMap((marks, index) =>
        marks.map(({ line, text }) => `${loaded.files[index]?.name}:${line + 1} ${text}`),
      );
      assert.deepEqual(reported, []);
    });
  }

  it("each mistake is reported below the comment that tells it", () => {
    const text = read("mistakes/haproxy.cfg");
    const [marks = []] = found(load(text, "haproxy.cfg"), ({ severity }) => severity !== "hint");
    const lines = text.split("\n");
    const starts = lines.flatMap((line, index) => (/^\s*# \d+\. /.test(line) ? [index] : []));
    const silent = starts.filter((start, index) => {
      const end = starts[index + 1] ?? lines.length;
      return !marks.some(({ line }) => line > start && line < end);
    });
    const before = marks.filter(({ line }) => line < (starts[0] ?? 0));
    assert.deepEqual([...before, ...silent.map((start) => lines[start]?.trim())], [], draw(text, marks));
    assert.equal(starts.length, 16);
  });
});
