import { createHash } from 'node:crypto';
import { decodeJpeg } from '../decode-jpeg';
import { encodeJpeg } from '../encode-jpeg';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const outcomeOf = async (jpeg: Uint8Array): Promise<string> => {
  try {
    const pixels = await decodeJpeg(jpeg);
    return `${sha256(pixels.data)} ${sha256(await encodeJpeg(pixels, 88))}`;
  } catch {
    return 'refused';
  }
};

/** What becomes of photos that one thread decodes and encodes in turn, or side by side. */
export default async function decodeInTurn(task: {
  jpegs: readonly Uint8Array[];
  sideBySide: boolean;
}): Promise<string[]> {
  if (task.sideBySide) {
    return Promise.all(task.jpegs.map(outcomeOf));
  }
  const outcomes: string[] = [];
  for (const jpeg of task.jpegs) outcomes.push(await outcomeOf(jpeg));
  return outcomes;
}
