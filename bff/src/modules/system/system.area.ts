import type { AnyArea } from '../../area/define-area';
import { type CredentialGaugesDependencies, credentialGauges } from './credential-gauges';
import { credentialSweep } from './credential-watch';
import { bindSystemEndpoints } from './system.routes';

export const systemArea = {
  name: 'system',
  bind: bindSystemEndpoints,
  sweeps: credentialSweep,
  gauges: (needs: CredentialGaugesDependencies) => [credentialGauges(needs)],
} satisfies AnyArea;
