import {
  type AccountMatters,
  type AccountView,
  type CertificateSummary,
  endpoints,
  type OrderGroup,
  type OrderSummary,
} from '@acceptance/shared';
import { call } from '../../api/client';
import { applicantSession } from '../../api/sessions';
import { bindWechatSilently } from '../../features/bind-wechat';
import { readSettings, type Settings } from '../../features/settings';
import { type Load, useLoad } from '../../features/use-load';
import { readMatters } from '../../features/use-matters';
import { openOrders } from './open-orders';

export interface HomeData {
  readonly settings: Settings;
  /** Null before signing in. */
  readonly person: {
    readonly account: AccountView;
    /** The newest. */
    readonly orders: readonly OrderSummary[];
    /** Among which the next thing to do is found. */
    readonly open: readonly OrderSummary[];
    readonly total: number;
    readonly matters: AccountMatters;
    readonly certificates: readonly CertificateSummary[];
  } | null;
}

/** Nearly everybody has no more orders than these. */
const LOOKED_AT = '10';

const readGroup = async (group: OrderGroup): Promise<readonly OrderSummary[]> =>
  (await call(endpoints.orders.listOrders, { query: { group, limit: LOOKED_AT } })).items;

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
    const { items: orders, total } = page;
    const open = await openOrders(page, readGroup);
    return { account, orders, open, total, matters, certificates: certificates.items };
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
