/** What editors ask for in a file of rules: completion, hover, names, outline, tokens, formatting. */
import assert from "node:assert/strict";
import { folds, outline } from "../../../server/src/core/features/outline.ts";
import { tokens, tokenTypes } from "../../../server/src/core/features/tokens.ts";
import { ipvsadm } from "../../../server/src/core/languages/ipvsadm/index.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";
import { folder, load } from "../../kit/check.ts";
import { formatted } from "../../kit/single.ts";
import { completeAt, definitionAt, hoverAt, referencesAt, renameAt } from "../../kit/verbs.ts";

const file = "ipvsadm.rules";

const services = `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11:80 -m
-A -u 192.0.2.1:53 -s wrr
`;

describe("completion in IPVS rules", () => {
  const has = (drawing: string, ...wanted: readonly string[]) => {
    const labels = completeAt(drawing, file);
    assert.deepEqual(
      wanted.filter((label) => !labels.includes(label)),
      [],
      labels.join(" "),
    );
    return labels;
  };
  const hasNot = (labels: readonly string[], ...unwanted: readonly string[]) =>
    assert.deepEqual(
      unwanted.filter((label) => labels.includes(label)),
      [],
    );

  it("offers commands by both names, and snippets", () => {
    hasNot(has("$0", "-A", "--add-service", "-a", "--set", "--start-daemon", "ipvs-dr"), "-t", "rr");
    has(`${services}$0`, "-A", "-a", "--delete-service");
    has(`${services}--ad$0`, "--add-server");
  });

  it("offers the options that the command takes and that are not given yet", () => {
    hasNot(has("-A $0", "-t", "--tcp-service", "-s", "-p"), "-r", "-w", "-m", "-6");
    hasNot(has(`${services}-a -t 192.0.2.1:80 -m $0`, "-r", "-w", "--tun-type"), "-g", "-i", "-t", "-s");
    has("-A -f 1 $0", "-6");
    has("-Af 1 $0", "-6", "-s");
    has("ipvsadm -A $0", "-t");
  });

  it("offers values", () => {
    hasNot(has("-A -t 192.0.2.1:80 -s $0", "rr", "wlc", "mh"), "-p");
    has("-A -t 192.0.2.1:80 --scheduler w$0", "wrr");
    has("-A -t 192.0.2.1:80 -s sh -b $0", "sh-port");
    has("--start-daemon $0", "master", "backup");
  });

  it("offers the services of the option's protocol, and servers to change", () => {
    hasNot(has(`${services}-a -t $0`, "192.0.2.1:80"), "192.0.2.1:53");
    has(`${services}-d -u $0`, "192.0.2.1:53");
    has(`${services}-d -t 192.0.2.1:80 -r $0`, "192.0.2.11:80");
  });
});

describe("hover in IPVS rules", () => {
  it("explains commands and options, also those within one word", () => {
    assert.match(hoverAt("-$0A -t 192.0.2.1:80", "en", file), /Adds a service/);
    assert.match(hoverAt("--add-ser$0vice -t 192.0.2.1:80", "en", file), /Adds a service/);
    assert.match(hoverAt("-A$0t 192.0.2.1:80", "en", file), /TCP service|Adds/);
    assert.match(hoverAt("-A -t 192.0.2.1:80 --sched$0uler=rr", "en", file), /chooses a server/);
  });

  it("explains what an option takes by the option", () => {
    assert.match(hoverAt(`${services}-a -t 192.0.2.1:80 -r 192.0.$02.12`, "en", file), /-r\|--real-server ADDRESS/);
    assert.match(hoverAt(`${services}-a -t 192.0.2.1:80 -r 192.0.2.12 -w $01`, "en", file), /-w\|--weight WEIGHT/);
  });

  it("explains schedulers, and shows the service of a server", () => {
    assert.match(hoverAt("-A -t 192.0.2.1:80 -s w$0rr", "en", file), /by weight/);
    assert.match(hoverAt(`${services}-a -t 192.0.2.1$0:80 -r 192.0.2.12`, "en", file), /-A -t 192\.0\.2\.1:80 -s rr/);
  });
});

describe("names in IPVS rules", () => {
  it("lead from a server's line to the service, however its address is written", () => {
    assert.deepEqual(definitionAt(`${services}-a -t 192.0.2$0.1:080 -r 192.0.2.12`, file), [`${file}:1: 192.0.2.1:80`]);
  });

  it("are found wherever the service is used, but not under another protocol", () => {
    const found = referencesAt(`${services}-A -u 192.0.2.1:80\n-D -t 192.0.2.$01:80\n`, file);
    assert.equal(found.length, 3, found.join(" "));
  });

  it("are renamed together", () => {
    const drawing = "-A -t 192.0.2.$01:80\n-at 192.0.2.1:80 -r 192.0.2.11\n-E --tcp-service=192.0.2.1:80\n";
    assert.deepEqual(
      renameAt(drawing, "192.0.2.9:80", file),
      [1, 2, 3].map((line) => `${file}:${line}: 192.0.2.1:80`),
    );
  });
});

