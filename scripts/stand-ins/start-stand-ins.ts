import { join } from 'node:path';
import { startConsole } from './console/start-console';
import type { DemoCredentials } from './demo-credentials';
import { type EjbcaStandIn, startEjbca } from './ejbca/start-ejbca';
import { type Kuaidi100StandIn, startKuaidi100 } from './kuaidi100/start-kuaidi100';
import { type MailStandIn, startMail } from './mail/start-mail';
import { createStandInEnvironment } from './serving/environment';
import type { FaultBoard } from './serving/fault-board';
import type { RequestRecord } from './serving/request-record';
import type { Scheduler } from './serving/scheduler';
import { startTencentCloud, type TencentCloudStandIn } from './tencent-cloud/start-tencent-cloud';
import { startTrust, type TrustMaterial, type TrustStandIn } from './trust/start-trust';
import { startWechat, type WechatStandIn } from './wechat/start-wechat';
import type { PaymentView } from './wechat-pay/payment-view';
import { startWechatPay, type WechatPayStandIn } from './wechat-pay/start-wechat-pay';

interface Stoppable {
  stop(): Promise<void>;
}

export interface StandIns {
  wechat: WechatStandIn;
  wechatPay: WechatPayStandIn;
  tencentCloud: TencentCloudStandIn;
  mail: MailStandIn;
  ejbca: EjbcaStandIn;
  kuaidi100: Kuaidi100StandIn;
  /** Null where nobody's keys were given. */
  trust: TrustStandIn | null;
  console: { url: string };
  /** What arrived, newest first. */
  requests: RequestRecord;
  faults: FaultBoard;
  stop(): Promise<void>;
}

export interface StandInOptions {
  credentials: DemoCredentials;
  /** The clock of all that happens; the real one when absent. */
  now?: () => Date;
  /** The clock of request and response signatures; `now` when absent. See StandInEnvironment. */
  signatureNow?: () => Date;
  /** 0 or absent = a free port. */
  ports?: {
    wechat?: number;
    wechatPay?: number;
    tencentCloud?: number;
    mail?: number;
    ejbca?: number;
    kuaidi100?: number;
    trust?: number;
    console?: number;
  };
  /** Where WeChat Pay's orders and EJBCA's certificates are kept over restarts; absent = in memory only. */
  dataFolder?: string;
  /** Of whom times are stamped and certificates asked about; absent: nobody. */
  trust?: TrustMaterial;
  /** Divides the waiting times of payment notifications. */
  notificationTimeFactor?: number;
  /** How long a refund is under way; 1000 when absent. */
  refundMs?: number;
  scheduler?: Scheduler;
}

/**
 * Starts all stand-ins and their console on 127.0.0.1. A busy port rejects with code EADDRINUSE; what had started by
 * then is stopped again.
 */
export async function startStandIns(o: StandInOptions): Promise<StandIns> {
  const environment = createStandInEnvironment(o);
  const { credentials, ports = {} } = o;
  const started: Stoppable[] = [];
  const keep = async <T extends Stoppable>(starting: Promise<T>): Promise<T> => {
    const listener = await starting;
    started.push(listener);
    return listener;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((listener) => listener.stop()));
  };
  try {
    let paymentsOf: () => PaymentView[] = () => [];
    const payments = () => paymentsOf();
    const wechat = await keep(startWechat({ credentials, environment, port: ports.wechat, payments }));
    const wechatPay = await keep(
      startWechatPay({
        credentials,
        environment,
        port: ports.wechatPay,
        dataFile: o.dataFolder && join(o.dataFolder, 'wechat-pay.json'),
        notificationTimeFactor: o.notificationTimeFactor,
        refundMs: o.refundMs,
      }),
    );
    paymentsOf = wechatPay.payments;
    const tencentCloud = await keep(startTencentCloud({ credentials, environment, port: ports.tencentCloud }));
    const mail = await keep(startMail({ credentials, environment, port: ports.mail }));
    const ejbca = await keep(
      startEjbca({
        credentials,
        environment,
        port: ports.ejbca,
        dataFile: o.dataFolder && join(o.dataFolder, 'ejbca.json'),
      }),
    );
    const kuaidi100 = await keep(startKuaidi100({ credentials, environment, port: ports.kuaidi100 }));
    const trust = o.trust ? await keep(startTrust({ material: o.trust, environment, port: ports.trust })) : null;
    const subjects = { environment, wechat, wechatPay, tencentCloud, mail, ejbca, kuaidi100 };
    const { url } = await keep(startConsole(subjects, ports.console));
    const { requests, faults } = environment;
    return { wechat, wechatPay, tencentCloud, mail, ejbca, kuaidi100, trust, console: { url }, requests, faults, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
