import type { Hash } from 'node:crypto';
import { ContractPdfError } from './contract-pdf-error';

const rangePlaceHolder = '[0 ########## ########## ##########]';

/** A signature's dictionary with room for what is known only when the file is complete (ISO 32000-1, 12.8.1). */
export interface SignedPlace {
  readonly body: Buffer;
  /** Where in it the place holders stand: known, not searched for among bytes that somebody may have a say in. */
  readonly rangeAt: number;
  readonly contentsAt: number;
  /** For how many bytes there is room. */
  readonly room: number;
}

/** @param entries the dictionary's others, written out */
export function signedPlace(entries: string, room: number): SignedPlace {
  const before = `<< ${entries}\n/ByteRange `;
  const between = '\n/Contents ';
  const rangeAt = before.length;
  const contentsAt = rangeAt + rangePlaceHolder.length + between.length;
  const body = Buffer.from(`${before}${rangePlaceHolder}${between}<${'0'.repeat(room * 2)}> >>`, 'latin1');
  return { body, rangeAt, contentsAt, room };
}

interface Begun {
  readonly hash: Hash;
  /** Of the file's first bytes. */
  readonly length: number;
}

export interface FileToSign {
  /** Changed in place. */
  readonly pdf: Buffer;
  /** Where in the file the dictionary begins. */
  readonly at: number;
  readonly place: SignedPlace;
  /** SHA-256 begun with the first bytes of the file, and how many those are; none of them lie behind `at`. */
  readonly begun: Begun;
}

/** What is signed, and where what is made of it belongs. */
export interface OpenPlace {
  /** SHA-256 over everything but the place's own hex string. */
  readonly digest: Buffer;
  readonly contentsAt: number;
  readonly room: number;
  /** SHA-256 begun with what stands before the place, which need not be hashed again for that of the file; it cannot leave its thread. */
  readonly begun?: Begun;
}

/** Writes the byte range into the finished file: what is left to fill is the hex string. */
export function openPlace({ pdf, at, place, begun }: FileToSign): OpenPlace {
  const contentsAt = at + place.contentsAt;
  const after = contentsAt + place.room * 2 + 2;
  const range = `[0 ${contentsAt} ${after} ${pdf.length - after}]`.padEnd(rangePlaceHolder.length);
  pdf.write(range, at + place.rangeAt, 'latin1');
  const hash = begun.hash.copy().update(pdf.subarray(begun.length, contentsAt));
  const digest = hash.copy().update(pdf.subarray(after)).digest();
  return { digest, contentsAt, room: place.room, begun: { hash, length: contentsAt } };
}

/** @throws ContractPdfError `signature_too_large` */
export function fillPlace(
  pdf: Buffer,
  { contentsAt, room }: Pick<OpenPlace, 'contentsAt' | 'room'>,
  made: Buffer,
): void {
  if (made.length > room) {
    throw new ContractPdfError('signature_too_large', `The signature needs ${made.length} of ${room} bytes`);
  }
  pdf.write(made.toString('hex'), contentsAt + 1, 'latin1');
}

/**
 * Fills the place in the finished file: byte range, then what is made of the digest over everything but its own hex string.
 * @throws ContractPdfError `signature_too_large`; what `make` throws
 */
export async function fillSignedPlace(file: FileToSign, make: (digest: Buffer) => Promise<Buffer>): Promise<void> {
  const place = openPlace(file);
  fillPlace(file.pdf, place, await make(place.digest));
}