describe("fixes of IPVS rules", () => {
  const titles = (drawing: string) => {
    const { service } = load(drawing, file);
    const problems = service.problems(folder + file).get(folder + file) ?? [];
    return problems.flatMap(({ fixes = [] }) => fixes.map(({ title }) => title.en));
  };

  it("offer the service that was meant", () => {
    assert.deepEqual(titles(`${services}-a -t 192.0.2.1:8 -r 192.0.2.12 -m\n`), ['Replace by "192.0.2.1:80"']);
  });

  it("offer both ways out of a port that would be rewritten", () => {
    const wanted = ['Replace by "80"', 'Replace by "-m"'];
    assert.deepEqual(titles(`${services}-a -t 192.0.2.1:80 -r 192.0.2.12:81 -g\n`), wanted);
  });

  it("offer the mask of a prefix length, and brackets around an IPv6 address", () => {
    assert.deepEqual(titles("-A -t 192.0.2.1:80 -p -M 24\n"), ['Replace by "255.255.255.0"']);
    assert.deepEqual(titles("-A -t 2001:db8::1:80\n"), ['Replace by "[2001:db8::1]:80"']);
  });
});

describe("the outline of IPVS rules", () => {
  const document = new SectionedDocument(services, ipvsadm.split);

  it("lists services with their servers", () => {
    const shown = outline(ipvsadm, document).map(({ name, detail, children }) => [
      name,
      detail,
      children.map((one) => `${one.name} ${one.detail}`),
    ]);
    assert.deepEqual(shown, [
      ["192.0.2.1:80", "-t -s rr", ["192.0.2.11:80 -m"]],
      ["192.0.2.1:53", "-u -s wrr", []],
    ]);
  });

  it("folds a service", () => {
    const [first] = folds(ipvsadm, document);
    assert.equal(first?.section.text.slice(first.start, first.end), services.split("\n").slice(0, 2).join("\n"));
  });
});

describe("semantic tokens of IPVS rules", () => {
  it("tell commands, options, addresses and schedulers apart", () => {
    const { service } = load("-At 192.0.2.1:80 -s rr -p 60\n", file);
    const data = tokens(service.workspace, folder + file);
    const types = data.filter((_, index) => index % 5 === 3).map((type) => tokenTypes[type]);
    assert.deepEqual(types, ["keyword", "property", "class", "property", "enumMember", "property", "number"]);
  });
});

describe("formatting of IPVS rules", () => {
  const cases: readonly [what: string, crooked: string, straight: string][] = [
    ["puts lines at the margin", "  -C\n\t-A -t 192.0.2.1:80 \n    # x\n", "-C\n-A -t 192.0.2.1:80\n# x\n"],
    ["leaves one blank between words", "-A  -t\t192.0.2.1:80\n", "-A -t 192.0.2.1:80\n"],
    ["leaves words that hang together", "-At   192.0.2.1:80 -w5\n", "-At 192.0.2.1:80 -w5\n"],
    ["keeps what stands before a rule, and CRLF", "ipvsadm   -C\r\n", "ipvsadm -C\r\n"],
  ];
  for (const [what, crooked, straight] of cases) it(what, () => assert.equal(formatted(ipvsadm, crooked), straight));
});

describe("files of IPVS rules", () => {
  it("are known by their names and by what stands in them", () => {
    const known = ["/etc/sysconfig/ipvsadm", "/etc/ipvsadm.rules", "/x/ipvs-web.rules", "/x/a.ipvs", "/x/ipvsadm.save"];
    for (const path of known) assert.ok(ipvsadm.recognise(path, "") > 0, path);
    assert.ok(ipvsadm.recognise("/x/a.txt", "-A -t 192.0.2.1:80 -s rr\n") > 0);
    assert.ok(ipvsadm.recognise("/x/a.txt", "ipvsadm -A -f 1\n") > 0);
    assert.equal(ipvsadm.recognise("/x/iptables.rules", "-A INPUT -t filter -j ACCEPT\n-A FORWARD -p tcp\n"), 0);
    assert.equal(ipvsadm.recognise("/x/a.sh", "#!/bin/sh\nipvsadm -A -t 192.0.2.1:80\n"), 0);
  });
});
