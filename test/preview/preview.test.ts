/** The page of the topology panel in a real browser, answered by a real language server: mouse, keys, timeline, exports. */
import assert from "node:assert/strict";
import path from "node:path";
import type { FromWebview } from "../../client/src/preview/messages.ts";
import { examples } from "../../scripts/paths.ts";
import type { Graph } from "../../server/src/core/topology/graph.ts";
import { pairGraph } from "../kit/graphs.ts";
import { filesIn, openPreview, type Preview, type PreviewOptions } from "./page.ts";
import { manyPairs, pairFiles } from "./pair.ts";

type Message<Kind extends FromWebview["kind"]> = Extract<FromWebview, { readonly kind: Kind }>;

describe("The page of the topology panel", function () {
  this.timeout(60_000);
  let preview: Preview | undefined;
  const open = async (options: PreviewOptions): Promise<Preview> => {
    preview = await openPreview({ isMotionReduced: true, ...options });
    await preview.page.waitForSelector(".question, .nothing, .questions .dim");
    return preview;
  };
  /** Waits for something that messages of the page bring about. */
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await preview?.heard();
  };
  afterEach(async () => {
    const complaints = preview?.complaints ?? [];
    await preview?.close();
    preview = undefined;
    assert.deepEqual(complaints, []);
  });

  it("draws every node and every row, and each has a name for screen readers", async () => {
    const { page, graph } = await withGraph(await open({ files: pairFiles }));
    const drawn = await page
      .locator(".drawing .part")
      .evaluateAll((parts) => parts.map((part) => [part.getAttribute("data-id"), part.getAttribute("aria-label")]));
    const ids = new Set(drawn.map(([id]) => id));
    for (const id of partIds(graph)) assert.ok(ids.has(id), `${id} is not drawn`);
    for (const [id, label] of drawn) assert.ok(label, `${id} has no name`);
    assert.equal(await page.locator(".drawing [tabindex='0']").count(), 1);
  });

  it("fails a host by a click and heals it by another one", async () => {
    const { page, posted } = await open({ files: pairFiles });
    await hostCard(page, "lb1").click();
    await page.waitForSelector("[data-failed='power-off']");
    assert.match(last(posted, "simulate").events.join("; "), /^\d+ms power-off lb1$/);
    await held(page, /held by lb2/);
    assert.match(await spoken(page), /192\.168\.10\.100 by lb2/);
    await hostCard(page, "lb1").click();
    await page.waitForFunction(() => document.querySelector("[data-failed]") === null);
    assert.match(last(posted, "simulate").events.at(-1) ?? "", /power-on lb1$/);
    await held(page, /held by lb1/);
  });

  it("comes back with all that was made to happen", async () => {
    const { page } = await open({ files: pairFiles });
    await hostCard(page, "lb1").click();
    await held(page, /held by lb2/);
    await page.reload();
    await page.waitForSelector("[data-failed='power-off']");
    await held(page, /held by lb2/);
  });

  it("is worked with by keys alone", async () => {
    const { page, posted, revealed } = await open({ files: pairFiles });
    await page.locator(".drawing [tabindex='0']").focus();
    await goByArrows(page, "interface lb1 eth0");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".part[aria-pressed='true']");
    assert.match(last(posted, "simulate").events.join("; "), /^\d+ms link-down lb1 eth0$/);
    await held(page, /held by lb2/);
    assert.match(await focused(page), /^interface, eth0.*link down/);
    await page.keyboard.press(" ");
    await page.waitForFunction(() => document.querySelector("[aria-pressed='true'].part") === null);
    await page.keyboard.press("o");
    await until(() => revealed.length > 0);
  });

  it("lets one thing happen after the other, and no flag stand on another one", async () => {
    const { page, posted } = await open({ files: pairFiles });
    await hostCard(page, "lb1").click();
    await held(page, /held by lb2/);
    await page.locator("[data-id='interface lb2 eth0']").click();
    await held(page, /nobody holds it/);
    assert.match(last(posted, "simulate").events.join("; "), /^\d+ms power-off lb1; \d+ms link-down lb2 eth0$/);
    const flags = await page
      .locator(".flag")
      .evaluateAll((all) => all.map((flag) => flag.getBoundingClientRect().toJSON()));
    assert.equal(flags.length, 2);
    assert.ok(flags[0].right <= flags[1].left + 1, JSON.stringify(flags));
    assert.equal(await page.locator(".drawing [data-failed]").count(), 2);
  });

  it("offers in a menu all that may happen, by mouse and by keys", async () => {
    const { page, posted } = await open({ files: pairFiles });
    await hostCard(page, "lb1").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Freeze" }).click();
    await page.waitForSelector("[data-failed='freeze']");
    await page.keyboard.press("m");
    await page.getByRole("menuitem", { name: "Thaw" }).waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await page.getByRole("menu").count(), 0);
    assert.match(await focused(page), /^host, lb1/);
    assert.match(last(posted, "simulate").events.join(), /freeze lb1$/);
  });

  it("goes to the line by a double click, which fails nothing", async () => {
    const { page, posted, revealed } = await open({ files: pairFiles });
    await hostCard(page, "lb1").dblclick();
    await until(() => revealed.length > 0);
    assert.match(lastOf(revealed).uri, /lb1\/etc\//);
    await until(() => last(posted, "simulate").events.length === 0);
  });

  it("goes to the line of what cannot fail by a click", async () => {
    const { page, graph, revealed } = await withGraph(await open({ files: pairFiles }));
    const address = graph.nodes.find(({ kind }) => kind === "address");
    await page.locator(".drawing .node.address").click();
    await until(() => revealed.length > 0);
    const [source] = address?.sources ?? [];
    const { uri, range } = lastOf(revealed);
    assert.deepEqual({ uri, ...range }, source);
  });

  it("shows the moment at the cursor of the timeline, by keys and by the mouse", async () => {
    const { page } = await open({ files: pairFiles });
    await page.getByRole("button", { name: /lb1 loses power/ }).click();
    await held(page, /held by lb2/);
    const slider = page.getByRole("slider");
    await slider.focus();
    await page.keyboard.press("Home");
    await held(page, /held by lb1/);
    await page.keyboard.press("PageDown");
    await held(page, /nobody holds it/);
    await page.keyboard.press("PageDown");
    await held(page, /held by lb2/);
    assert.match((await slider.getAttribute("aria-valuetext")) ?? "", /^3\.65 s: 192\.168\.10\.100 by lb2$/);
    const chart = await page.locator(".chart").boundingBox();
    assert.ok(chart);
    const y = chart.y + chart.height / 2;
    await page.mouse.move(chart.x + chart.width * 0.95, y);
    await page.mouse.down();
    await page.mouse.move(chart.x + chart.width * 0.5, y, { steps: 4 });
    await page.mouse.up();
    await held(page, /nobody holds it/);
    assert.equal(await page.locator(".track.address .none").count(), 1);
  });

  it("runs through a simulation where motion is wanted, and stands still where it is not", async () => {
    const { page } = await open({ files: pairFiles, isMotionReduced: false });
    await page.getByRole("button", { name: /lb1 loses power/ }).click();
    await held(page, /nobody holds it/);
    await held(page, /held by lb2/);
    await preview?.close();
    const still = (await open({ files: pairFiles })).page;
    await still.getByRole("button", { name: /network is cut/ }).click();
    await still.waitForSelector(".alarm");
    assert.equal(await still.evaluate(() => document.getAnimations().length), 0);
  });

  it("answers what everybody asks, with sentences that lead to the lines", async () => {
    const { page, revealed } = await open({ files: pairFiles });
    const weak = page.getByRole("button", { name: /chk_haproxy fails on lb1/ });
    assert.match((await weak.textContent()) ?? "", /stays on lb1/);
    await weak.click();
    await page.waitForSelector(".row.tracker[data-failed='script-fail']");
    assert.equal(await weak.getAttribute("aria-pressed"), "true");
    await page.getByText(/changes the priority of lb1 from 100 to 95/).waitFor();
    assert.equal(await page.getByText(/never settles/).count(), 0);
    await page.getByRole("button", { name: "lb1/etc/keepalived/keepalived.conf:5" }).first().click();
    await until(() => revealed.length > 0);
    assert.equal(lastOf(revealed).range.start.line, 4);
    await page.getByRole("button", { name: /Heal all/ }).click();
    await page.waitForFunction(() => document.querySelector("[data-failed]") === null);
  });

  it("lets two masters look like an alarm and a spare one calm", async () => {
    const { page } = await open({ files: pairFiles });
    assert.equal(await page.locator(".part.bad, .edge.bad").count(), 0);
    await page.getByRole("button", { name: /network is cut/ }).click();
    await page.waitForSelector(".node.address.clash .alarm");
    assert.equal(await page.locator(".node.host.clash").count(), 2);
    assert.equal(await page.locator(".edge.elect .broken").count(), 1);
    assert.match((await page.locator(".node.address").getAttribute("aria-label")) ?? "", /two masters: lb1, lb2/);
  });

  it("changes what an edit changes, and leaves everything else where it is", async () => {
    const { page, edit } = await open({ files: pairFiles });
    const instance = page.locator("[data-id='instance lb2 VI_1']");
    await instance.evaluate((element) => element.setAttribute("data-kept", ""));
    const places = () =>
      page.locator(".drawing .node").evaluateAll((nodes) => nodes.map((node) => node.getAttribute("transform")));
    const before = await places();
    const file = "lb2/etc/keepalived/keepalived.conf";
    await edit(file, (pairFiles[file] ?? "").replace("priority 90", "priority 91"));
    await page.waitForSelector("[data-id='instance lb2 VI_1'][data-kept][aria-label*='91']");
    assert.deepEqual(await places(), before);
    assert.equal(await instance.locator(".pulse").count(), 1);
    assert.equal(await page.locator("[data-id='instance lb1 VI_1'] .pulse").count(), 0);
  });

  it("lights up what the cursor of the text is in, as long as it follows", async () => {
    const { page, send, graph } = await withGraph(await open({ files: pairFiles }));
    const host = graph.nodes.find((node) => node.kind === "host" && node.name === "lb1");
    const row = host?.kind === "host" ? host.rows.find(({ kind }) => kind === "tracker") : undefined;
    const source = row?.sources[0];
    assert.ok(row && source);
    await send({ kind: "cursor", uri: source.uri, line: source.start.line });
    await page.waitForSelector(".part.lit");
    assert.equal(await page.locator(".part.lit").first().getAttribute("data-id"), row.id);
    await page.getByRole("button", { name: "Follow cursor" }).click();
    assert.equal(await page.locator(".part.lit").count(), 0);
  });

  it("exports SVG, PNG and Mermaid that hold every node", async () => {
    const { page, posted, graph } = await withGraph(await open({ files: pairFiles }));
    const exported = async (name: string) => {
      const before = posted.filter(({ kind }) => kind === "save").length;
      await page.locator(".export summary").click();
      await page.locator(".export button", { hasText: name }).click();
      await until(() => posted.filter(({ kind }) => kind === "save").length > before);
      return last(posted, "save");
    };
    const svg = await exported("SVG");
    assert.equal(svg.format, "svg");
    assert.doesNotMatch(svg.data, /var\(|https?:(?!\/\/www\.w3\.org)/);
    // On a page without a policy, as files are opened.
    const blank = await page.context().newPage();
    const ids = await blank.evaluate((data) => {
      const parsed = new DOMParser().parseFromString(data, "image/svg+xml");
      if (parsed.querySelector("parsererror") !== null) throw new Error("no SVG");
      return [...parsed.querySelectorAll("[data-id]")].map((element) => element.getAttribute("data-id"));
    }, svg.data);
    for (const id of partIds(graph)) assert.ok(ids.includes(id), `${id} is not in the SVG`);
    const png = Buffer.from((await exported("PNG")).data, "base64");
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    const width = Number(/<svg[^>]* width="(\d+)"/.exec(svg.data)?.[1]);
    assert.equal(png.readUInt32BE(16), 2 * width);
    const colours = await blank.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
      return new Set(new Uint32Array(pixels.buffer)).size;
    }, png.toString("base64"));
    assert.ok(colours > 50, `${colours} colours`);
    const mermaid = (await exported("Mermaid")).data;
    assert.match(mermaid, /^flowchart/m);
    for (const node of graph.nodes) if (node.kind === "host") assert.ok(mermaid.includes(node.name));
  });

  it("goes on paper as the picture with its timeline, dark on light", async () => {
    const { page } = await open({ files: pairFiles, theme: "dark" });
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".side").isVisible(), false);
    assert.equal(await page.locator(".drawing").isVisible(), true);
    assert.equal(await page.locator(".timeline").isVisible(), true);
    const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(colour, "rgb(255, 255, 255)");
  });

  it("stays usable with 300 hosts: folded, found, failed", async () => {
    const { page, posted } = await open({ files: manyPairs(150) });
    assert.ok((await page.locator(".cluster.folded").count()) === 150);
    assert.equal(await page.locator(".node.host").count(), 0);
    await page.getByRole("combobox", { name: "Search" }).fill("lb77-2");
    await page.locator(".found [role='option']").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".node.host.selected");
    assert.match(await focused(page), /^host, lb77-2/);
    assert.equal(await page.locator(".node.host").count(), 2);
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-failed='power-off']");
    assert.match(last(posted, "simulate").uri ?? "", /lb77-/);
    await page.getByRole("button", { name: "Only related" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".cluster.folded").length === 0);
    assert.equal(await page.locator(".node.host").count(), 2);
  });

  it("keeps words in their boxes, in both languages, however long names are", async () => {
    const long = "a-very-long-name-of-a-virtual-router-instance-that-nobody-would-write";
    const files = Object.fromEntries(
      Object.entries(pairFiles).map(([name, text]) => [
        name,
        text.replaceAll("VI_1", long).replaceAll("chk_haproxy", `${long}的检查脚本名称`),
      ]),
    );
    for (const locale of ["en", "zh-cn"] as const) {
      const { page } = await open({ files: { ...files, ...lvs }, locale });
      const outside = await page.locator(".drawing .part").evaluateAll((parts) =>
        parts.flatMap((part) => {
          const box = part.querySelector(":scope > .frame")?.getBoundingClientRect();
          const texts = [...part.querySelectorAll(":scope > text, :scope > .pill text, :scope > .badge text")];
          return texts.flatMap((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            const isInside =
              box !== undefined &&
              left >= box.left - 1 &&
              right <= box.right + 1 &&
              top >= box.top - 2 &&
              bottom <= box.bottom + 2;
            return isInside ? [] : [text.textContent];
          });
        }),
      );
      assert.deepEqual(outside, []);
      await preview?.close();
    }
  });

  it("takes hostile names for text", async () => {
    const name = `</text></svg>"'><img src=x onerror=alert(1)>`;
    const written = JSON.stringify(name).slice(1, -1);
    const graph = JSON.parse(
      JSON.stringify(pairGraph({ twoMasters: true }))
        .replaceAll("lb1", written)
        .replaceAll("VI_1", written),
    );
    const { page } = await open({ graph });
    assert.equal(await page.locator("img, [onerror]").count(), 0);
    assert.match(
      (await page.locator(".node.host").first().getAttribute("aria-label")) ?? "",
      /<img src=x onerror=alert\(1\)>/,
    );
  });

  it("leaves messages alone that it does not know", async () => {
    const { page } = await open({ files: pairFiles });
    const before = await page.locator(".drawing").innerHTML();
    await page.evaluate(() => {
      for (const data of [null, 1, "graph", {}, { kind: "graph" }, { kind: "timeline", request: 1, report: 3 }])
        postMessage(data, "*");
    });
    await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve)));
    assert.equal(await page.locator(".drawing").innerHTML(), before);
  });

  it("says what to do where there is nothing to draw", async () => {
    const { page } = await open({});
    assert.match((await page.locator(".nothing").textContent()) ?? "", /keepalived\.conf/);
  });

  it("speaks Chinese", async () => {
    const { page } = await open({ files: pairFiles, locale: "zh-cn" });
    assert.match((await page.locator(".node.address").getAttribute("aria-label")) ?? "", /由 lb1 持有/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
    assert.match((await page.locator(".questions h2").textContent()) ?? "", /假如/);
  });

  it("draws the examples with all of LVS, and the way of answers without the director", async () => {
    const { page, graph } = await withGraph(await open({ files: filesIn(path.join(examples, "pair")) }));
    assert.ok(graph.edges.some((edge) => edge.kind === "send" && edge.method === "DR"));
    assert.ok((await page.locator("[data-id^='return ']").count()) > 0);
    assert.match((await page.locator(".edge.back .chip").textContent()) ?? "", /DR/);
  });
});

