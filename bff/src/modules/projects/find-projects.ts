import { AppError } from '@acceptance/shared';
import { type OfferedAlgorithmsDependencies, offeredAlgorithms } from './offered-algorithms';
import type { ProjectModel, ProjectRecord } from './project.model';

export interface OfferedProjectsDependencies extends OfferedAlgorithmsDependencies {
  readonly projects: ProjectModel;
}

export const listActiveProjects = (projects: ProjectModel): Promise<ProjectRecord[]> =>
  projects.find({ active: true }).sort({ position: 1, _id: 1 }).lean<ProjectRecord[]>();

/** Nobody begins, and pays for, what no certificate can come of. */
const isOffered = (needs: OfferedAlgorithmsDependencies, project: ProjectRecord): boolean =>
  offeredAlgorithms(needs, project).length > 0;

/** What can be applied for. */
export async function listOfferedProjects(needs: OfferedProjectsDependencies): Promise<ProjectRecord[]> {
  return (await listActiveProjects(needs.projects)).filter((project) => isOffered(needs, project));
}

/** Null for what is not offered, or not any more. */
export async function lookUpOfferedProject(
  needs: OfferedProjectsDependencies,
  id: string,
): Promise<ProjectRecord | null> {
  const project = await needs.projects.findOne({ _id: id, active: true }).lean<ProjectRecord | null>();
  return project && isOffered(needs, project) ? project : null;
}

/** @throws AppError projects.not_found */
export async function findOfferedProject(needs: OfferedProjectsDependencies, id: string): Promise<ProjectRecord> {
  const project = await lookUpOfferedProject(needs, id);
  if (!project) {
    throw new AppError('projects.not_found');
  }
  return project;
}

/** Of what was begun before. @throws AppError projects.withdrawn */
export async function refuseWithdrawn(projects: ProjectModel, id: string): Promise<void> {
  if (await projects.exists({ _id: id, active: false })) {
    throw new AppError('projects.withdrawn');
  }
}
