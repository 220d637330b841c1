import { randomBytes } from 'node:crypto';
import { isPinRefusal } from '../../signing-keys/pkcs11/pkcs11-error';
import { serveThread, type ThreadService } from '../../threads/serve-thread';
import { answering, methodsOf, type ThreadAnswer } from './authority-methods';
import { CERTIFICATE_PROFILES } from './certificate-profiles';
import { openIssuingAuthority } from './issuing-authority';
import type { LocalCaSettings } from './local-ca-settings';
import { openCertificateStore } from './mongodb-certificate-store';
import type { Refusal } from './refuse';

/**
 * A PIN that was refused is refused the next time, too, until the token locks itself: the thread stays, so that the next call does not
 * start another one that tries again.
 */
const serviceOfRefusedPin = (): ThreadService => {
  const refusal: Refusal = { failure: 'misconfigured', vendorCode: 'token_pin' };
  return {
    methods: new Proxy<ThreadService['methods']>({}, { get: () => async (): Promise<ThreadAnswer> => ({ refusal }) }),
    close: async () => undefined,
  };
};

type OpeningData = LocalCaSettings & { readonly startedAt: Date };

async function openLocalCa(settings: OpeningData): Promise<ThreadService> {
  const authorities = await Promise.all(
    settings.authorities.map((one) => openIssuingAuthority(one, settings.startedAt)),
  );
  const store = await openCertificateStore(settings.databaseUri, settings.databaseOptions);
  const { statusUrl, policyArc, cpsUri } = settings;
  const local = { authorities, store, profiles: CERTIFICATE_PROFILES, statusUrl, policyArc, cpsUri, randomBytes };
  const methods = Object.entries(methodsOf(local)).map(([name, work]) => [name, answering(work)]);
  return { methods: Object.fromEntries(methods), close: () => store.close() };
}

serveThread<OpeningData>(async (settings) => {
  try {
    return await openLocalCa(settings);
  } catch (error) {
    if (isPinRefusal(error)) {
      return serviceOfRefusedPin();
    }
    throw error;
  }
});