/** A host beside the pair with a virtual server of each method. */
const lvs: Readonly<Record<string, string>> = {
  "lvs/etc/keepalived/keepalived.conf": ["DR", "NAT", "TUN"]
    .map(
      (method, index) =>
        `virtual_server 203.0.113.${index + 1} 80 {\n    lb_kind ${method}\n    protocol TCP\n    real_server 10.0.0.${index + 1} 80 {\n        weight 3\n        TCP_CHECK {\n        }\n    }\n}\n`,
    )
    .join("\n"),
};

type Page = Preview["page"];

async function withGraph(preview: Preview): Promise<Omit<Preview, "graph"> & { readonly graph: Graph }> {
  return { ...preview, graph: await preview.graph() };
}

function partIds({ nodes }: Graph): readonly string[] {
  return nodes.flatMap((node) => [
    node.id,
    ...(node.kind === "host" || node.kind === "server" ? node.rows.map(({ id }) => id) : []),
  ]);
}

/** The name on the card, where nothing else is. */
function hostCard(page: Page, name: string) {
  return page.locator(".node.host > text", { hasText: name });
}

/** Waits until the address is held so. */
async function held(page: Page, by: RegExp): Promise<void> {
  await page.waitForFunction(
    ({ source }) => new RegExp(source).test(document.querySelector(".node.address")?.getAttribute("aria-label") ?? ""),
    { source: by.source },
  );
}

async function spoken(page: Page): Promise<string> {
  return (await page.locator("[aria-live]").textContent()) ?? "";
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
}

/** Goes right and down until the part has the keyboard. */
async function goByArrows(page: Page, id: string): Promise<void> {
  for (const key of [
    "ArrowRight",
    "ArrowRight",
    "ArrowUp",
    "ArrowUp",
    "ArrowUp",
    "ArrowUp",
    "ArrowDown",
    "ArrowDown",
    "ArrowDown",
    "ArrowDown",
  ]) {
    const here = await page.evaluate(() => document.activeElement?.getAttribute("data-id"));
    if (here === id) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${id} cannot be reached: ${await focused(page)}`);
}

function last<Kind extends FromWebview["kind"]>(posted: readonly FromWebview[], kind: Kind): Message<Kind> {
  const message = posted.findLast((one): one is Message<Kind> => one.kind === kind);
  assert.ok(message, `no ${kind} was posted`);
  return message;
}

function lastOf<Item>(items: readonly Item[]): Item {
  const item = items.at(-1);
  assert.ok(item);
  return item;
}
