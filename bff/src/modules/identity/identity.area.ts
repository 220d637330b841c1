import type { AnyArea } from '../../area/define-area';
import { bindIdentityEndpoints } from './identity.routes';
import { identityDraftSweep } from './identity-draft';

export const identityArea = {
  name: 'identity',
  bind: bindIdentityEndpoints,
  sweeps: identityDraftSweep,
} satisfies AnyArea;
