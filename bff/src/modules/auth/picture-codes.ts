import { AppError } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { drawPicture } from './draw-picture';
import type { PictureCodeModel, PictureCodeRecord } from './picture-code.model';
import { STROKE_LETTERS } from './stroke-letters';

export interface PictureCodeDependencies {
  readonly pictureCodes: PictureCodeModel;
  readonly cipher: FieldCipher;
  readonly randomBytes: (size: number) => Buffer;
  /** Uniform whole number in [0, end). */
  readonly randomInt: (end: number) => number;
}

const LENGTH = 4;
const EXPIRES_IN_SECONDS = 120;

const PURPOSE = 'picture-code';
const hashedOf = (id: string, answer: string): string => `${id}|${answer.normalize('NFKC').toUpperCase()}`;

/** Makes a picture of four characters; the answer is stored as a keyed hash only. */
export async function createPicture(
  { pictureCodes, cipher, randomBytes, randomInt }: PictureCodeDependencies,
  now: Date,
): Promise<{ pictureId: string; image: string; expiresInSeconds: number }> {
  const answer = Array.from({ length: LENGTH }, () => STROKE_LETTERS.charAt(randomInt(STROKE_LETTERS.length))).join('');
  const pictureId = randomBytes(16).toString('hex');
  const png = await drawPicture(answer, randomInt);
  await pictureCodes.create({
    _id: pictureId,
    answerHash: cipher.lookupHash(hashedOf(pictureId, answer), PURPOSE),
    expiresAt: new Date(now.getTime() + EXPIRES_IN_SECONDS * 1000),
  });
  return { pictureId, image: `data:image/png;base64,${png.toString('base64')}`, expiresInSeconds: EXPIRES_IN_SECONDS };
}

/**
 * Takes a picture away BEFORE its answer is compared: one picture is good for one answer, right or wrong.
 * @returns what `giveBack` needs. @throws AppError auth.picture_wrong
 */
export async function takePicture(
  { pictureCodes, cipher }: Pick<PictureCodeDependencies, 'pictureCodes' | 'cipher'>,
  { pictureId, answer, now }: { pictureId: string; answer: string; now: Date },
): Promise<PictureCodeRecord> {
  const taken = await pictureCodes
    .findOneAndDelete({ _id: pictureId, expiresAt: { $gt: now } })
    .lean<PictureCodeRecord>();
  if (!taken || !cipher.matchesHash(taken.answerHash, hashedOf(pictureId, answer), PURPOSE)) {
    throw new AppError('auth.picture_wrong');
  }
  return taken;
}

/** Makes a rightly answered picture good again, when what it was for could not be done. */
export async function giveBack(pictureCodes: PictureCodeModel, taken: PictureCodeRecord): Promise<void> {
  await pictureCodes.create(taken);
}
