export { type FileModel, type FileRecord, fileModel } from './file.model';
export type { FileReference } from './file.presenter';
export { bindFilesEndpoints } from './files.routes';
export { deleteFilesOfOrder, readFileBytes, referenceOwnFile } from './read-file';
export type { FileDependencies } from './upload-file';
