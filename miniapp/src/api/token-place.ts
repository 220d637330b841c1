import { type AnyEndpoint, COOKIE_MODE } from '@acceptance/shared';

/**
 * Where the refresh token is kept. `cookie`: where no script can read it; only a page on the API's own host has one, so
 * the address of the API is a path there. `storage`: a mini-program has no cookies.
 */
export type TokenPlace = 'cookie' | 'storage';

export const tokenPlaceFor = (apiBaseUrl: string): TokenPlace => (/^\/(?!\/)/.test(apiBaseUrl) ? 'cookie' : 'storage');

/** What a call says of it, where the endpoint has to do with the token. */
export const tokenPlaceHeader = (
  { refreshCookie }: Pick<AnyEndpoint, 'refreshCookie'>,
  place: TokenPlace,
): Record<string, string> => (refreshCookie && place === 'cookie' ? { [COOKIE_MODE.header]: COOKIE_MODE.value } : {});
