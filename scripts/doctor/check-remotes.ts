import type { Container } from '../../bff/src/container';
import { PortError, type PortFailure } from '../../bff/src/ports/port-error';
import { type Finding, good, mend, soon } from './finding';

type Remotes = Pick<Container, 'wechatPlatform' | 'paymentGateway' | 'mailSender' | 'certificateAuthority'>;

/** Numbers that nobody has: whoever knows them by our credentials says so, and nothing happens. */
const NO_TRADE = 'DOCTOR-ASKS-ONLY';
const NO_TRANSACTION = '4200000000000000000000000000';

const CAUSES: Readonly<Partial<Record<PortFailure, string>>> = {
  misconfigured: '对方不接受我们的凭据或设置',
  rejected: '对方拒绝了这次询问',
  unavailable: '连不上，或没有按时回答',
  'rate-limited': '对方说请求太频繁，稍后再试',
};

/** Names and codes only: a message may quote what was configured. */
function causeOf(error: unknown): string {
  if (error instanceof PortError) {
    return `${CAUSES[error.failure] ?? error.failure}（${error.vendorCode}）`;
  }
  return String((error as Error).name);
}

async function ask(subject: string, fine: string, advice: string, asking: () => Promise<unknown>): Promise<Finding> {
  try {
    await asking();
    return good(subject, fine);
  } catch (error) {
    return mend(subject, `${causeOf(error)}。${advice}`);
  }
}

async function askAuthority({ certificateAuthority }: Remotes): Promise<Finding> {
  const subject = '证书机构';
  try {
    const { ready, chainNotAfter } = await certificateAuthority.health();
    const until = chainNotAfter.toISOString().slice(0, 10);
    return ready
      ? good(subject, `可以签发，机构证书有效至 ${until}`)
      : mend(subject, `现在不能签发，机构证书有效至 ${until}：请更换机构证书，或检查它的密钥`);
  } catch (error) {
    return mend(subject, `${causeOf(error)}。请检查 CERTIFICATE_AUTHORITY 一组设置和网络`);
  }
}

/** Asks each remote something that changes nothing there and is answered only to whom it knows. */
export const checkRemotes = (remotes: Remotes): Promise<Finding[]> =>
  Promise.all([
    ask('微信小程序接口', 'appid 和密钥有效', '请核对 WECHAT_APP_ID、WECHAT_APP_SECRET，以及公众平台的 IP 白名单', () =>
      remotes.wechatPlatform.readShippingOrder(NO_TRANSACTION),
    ),
    ask(
      '微信支付',
      '商户号、私钥、证书序列号有效，回答的签名核对无误',
      '请核对 WECHAT_PAY_ 一组设置：商户号、私钥与证书序列号、微信支付公钥',
      () => remotes.paymentGateway.queryByOutTradeNo(NO_TRADE),
    ),
    ask('邮件服务器', '能登录（没有发信）', '请核对 SMTP_URL、SMTP_USER、SMTP_PASSWORD', () =>
      remotes.mailSender.signIn(),
    ),
    askAuthority(remotes),
  ]);

const LARGEST_SKEW_MS = 60_000;
const REFUSED_SKEW_MS = 300_000;

/** Signed requests and notifications are refused at five minutes. @param url of a remote, whose answers have a date whatever they say */
export async function checkClock(url: string, now: () => Date): Promise<Finding> {
  const subject = '本机时钟';
  try {
    const { headers } = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(10_000) });
    const theirs = Date.parse(headers.get('date') ?? '');
    if (Number.isNaN(theirs)) {
      return mend(subject, `${new URL(url).host} 的回答没有时间，无法比对：请用 timedatectl 确认已与时间服务器同步`);
    }
    const skewMs = Math.abs(theirs - now().getTime());
    const words = `与 ${new URL(url).host} 相差 ${Math.round(skewMs / 1000)} 秒`;
    if (skewMs >= REFUSED_SKEW_MS) {
      return mend(subject, `${words}，超过五分钟签名会被拒绝：请打开时间同步（timedatectl set-ntp true）`);
    }
    return skewMs > LARGEST_SKEW_MS ? soon(subject, `${words}：请打开时间同步`) : good(subject, words);
  } catch {
    return mend(subject, `连不上 ${new URL(url).host}，无法比对：请检查网络`);
  }
}

/** Whether what remotes call back is served under that address. It is asked from here: a firewall outside may still keep them away. */
export async function checkCallback(setting: string, url: string): Promise<Finding> {
  const subject = `回调地址 ${setting}`;
  const health = new URL('/api/healthz', url);
  try {
    const answer = await fetch(health, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
    return answer.status === 200
      ? good(subject, `${health.host} 由本系统应答（从本机看；外网能否访问请用手机流量打开 ${health} 再确认）`)
      : mend(subject, `${health} 回答 ${answer.status}：请检查前置服务器的转发和证书`);
  } catch {
    return mend(subject, `打不开 ${health}：请检查域名解析、TLS 证书、前置服务器和后端进程`);
  }
}
