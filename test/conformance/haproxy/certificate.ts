/**
 * A certificate with its key, for configurations that name one: no file of this repository holds a key. It is written
 * by hand, as Node signs but makes no certificates (RFC 5280, section 4.1).
 */
import { generateKeyPairSync, sign } from "node:crypto";

const ecdsaWithSha256 = Buffer.from("06082a8648ce3d040302", "hex");
const commonName = Buffer.from("0603550403", "hex");

/** A new key and a certificate of itself, as PEM. */
export function makeCertificate(): string {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const algorithm = sequence(ecdsaWithSha256);
  const name = sequence(tagged(0x31, sequence(commonName, tagged(0x0c, Buffer.from("conformance")))));
  const validity = sequence(time("200101000000Z"), time("491231235959Z"));
  const version = tagged(0xa0, tagged(0x02, Buffer.from([2])));
  const serial = tagged(0x02, Buffer.from([1]));
  const key = publicKey.export({ type: "spki", format: "der" });
  const body = sequence(version, serial, algorithm, name, validity, name, key);
  const signature = tagged(0x03, Buffer.from([0]), sign("sha256", body, privateKey));
  const lines = sequence(body, algorithm, signature)
    .toString("base64")
    .replace(/.{64}(?=.)/g, "$&\n");
  const secret = privateKey.export({ type: "pkcs8", format: "pem" });
  return `${secret}-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function time(text: string): Buffer {
  return tagged(0x17, Buffer.from(text));
}

/** Tag, length and value; two bytes of length are enough here. */
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const long = [0x82, value.length >> 8, value.length & 255];
  const length = value.length < 128 ? [value.length] : long;
  return Buffer.concat([Buffer.from([tag, ...length]), value]);
}
