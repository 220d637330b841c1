import { PkiError } from '../pki-error';

const block = /^-----BEGIN ([A-Z0-9 ]+)-----\s([\s\S]+?)-----END \1-----$/;
const base64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/**
 * DER as it is; or, as text or as the bytes of a text, PEM of one of the labels, or base64 without its lines.
 * @throws PkiError broken, too_large
 */
export function derOf(input: Uint8Array | string, labels: readonly string[], mostOctets: number): Uint8Array {
  // Base64 takes 4 for 3, and lines
  if (input.length > mostOctets * 2) throw new PkiError('too_large', 'It is longer than anything honest');
  // Every DER that is read here is a SEQUENCE; its base64 begins with M
  const isText = typeof input === 'string' || input[0] !== 0x30;
  const der = isText
    ? decode(typeof input === 'string' ? input : Buffer.from(input).toString('latin1'), labels)
    : input;
  if (der.length > mostOctets) throw new PkiError('too_large', 'It is longer than anything honest');
  return der;
}

/** All blocks of a label, DER. @throws PkiError broken */
export function pemBlocksOf(text: string, label: string): Uint8Array[] {
  const blocks = text.match(new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`, 'g')) ?? [];
  return blocks.map((found) => decode(found, [label]));
}

/** For printing and for files (RFC 7468). */
export function pemOf(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

function decode(text: string, labels: readonly string[]): Uint8Array {
  const trimmed = text.replace(/^\ufeff|^\u00ef\u00bb\u00bf/, '').trim();
  const [, label, inside] = block.exec(trimmed) ?? [];
  if (label !== undefined && !labels.includes(label)) throw broken();
  const content = inside ?? trimmed;
  if (!base64.test(content)) throw broken();
  return Buffer.from(content, 'base64');
}

const broken = (): PkiError => new PkiError('broken', 'Not readable: neither DER nor PEM of what was asked for');
