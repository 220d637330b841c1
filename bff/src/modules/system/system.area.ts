import type { AnyArea } from '../../area/define-area';
import { type CalendarWatchDependencies, calendarSweep } from './calendar-watch';
import { type CredentialGaugesDependencies, credentialGauges } from './credential-gauges';
import { type CredentialWatchDependencies, credentialSweep } from './credential-watch';
import { bindSystemEndpoints } from './system.routes';

export const systemArea = {
  name: 'system',
  bind: bindSystemEndpoints,
  sweeps: (needs: CredentialWatchDependencies & CalendarWatchDependencies) => [
    ...credentialSweep(needs),
    calendarSweep(needs),
  ],
  gauges: (needs: CredentialGaugesDependencies) => [credentialGauges(needs)],
} satisfies AnyArea;
