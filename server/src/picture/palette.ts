/** Colours by what they mean. In the editor each is one of the theme's own; a file that stands alone brings its own. */

interface Colours {
  readonly background: string;
  /** What everything is written in. */
  readonly text: string;
  /** What matters less. */
  readonly dim: string;
  /** The fill of cards, and of rows on them. */
  readonly card: string;
  readonly row: string;
  /** Outlines that mean nothing. */
  readonly line: string;
  /** What serves now. */
  readonly good: string;
  /** What would serve. */
  readonly spare: string;
  readonly bad: string;
  readonly warning: string;
  readonly information: string;
  /** On a filled badge. */
  readonly onColour: string;
  readonly focus: string;
  readonly address: string;
  /** Where the cursor of the text is. */
  readonly lit: string;
  readonly font: string;
}

export type ColourName = keyof Colours;
export type PictureTheme = "light" | "dark";

const fonts = '"Segoe UI", system-ui, "Noto Sans", "Noto Sans CJK SC", "DejaVu Sans", sans-serif';

export const palettes: Readonly<Record<PictureTheme, Colours>> = {
  light: {
    background: "#ffffff",
    text: "#2b2b2b",
    dim: "#5f6670",
    card: "#f8f8f8",
    row: "#ffffff",
    line: "#d0d4d9",
    good: "#167a55",
    spare: "#2b66a5",
    bad: "#c02626",
    warning: "#8a6100",
    information: "#1a63a8",
    onColour: "#ffffff",
    focus: "#005fb8",
    address: "#7a4f10",
    lit: "#fff3c4",
    font: fonts,
  },
  dark: {
    background: "#1f1f1f",
    text: "#d4d4d4",
    dim: "#9aa3ad",
    card: "#262626",
    row: "#2d2d2d",
    line: "#454545",
    good: "#4ec9a0",
    spare: "#74a9e6",
    bad: "#f4655f",
    warning: "#d9a934",
    information: "#59a8f0",
    onColour: "#14171a",
    focus: "#3794ff",
    address: "#e2d9a5",
    lit: "#4b4422",
    font: fonts,
  },
};

/** What a webview of VS Code offers, with what to do where a theme says nothing. */
const inEditor: Colours = {
  background: "var(--vscode-editor-background)",
  text: "var(--vscode-editor-foreground)",
  dim: "var(--vscode-descriptionForeground)",
  card: "var(--vscode-editorWidget-background)",
  row: "var(--vscode-editor-background)",
  line: "var(--vscode-contrastBorder, var(--vscode-editorWidget-border, var(--vscode-panel-border, #888)))",
  good: mixed("charts-green"),
  spare: mixed("charts-blue"),
  bad: "var(--vscode-editorError-foreground, var(--vscode-charts-red))",
  warning: mixed("editorWarning-foreground"),
  information: mixed("editorInfo-foreground"),
  onColour: "var(--vscode-editor-background)",
  focus: "var(--vscode-focusBorder)",
  address: mixed("symbolIcon-functionForeground"),
  lit: "color-mix(in srgb, var(--vscode-focusBorder) 16%, var(--vscode-editor-background))",
  font: `var(--vscode-font-family, ${fonts})`,
};

/** The theme's colours are meant for signs; words need a little more of the colour of words. */
function mixed(name: string): string {
  return `color-mix(in srgb, var(--vscode-${name}, currentColor) 80%, var(--vscode-editor-foreground))`;
}

/** The colours of a theme, or those of the editor that shows the picture. */
export function coloursOf(theme: PictureTheme | "editor"): Colours {
  return theme === "editor" ? inEditor : palettes[theme];
}
