/** Words of callers: which are understood, and what is said of the others. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { partsOf } from "../../../server/src/core/features/simulation/parts.ts";
import { planOf } from "../../../server/src/core/features/simulation/plan.ts";
import { eventKinds, parseEvent, parseTime } from "../../../server/src/core/vrrp/simulation/events.ts";
import { keepalivedConf, workspaceOf } from "../../kit/estate.ts";
import { storyOf } from "../../kit/story.ts";

const { files: pair } = storyOf("lb1: priority 150; check web\nlb2: priority 100");

interface Words {
  readonly events?: readonly string[];
  readonly addresses?: readonly string[];
  readonly starts?: readonly string[];
}

function planFor(words: Words, files: Readonly<Record<string, string>> = pair) {
  const { estate } = workspaceOf(files);
  const none = { read: () => null, list: () => [] };
  return planOf({ estate, events: [], ...words, files: none, findFile: () => undefined });
}

/** What is said of words; empty where they are understood. */
function saidOf(words: Words, files: Readonly<Record<string, string>> = pair): string {
  const plan = planFor(words, files);
  return plan.kind === "plan" ? "" : `${plan.option} "${plan.written}": ${plan.text.en}`;
}

describe("words for a simulation", () => {
  const right: readonly Words[] = [
    { events: ["0ms power-off lb1", "1.5s power-on lb1", "1500ms reload lb1 x.conf"].slice(0, 2) },
    { events: ["1s link-down lb2 eth0", "1s drop-vrrp lb1 in", "1s drop-vrrp lb1 out", "  2s   allow-vrrp\tlb1 "] },
    { events: ["1s script-fail lb1 web", "1s script-ok lb2 web"] },
    { events: ["1s power-off file:///work/lb1"] },
    { addresses: ["lb1=192.0.2.1", "lb1=192.0.2.1/24@eth1", "lb2=2001:db8::1@eth0"], events: ["1s detach lb2 eth1"] },
    { starts: ["lb1=2s", "lb2=100ms"] },
  ];
  for (const words of right) {
    it(`are understood: ${JSON.stringify(words)}`, () => assert.equal(saidOf(words), ""));
  }

  const wrong: readonly (readonly [Words, string])[] = [
    [
      { events: ["power-off lb1"] },
      'event "power-off lb1": An event is "TIME KIND HOST [ARGUMENT]", such as "2s power-off lb1": "power-off lb1" is not',
    ],
    [{ events: ["1m power-off lb1"] }, 'event "1m power-off lb1": "1m" is no time; write "1500ms" or "2s"'],
    [
      { events: ["1s explode lb1"] },
      `event "1s explode lb1": There is no event "explode"; there are ${eventKinds.join(", ")}`,
    ],
    [{ events: ["1s link-down lb1"] }, 'event "1s link-down lb1": "link-down" needs one more word: an interface'],
    [{ events: ["1s stop lb1 now"] }, 'event "1s stop lb1 now": "stop" takes no further word'],
    [{ events: ["1s drop-vrrp lb1 up"] }, 'event "1s drop-vrrp lb1 up": A direction is "in" or "out", not "up"'],
    [{ events: ["1s stop lb3"] }, 'event "1s stop lb3": There is no host "lb3"; there are lb1, lb2'],
    [{ events: ["3601s stop lb1"] }, 'event "3601s stop lb1": No simulation is longer than 3600 s'],
    [
      { events: ["1s link-down lb1 eth7"] },
      'event "1s link-down lb1 eth7": No file names an interface "eth7", only eth0',
    ],
    [{ events: ["1s script-fail lb1 wep"] }, 'event "1s script-fail lb1 wep": Nothing tracks a check "wep", only web'],
    [{ events: ["1s reload lb1 no.conf"] }, 'event "1s reload lb1 no.conf": "no.conf" cannot be read'],
    [{ addresses: ["lb1"] }, 'address "lb1": An address is stated as "HOST=IP" or "HOST=IP@INTERFACE"'],
    [{ addresses: ["lb1=eth0"] }, 'address "lb1=eth0": "eth0" is no IP address'],
    [{ addresses: ["lb9=192.0.2.1"] }, 'address "lb9=192.0.2.1": There is no host "lb9"; there are lb1, lb2'],
    [{ starts: ["2s"] }, 'start "2s": A late start is stated as "HOST=TIME", such as "lb1=2s"'],
    [{ starts: ["lb1=soon"] }, 'start "lb1=soon": "soon" is no time; write "1500ms" or "2s"'],
    [{ starts: ["lb9=2s"] }, 'start "lb9=2s": There is no host "lb9"; there are lb1, lb2'],
  ];
  for (const [words, said] of wrong) {
    it(`are not understood: ${said}`, () => assert.equal(saidOf(words), said));
  }

  it("are understood of hosts whose names are not enough", () => {
    const files = Object.fromEntries(
      ["a/lb1", "a/lb2", "b/lb1", "b/lb2"].map((host) => [`${host}/keepalived.conf`, keepalivedConf()]),
    );
    assert.equal(
      saidOf({ events: ["1s stop lb1"] }, files),
      'event "1s stop lb1": Several hosts are called "lb1": file:///work/a/lb1, file:///work/b/lb1',
    );
    assert.equal(saidOf({ events: ["1s stop b/lb1", "2s stop file:///work/a/lb1"] }, files), "");
  });

  it("are understood of hosts with blanks in their names", () => {
    const files = { "load%20balancer/keepalived.conf": keepalivedConf(), "load/keepalived.conf": keepalivedConf() };
    const plan = planFor({ events: ["1s link-down load balancer eth0", "2s link-down load eth0"] }, files);
    assert.deepEqual(plan.kind === "plan" ? plan.parts[0]?.events.map(({ host }) => host) : plan.text.en, [
      "file:///work/load%20balancer",
      "file:///work/load",
    ]);
  });

  it("name a host that is near where there are many", () => {
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`director${10 + at}/keepalived.conf`, keepalivedConf()]),
    );
    const said = saidOf({ events: ["1s stop direktor11"] }, files);
    assert.equal(said, 'event "1s stop direktor11": There is no host "direktor11", did you mean "director11"?');
  });

  it("say that there is no host at all", () => {
    assert.equal(
      saidOf({ events: ["1s stop lb1"] }, { "haproxy.cfg": "defaults\n" }),
      'event "1s stop lb1": No file has a VRRP instance',
    );
  });

  it("never fail to be read", () => {
    const word = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom("1s", "20ms", "lb1", "lb2", "eth0", "web", "in", "__proto__", "constructor", ...eventKinds),
    );
    const words = fc.array(word, { maxLength: 5 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(words, (written) => {
        const event = parseEvent(written, ["lb1", "load balancer"]);
        if ("kind" in event) assert.ok(Number.isFinite(event.at) || event.at === Number.POSITIVE_INFINITY);
        else assert.ok(event.en !== "" && event.zh !== "");
        planFor({ events: [written], addresses: [written], starts: [written] });
      }),
      { numRuns: 300 },
    );
  });

  it("have times in milliseconds and seconds", () => {
    assert.deepEqual(["0s", "1.5s", "20ms", "0.5ms", "1", "-1s", "1e3s", "s"].map(parseTime), [
      0,
      1500,
      20,
      0.5,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("the parts of a workspace", () => {
  const conf = (id: string, address: string) => keepalivedConf({ id, address });
  const parts = (files: Readonly<Record<string, string>>) => {
    const { estate } = workspaceOf(files);
    return partsOf(estate, estate.hosts, ({ facts }) => [facts]).map((part) => part.map(({ name }) => name).join(" "));
  };

  it("are clusters, and hosts without VRRP in none", () =>
    assert.deepEqual(
      parts({
        "lb1/keepalived.conf": conf("1", "192.0.2.1"),
        "web1/haproxy.cfg": "defaults\n",
        "fw1/keepalived.conf": keepalivedConf({ id: "9", address: "198.51.100.9", name: "FW" }),
        "lb2/keepalived.conf": conf("1", "192.0.2.1"),
      }),
      ["lb1 lb2", "fw1"],
    ));

  it("are one where neighbours of two clusters have the same VRID, for adverts of both arrive at both", () =>
    assert.deepEqual(
      parts({
        "lb1/keepalived.conf": conf("1", "192.0.2.1"),
        "fw1/keepalived.conf": keepalivedConf({ id: "1", address: "198.51.100.9", name: "FW" }),
      }),
      ["lb1 fw1"],
    ));

  it("are not one where the hosts lie elsewhere", () =>
    assert.deepEqual(
      parts({
        "a/lb1/keepalived.conf": conf("1", "192.0.2.1"),
        "a/lb2/keepalived.conf": conf("1", "192.0.2.1"),
        "b/lb1/keepalived.conf": conf("1", "192.0.2.1"),
        "b/lb2/keepalived.conf": conf("1", "192.0.2.1"),
      }),
      ["lb1 lb2", "lb1 lb2"],
    ));
});
