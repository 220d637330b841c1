import type { ZipEntry } from '../../http/zip-stream';

/** So much text is collected before it is packed. */
const CHUNK_CHARACTERS = 64 * 1024;

/** One value as a file. */
export const jsonEntry = (path: string, value: unknown): ZipEntry => ({
  path,
  content: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
});

const indented = (item: unknown): string => JSON.stringify(item, null, 2).replaceAll('\n', '\n  ');

/** The text of `JSON.stringify(list, null, 2)` and a line end, of a list that is never there as a whole. */
async function* listText(items: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let text = '[';
  let isEmpty = true;
  for await (const item of items) {
    text += `${isEmpty ? '' : ','}\n  ${indented(item)}`;
    isEmpty = false;
    if (text.length > CHUNK_CHARACTERS) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(`${text}${isEmpty ? '' : '\n'}]\n`);
}

/** A list as a file, written as it is read from the database. */
export const jsonListEntry = (path: string, items: AsyncIterable<unknown>): ZipEntry => ({
  path,
  content: listText(items),
});

/** Each of what every record gives. */
export async function* eachOf<Item, Made>(
  items: AsyncIterable<Item>,
  made: (item: Item) => readonly Made[],
): AsyncGenerator<Made> {
  for await (const item of items) {
    yield* made(item);
  }
}
