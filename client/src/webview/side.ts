/** What may happen, with the result of each at a glance; of the one that is chosen what it comes to, and why. */
import { type ComponentChild, h } from "preact";
import type { QuestionAnswer, TimelineReport } from "../preview/messages.ts";
import type { Props } from "./app.ts";
import type { Control } from "./control.ts";
import { placeName } from "./places.ts";
import { aboutCluster, eventTimes, shownSpan } from "./state.ts";
import { duration, resultsOf } from "./summary.ts";
import { texts } from "./texts.ts";

const signs: Readonly<Record<QuestionAnswer["verdict"], string>> = { fine: "✓", bad: "✕", uncertain: "?" };

export function Side({ control }: Props): ComponentChild {
  const state = control.store.get();
  const { answers, left, question, events, graph } = state;
  const about = graph?.clusters.find(({ id }) => id === aboutCluster(state));
  return h(
    "aside",
    { class: "side" },
    h(
      "section",
      { class: "questions", "aria-label": control.say(texts.whatIf) },
      h(
        "h2",
        {},
        control.say(texts.whatIf),
        about === undefined || graph?.clusters.length === 1 ? null : h("span", {}, about.name),
      ),
      answers === undefined
        ? h("p", { class: "dim" }, control.say(texts.asking))
        : answers.length === 0
          ? h("p", { class: "dim" }, left ?? control.say(texts.noQuestions))
          : h(
              "ul",
              {},
              answers.map((answer) =>
                h("li", { key: answer.id }, h(Question, { control, answer, isChosen: question === answer.id })),
              ),
            ),
    ),
    events.length > 0 ? h(Outcome, { control }) : null,
  );
}

interface QuestionProps extends Props {
  readonly answer: QuestionAnswer;
  readonly isChosen: boolean;
}

function Question({ control, answer: { id, title, text, verdict }, isChosen }: QuestionProps): ComponentChild {
  return h(
    "button",
    {
      type: "button",
      class: "question",
      "data-question": id,
      "aria-pressed": isChosen,
      onClick: () => control.choose(id),
    },
    h("span", { class: "title" }, title),
    h(
      "span",
      { class: `answer ${verdict}` },
      text,
      h("span", { class: "sign", role: "img", "aria-label": control.say(texts[verdict]) }, signs[verdict]),
    ),
  );
}

/** What the events that are simulated come to. */
function Outcome({ control }: Props): ComponentChild {
  const state = control.store.get();
  const { report, reported, refused, answers, question } = state;
  const reset = h(
    "button",
    { type: "button", class: "reset", onClick: () => control.reset() },
    `↺ ${control.say(texts.reset)}`,
  );
  if (refused !== undefined)
    return h("section", { class: "outcome" }, h("p", { class: "bad", role: "alert" }, refused), reset);
  if (report === undefined || reported.length === 0) return h("section", { class: "outcome" }, reset);
  const start = Math.min(...eventTimes(reported));
  const { to } = shownSpan(report, reported);
  const chosen = answers?.find(({ id }) => id === question);
  const results = chosen?.outcomes ?? resultsOf(report, start, to, control.say);
  return h(
    "section",
    { class: "outcome" },
    h("h2", {}, control.say(texts.result), reset),
    h(
      "dl",
      { "aria-label": control.say(texts.result) },
      results.map(({ address, text, verdict }) => [
        h("dt", {}, address),
        h(
          "dd",
          { class: `answer ${verdict}` },
          text,
          h("span", { class: "sign", role: "img", "aria-label": control.say(texts[verdict]) }, signs[verdict]),
        ),
      ]),
    ),
    h("h2", {}, control.say(texts.why)),
    h(Why, { control, report, start }),
  );
}

interface WhyProps extends Props {
  readonly report: TimelineReport;
  readonly start: number;
}

/** Every step in a sentence, with the lines that made it so; those that are still to come at the cursor stand back. */
function Why({ control, report, start }: WhyProps): ComponentChild {
  const { cursor } = control.store.get();
  const steps = report.explanations.filter(({ t }) => t >= start);
  if (steps.length === 0) return h("p", { class: "dim" }, control.say(texts.nothingHappens));
  return h(
    "ol",
    { class: "why" },
    steps.map(({ t, text, because }) =>
      h(
        "li",
        { class: t > cursor ? "later" : "" },
        h(
          "button",
          { type: "button", class: "time", onClick: () => control.moveTo(t) },
          duration(t - start, control.say),
        ),
        h("span", {}, text),
        because.map((place) => h(Place, { control, place })),
      ),
    ),
  );
}

function Place({
  control,
  place,
}: {
  readonly control: Control;
  readonly place: WhyProps["report"]["explanations"][number]["because"][number];
}): ComponentChild {
  const { uri, range } = place;
  return h(
    "button",
    { type: "button", class: "place", onClick: () => control.reveal({ uri, ...range }) },
    `${placeName(uri, control.store.get().folderNames)}:${range.start.line + 1}`,
  );
}
