import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { accountModel } from './account.model';
import { bindAccountEndpoints } from './account.routes';

export const accountArea = {
  name: 'account',
  models: (connection: Connection) => ({ accounts: accountModel(connection) }),
  bind: bindAccountEndpoints,
} satisfies AnyArea;
