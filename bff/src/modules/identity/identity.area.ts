import type { AnyArea } from '../../area/define-area';
import { bindIdentityEndpoints } from './identity.routes';

export const identityArea = { name: 'identity', bind: bindIdentityEndpoints } satisfies AnyArea;
