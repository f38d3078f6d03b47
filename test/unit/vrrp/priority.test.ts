/** Weights and timers against what keepalived's source says and what real nodes did. */
import assert from "node:assert/strict";
import type { Tracker } from "../../../server/src/core/model/facts.ts";
import type { Location } from "../../../server/src/core/schema/problem.ts";
import { contribution, effectivePriority, priorityOf } from "../../../server/src/core/vrrp/priority.ts";
import { downTime, skew } from "../../../server/src/core/vrrp/timing.ts";

const nowhere: Location = {
  source: { uri: "file:///keepalived.conf", section: { text: "" } as Location["source"]["section"] },
  start: 0,
  end: 0,
};

function tracker(weight: number | undefined, more: Partial<Tracker> = {}): Tracker {
  return {
    kind: "script",
    name: "chk",
    at: nowhere,
    weight,
    weightAt: undefined,
    isReversed: false,
    isIgnored: false,
    definition: undefined,
    script: undefined,
    isOfGroup: false,
    ...more,
  };
}

function instance(base: number, trackers: readonly Tracker[]) {
  return { priority: { value: base, at: nowhere, isWritten: true }, trackers };
}

describe("effective priority", () => {
  for (const [weight, isReversed, up, down] of [
    [20, false, 20, 0],
    [-20, false, 0, -20],
    [20, true, -20, 0],
    [-20, true, 0, 20],
    [0, false, 0, 0],
  ] as const) {
    it(`counts weight ${weight}${isReversed ? " reverse" : ""}`, () => {
      assert.equal(contribution(tracker(weight, { isReversed }), "up") ?? Number.NaN, up);
      assert.equal(contribution(tracker(weight, { isReversed }), "down") ?? Number.NaN, down);
    });
  }

  it("does not know what a file holds, nor a weight that only the host knows", () => {
    assert.equal(contribution(tracker(-20, { kind: "file" }), "down"), undefined);
    assert.equal(contribution(tracker(0, { kind: "file" }), "down"), 0);
    assert.equal(priorityOf(instance(100, [tracker(undefined)])), undefined);
    assert.equal(priorityOf({ priority: undefined, trackers: [] }), undefined);
  });

  it("stays between 1 and 254, and at 255 for the owner", () => {
    assert.equal(effectivePriority(10, [-20]), 1);
    assert.equal(effectivePriority(200, [100]), 254);
    assert.equal(effectivePriority(200, [100, -60]), 240, "the sum is cut, not its parts");
    assert.equal(effectivePriority(255, [-20]), 255);
    assert.equal(priorityOf(instance(255, [tracker(undefined)])), 255);
  });

  it("is that of a node where all is well, until something fails", () => {
    const [positive, negative, fault] = [tracker(5), tracker(-50), tracker(0)];
    const node = instance(150, [positive, negative, fault]);
    assert.equal(priorityOf(node), 155);
    assert.equal(priorityOf(node, [positive]), 150);
    assert.equal(priorityOf(node, [negative]), 105);
    assert.equal(priorityOf(node, [positive, negative]), 100);
    assert.equal(priorityOf(node, [fault]), 155);
  });

  it("takes the better state of a reversed tracker for the good one", () => {
    const reversed = tracker(50, { isReversed: true });
    assert.equal(priorityOf(instance(150, [reversed])), 150);
    assert.equal(priorityOf(instance(150, [reversed]), [reversed]), 100);
  });

  it("leaves out what the daemon drops", () => {
    const dropped = tracker(-50, { isIgnored: true });
    assert.equal(priorityOf(instance(150, [dropped]), [dropped]), 150);
  });
});

describe("waiting", () => {
  it("is scaled by the interval in version 3 only", () => {
    assert.equal(skew(3, 100, 0.2).toFixed(4), "0.1219");
    assert.equal(skew(2, 100, 2).toFixed(4), "0.6094");
  });

  it("takes as long as it was measured to take", () => {
    const near = (version: 2 | 3, interval: number) =>
      downTime({ version, missedAdverts: 3 }, 100, interval)?.toFixed(4);
    assert.equal(near(3, 0.2), "0.7219");
    assert.equal(near(2, 2), "6.6094");
    assert.equal(downTime({ version: undefined, missedAdverts: 3 }, 100, 1), undefined);
    assert.equal(downTime({ version: 2, missedAdverts: 1 }, 128, 1), 1.5);
  });
});
