export {
  findOfferedProject,
  listActiveProjects,
  listOfferedProjects,
  type OfferedProjectsDependencies,
} from './find-projects';
export { type OfferedAlgorithmsDependencies, offeredAlgorithms } from './offered-algorithms';
export { type ProjectModel, type ProjectRecord, projectModel } from './project.model';
export { presentProject } from './project.presenter';
export { saveProject } from './save-project';
