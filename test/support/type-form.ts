import { type ApplicationFormDraft, endpoints, type OrderView } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { paramsOf } from './story-people';

/** Types into the form of an order as it stands now. */
export async function typeForm(context: StoryContext, draft: ApplicationFormDraft): Promise<OrderView> {
  const params = paramsOf(context);
  const { form: base } = await context.applicant.call(endpoints.orders.readOrder, { params });
  return context.applicant.call(endpoints.orders.saveForm, { params, body: { base, draft } });
}
