import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { projectModel } from './project.model';

export const projectsArea = {
  name: 'projects',
  models: (connection: Connection) => ({ projects: projectModel(connection) }),
} satisfies AnyArea;
