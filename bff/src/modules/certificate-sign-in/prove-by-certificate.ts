import { AppError, type CertificateAnswer, type ChallengePurpose, challengeBytes } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { noteAct } from '../../http/act-notes';
import type { CertificateAuthority } from '../../ports/certificate-authority';
import { PortError } from '../../ports/port-error';
import { type CertificateModel, type CertificateRecord, findCertificateOfKey } from '../certificates';
import { type ChallengeDependencies, takeChallenge } from './challenges';
import { problemOfAnswer } from './judge-certificate';

export interface CertificateProofDependencies extends Pick<ChallengeDependencies, 'certificateChallenges'> {
  readonly certificates: CertificateModel;
  readonly cipher: FieldCipher;
  readonly certificateAuthority: CertificateAuthority;
}

/** The authority may have ended a certificate by itself; without its word nobody is let in. @throws AppError */
async function askAuthority(authority: CertificateAuthority, serialNumber: string): Promise<void> {
  const status = await authority.status(serialNumber).catch((error: unknown) => {
    throw error instanceof PortError ? new AppError('auth.certificate_unchecked', { cause: error }) : error;
  });
  if (status.state === 'unknown') {
    throw new AppError('auth.certificate_unchecked');
  }
  if (status.state === 'revoked') {
    throw new AppError(status.reason === 'certificateHold' ? 'auth.certificate_suspended' : 'auth.certificate_revoked');
  }
}

interface GivenProof {
  readonly answer: CertificateAnswer;
  readonly purpose: ChallengePurpose;
  /** Of `pageOriginOf`. */
  readonly origin: string;
  /** Of whoever is signed in already. */
  readonly sessionId?: string;
  readonly now: Date;
}

/**
 * The certificate whose key has answered a challenge of ours: issued by us, valid, in nobody's list of revoked ones, and
 * meant for it. @throws AppError auth.challenge_invalid, auth.certificate_*
 */
export async function proveByCertificate(
  dependencies: CertificateProofDependencies,
  { answer, purpose, origin, sessionId, now }: GivenProof,
): Promise<CertificateRecord> {
  const { nonce, deviceId, publicKeySha256, signature } = answer;
  const challenge = await takeChallenge(dependencies, { nonce, purpose, origin, deviceId, sessionId }, now);
  const held = await findCertificateOfKey(dependencies, publicKeySha256);
  if (!held) {
    throw new AppError('auth.certificate_unknown');
  }
  noteAct({ certificate: recordIdOf(held.record) });
  const given = { message: challengeBytes(challenge), signature: Buffer.from(signature, 'base64') };
  const problem = problemOfAnswer(held, given, now);
  if (problem) {
    throw new AppError(problem);
  }
  await askAuthority(dependencies.certificateAuthority, held.record.serialNumber ?? '');
  // For the holder who later asks what hangs on the key.
  await dependencies.certificates.updateOne({ _id: held.record._id }, { $max: { provedAt: now } });
  return held.record;
}
