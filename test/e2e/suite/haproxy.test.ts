// haproxy.cfg as a person sees it: squiggles with fixes, explanations, lists of what may come next, names across files.

import * as vscode from "vscode";
import { equal, match, ok } from "./assert.ts";
import {
  completions,
  diagnostic,
  eventually,
  fixture,
  hoverText,
  labelOf,
  lineAfter,
  noDiagnostic,
  open,
  quickFix,
  rangeOf,
  revertAll,
} from "./editor.ts";

const shop = "shop/haproxy.cfg";
const crooked = "crooked/haproxy.cfg";
const api = "shop/conf.d/api.cfg";

describe("haproxy.cfg", () => {
  afterEach(revertAll);

  it("has its own language, and so has a file of conf.d beside it", async () => {
    equal((await open(shop)).document.languageId, "haproxy");
    const { document } = await open(api);
    await eventually("the language of the other file", () => document.languageId === "haproxy");
  });

  it("is marked at the exact words", async () => {
    const { document } = await open(crooked);
    const marked = async (rule: string) => document.getText((await diagnostic(document, rule)).range);
    equal(await marked("haproxy/unknown-converter"), "lowr");
    equal(await marked("haproxy/unknown-reference"), "shpo");
    equal(await marked("haproxy/rule-shadowed"), "use_backend");
    equal((await diagnostic(document, "haproxy/rule-shadowed")).severity, vscode.DiagnosticSeverity.Warning);
    match(await marked("haproxy/missing-newline"), /server shop1 192\.0\.2\.21:8080 check$/);
  });

  it("is mended by quick fixes", async () => {
    const { document } = await open(crooked);
    await quickFix(document, "haproxy/unknown-converter", /lower/);
    await quickFix(document, "haproxy/unknown-reference", /shop/);
    await quickFix(document, "haproxy/missing-newline", /line/i);
    match(document.getText(), /req\.hdr\(host\),lower shop\.example\.com$/m);
    match(document.getText(), /use_backend shop if is_shop$/m);
    match(document.getText(), /check\n$/);
  });

  it("is judged by the version that is set, at once", async () => {
    const { document } = await open(shop);
    await ready(document);
    await noDiagnostic(document, "haproxy/too-new");
    await withSetting("haproxy.version", "2.8", async () => {
      equal(document.getText((await diagnostic(document, "haproxy/too-new")).range), "guid");
    });
    await noDiagnostic(document, "haproxy/too-new");
  });

  it("is judged in Chinese when that is set", async () => {
    const { document } = await open(crooked);
    match((await diagnostic(document, "haproxy/unknown-converter")).message, /did you mean "lower"/);
    await withSetting("language", "zh-cn", async () => {
      const message = () => vscode.languages.getDiagnostics(document.uri).map((one) => one.message);
      await eventually("a Chinese message", () => message().some((one) => /是否想写"lower"/.test(one)), message);
    });
  });

  it("explains aliases, formats, samples, conditions and actions", async () => {
    const { document } = await open(shop);
    const at = (text: string, offset = 1) => hoverText(document, rangeOf(document, text).start.translate(0, offset));
    match(await at("%ci"), /%ci\n[\s\S]*192\.0\.2\.7/);
    match(await at("%ST", 0), /Looks like `192\.0\.2\.7:\d+ 200 \d+`/);
    match(await at("req.hdr(host)"), /req\.hdr/);
    match(await at("lower]"), /lower/);
    match(await at("if is_api !{"), /Holds when/);
    match(await at("deny deny_status"), /http-request deny\n[\s\S]*403 for requests/);
  });

  it("leads from a frontend to the backend in another file", async () => {
    const { document } = await open(shop);
    const found = await eventually("a definition", async () => {
      const answers = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        document.uri,
        rangeOf(document, "api if is_api").start,
      );
      return answers[0];
    });
    equal(("targetUri" in found ? found.targetUri : found.uri).path, fixture(api).path);
  });

  it("is read with what the main file defines, also when a file beside it is opened later", async () => {
    await ready((await open(shop)).document);
    const { document } = await open(api);
    await eventually("the language of the other file", () => document.languageId === "haproxy");
    await ready(document);
    await noDiagnostic(document, "haproxy/unknown-reference");
  });

  it("renames a backend in both files", async () => {
    const { document } = await open(shop);
    const edit = await eventually("the edits of a rename", async () => {
      const answer = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        rangeOf(document, "api if is_api").start,
        "api-v2",
      );
      return answer.size > 0 && answer;
    });
    equal(edit.size, 2);
    ok(await vscode.workspace.applyEdit(edit), "VS Code accepts the edits");
    match(document.getText(), /^ {4}use_backend api-v2 if is_api$/m);
    match((await vscode.workspace.openTextDocument(fixture(api))).getText(), /^backend api-v2 from base$/m);
  });

  it("is formatted", async () => {
    const { document } = await open(crooked);
    await ready(document);
    await vscode.commands.executeCommand("editor.action.formatDocument");
    await eventually("the formatted line", () => /^ {4}bind :80$/m.test(document.getText()));
  });

  it("folds whole sections", async () => {
    const { document } = await open(shop);
    const folds = await eventually("folding ranges", async () => {
      const command = "vscode.executeFoldingRangeProvider";
      const found = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(command, document.uri);
      return found !== undefined && found.length > 0 && found;
    });
    const first = rangeOf(document, "frontend web").start.line;
    const last = rangeOf(document, "default_backend app").start.line;
    ok(
      folds.some(({ start, end }) => start === first && end === last),
      `a fold among ${JSON.stringify(folds)}`,
    );
  });
});

