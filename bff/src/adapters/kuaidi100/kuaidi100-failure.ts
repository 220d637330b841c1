import { PortError, type PortFailure } from '../../ports/port-error';

const PORT = 'parcel-tracker';

/** POST /poll/query.do (实时快递查询, 返回码说明). The same numbers mean other things in the other table. */
const FAILURE_OF_QUERY: Readonly<Record<string, PortFailure>> = {
  // 提交的数据不完整, 找不到对应公司
  '400': 'rejected',
  // 快递公司参数异常：验证码错误 — the digits of the phone are not those of sender or receiver
  '408': 'rejected',
  // 服务器错误
  '501': 'unavailable',
  // 服务器繁忙: more queries at once than the account may make
  '502': 'rate-limited',
  // 验证签名失败
  '503': 'misconfigured',
  // 您不是合法的订阅者
  '600': 'misconfigured',
  // KEY已过期, or what was paid for is used up
  '601': 'misconfigured',
};

/** POST /poll (快递信息订阅, 返回码说明). 501 (重复订阅) is none: see create-parcel-tracker.ts. */
const FAILURE_OF_SUBSCRIPTION: Readonly<Record<string, PortFailure>> = {
  '500': 'unavailable',
  '600': 'misconfigured',
  '601': 'misconfigured',
  // The number or the address of the callback is wrong; 701: the courier is refused; 702: the number fits no courier
  '700': 'rejected',
  '701': 'rejected',
  '702': 'rejected',
};

const failureIn = (table: Readonly<Record<string, PortFailure>>) => (returnCode: string) =>
  // A code that is not written down is a fault of theirs, to be tried again.
  new PortError(PORT, table[returnCode] ?? 'unavailable', returnCode);

/** The service's texts are dropped: they may quote the request. */
export const queryFailure = failureIn(FAILURE_OF_QUERY);
export const subscriptionFailure = failureIn(FAILURE_OF_SUBSCRIPTION);

/** No answer, or one that is not in the service's form. */
export const noUsableAnswer = (vendorCode: string): PortError => new PortError(PORT, 'unavailable', vendorCode);

/** Our own call, or a notice that came, is not acceptable; nothing was sent. */
export const refused = (reason: string): PortError => new PortError(PORT, 'rejected', reason);
