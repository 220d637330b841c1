export { findActiveProject, listActiveProjects } from './find-projects';
export { type ProjectModel, type ProjectRecord, projectModel } from './project.model';
export { presentProject } from './project.presenter';
export { saveProject } from './save-project';
