export { tasksSeenBy } from './find-tasks';
export { openTask, settleCause, settleSubjects } from './open-task';
export type { TaskModel } from './task.model';
