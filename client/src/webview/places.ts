/** What a file is called on the page: its path in its workspace folder, or its last two names. */

/** Names of workspace folders come by their URIs. */
export function placeName(uri: string, folderNames: Readonly<Record<string, string>>): string {
  const folder = Object.keys(folderNames).find((one) => uri.startsWith(one.endsWith("/") ? one : `${one}/`));
  const path = decoded(
    folder === undefined ? uri.split("/").slice(-2).join("/") : uri.slice(folder.length).replace(/^\//, ""),
  );
  const isOneOfMany = folder !== undefined && Object.keys(folderNames).length > 1;
  return isOneOfMany ? `${folderNames[folder]}/${path}` : path;
}

/** A name with a stray % is shown as it stands. */
function decoded(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    const values = bytes
      .split("%")
      .slice(1)
      .map((byte) => Number.parseInt(byte, 16));
    return new TextDecoder().decode(Uint8Array.from(values));
  });
}
