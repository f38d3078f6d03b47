// Kernel settings, IPVS rules and kube-proxy as a person sees them: told by their names, marked, explained, completed,
// formatted and coloured.

import * as vscode from "vscode";
import { equal, match, ok } from "./assert.ts";
import {
  completions,
  diagnostic,
  eventually,
  hoverText,
  labelOf,
  lineAfter,
  open,
  quickFix,
  rangeOf,
  revertAll,
} from "./editor.ts";

interface Case {
  readonly file: string;
  readonly language: string;
  /** The rule of a mistake and the words that it marks. */
  readonly mistake: readonly [rule: string, words: string];
  /** What is explained, and what must be said of it. */
  readonly hover: readonly [words: string, said: RegExp];
  /** The line after which something is typed, what is typed, and what the list then holds. */
  readonly completion: readonly [after: string, typed: string, label: string];
  /** A line after formatting. */
  readonly formatted: RegExp | undefined;
  /** The prefix of a snippet, offered where a line begins. */
  readonly snippet: string | undefined;
}

const cases: readonly Case[] = [
  {
    file: "pair/left/sysctl.d/60-lvs.conf",
    language: "sysctl-conf",
    mistake: ["sysctl-conf/meaningless-value", "2"],
    hover: ["arp_ignore", /net\.ipv4\.conf\.\*\.arp_ignore/],
    completion: ["arp_announce", "net.ipv4.ip_", "net.ipv4.ip_nonlocal_bind"],
    formatted: /^net\.ipv4\.conf\.all\.arp_ignore = 1$/m,
    snippet: "lvs-real-server-dr",
  },
  {
    file: "pair/left/ipvsadm.rules",
    language: "ipvsadm",
    mistake: ["ipvsadm/unknown-scheduler", "wrrr"],
    hover: ["-g", /gatewaying/],
    completion: ["22:80", "-A -t 192.0.2.61:443 -s ", "wlc"],
    formatted: /^-a -t 192\.0\.2\.61:80 -r 192\.0\.2\.22:80 -g -w 1$/m,
    snippet: "ipvs-dr",
  },
  {
    file: "pair/worker/kube-proxy.yaml",
    language: "yaml",
    mistake: ["kube-proxy/scheduler-unknown", "wwr"],
    hover: ["scheduler", /scheduler/],
    completion: ["scheduler:", "      ", "strictARP"],
    formatted: undefined,
    snippet: undefined,
  },
];

for (const { file, language, mistake, hover, completion, formatted, snippet } of cases) {
  describe(file.replace(/^.*\//, ""), () => {
    afterEach(revertAll);

    it("has its language by its name, and is marked at the exact words", async () => {
      const { document } = await open(file);
      equal(document.languageId, language);
      const [rule, words] = mistake;
      equal(document.getText((await diagnostic(document, rule)).range), words);
    });

    it("is explained", async () => {
      const { document } = await open(file);
      const [words, said] = hover;
      match(await hoverText(document, rangeOf(document, words).start.translate(0, 1)), said);
    });

    it("is completed", async () => {
      const editor = await open(file);
      const [after, typed, label] = completion;
      await lineAfter(editor, after, typed);
      const labels = (await completions(editor)).map(labelOf);
      ok(labels.includes(label), `${label} among ${labels.slice(0, 30)}`);
      if (snippet === undefined) return;
      await lineAfter(editor, after, "");
      const all = (await completions(editor)).map(labelOf);
      ok(all.includes(snippet), `${snippet} among ${all.slice(0, 60)}`);
    });

    // YAML has its colours and its layout from others.
    if (formatted === undefined) return;
    it("is coloured by meaning", async () => {
      const { document } = await open(file);
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const tokens = await eventually("semantic tokens", async () => {
        const command = "vscode.provideDocumentRangeSemanticTokens";
        return vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(command, document.uri, whole);
      });
      ok(tokens.data.length >= 5, "a token");
    });

    it("is formatted", async () => {
      const { document } = await open(file);
      await diagnostic(document, mistake[0]);
      await vscode.commands.executeCommand("editor.action.formatDocument");
      await eventually(
        "the formatted line",
        () => formatted.test(document.getText()),
        () => document.getText(),
      );
    });
  });
}

describe("a mistake of kube-proxy", () => {
  afterEach(revertAll);

  it("is mended within the YAML around it", async () => {
    const { document } = await open("pair/worker/kube-proxy.yaml");
    await quickFix(document, "kube-proxy/scheduler-unknown", /wrr/);
    match(document.getText(), /^ {6}scheduler: wrr$/m);
  });
});
