import { endpoints, type ReviewMark } from '@acceptance/shared';
import { storyPhoto, upload } from '../../scripts/story/application-steps';
import type { StoryContext } from '../../scripts/story/story-context';
import { paramsOf } from './story-people';

/** What `takeFrontAgain` mends. */
export const FRONT_MARK: ReviewMark = { field: 'id-card-front', reason: 'glare', note: '左上角' };

/** Another photo of the front takes the place of the one before; its id. */
export async function takeFrontAgain(context: StoryContext): Promise<string> {
  const frontFileId = await upload(context, 'id-card-front', await storyPhoto('front', context.person), 'image/jpeg');
  const body = { frontFileId };
  context.order = await context.applicant.call(endpoints.orders.saveIdCard, { params: paramsOf(context), body });
  return frontFileId;
}
