export interface ParcelSubscriptionView {
  company: string;
  number: string;
  callbackUrl: string;
  subscribedAt: string;
  /** 监控状态 */
  status: 'polling' | 'shutdown' | 'abort';
}

interface Subscription extends ParcelSubscriptionView {
  salt: string;
}

/** 每月最大订阅次数 of one number of one courier. */
export const MOST_A_MONTH = 4;

const monthOf = (iso: string): string => new Date(Date.parse(iso) + 8 * 3600_000).toISOString().slice(0, 7);

/** Which parcels are followed for whom. */
export function createSubscriptions(now: () => Date) {
  const all: Subscription[] = [];
  const ofParcel = (company: string, number: string): Subscription[] =>
    all.filter((one) => one.company === company && one.number === number);
  return {
    /** False: 重复订阅, while the number is followed or after four times in a month. */
    add(wanted: Pick<Subscription, 'company' | 'number' | 'callbackUrl' | 'salt'>): boolean {
      const subscribedAt = now().toISOString();
      const earlier = ofParcel(wanted.company, wanted.number);
      const ofMonth = earlier.filter((one) => monthOf(one.subscribedAt) === monthOf(subscribedAt));
      if (earlier.some(({ status }) => status === 'polling') || ofMonth.length >= MOST_A_MONTH) return false;
      all.push({ ...wanted, subscribedAt, status: 'polling' });
      return true;
    },
    /** The one that is followed now. */
    current: (company: string, number: string): Subscription | undefined =>
      ofParcel(company, number).find(({ status }) => status === 'polling'),
    /** Newest first. */
    list: (): ParcelSubscriptionView[] => all.map(({ salt: _salt, ...view }) => view).reverse(),
  };
}

export type Subscriptions = ReturnType<typeof createSubscriptions>;
