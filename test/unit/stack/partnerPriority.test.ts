/** The law of a partner's priority: it follows while all is well, and leads when anything with a weight fails. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { partnerPriority } from "../../../server/src/core/languages/stack/model/partnerPriority.ts";
import type { Tracker, VrrpInstance } from "../../../server/src/core/model/facts.ts";
import { priorityOf } from "../../../server/src/core/vrrp/priority.ts";

type Weighted = Pick<VrrpInstance, "priority" | "trackers">;

const tracker = fc.record({
  kind: fc.constantFrom("script", "interface", "process"),
  weight: fc.integer({ min: -60, max: 60 }),
  isReversed: fc.boolean(),
  isIgnored: fc.constant(false),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<Tracker>;

const instance = fc
  .record({ base: fc.integer({ min: 2, max: 253 }), trackers: fc.array(tracker, { maxLength: 3 }) })
  .map(({ base, trackers }) => withBase(base, trackers));

function withBase(value: number, trackers: readonly Tracker[]): Weighted {
  return { priority: { value, isWritten: true, at: undefined as never }, trackers };
}

const effective = (one: Weighted, failed: readonly Tracker[] = []) => priorityOf(one, failed) ?? Number.NaN;

describe("the priority of a partner", () => {
  it("is ten lower, or less than the smallest weight", () => {
    const chk = (weight: number) => ({ kind: "script", weight, isReversed: false, isIgnored: false }) as Tracker;
    const low = (base: number, ...weights: readonly number[]) =>
      partnerPriority(withBase(base, weights.map(chk)), false);
    assert.deepEqual([low(150), low(150, -20), low(150, 5), low(100, -20, -2), low(6)], [140, 140, 146, 99, 1]);
    assert.equal(partnerPriority(withBase(100, [chk(-20)]), true), 110);
    assert.equal(low(255), 245);
    assert.equal(low(1), undefined);
  });

  it("is the best that there is", () => {
    const holds = (own: Weighted, base: number, leads: boolean) => {
      const partner = withBase(base, own.trackers);
      const [master, backup] = leads ? [partner, own] : [own, partner];
      const leadsWell = effective(master) > effective(backup);
      const moves = own.trackers.every((one) => one.weight === 0 || effective(master, [one]) < effective(backup));
      return { leadsWell, moves: leadsWell && moves };
    };
    fc.assert(
      fc.property(instance, fc.boolean(), (own, leads) => {
        const base = partnerPriority(own, leads);
        assert.ok(base !== undefined && base >= 1 && base <= 254);
        const found = holds(own, base, leads);
        for (let other = 1; other <= 254; other++) {
          const better = holds(own, other, leads);
          assert.ok(found.leadsWell || !better.leadsWell, `${other} would leave the order`);
          assert.ok(found.moves || !better.moves, `${other} would move with every failure`);
        }
      }),
      { numRuns: 200 },
    );
  });
});
