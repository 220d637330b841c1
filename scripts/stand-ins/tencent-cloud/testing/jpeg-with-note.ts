/** The smallest thing with a JPEG's frame, with the note of a drawn card. */
export function jpegWithNote(note: object): Buffer {
  const content = Buffer.from(`id-card ${JSON.stringify(note)}`);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xfe, (content.length + 2) >> 8, (content.length + 2) & 0xff]);
  return Buffer.concat([head, content, Buffer.from([0xff, 0xd9])]);
}
