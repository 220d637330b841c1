import { PkiError, type ReadCertificate, readCertificate, readCsr, verifyChain } from '../../pki';
import type { IssuedCertificate, SubjectAttribute } from '../../ports/certificate-authority';

interface Asked {
  readonly csrDer: Uint8Array;
  readonly subject: readonly SubjectAttribute[];
  readonly notAfter: Date;
  readonly at: Date;
}

const sameBytes = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;

const attributesOf = (subject: ReadCertificate['subject'] | Asked['subject']): string[] =>
  subject.map(({ type, value }) => `${type}=${value}`).sort();

/** The same attributes, none more and none less. In which order they stand, some authorities decide by their own rules. */
const sameSubject = (subject: ReadCertificate['subject'], asked: Asked['subject']): boolean =>
  attributesOf(subject).join('\n') === attributesOf(asked).join('\n');

/**
 * What is wrong with a certificate that an authority has answered, or null: no authority is believed without looking. A
 * code for the task of staff.
 */
export function problemOfIssued(issued: IssuedCertificate, asked: Asked): string | null {
  try {
    return problemOf(issued, asked);
  } catch (error) {
    if (error instanceof PkiError) {
      return `certificate-${error.code}`;
    }
    throw error;
  }
}

function problemOf({ certificateDer, chainDer, serialNumber }: IssuedCertificate, asked: Asked): string | null {
  const certificate = readCertificate(certificateDer);
  if (!sameBytes(certificate.publicKey.publicKeyInfoDer, readCsr(asked.csrDer).publicKey.publicKeyInfoDer)) {
    return 'certificate-of-another-key';
  }
  if (!sameSubject(certificate.subject, asked.subject)) {
    return 'certificate-of-another-subject';
  }
  if (certificate.serialNumber !== serialNumber) {
    return 'certificate-of-another-number';
  }
  if (certificate.authority || certificate.notAfter > asked.notAfter) {
    return 'certificate-allows-too-much';
  }
  const [root] = chainDer.slice(-1);
  const chain = verifyChain(certificateDer, { intermediates: chainDer, anchors: root ? [root] : [], at: asked.at });
  return chain.trusted ? null : `chain-${chain.problem}`;
}
