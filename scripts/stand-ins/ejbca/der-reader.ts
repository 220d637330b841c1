/** One element of DER. */
export interface DerElement {
  readonly tag: number;
  /** With its header. */
  readonly whole: Buffer;
  readonly content: Buffer;
}

export class DerError extends Error {
  override readonly name = 'DerError';
}

const LONGEST_LENGTH = 4;

/** The element at the beginning of the bytes; what follows is left. @throws DerError */
export function readElement(bytes: Buffer): DerElement {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) throw new DerError('too short');
  const count = first < 0x80 ? 0 : first - 0x80;
  if (count > LONGEST_LENGTH || (first >= 0x80 && count === 0)) throw new DerError('length');
  const start = 2 + count;
  if (bytes.length < start) throw new DerError('too short');
  const size = count === 0 ? first : bytes.readUIntBE(2, count);
  if (bytes.length < start + size) throw new DerError('too short');
  return { tag, whole: bytes.subarray(0, start + size), content: bytes.subarray(start, start + size) };
}

/** The elements inside of a constructed one. @throws DerError */
export function childrenOf({ content }: DerElement): DerElement[] {
  const children: DerElement[] = [];
  for (let rest = content; rest.length > 0; ) {
    const child = readElement(rest);
    children.push(child);
    rest = rest.subarray(child.whole.length);
  }
  return children;
}

export function readOid({ content }: DerElement): string {
  const parts: number[] = [];
  let part = 0;
  for (const byte of content) {
    part = part * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      parts.push(part);
      part = 0;
    }
  }
  const [first = 0, ...rest] = parts;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}
