/** What runs on a host, a row each: instances, interfaces, checks, listeners, the kernel. */

import { h } from "preact";
import type { HostNode, Row, ServerNode } from "../core/topology/graph.ts";
import type { Box } from "../core/topology/layout.ts";
import { describe, instanceFacts, trackerFacts } from "./describe.ts";
import { partAttributes, type Shown } from "./part.ts";
import { isDown } from "./scene.ts";
import {
  badge,
  badgeRoom,
  type Element,
  line,
  type MarkKind,
  mark,
  type Piece,
  Pulse,
  svg,
  worstOf,
} from "./shapes.ts";
import { failureWords, stateWords, words } from "./words.ts";

interface RowLook {
  readonly mark: MarkKind;
  readonly look: string;
  readonly first: readonly Piece[];
  /** At the right end of the first line. */
  readonly right?: readonly Piece[];
  readonly second: readonly Piece[];
}

const between = " · ";

/** A row within its host's card; coordinates are those of the card. */
export function rowOf(shown: Shown, host: HostNode | ServerNode, row: Row, box: Box): Element {
  const { drawn } = shown;
  const failure = drawn.moment.failed[row.id];
  const look = lookOf(shown, host, row);
  const failed = failure === undefined ? undefined : failureWords[failure];
  const second: readonly Piece[] =
    failed === undefined ? look.second : [{ words: drawn.say(failed), look: "bad" }, ...look.second];
  const { width, height } = box;
  const right = width - 10 - badgeRoom(row.problems);
  const isTall = height >= 38 && second.length > 0;
  const middle = isTall ? 13.5 : height / 2;
  const rightWords = (look.right ?? []).map((piece) => piece.words).join(" ");
  const reserved = rightWords === "" ? 0 : rightWords.length * 8 + 8;
  const lookNow = failed === undefined ? look : { ...look, mark: "cross" as const, look: "bad" };
  return svg(
    "g",
    {
      ...partAttributes(shown, row.id, describe(drawn, row), `row ${row.kind} ${lookNow.look}`),
      ...(failure === undefined ? {} : { "data-failed": failure }),
      transform: `translate(${box.x} ${box.y})`,
    },
    svg("rect", { class: "frame", width, height, rx: 5 }),
    mark(lookNow.mark, 14, isTall ? height / 2 : middle, lookNow.look),
    line(27, middle + 4.2, right - 27 - reserved, isTall ? look.first : [...look.first, ...second]),
    isTall ? line(27, height - 9, right - 27, second, { size: 11 }) : null,
    look.right === undefined ? null : line(right, middle + 4.2, reserved, look.right, { anchor: "end", gap: 4 }),
    badge(row.problems, row.messages, width - 18, height / 2),
    h(Pulse, {
      of: JSON.stringify([lookNow.mark, lookNow.look, look.right, failed, row.problems]),
      width,
      height,
      radius: 5,
    }),
  );
}

function lookOf(shown: Shown, host: HostNode | ServerNode, row: Row): RowLook {
  const { drawn } = shown;
  const isOff = isDown(drawn.moment, host.id);
  switch (row.kind) {
    case "instance":
      return instanceLook(shown, host, row);
    case "interface":
      return {
        ...(isOff ? { mark: "dash", look: "off" } : { mark: "check", look: "calm" }),
        first: [{ words: row.name }, { words: row.addresses.join(", "), look: "dim" }],
        second: [],
      };
    case "tracker":
      return {
        ...(isOff ? { mark: "dash", look: "off" } : { mark: "check", look: "good" }),
        first: [{ words: row.name }],
        second: [
          {
            words: [...(row.of === "script" ? [] : [drawn.say(words[row.of])]), ...trackerFacts(drawn, row)].join(
              between,
            ),
            look: "dim",
          },
        ],
      };
    case "listener":
      return {
        ...(isOff
          ? { mark: "dash", look: "off" }
          : { mark: "full", look: drawn.busy.has(row.id) || servesNow(shown, host) ? "good" : "calm" }),
        first: [{ words: row.process }, { words: row.name }, { words: row.sockets.join(" "), look: "dim" }],
        second: [],
      };
    case "kernel":
      return {
        mark: worstOf(row.problems) === undefined ? "dot" : "cross",
        look: worstOf(row.problems) === "error" ? "bad" : worstOf(row.problems) === "warning" ? "warning" : "calm",
        first: [{ words: row.text, look: "dim" }],
        second: [],
      };
  }
}

function servesNow({ drawn }: Shown, host: HostNode | ServerNode): boolean {
  return Object.values(drawn.moment.holders).some((hosts) => hosts.includes(host.id));
}

const stateMarks = {
  MASTER: { mark: "full", look: "good" },
  BACKUP: { mark: "ring", look: "spare" },
  FAULT: { mark: "cross", look: "bad" },
  INIT: { mark: "dash", look: "off" },
} as const;

function instanceLook(
  shown: Shown,
  host: HostNode | ServerNode,
  row: Extract<Row, { readonly kind: "instance" }>,
): RowLook {
  const { drawn, clashing } = shown;
  const now = drawn.moment.instances[row.id];
  const state = now?.state ?? row.state;
  const priority = now?.priority ?? row.priority;
  const isChanged = row.priority !== undefined && priority !== undefined && priority !== row.priority;
  const isClash = state === "MASTER" && clashing.has(row.id);
  const isOff = isDown(drawn.moment, host.id);
  return {
    ...(isOff ? stateMarks.INIT : stateMarks[state]),
    ...(isClash ? { look: "bad" } : {}),
    first: [
      { words: row.name, look: "strong" },
      ...(row.virtualRouterId === undefined ? [] : [{ words: `VRID ${row.virtualRouterId}`, look: "dim" } as const]),
      {
        words: isOff ? drawn.say(stateWords.INIT) : drawn.say(stateWords[state]),
        look: isClash || state === "FAULT" ? "bad" : state === "MASTER" ? "good" : state === "BACKUP" ? "spare" : "dim",
      },
    ],
    right: [
      ...(isChanged ? [{ words: `${row.priority} →`, look: "dim" } as const] : []),
      { words: priority === undefined ? "?" : String(priority), look: isChanged ? "warning" : "strong" },
    ],
    second: [{ words: instanceFacts(drawn, row).join(between), look: "dim" }],
  };
}
