/** Starts the page: the style of the picture in the editor's colours, messages in and out, and what outlives the page. */
import { h, render } from "preact";
import { pictureStyle } from "../../../server/src/picture/style.ts";
import { App } from "./app.ts";
import { makeControl } from "./control.ts";
import { firstState } from "./state.ts";
import { makeStore } from "./store.ts";
import { keptOf, vscodeApi } from "./vscodeApi.ts";

const api = vscodeApi();
const { cluster, follow = true, events = [] } = keptOf(api.getState());
const store = makeStore({ ...firstState, cluster, follow, events });
const control = makeControl(store, (message) => api.postMessage(message));

// A sheet that a script makes needs no leave of the policy that is given to style elements.
const sheet = new CSSStyleSheet();
sheet.replaceSync(pictureStyle("editor"));
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

addEventListener("message", (event) => control.hear(event.data));
store.subscribe(() => {
  const { cluster, follow, events } = store.get();
  api.setState({ cluster, follow, events });
});

const place = document.getElementById("app");
if (place !== null) render(h(App, { control }), place);
api.postMessage({ kind: "ready" });
