import { createHash } from 'node:crypto';
import { AppError, type Challenge, type ChallengePurpose } from '@acceptance/shared';
import type { CertificateChallengeModel, CertificateChallengeRecord } from './certificate-challenge.model';

export interface ChallengeDependencies {
  readonly certificateChallenges: CertificateChallengeModel;
  readonly randomBytes: (size: number) => Buffer;
}

/** What a challenge is bound to: good for this only. */
export interface ChallengeBinding {
  readonly purpose: ChallengePurpose;
  /** Of `pageOriginOf`. */
  readonly origin: string;
  readonly deviceId: string;
  /** Of whoever is signed in where this is asked for; absent: of nobody. */
  readonly sessionId?: string;
}

const LIFE_MS = 120_000;
const NONCE_BYTES = 32;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const storedBinding = ({ purpose, origin, deviceId, sessionId }: ChallengeBinding) => ({
  purpose,
  origin,
  device: sha256(deviceId),
  session: sessionId === undefined ? null : sha256(sessionId),
});

/** Makes a challenge and remembers whom it was given to. */
export async function createChallenge(
  { certificateChallenges, randomBytes }: ChallengeDependencies,
  binding: ChallengeBinding,
  now: Date,
): Promise<Challenge> {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  await certificateChallenges.create({ _id: sha256(nonce), ...storedBinding(binding), expiresAt });
  const { purpose, origin } = binding;
  return { purpose, origin, nonce, expiresAt: expiresAt.toISOString() };
}

/**
 * Takes a challenge away BEFORE its answer is looked at: one is good for one answer, right or wrong, however many come at
 * once. Another session, device, page or purpose does not use it up. @throws AppError auth.challenge_invalid
 */
export async function takeChallenge(
  { certificateChallenges }: Pick<ChallengeDependencies, 'certificateChallenges'>,
  { nonce, ...binding }: ChallengeBinding & { readonly nonce: string },
  now: Date,
): Promise<Challenge> {
  const taken = await certificateChallenges
    .findOneAndDelete({ _id: sha256(nonce), ...storedBinding(binding), expiresAt: { $gt: now } })
    .lean<CertificateChallengeRecord>();
  if (!taken) {
    throw new AppError('auth.challenge_invalid');
  }
  const { purpose, origin } = binding;
  return { purpose, origin, nonce, expiresAt: taken.expiresAt.toISOString() };
}
