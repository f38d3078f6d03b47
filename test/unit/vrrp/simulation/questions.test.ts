/** The ready questions, and how good the answers are for those who use the addresses. */
import assert from "node:assert/strict";
import { openQuestions } from "../../../../server/src/core/features/simulation/answers.ts";
import { planned, storyOf } from "../../../kit/story.ts";

/** `title: answer, verdict` of each question that a story raises. */
function answersTo(drawing: string): readonly string[] {
  return openQuestions(planned(storyOf(drawing))).map((question) => {
    const { title, text, verdict } = question.answer("en");
    return `${title}: ${text}, ${verdict}`;
  });
}

describe("the ready questions", () => {
  it("are about each host, link and check, maintenance and a cut network", () =>
    assert.deepEqual(
      answersTo(`lb1: priority 150; check web weight -60
        lb2: priority 100; check web weight -60`),
      [
        "lb1 loses power: lb2 after 3.61 s, fine",
        "lb2 loses power: nothing moves, fine",
        "eth0 of lb1 goes down: lb2 after 3.61 s, fine",
        "eth0 of lb2 goes down: nothing moves, fine",
        "web fails on lb1: lb2 after 3.61 s, fine",
        "web fails on lb2: nothing moves, fine",
        "web fails on all hosts: stays on lb1, uncertain",
        "lb1 is stopped and started again: back on lb1, 609 ms without, fine",
        "lb2 is stopped and started again: nothing moves, fine",
        "The network is cut between lb1 and the others: two masters: lb1, lb2, bad",
      ],
    ));

  it("show a weight that cannot move the address", () =>
    assert.ok(
      answersTo(`lb1: priority 150; check web weight -20
        lb2: priority 100; check web weight -20`).includes("web fails on lb1: stays on lb1, bad"),
    ));

  it("blame a check only for the addresses whose instance tracks it", () => {
    const lines = answersTo(`lb1: priority 150; check web weight -60
      lb1 VI_2: priority 150
      lb2: priority 100
      lb2 VI_2: priority 100`);
    assert.ok(lines.includes("web fails on lb1: lb2 after 3.61 s, fine"), lines.join("\n"));
  });

  it("show that nobody is left", () =>
    assert.ok(answersTo("lb1: priority 150").includes("lb1 loses power: nobody holds it, bad")));

  it("are none where no file has VRRP", () => {
    const plan = planned({ ...storyOf(""), files: { "web1/etc/hosts": "192.0.2.1 web1\n" } });
    assert.deepEqual(openQuestions(plan), []);
  });
});
