/**
 * The colour space sRGB as an ICC profile, version 2.1 (ICC.1:2001-04; IEC 61966-2-1): what the numbers of a contract's
 * colours mean (output intent, ISO 19005-3, 6.2.3). Made here: it is a table of numbers, three colours and a curve.
 */
export function srgbProfile(): Buffer {
  const curve = curveTag();
  const tags: readonly (readonly [name: string, content: Buffer])[] = [
    ['desc', descriptionTag('sRGB IEC61966-2.1')],
    ['cprt', textTag('No copyright, use freely')],
    ['wtpt', xyzTag(0.9642, 1, 0.8249)],
    ['rXYZ', xyzTag(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyzTag(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyzTag(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const directory = Buffer.alloc(4 + 12 * tags.length);
  directory.writeUInt32BE(tags.length);
  const placed = new Map<Buffer, number>();
  const contents: Buffer[] = [];
  let end = headerLength + directory.length;
  for (const [index, [name, content]] of tags.entries()) {
    const at = placed.get(content) ?? end;
    if (!placed.has(content)) {
      placed.set(content, at);
      const padded = Buffer.concat([content, Buffer.alloc(-content.length & 3)]);
      contents.push(padded);
      end += padded.length;
    }
    directory.write(name, 4 + 12 * index, 'latin1');
    directory.writeUInt32BE(at, 8 + 12 * index);
    directory.writeUInt32BE(content.length, 12 + 12 * index);
  }
  return Buffer.concat([header(end), directory, ...contents]);
}

const headerLength = 128;

function header(length: number): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.writeUInt32BE(length, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // When the specification of the curve was published: a date that does not change.
  for (const [index, part] of [1999, 10, 1].entries()) bytes.writeUInt16BE(part, 24 + 2 * index);
  bytes.write('acsp', 36, 'latin1');
  xyz(0.9642, 1, 0.8249).copy(bytes, 68);
  return bytes;
}

/** Signed 16.16 numbers. */
function xyz(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeInt32BE(Math.round(value * 65_536), 4 * index);
  return bytes;
}

const typed = (type: string, ...parts: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), ...parts]);
const xyzTag = (x: number, y: number, z: number): Buffer => typed('XYZ ', xyz(x, y, z));
const textTag = (text: string): Buffer => typed('text', Buffer.from(`${text}\0`, 'latin1'));

/** With empty Unicode and Macintosh names. */
function descriptionTag(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length + 1);
  return typed('desc', length, Buffer.from(`${text}\0`, 'latin1'), Buffer.alloc(4 + 4 + 2 + 1 + 67));
}

/** From the number of a colour to light. */
function curveTag(): Buffer {
  const steps = 1024;
  const bytes = Buffer.alloc(4 + 2 * steps);
  bytes.writeUInt32BE(steps);
  for (let index = 0; index < steps; index += 1) {
    const value = index / (steps - 1);
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(light * 65_535), 4 + 2 * index);
  }
  return typed('curv', bytes);
}
