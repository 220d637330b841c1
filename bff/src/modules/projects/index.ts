export {
  findOfferedProject,
  listActiveProjects,
  listOfferedProjects,
  lookUpOfferedProject,
  type OfferedProjectsDependencies,
  refuseWithdrawn,
} from './find-projects';
export { type OfferedAlgorithmsDependencies, offeredAlgorithms } from './offered-algorithms';
export { type ProjectModel, type ProjectRecord, projectModel } from './project.model';
export { presentProject, projectOfOrder } from './project.presenter';
