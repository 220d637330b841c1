import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { referenceTo } from './file.presenter';
import { findOwnFile, readFileBytes } from './read-file';
import { type FileDependencies, uploadFile } from './upload-file';

export function bindFilesEndpoints(bind: BindEndpoint, dependencies: FileDependencies): void {
  bind(endpoints.files.uploadFile, ({ body, file }, context) =>
    uploadFile(dependencies, { accountId: applicantOf(context).id, ...body, file, now: context.now }),
  );
  bind(endpoints.files.readFile, async ({ params }, context) => {
    const file = await findOwnFile(dependencies.files, applicantOf(context).id, params.fileId);
    return readFileBytes(dependencies.fileStore, referenceTo(file));
  });
}
