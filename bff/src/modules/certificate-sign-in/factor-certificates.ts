import { recordIdOf } from '../../database/record-id';
import { findCertificateOfKey } from '../certificates';
import type { FactorCertificates } from '../staff';
import { pageOriginOf } from './page-origin';
import { type CertificateProofDependencies, proveByCertificate } from './prove-by-certificate';

export interface FactorCertificateNeeds extends CertificateProofDependencies {
  readonly webOrigins: readonly string[];
}

/** What the staff's second factor asks of certificates: it knows keys, we know what was issued for them. */
export const createFactorCertificates = (needs: FactorCertificateNeeds): FactorCertificates => ({
  async prove({ answer, origin, sessionId, now }) {
    const page = pageOriginOf(origin, needs.webOrigins);
    const purpose = 'second-factor' as const;
    const held = await proveByCertificate(needs, { answer, purpose, origin: page, sessionId, now });
    const { publicKeySha256, serialNumber = '' } = held;
    return { certificateId: recordIdOf(held), publicKeySha256, serialNumber };
  },
  async factsOf(publicKeySha256) {
    const held = await findCertificateOfKey(needs, publicKeySha256);
    if (!held) {
      return null;
    }
    const { serialNumber = '', projectName, state, notAfter } = held.record;
    return { serialNumber, projectName, state, notAfter };
  },
});
