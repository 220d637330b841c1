import { type ByteText, endOfPrefix, readWholeNumber, wholeNumberText } from '../keys/byte-text';
import type { KeyRange } from '../storage/ordered-store';

const LENGTH_OF_NUMBER = 6;

/** Everything that begins so. */
export const rangeOf = (prefix: ByteText): KeyRange => ({ start: prefix, end: endOfPrefix(prefix) });

export const DESCRIPTIONS: ByteText = 'c';
export const descriptionKey = (collectionId: number): ByteText => DESCRIPTIONS + wholeNumberText(collectionId);

/** Followed by sequence numbers. */
export const documentsPrefix = (collectionId: number): ByteText => `d${wholeNumberText(collectionId)}`;
/** Followed by codes of values and a sequence number. */
export const indexPrefix = (indexId: number): ByteText => `i${wholeNumberText(indexId)}`;

/** The number of the document at the end of a key. */
export const sequenceIn = (key: ByteText): number => readWholeNumber(key.slice(-LENGTH_OF_NUMBER));
export const withoutSequence = (key: ByteText): ByteText => key.slice(0, -LENGTH_OF_NUMBER);
