import { AppError } from '@acceptance/shared';
import type { ProjectModel, ProjectRecord } from './project.model';

export const listActiveProjects = (projects: ProjectModel): Promise<ProjectRecord[]> =>
  projects.find({ active: true }).sort({ position: 1, _id: 1 }).lean<ProjectRecord[]>();

/** @throws AppError projects.not_found */
export async function findActiveProject(projects: ProjectModel, id: string): Promise<ProjectRecord> {
  const project = await projects.findOne({ _id: id, active: true }).lean<ProjectRecord>();
  if (!project) {
    throw new AppError('projects.not_found');
  }
  return project;
}
