import { draftTask } from '../../jobs/task-jobs';

export const DRAFT_TASK = draftTask('contract-template-waiting');
