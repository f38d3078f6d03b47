/** What is true of every simulation, whatever the cluster and whatever happens to it. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { randomTrouble } from "../../../kit/simulationArbitrary.ts";
import { storyOf, type Told, told } from "../../../kit/story.ts";

const run = (lines: readonly string[], until?: number) => told(storyOf(lines.join("\n")), until);

/** What is the case at the end. */
function ending({ virtualAddresses, instances }: Told) {
  return {
    holders: virtualAddresses.map(({ address, holders }) => [address, holders.at(-1)?.hosts]),
    states: instances.map(({ host, name, states }) => [host, name, states.at(-1)?.state, states.at(-1)?.priority]),
  };
}

/** The same whatever the order of the hosts. */
function sorted({ virtualAddresses, instances, races }: Told) {
  const byKey = <T extends readonly [string, ...unknown[]]>(all: readonly T[]) =>
    [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    held: byKey(
      virtualAddresses.map(
        ({ address, holders }) => [address, holders.map(({ t, hosts }) => [t, [...hosts].sort()])] as const,
      ),
    ),
    states: byKey(instances.map(({ host, name, states }) => [`${host} ${name}`, states] as const)),
    races: races.length,
  };
}

/** How long two hosts may hold an address while one hears of the other, in milliseconds. */
const passing = 1;
/** Things after which nobody holds on to an address without hearing the others. */
const clean = ["power-off", "stop", "link-down", "script-fail"];

describe("the simulation", () => {
  it("is deterministic", () => {
    fc.assert(
      fc.property(randomTrouble(), ({ cluster, harm, cure }) => {
        const lines = [...cluster.lines, ...harm, ...cure];
        assert.deepEqual(run(lines), run(lines));
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on the order of the hosts", () => {
    fc.assert(
      fc.property(randomTrouble(), ({ cluster, harm }) => {
        const reversed = [...cluster.hosts]
          .reverse()
          .flatMap((host) => cluster.lines.filter((line) => line.startsWith(host)));
        assert.deepEqual(sorted(run([...reversed, ...harm])), sorted(run([...cluster.lines, ...harm])));
      }),
      { numRuns: 40 },
    );
  });

  it("has one holder of an address at the most, but for the moment of a takeover", () => {
    fc.assert(
      fc.property(randomTrouble(clean), ({ cluster, harm, cure }) => {
        const { virtualAddresses, until } = run([...cluster.lines, ...harm, ...cure]);
        for (const { holders } of virtualAddresses) {
          for (const [at, { t, hosts }] of holders.entries()) {
            const lasted = (holders[at + 1]?.t ?? until) - t;
            assert.ok(hosts.length < 2 || lasted <= passing, `${hosts.join("+")} for ${lasted} ms from ${t}`);
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  it("ends as it began once all is well again, unless nopreempt says otherwise", () => {
    fc.assert(
      fc.property(
        randomTrouble().filter(({ cluster }) => !cluster.holdsBack),
        ({ cluster, harm, cure }) => {
          assert.deepEqual(ending(run([...cluster.lines, ...harm, ...cure])), ending(run(cluster.lines)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has a holder for every address once all is well again", () => {
    fc.assert(
      fc.property(randomTrouble(), ({ cluster, harm, cure }) => {
        const { virtualAddresses } = run([...cluster.lines, ...harm, ...cure]);
        for (const { address, holders } of virtualAddresses) {
          assert.equal(holders.at(-1)?.hosts.length, 1, `${address} ${JSON.stringify(holders.slice(-3))}`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("tells of times that rise, of hosts that there are, and ends in time", () => {
    fc.assert(
      fc.property(randomTrouble(), fc.integer({ min: 0, max: 60_000 }), ({ cluster, harm }, until) => {
        const report = run([...cluster.lines, ...harm], until);
        assert.equal(report.until, until);
        const lists = [
          ...report.virtualAddresses.map(({ holders }) => holders),
          ...report.instances.map(({ states }) => states),
          report.explanations,
        ];
        for (const list of lists) {
          for (const [at, { t }] of list.entries()) {
            assert.ok(t >= (list[at - 1]?.t ?? 0) && t <= until, `${t} of ${until}`);
          }
        }
        for (const { holders } of report.virtualAddresses) {
          assert.equal(holders[0]?.t, 0);
          for (const { hosts } of holders) assert.ok(hosts.every((host) => cluster.hosts.includes(host)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("ends where too much happens, and says so", () => {
    // Nothing may change for as long as the check takes, and meanwhile there are hundreds of thousands of adverts.
    const hosts = [150, 100].map(
      (priority, at) => `lb${at + 1}: priority ${priority}; version 3; advert_int 0.01; check web every 3000`,
    );
    const { until, explanations } = run(hosts);
    assert.ok(until > 60_000 && until < 3_600_000, String(until));
    assert.match(explanations.at(-1)?.text ?? "", /^The simulation ends here/);
  });

  it("ends where it never settles, and says so", () => {
    // A MASTER's timer begins anew with every advert, whatever is wrong with it (vrrp_scheduler.c): lb1 falls silent.
    const { until, explanations } = run([
      "lb1: priority 150; version 2; advert_int 1",
      "lb2: priority 100; version 2; advert_int 1",
      "lb3: priority 50; version 3; advert_int 0.1",
    ]);
    assert.ok(until < 600_000, String(until));
    assert.equal(explanations.at(-1)?.text, "It never settles: who holds addresses goes on changing");
  });
});
