/** Words are cut before they leave their room, and never in the middle of a character. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { fitted, widthOf } from "../../../server/src/picture/fit.ts";
import { pointsOf } from "../../../server/src/picture/paths.ts";

describe("Words in their room", () => {
  it("are whole where they fit, and else a beginning with an ellipsis", () => {
    assert.equal(fitted("lb1", 100, 12), "lb1");
    assert.equal(fitted("a-long-name", 40, 12), "a-lo…");
    assert.equal(fitted("a-long-name", 3, 12), "");
  });

  it("are never wider than their room, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat({ max: 300 }), fc.boolean(), (words, room, isBold) => {
        const shown = fitted(words, room, 12, isBold);
        assert.ok(widthOf(shown, 12, isBold) <= room);
        assert.ok(shown === words || shown === "" || words.startsWith(shown.slice(0, -1)));
        assert.ok([...words].join("").startsWith([...shown].slice(0, -1).join("")));
      }),
    );
  });

  it("are twice as wide in Chinese", () => {
    assert.ok(widthOf("虚拟地址", 12) >= 48);
  });
});

describe("Points on a path", () => {
  it("are its ends and its middle", () => {
    assert.deepEqual(pointsOf("M0 0L10 0"), { start: { x: 0, y: 0 }, middle: { x: 5, y: 0 }, end: { x: 10, y: 0 } });
    assert.deepEqual(pointsOf("M0 0C5 0 5 10 10 10")?.middle, { x: 5, y: 5 });
    assert.deepEqual(pointsOf("M0 0L5 0Q10 0 10 5L10 15Q10 20 5 20L0 20")?.middle, { x: 10, y: 10 });
    assert.deepEqual(pointsOf("M0 0H10V10")?.middle, { x: 10, y: 0 });
  });

  it("are not known of other commands", () => {
    assert.equal(pointsOf("M0 0A5 5 0 0 1 10 10"), undefined);
    assert.equal(pointsOf(""), undefined);
  });
});