describe("completion in haproxy.cfg", () => {
  afterEach(revertAll);

  /** What is typed on a line of the frontend, what is chosen, and what the line says then. */
  const cases: readonly (readonly [typed: string, label: string, line: string])[] = [
    ["    http-request ", "deny", "    http-request deny "],
    ["    http-request set-h", "set-header", "    http-request set-header "],
    ["    http-request ", "set-var", "    http-request set-var()"],
    ["    http-request set-header X %[req.", "req.hdr", "    http-request set-header X %[req.hdr(name)"],
    ["    http-request set-header X %[", "src", "    http-request set-header X %[src"],
    ["    http-request set-header X %[src,ipm", "ipmask", "    http-request set-header X %[src,ipmask(mask4)"],
    ["    http-request set-header X %[req.hdr(host),", "lower", "    http-request set-header X %[req.hdr(host),lower"],
    ['    log-format "%ci %', "ST", '    log-format "%ci %ST'],
    ["    use_backend ", "api", "    use_backend api"],
    ["    use_backend ap", "app", "    use_backend app"],
    ["    use_backend app if ", "is_api", "    use_backend app if is_api"],
    ["    use_backend app if { ", "src", "    use_backend app if { src"],
    ["    bind :443 ", "ssl", "    bind :443 ssl"],
    ["    ", "maxconn", "    maxconn "],
    ["", "backend", "backend name"],
    ["    ", "rate-limit", "    "],
  ];

  for (const [typed, label, line] of cases) {
    it(`of "${typed.trim()}" inserts ${label}`, async () => {
      const editor = await open(shop);
      await ready(editor.document);
      await lineAfter(editor, "use_backend api", typed);
      const { line: number } = editor.selection.active;
      const all = await completions(editor);
      const item = all.find((one) => labelOf(one) === label);
      ok(item, `${label} among ${all.map(labelOf).slice(0, 30)}`);
      const { range, insertText } = item;
      ok(range !== undefined && insertText !== undefined, "a text and a range");
      const replaced = "inserting" in range ? range.replacing : range;
      await editor.insertSnippet(new vscode.SnippetString(snippetText(insertText)), replaced);
      match(editor.document.lineAt(number).text, new RegExp(`^${literally(line)}`));
    });
  }

  it("offers what is common first", async () => {
    const editor = await open(shop);
    await ready(editor.document);
    const first = async (typed: string) => {
      await lineAfter(editor, "use_backend api", typed);
      const labels = (await completions(editor)).map(labelOf).slice(0, 20);
      await vscode.commands.executeCommand("undo");
      return labels;
    };
    ok((await first("    http-request ")).includes("deny"), "deny among the first actions");
    ok((await first("    ")).includes("bind"), "bind among the first keywords");
    equal((await first("    use_backend app if "))[0], "is_api");
  });

  for (const [typed, character, wanted] of [
    ["    http-request set-header X %[req", ".", "\\w{2}"],
    ["    http-request set-header X %[src", ",", "\\w{2}"],
    ["    http-request set-header X %", "[", "\\w{2}"],
    ["    http-request set-header X %[be_conn", "(", "api"],
  ] as const) {
    it(`opens by itself after "${character}"`, async () => {
      const editor = await open(shop);
      await ready(editor.document);
      await lineAfter(editor, "use_backend api", typed);
      const { line, character: column } = editor.selection.active;
      await vscode.commands.executeCommand("type", { text: character });
      // Accepting does nothing until the list is there.
      await eventually(
        "an accepted suggestion",
        async () => {
          await vscode.commands.executeCommand("acceptSelectedSuggestion");
          return editor.document.lineAt(line).text.length > column + 3;
        },
        () => editor.document.lineAt(line).text,
      );
      match(editor.document.lineAt(line).text, new RegExp(literally(typed) + literally(character) + wanted));
    });
  }
});

/** Diagnostics of a file have come once its symbols have; only then "no diagnostic" means something. */
async function ready(document: vscode.TextDocument): Promise<void> {
  await eventually("the first answers", async () => {
    const command = "vscode.executeDocumentSymbolProvider";
    return (await vscode.commands.executeCommand<unknown[] | undefined>(command, document.uri))?.length;
  });
}

/** Does something while a setting of ours has a value. */
async function withSetting(name: string, value: string, run: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration("haConfig");
  try {
    await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
    await run();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

function snippetText(text: string | vscode.SnippetString): string {
  return typeof text === "string" ? text : text.value;
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
