/** What a drawn card says of itself. */
export interface DrawnCard {
  readonly name?: string;
  readonly idNumber?: string;
  readonly authority?: string;
  /** 2010.07.21-2020.07.21 or 2010.07.21-长期 */
  readonly validDate?: string;
  /** Codes of IDCardOCR, such as -9102: a copy. */
  readonly warnings?: readonly number[];
  /** The error code that reading it ends with. */
  readonly failure?: string;
}

/** The JPEG with comments (COM) behind its start, where previews and notes of a phone stand. */
export const withComments = (photo: Buffer, contents: readonly Buffer[]): Buffer =>
  Buffer.concat([
    photo.subarray(0, 2),
    ...contents.flatMap((content) => [
      Buffer.from([0xff, 0xfe, (content.length + 2) >> 8, (content.length + 2) & 0xff]),
      content,
    ]),
    photo.subarray(2),
  ]);

/** The photo with the note that the stand-in of card readers finds: one drawing can be the card of many people. */
export const noteCard = (photo: Buffer, side: 'front' | 'back', card: DrawnCard): Buffer =>
  withComments(photo, [Buffer.from(`id-card ${JSON.stringify({ side, ...card })}`)]);
