import type { AnyArea } from '../../area/define-area';
import { credentialSweep } from './credential-watch';
import { bindSystemEndpoints } from './system.routes';

export const systemArea = { name: 'system', bind: bindSystemEndpoints, sweeps: credentialSweep } satisfies AnyArea;
