import {
  type AccountMatters,
  type AccountView,
  type CertificateSummary,
  endpoints,
  type OrderSummary,
} from '@acceptance/shared';
import { call } from '../../api/client';
import { applicantSession } from '../../api/sessions';
import { bindWechatSilently } from '../../features/bind-wechat';
import { readSettings, type Settings } from '../../features/settings';
import { type Load, useLoad } from '../../features/use-load';
import { readMatters } from '../../features/use-matters';

export interface HomeData {
  readonly settings: Settings;
  /** Null before signing in. */
  readonly person: {
    readonly account: AccountView;
    readonly orders: readonly OrderSummary[];
    readonly total: number;
    readonly matters: AccountMatters;
    readonly certificates: readonly CertificateSummary[];
  } | null;
}

/** Enough to find the newest open order among finished ones. */
const LOOKED_AT = '10';

async function loadPerson(): Promise<HomeData['person']> {
  if (!applicantSession.current()) {
    return null;
  }
  try {
    const [account, page, matters, certificates] = await Promise.all([
      call(endpoints.account.readAccount),
      call(endpoints.orders.listOrders, { query: { limit: LOOKED_AT } }),
      readMatters(),
      call(endpoints.certificates.listCertificates),
    ]);
    if (!account.wechatBound) {
      void bindWechatSilently();
    }
    return { account, orders: page.items, total: page.total, matters, certificates: certificates.items };
  } catch (error) {
    // The session ended meanwhile: the home page is useful without one.
    if (!applicantSession.current()) {
      return null;
    }
    throw error;
  }
}

export const useHome = (): Load<HomeData> =>
  useLoad(async () => {
    const [settings, person] = await Promise.all([readSettings(), loadPerson()]);
    return { settings, person };
  }, 'home');
