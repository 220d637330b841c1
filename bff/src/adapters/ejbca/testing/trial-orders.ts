import type { EjbcaCredentials } from '../../../../../scripts/stand-ins';
import { handMadeCsr, newEcKey, type TrialKey } from '../../../../../scripts/stand-ins/ejbca/testing/hand-made-csr';
import type { CertificateOrder, SubjectAttribute } from '../../../ports/certificate-authority';
import type { EjbcaSettings } from '../ejbca-settings';

/** Our names of the demo's profiles. */
export const SIGNING = 'unit-signing';
export const ENCRYPTION = 'unit-encryption';

export const UNIT_NAME = '示例市蓝天办公用品有限公司';

export const UNIT_SUBJECT: readonly SubjectAttribute[] = [
  { type: 'commonName', value: UNIT_NAME },
  { type: 'organizationName', value: UNIT_NAME },
  { type: 'organizationIdentifier', value: 'NTRCN-91350100M000100Y43' },
  { type: 'localityName', value: '示例市' },
  { type: 'countryName', value: 'CN' },
];

export const settingsOf = (
  ejbca: EjbcaCredentials,
  changes: Partial<EjbcaSettings> & Pick<EjbcaSettings, 'url'>,
): EjbcaSettings => ({
  clientCertificatePem: ejbca.clientCertificate,
  clientKeyPem: ejbca.clientKey,
  serverCaPem: ejbca.tlsCaCertificate,
  trustedRootPem: ejbca.rootCertificate,
  authorityName: ejbca.authorityName,
  endEntityProfile: ejbca.endEntityProfile,
  certificateProfiles: {
    [SIGNING]: ejbca.certificateProfiles.signing,
    [ENCRYPTION]: ejbca.certificateProfiles.encryption,
  },
  now: () => new Date(),
  randomHex: (bytes) => 'ab'.repeat(bytes),
  ...changes,
});

let orders = 0;

/** An order with a key of its own, whose request names somebody else. */
export function orderOf(changes: Partial<CertificateOrder> = {}, key: TrialKey = newEcKey()): CertificateOrder {
  orders += 1;
  return {
    idempotencyKey: `Order-${process.pid}-${orders}`,
    csrDer: handMadeCsr(key, { dn: 'CN=somebody else,O=nobody proved this' }),
    profile: SIGNING,
    subject: UNIT_SUBJECT,
    notBefore: new Date('2026-11-28T01:00:00Z'),
    notAfter: new Date('2027-11-28T15:59:59Z'),
    ...changes,
  };
}
