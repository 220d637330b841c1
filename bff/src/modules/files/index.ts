export { type FileModel, type FileRecord, fileModel } from './file.model';
export { type FileReference, referenceTo } from './file.presenter';
export type { FileHolder, FindFileHolders } from './file-holder';
export { bindFilesEndpoints } from './files.routes';
export { keepPhotos, releasePhotos } from './keep-photos';
export { findLost, leaveOrder } from './leave-order';
export { readFileBytes, readInk, referenceOwnFile } from './read-file';
export { deleteFilesOfAccount, deleteFilesOfOrder, removeUnused, UNHELD } from './remove-file';
export type { FileDependencies } from './upload-file';
