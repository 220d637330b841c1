import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { FindFileHolders } from './file-holder';
import { readOwnFile } from './read-file';
import { type FileDependencies, uploadFile } from './upload-file';

export function bindFilesEndpoints(
  bind: BindEndpoint,
  dependencies: FileDependencies & { readonly findFileHolders: FindFileHolders },
): void {
  bind(endpoints.files.uploadFile, ({ body, file }, context) =>
    uploadFile(dependencies, { accountId: applicantOf(context).id, ...body, file, now: context.now }),
  );
  bind(endpoints.files.readFile, ({ params }, context) =>
    readOwnFile(dependencies, applicantOf(context).id, params.fileId),
  );
}
