import { AppError, MINI_PROGRAM_ORIGIN } from '@acceptance/shared';

/**
 * Where a call comes from, as it stands in challenges. What makes the binding strong is who signs: an agent or a page
 * signs for the page that it sees, and never for another one, whatever a server between them has claimed to us.
 * @param origin the request's `Origin`; WeChat sends none
 * @throws AppError auth.origin_refused for a page that is not ours
 */
export function pageOriginOf(origin: string | null, webOrigins: readonly string[]): string {
  const page = origin ?? MINI_PROGRAM_ORIGIN;
  if (page !== MINI_PROGRAM_ORIGIN && !webOrigins.includes(page)) {
    throw new AppError('auth.origin_refused');
  }
  return page;
}
