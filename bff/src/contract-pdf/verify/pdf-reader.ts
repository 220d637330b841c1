import { limits } from './limits';
import type { PdfDictionary, PdfValue } from './pdf-values';
import { Doubt } from './verification';

const unreadable = (): Doubt => new Doubt('unreadable');

/** By byte (ISO 32000-1, 7.2.2). */
const [regular, space, delimiter] = [0, 1, 2];
const kinds = new Uint8Array(256).fill(regular);
for (const byte of Buffer.from(' \n\r\t\f\0', 'latin1')) kinds[byte] = space;
for (const byte of Buffer.from('()<>[]{}/%', 'latin1')) kinds[byte] = delimiter;
const isSpace = (byte: number | undefined): boolean => byte !== undefined && kinds[byte] === space;
const isRegular = (byte: number | undefined): byte is number => byte !== undefined && kinds[byte] === regular;
const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/**
 * Reads values one after the other, forward only, from where it stands. Stricter than readers of PDF are: what they repair
 * (a key that stands twice, a comment between, a length that is wrong) is refused, because each repairs it in its own way.
 * Every method throws a `Doubt` for what cannot be read.
 */
export class PdfReader {
  #values = 0;

  constructor(
    readonly bytes: Buffer,
    public position = 0,
  ) {}

  skipSpace(): void {
    while (isSpace(this.bytes[this.position])) this.position += 1;
  }

  atEnd(): boolean {
    return this.position >= this.bytes.length;
  }

  startsWith(text: string): boolean {
    for (let index = 0; index < text.length; index += 1) {
      if (this.bytes[this.position + index] !== text.charCodeAt(index)) return false;
    }
    return true;
  }

  expect(text: string): void {
    if (!this.startsWith(text)) throw unreadable();
    this.position += text.length;
  }

  /** Letters, digits and signs up to the next space or bracket. */
  word(): string {
    const from = this.position;
    while (isRegular(this.bytes[this.position])) this.position += 1;
    if (this.position === from || this.position - from > 64) throw unreadable();
    return this.bytes.toString('latin1', from, this.position);
  }

  count(): number {
    const word = this.word();
    if (!/^\d{1,10}$/.test(word)) throw unreadable();
    return Number(word);
  }

  value(depth = 0): PdfValue {
    this.#values += 1;
    if (depth > limits.pdfDepth || this.#values > limits.pdfValues) throw unreadable();
    this.skipSpace();
    if (this.startsWith('<<')) return this.#dictionary(depth);
    switch (this.bytes[this.position]) {
      case 0x2f:
        return { kind: 'name', text: this.#name() };
      case 0x5b:
        return this.#array(depth);
      case 0x28:
        return this.#literal();
      case 0x3c:
        return this.#hex();
      default:
        return this.#wordOrRef();
    }
  }

  #dictionary(depth: number): PdfDictionary {
    this.expect('<<');
    const entries = new Map<string, PdfValue>();
    for (this.skipSpace(); !this.startsWith('>>'); this.skipSpace()) {
      const key = this.#name();
      if (entries.has(key)) throw unreadable();
      entries.set(key, this.value(depth + 1));
    }
    this.expect('>>');
    return { kind: 'dictionary', entries };
  }

  #array(depth: number): PdfValue {
    this.expect('[');
    const items: PdfValue[] = [];
    for (this.skipSpace(); !this.startsWith(']'); this.skipSpace()) items.push(this.value(depth + 1));
    this.expect(']');
    return { kind: 'array', items };
  }

  #name(): string {
    this.expect('/');
    const from = this.position;
    while (isRegular(this.bytes[this.position])) this.position += 1;
    if (this.position - from > 256) throw unreadable();
    const text = this.bytes.toString('latin1', from, this.position);
    if (!text.includes('#')) return text;
    return text.replace(/#([0-9a-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #wordOrRef(): PdfValue {
    const text = this.word();
    const after = this.position;
    if (/^\d{1,8}$/.test(text)) {
      const rest = this.bytes.toString('latin1', after, after + 4);
      // Nobody but an editor of documents counts generations up; ours does not.
      if (/^ 0 R(?![!-~])/.test(`${rest}${this.#regularAt(after + 4)}`)) {
        this.position = after + 4;
        return { kind: 'ref', number: Number(text) };
      }
    }
    if (!/^([+-]?\d*\.?\d+|[+-]?\d+\.|true|false|null)$/.test(text)) throw unreadable();
    return { kind: 'word', text };
  }

  #regularAt(position: number): string {
    const byte = this.bytes[position];
    return isRegular(byte) ? String.fromCharCode(byte) : '';
  }

  #hex(): PdfValue {
    const from = this.position;
    const end = this.bytes.indexOf(0x3e, from);
    if (end < 0 || end - from > limits.hexBytes * 2 + 1) throw unreadable();
    const text = this.bytes.toString('latin1', from + 1, end);
    if (!/^(?:[0-9a-fA-F]{2})*$/.test(text)) throw unreadable();
    this.position = end + 1;
    return { kind: 'string', bytes: Buffer.from(text, 'hex'), from, to: this.position, isHex: true };
  }

  #literal(): PdfValue {
    const from = this.position;
    const bytes: number[] = [];
    let open = 0;
    do {
      const byte = this.bytes[this.position];
      if (byte === undefined || bytes.length > limits.hexBytes) throw unreadable();
      this.position += 1;
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (byte === 0x5c) bytes.push(...this.#escaped());
      else bytes.push(byte);
    } while (open > 0);
    // Without the brackets around it.
    return { kind: 'string', bytes: Buffer.from(bytes.slice(1, -1)), from, to: this.position, isHex: false };
  }

  #escaped(): number[] {
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.position, this.position + 3))?.[0];
    if (octal) {
      this.position += octal.length;
      return [Number.parseInt(octal, 8) & 0xff];
    }
    const byte = this.bytes[this.position];
    if (byte === undefined) throw unreadable();
    this.position += 1;
    return byte === 0x0a || byte === 0x0d ? [] : [escapes[String.fromCharCode(byte)] ?? byte];
  }
}
