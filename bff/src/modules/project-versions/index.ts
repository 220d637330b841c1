export { offerNewest } from './offer-newest';
export { projectOfFile } from './project-of-file';
export { newestVersion, type ProjectVersionModel, projectVersionModel } from './project-version.model';
export { publishVersion, refuseUnfit } from './publish-version';
export { fileOfText, findDraft, saveVersionDraft } from './save-version-draft';
export type { ProjectSurroundings, VersionProblemsNeeds } from './version-problems';
