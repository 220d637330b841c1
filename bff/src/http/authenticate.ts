import { type AnyEndpoint, AppError } from '@acceptance/shared';
import type { ReadForCaller } from './read-alongside';
import type { Actor } from './request-context';

/** Who calls, and what was read with the check of them. */
export interface CheckedCaller {
  readonly actor: Actor;
  readonly found: readonly unknown[];
}

/**
 * Answers the actor of a valid, live access token, and what an applicant's call wants read with that.
 * @throws AppError auth.session_expired for any other token.
 */
export type ReadAccessToken = (token: string, now: Date, alongside?: ReadForCaller) => Promise<CheckedCaller>;

const bearerToken = (authorization: string | undefined): string | null =>
  /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1] ?? null;

/**
 * Who calls, checked against the endpoint's `access`.
 * @throws AppError auth.required, auth.session_expired, auth.forbidden, auth.second_factor_not_enrolled, identity.required
 */
export async function authenticate(
  endpoint: AnyEndpoint,
  authorization: string | undefined,
  actorOf: (token: string) => Promise<Actor>,
): Promise<Actor | null> {
  const { access } = endpoint;
  if (access === 'public' || access === 'provider') {
    return null;
  }
  const token = bearerToken(authorization);
  if (!token) {
    throw new AppError('auth.required');
  }
  const actor = await actorOf(token);
  if (typeof access === 'object') {
    if (actor.kind !== 'staff' || !access.staff.some((role) => actor.roles.includes(role))) {
      throw new AppError('auth.forbidden');
    }
    if (actor.mustEnrol && !access.beforeSecondFactor) {
      throw new AppError('auth.second_factor_not_enrolled');
    }
    return actor;
  }
  if (actor.kind !== 'applicant') {
    throw new AppError('auth.forbidden');
  }
  if (access === 'verified-applicant' && !actor.identityVerified) {
    throw new AppError('identity.required');
  }
  return actor;
}
