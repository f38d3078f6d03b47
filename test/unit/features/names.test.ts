/** Definition, references and rename, within a file and across includes. */
import assert from "node:assert/strict";
import { atCursor, definitionAt, referencesAt, renameAt } from "../../kit/verbs.ts";

const twoFiles = `
vrrp_script chk {
    script "/bin/true"
}
include conf.d/*.conf
#- conf.d/vi.conf
vrrp_instance VI_1 {
    track_script {
        c$0hk weight -20
    }
}
vrrp_sync_group G {
    group {
        VI_1
    }
}
`;

describe("names", () => {
  it("lead from an included file to the definition in the main file", () => {
    assert.deepEqual(definitionAt(twoFiles), ["keepalived.conf:1: chk"]);
  });

  it("are found in all files of the configuration", () => {
    assert.deepEqual(referencesAt(twoFiles), ["conf.d/vi.conf:3: chk", "keepalived.conf:1: chk"]);
  });

  it("stay between two sections that change at once", () => {
    const script = (name: string) => `vrrp_script ${name} {\n    script "/bin/true"\n}\n`;
    const { service, uri } = atCursor(`$0${script("a")}${script("b")}${script("c")}`);
    const known = () => service.workspace.configurations(uri)[0]?.names("vrrp_script");
    assert.deepEqual(known(), ["a", "b", "c"]);
    const at = (line: number) => ({ start: { line, character: 12 }, end: { line, character: 13 } });
    service.change(uri, [
      { range: at(0), text: "x" },
      { range: at(6), text: "z" },
    ]);
    assert.deepEqual([...(known() ?? [])].sort(), ["b", "x", "z"]);
  });

  it("are renamed in all files, without their quotes", () => {
    const drawing = twoFiles.replace("vrrp_script chk", 'vrrp_script "chk"');
    assert.deepEqual(renameAt(drawing, "check"), ["conf.d/vi.conf:3: chk", "keepalived.conf:1: chk"]);
  });

  it("cannot be renamed to what is no word", () => {
    for (const name of ["", "a b", "a{", 'a"', "a#b", "$a"]) assert.deepEqual(renameAt(twoFiles, name), []);
  });

  it("lead from an include line to the file", () => {
    assert.deepEqual(definitionAt("include con$0f.d/a.conf\n#- conf.d/a.conf\nglobal_defs {\n}\n"), [
      "conf.d/a.conf:1: ",
    ]);
  });

  it("lead from a variable to its definitions", () => {
    const drawing = "$VIP=192.0.2.10\nvrrp_instance a {\n  virtual_ipaddress {\n    ${V$0IP}/24\n  }\n}\n";
    assert.deepEqual(definitionAt(drawing), ["keepalived.conf:1: $VIP"]);
  });

  it("made by a loop are known where they are used", () => {
    const drawing = `
~SEQ(i, 1, 2) vrrp_script chk$i { script "/bin/true" }
vrrp_instance VI_1 {
    track_script {
        ch$0k2
    }
}
`;
    assert.deepEqual(definitionAt(drawing), ["keepalived.conf:1: chk$i"]);
  });
});
