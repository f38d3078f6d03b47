/**
 * The page of the topology panel: nothing but a place for the picture, one script and one style sheet of our own. The
 * policy forbids all else: no other script, no address outside, and only pictures that the script itself has made.
 */

export interface Page {
  /** Addresses as the page can load them. */
  readonly script: string;
  readonly style: string;
  /** Where style sheets may come from. */
  readonly styleSource: string;
  /** Made anew for each page; only the script that bears it runs. */
  readonly nonce: string;
  readonly locale: string;
  readonly title: string;
}

export function pageHtml({ script, style, styleSource, nonce, locale, title }: Page): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${styleSource}`,
    // An export as PNG is drawn from the SVG by way of a picture.
    "img-src blob: data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${escaped(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escaped(style)}">
</head>
<body>
<div id="app"></div>
<script nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

/** A word that nobody can guess. */
export function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes)).replace(/[+/]/g, "0");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
