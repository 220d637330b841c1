import { type AnyEndpoint, AppError } from '@acceptance/shared';
import { refuse } from '../answers/answer';
import type { PageState } from '../page-states';

export const LOADING = { css: '.loading-state__card' } as const;
export const UNEXPECTED = new AppError('server.unexpected').userMessage;
export const NO_NETWORK = '网络连接不上';

/** Nothing has come yet, the server fails, the network is away: for pages that load before they show anything. */
export const LOAD_TROUBLES: readonly PageState[] = [
  { name: 'loading', shows: LOADING, trouble: 'held' },
  { name: 'error', shows: UNEXPECTED, trouble: 'failing' },
  { name: 'offline', shows: NO_NETWORK, trouble: 'offline' },
];

/** Opened by a link without a session. */
export const SIGNED_OUT: PageState = { name: 'signed-out', shows: '去登录', as: 'nobody' };

/** The order of the link does not exist (or is somebody else's, which looks the same). */
export const notFound = (endpoint: AnyEndpoint): PageState => ({
  name: 'not-found',
  shows: new AppError('orders.not_found').userMessage,
  answers: [refuse(endpoint, 'orders.not_found')],
});

/** The same three where nothing is loaded: they show after `act`, which sends something. */
export const actTroubles = (act: NonNullable<PageState['act']>, pending: string): readonly PageState[] => [
  { name: 'loading', shows: pending, trouble: 'held', act },
  { name: 'error', shows: UNEXPECTED, trouble: 'failing', act },
  { name: 'offline', shows: NO_NETWORK, trouble: 'offline', act },
];
