import { endpoints, type TaskView } from '@acceptance/shared';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { takeSteps } from './story-people';

/** Open tasks of the desk about the story's order, the most urgent first. Signs the member of staff in, who has all roles. */
export async function moneyTasksOf(context: StoryContext): Promise<TaskView[]> {
  await takeSteps(context, 'staff-sign-in');
  const { items } = await context.staff.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
  return items.filter(({ subject }) => subject.id === orderOf(context).id);
}
