/** A URI, or a part of one, with its escapes resolved where they are well-formed: `%zz` stays as it is. */
export function decodedUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
