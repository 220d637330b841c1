import type { CertificateView } from '@acceptance/shared';
import { bytesToFile } from '../../../platform/bytes-to-file';
import { saveFile } from '../../../platform/save-file';

const PEM = 'application/x-pem-file';

/** Saves certificate and issuers in one PEM file, the certificate first. */
export async function saveChain({ orderNumber, chainPem }: Pick<CertificateView, 'orderNumber' | 'chainPem'>) {
  const fileName = `certificate-${orderNumber}.pem`;
  // PEM is ASCII (RFC 7468); WeChat has no TextEncoder.
  const bytes = Uint8Array.from(chainPem.join(''), (character) => character.charCodeAt(0));
  await saveFile(await bytesToFile(bytes, fileName, PEM), fileName);
}
