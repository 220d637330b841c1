import { createStandInEnvironment } from '../../serving/environment';
import { createManualScheduler } from '../../serving/scheduler';
import { sharedCredentials } from '../../testing/shared-credentials';
import { type EjbcaStandIn, startEjbca } from '../start-ejbca';
import { createHandMadeClient } from './hand-made-client';

/** For the tests of a file: before each a new stand-in at a moment of its own, and a client with the right certificate. */
export function useEjbca() {
  const credentials = sharedCredentials();
  const scheduler = createManualScheduler(new Date('2026-11-28T02:00:00Z'));
  const environment = createStandInEnvironment({ now: scheduler.now, scheduler });
  let ejbca: EjbcaStandIn;
  const client = createHandMadeClient({ url: () => ejbca.url, credentials: credentials.ejbca });

  beforeEach(async () => {
    ejbca = await startEjbca({ credentials, environment });
  });
  afterEach(async () => {
    environment.faults.reset();
    environment.requests.clear();
    await ejbca.stop();
  });

  return {
    credentials: credentials.ejbca,
    scheduler,
    environment,
    client,
    get ejbca(): EjbcaStandIn {
      return ejbca;
    },
  };
}
