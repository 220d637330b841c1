import { type JsonObject, parseJsonObject } from '../serving/json-object';

const START = 0xff;
const COMMENT = 0xfe;
const SCAN = 0xda;
const NOTE = 'id-card ';

/**
 * What the tests' drawn cards say of themselves, in a comment of the JPEG, for their print says nothing:
 * `{side, name, idNumber, authority, validDate, warnings}`. Undefined for other pictures.
 */
export function readDrawnCard(jpeg: Buffer): JsonObject | undefined {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === START && jpeg[at + 1] !== SCAN; ) {
    const length = jpeg.readUInt16BE(at + 2);
    const content = jpeg.subarray(at + 4, at + 2 + length);
    if (jpeg[at + 1] === COMMENT && content.subarray(0, NOTE.length).toString('latin1') === NOTE) {
      return parseJsonObject(content.subarray(NOTE.length).toString('utf8'));
    }
    at += 2 + length;
  }
  return undefined;
}
