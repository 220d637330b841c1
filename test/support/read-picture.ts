import { endpoints } from '@acceptance/shared';
import { STROKE_LETTERS } from '../../bff/src/modules/auth/stroke-letters';
import { newClient } from './story-people';
import type { TestSystem } from './test-system';

export interface PictureAnswer {
  readonly pictureId: string;
  readonly pictureAnswer: string;
}

/** Asks for a picture whose answer is known: its letters are drawn by a die that always shows the same side. */
export async function readPicture(system: TestSystem): Promise<PictureAnswer> {
  const { pictureId } = await newClient(system).call(endpoints.auth.requestPicture, {});
  const { pictureCodes, cipher } = system.container();
  const pictureAnswer = (STROKE_LETTERS[3] ?? '').repeat(4);
  // What an eye does in the picture, done to the stored answer: the picture now shows letters that the test knows.
  const answerHash = cipher.lookupHash(`${pictureId}|${pictureAnswer}`, 'picture-code');
  await pictureCodes.updateOne({ _id: pictureId }, { $set: { answerHash } });
  return { pictureId, pictureAnswer };
}
