/** Simulated time: whatever is asked for when, things happen in the order of their times. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type Alarm, Clock } from "../../../../server/src/core/vrrp/simulation/clock.ts";

describe("the clock of a simulation", () => {
  it("does things by time, those of one time in the order in which they were asked for, and none that is cancelled", () => {
    const wish = fc.record({ at: fc.integer({ min: 0, max: 20 }), isCancelled: fc.boolean(), again: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), fc.integer({ min: 0, max: 25 }), (wishes, until) => {
        const clock = new Clock();
        const done: string[] = [];
        const alarms: Alarm[] = wishes.map(({ at, again }, index) =>
          clock.at(at, () => {
            assert.equal(clock.now, at);
            done.push(`${at} ${index}`);
            // What is asked for in the past happens now, after all that was there before.
            if (again > 0) clock.at(at + again - 3, () => assert.equal(clock.now, Math.max(at, at + again - 3)));
          }),
        );
        for (const [index, alarm] of alarms.entries()) if (wishes[index]?.isCancelled) alarm.cancelled = true;
        while (clock.step(until)) assert.ok(clock.now <= until);
        const expected = wishes
          .map((one, index) => ({ ...one, index }))
          .filter(({ at, isCancelled }) => !isCancelled && at <= until)
          .sort((a, b) => a.at - b.at || a.index - b.index);
        assert.deepEqual(
          done,
          expected.map(({ at, index }) => `${at} ${index}`),
        );
      }),
    );
  });
});
