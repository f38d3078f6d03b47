/** What patterns are made of, and how they read: as a signature, in a message, in a hover. */
import type { Word } from "../../syntax/ast.ts";
import type { Text } from "../../text/localized.ts";
import { needed, type Value } from "../value.ts";

/** A word that must be written like this. */
export interface Fixed {
  readonly kind: "fixed";
  readonly word: string;
  /** First version that knows it. */
  readonly since?: string;
  readonly doc?: Text;
}

export interface Valued {
  readonly kind: "value";
  readonly name: string;
  readonly value: Value;
}

export interface Maybe {
  readonly kind: "maybe";
  readonly pieces: readonly Piece[];
  readonly many: boolean;
}

export interface Either {
  readonly kind: "either";
  readonly options: readonly (readonly Piece[])[];
}

export type Piece = Fixed | Valued | Maybe | Either;

/** Whether nothing of it must come. */
export function mayBeEmpty(piece: Piece): boolean {
  if (piece.kind === "maybe") return true;
  return piece.kind === "either" && piece.options.some((option) => option.every(mayBeEmpty));
}

/** The fixed words that a sequence may begin with. */
export function firstWords(pieces: readonly Piece[]): string[] {
  const found: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === "fixed") found.push(piece.word);
    if (piece.kind === "maybe") found.push(...firstWords(piece.pieces));
    if (piece.kind === "either") found.push(...piece.options.flatMap(firstWords));
    if (!mayBeEmpty(piece)) break;
  }
  return found;
}

export function eachFixed(pieces: readonly Piece[], visit: (piece: Fixed) => void): void {
  for (const piece of pieces) {
    if (piece.kind === "fixed") visit(piece);
    if (piece.kind === "maybe") eachFixed(piece.pieces, visit);
    if (piece.kind === "either") for (const option of piece.options) eachFixed(option, visit);
  }
}

export function describeValue(pieces: readonly Piece[], word: Word): Text | undefined {
  for (const piece of pieces) {
    const inside = piece.kind === "maybe" ? [piece.pieces] : piece.kind === "either" ? piece.options : [];
    const found =
      piece.kind === "value"
        ? piece.value.describe?.(word)
        : inside.map((one) => describeValue(one, word)).find((one) => one !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How a sequence reads, all of it. */
export function signatureOf(pieces: readonly Piece[]): string {
  return pieces.map(signatureOne).join(" ");
}

function signatureOne(piece: Piece): string {
  switch (piece.kind) {
    case "fixed":
      return piece.word;
    case "value":
      return piece.value.signature;
    case "maybe":
      return `${bracketed(signatureOf(piece.pieces))}${piece.many ? "…" : ""}`;
    case "either":
      return piece.options.map(signatureOf).join("|");
  }
}

/** In brackets, once. */
function bracketed(signature: string): string {
  return /^\[[^[\]]*\]$/.test(signature) ? signature : `[${signature}]`;
}

/** How long an alternative may be with all that follows it. */
const mostNeeded = 40;
const mostAlternatives = 6;

/** What must come next: no more than up to the first part that may be left out. */
export function neededOf(pieces: readonly Piece[]): string {
  const needed: string[] = [];
  for (const piece of pieces) {
    if (mayBeEmpty(piece)) {
      if (needed.length > 0) break;
      continue;
    }
    needed.push(neededOne(piece));
    if (piece.kind === "either") break;
  }
  const [first] = pieces;
  if (needed.length > 0 || first === undefined) return needed.join(" ");
  return first.kind === "maybe" ? neededOf(first.pieces) : neededOne(first);
}

function neededOne(piece: Piece): string {
  if (piece.kind === "fixed") return piece.word;
  if (piece.kind === "value") return needed(piece.name, piece.value);
  if (piece.kind === "maybe") return neededOf(piece.pieces);
  const all = piece.options.slice(0, mostAlternatives).map(neededOf);
  const more = piece.options.length > mostAlternatives ? ["…"] : [];
  if (all.join("|").length <= mostNeeded) return [...all, ...more].join("|");
  return [...piece.options.slice(0, mostAlternatives).map((option) => neededOf(option.slice(0, 1))), ...more].join("|");
}
