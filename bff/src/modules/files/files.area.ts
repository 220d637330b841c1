import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { fileModel } from './file.model';
import { fileSweep } from './file-sweep';
import { bindFilesEndpoints } from './files.routes';

export const filesArea = {
  name: 'files',
  models: (connection: Connection) => ({ files: fileModel(connection) }),
  bind: bindFilesEndpoints,
  sweeps: fileSweep,
} satisfies AnyArea;
