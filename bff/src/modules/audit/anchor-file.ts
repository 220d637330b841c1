import { open, readFile } from 'node:fs/promises';
import * as v from 'valibot';

const anchorSchema = v.object({
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  anchoredAt: v.pipe(v.string(), v.isoTimestamp()),
});

/** The end of the chain at a moment, kept where the database's administrator cannot change it. */
export type Anchor = v.InferOutput<typeof anchorSchema>;

function parseAnchor(line: string, number: number): Anchor {
  try {
    return v.parse(anchorSchema, JSON.parse(line));
  } catch {
    throw new Error(`line ${number} of the anchor file is not an anchor`);
  }
}

/** All anchors of a file of JSON lines, oldest first; none when there is no file. @throws Error naming a line that is none */
export async function readAnchors(path: string): Promise<Anchor[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') {
      return '';
    }
    throw error;
  });
  return text.split('\n').flatMap((line, index) => (line === '' ? [] : [parseAnchor(line, index + 1)]));
}

/** Appends one line and waits until it is on the disk. */
export async function appendAnchor(path: string, anchor: Anchor): Promise<void> {
  const file = await open(path, 'a');
  try {
    await file.write(`${JSON.stringify(anchor)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
