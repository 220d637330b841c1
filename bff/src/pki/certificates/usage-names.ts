import type { ExtendedKeyUsage, KeyUsage } from './certificate-types';

/** RFC 5280, 4.2.1.3: the place in the list is the number of the bit. */
export const keyUsageBits: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

/** RFC 5280, 4.2.1.12; RFC 9336 for documents. */
export const extendedKeyUsageOids: Readonly<Record<ExtendedKeyUsage, string>> = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  documentSigning: '1.3.6.1.5.5.7.3.36',
};

/** A name of ours, or what already is an OID. */
export const extendedKeyUsageOid = (usage: string): string =>
  (extendedKeyUsageOids as Readonly<Record<string, string>>)[usage] ?? usage;
