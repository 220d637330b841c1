import type { ProjectModel, ProjectRecord } from './project.model';

/** Adds a project or replaces its configuration; orders keep the snapshot they were made with. */
export async function saveProject(projects: ProjectModel, project: ProjectRecord): Promise<void> {
  const { _id, ...settings } = project;
  await projects.updateOne({ _id }, { $set: settings }, { upsert: true });
}
