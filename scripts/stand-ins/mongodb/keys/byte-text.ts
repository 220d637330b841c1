/** Bytes as a text of one character each: its order by `<` is the order of the bytes, in memory and on disk alike. */
export type ByteText = string;

/** The first text after all that begin with `prefix`. */
export function endOfPrefix(prefix: ByteText): ByteText {
  let length = prefix.length;
  while (length > 0 && prefix.charCodeAt(length - 1) === 0xff) length -= 1;
  if (length === 0) return '\xff'.repeat(prefix.length + 1);
  return prefix.slice(0, length - 1) + String.fromCharCode(prefix.charCodeAt(length - 1) + 1);
}

/** The same bytes with the opposite order. */
export function invert(text: ByteText): ByteText {
  const bytes = Buffer.from(text, 'latin1');
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = 0xff - (bytes[index] as number);
  return bytes.toString('latin1');
}

const scratch = Buffer.alloc(8);

/** A whole number from 0 to 2^48 - 1 in six bytes. */
export function wholeNumberText(value: number): ByteText {
  scratch.writeUIntBE(value, 0, 6);
  return scratch.toString('latin1', 0, 6);
}

export const readWholeNumber = (text: ByteText): number => Buffer.from(text, 'latin1').readUIntBE(0, 6);

/** Eight bytes in the order of numbers; NaN before all, one zero. */
export function doubleText(value: number): ByteText {
  if (Number.isNaN(value)) return '\0\0\0\0\0\0\0\0';
  scratch.writeDoubleBE(value === 0 ? 0 : value);
  if ((scratch[0] as number) < 0x80) scratch[0] = (scratch[0] as number) | 0x80;
  else for (let index = 0; index < 8; index += 1) scratch[index] = 0xff - (scratch[index] as number);
  return scratch.toString('latin1', 0, 8);
}
