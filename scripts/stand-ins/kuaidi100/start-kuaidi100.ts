import type { DemoCredentials } from '../demo-credentials';
import { createStandInEnvironment, type StandInEnvironment } from '../serving/environment';
import type { HttpListener } from '../serving/http-listener';
import { startStandInServer } from '../serving/stand-in-server';
import { kuaidi100Protocol } from './kuaidi100-protocol';
import { createNotices, type ParcelNoticeView } from './notices';
import { createParcelRegister, PARCEL_STATE_TITLES, type StandInParcel, trackOf } from './parcel-register';
import { createSubscriptions, type ParcelSubscriptionView } from './subscriptions';

/** 签收, 退签: after them nothing more is scanned. */
const ENDS = new Set(['3', '4']);

/** Base URL in place of https://poll.kuaidi100.com, and what couriers would do. */
export interface Kuaidi100StandIn extends HttpListener {
  /** Newest first. */
  parcels(): StandInParcel[];
  subscriptions(): ParcelSubscriptionView[];
  notices(): ParcelNoticeView[];
  /** Whose phone the courier has written down for a parcel. */
  setPhone(company: string, number: string, phoneLast4: string): void;
  /**
   * The courier scans a parcel; whoever subscribed is told. `state` as in PARCEL_STATE_TITLES; `at` (ISO 8601) now when
   * absent. Ends with the first attempt to tell. @throws RangeError for a state that there is not
   */
  scan(company: string, number: string, o: { state: string; text?: string; at?: string }): Promise<void>;
  /** Kuaidi100 gives up following: 3天查询无记录 or, with a record, 60天无变化. @throws RangeError when nobody follows it */
  giveUp(company: string, number: string): Promise<void>;
  /** A notice comes again as it was then: late, or after newer ones. */
  repeatNotice(id: string): Promise<void>;
  /** Ends when no notice is under way; waiting repetitions do not count. */
  idle(): Promise<void>;
}

/** Starts the stand-in of poll.kuaidi100.com. */
export async function startKuaidi100(o: {
  credentials: DemoCredentials;
  environment?: StandInEnvironment;
  port?: number;
}): Promise<Kuaidi100StandIn> {
  const environment = o.environment ?? createStandInEnvironment();
  const { now, changed } = environment;
  const register = createParcelRegister();
  const subscriptions = createSubscriptions(now);
  const notices = createNotices(environment);
  const protocol = kuaidi100Protocol({ credentials: o.credentials.kuaidi100, register, subscriptions, changed });
  const listener = await startStandInServer(protocol, environment, o.port);

  const tell = async (parcel: StandInParcel, status: ParcelSubscriptionView['status'], message: string) => {
    const subscription = subscriptions.current(parcel.company, parcel.number);
    if (!subscription) return;
    subscription.status = status;
    await notices.tell({
      number: parcel.number,
      url: subscription.callbackUrl,
      salt: subscription.salt,
      content: {
        status,
        billstatus: '',
        message,
        autoCheck: '0',
        comOld: '',
        comNew: '',
        lastResult: trackOf(parcel),
      },
    });
  };

  return {
    url: listener.url,
    async stop() {
      await notices.stop();
      await listener.stop();
    },
    parcels: register.list,
    subscriptions: subscriptions.list,
    notices: notices.list,
    setPhone(company, number, phoneLast4) {
      register.of(company, number).phoneLast4 = phoneLast4;
      changed();
    },
    async scan(company, number, { state, text, at = now().toISOString() }) {
      const title = PARCEL_STATE_TITLES[state];
      if (title === undefined) throw new RangeError(`there is no state ${state}`);
      const parcel = register.of(company, number);
      parcel.scans = [{ at, text: text ?? `【演示】${title}` }, ...parcel.scans];
      parcel.state = state;
      changed();
      await tell(parcel, ENDS.has(state) ? 'shutdown' : 'polling', '');
    },
    async giveUp(company, number) {
      if (!subscriptions.current(company, number)) throw new RangeError(`nobody follows ${number}`);
      const parcel = register.of(company, number);
      await tell(parcel, 'abort', parcel.scans.length === 0 ? '3天查询无记录' : '60天无变化时');
    },
    repeatNotice: notices.repeat,
    idle: notices.idle,
  };
}
