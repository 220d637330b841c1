export { openTask, settleCause } from './open-task';
export type { TaskModel } from './task.model';
