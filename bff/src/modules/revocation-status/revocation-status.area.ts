import type { AnyArea } from '../../area/define-area';
import { bindRevocationStatusEndpoints } from './revocation-status.routes';

export const revocationStatusArea = {
  name: 'revocation-status',
  bind: bindRevocationStatusEndpoints,
} satisfies AnyArea;
