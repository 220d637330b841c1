import * as v from 'valibot';
import { fillDetails } from '../errors/api-error';
import type { ErrorDefinition } from '../errors/error-catalogue';

const define = (status: number, message: string, next: string): ErrorDefinition => ({ status, message, next });

/**
 * What the agent on a PC answers when it refuses or fails. A vocabulary of its own, for it is another program than the BFF and installed
 * by itself; the form of an entry is the one of the catalogue of errors. `{name}` is filled from the details.
 */
export const UKEY_AGENT_ERRORS = {
  // who calls, and how
  'ukey.host_refused': define(403, 'UKey 助手只接受本机的访问', '请在插有 UKey 的这台电脑上操作'),
  'ukey.origin_refused': define(403, '这个网站不能使用 UKey 助手', '请从受理平台的网址打开页面后重试'),
  'ukey.request_refused': define(400, 'UKey 助手不接受这种请求', '请刷新页面后重试；如仍不行，请联系客服'),
  'ukey.operation_unknown': define(404, 'UKey 助手没有这项功能', '请更新 UKey 助手后重试'),
  'ukey.request_invalid': define(422, '提交给 UKey 助手的内容不正确', '请刷新页面后重试；如仍不行，请联系客服'),
  'ukey.busy': define(503, 'UKey 正忙', '请等正在进行的操作完成后再试'),
  'ukey.failed': define(500, 'UKey 助手出了点问题', '请拔下 UKey 重新插入后再试；如仍不行，请联系客服'),
  // pairing
  'ukey.pairing_required': define(401, '这个页面还没有与 UKey 助手配对', '请输入 UKey 助手窗口里显示的 6 位数字'),
  'ukey.pairing_wrong': define(401, '配对码不对', '请核对 UKey 助手窗口里的 6 位数字，还可以试 {remaining} 次'),
  'ukey.pairing_ended': define(401, '配对码已失效', '请在 {seconds} 秒后重新获取配对码'),
  // tokens
  'ukey.token_not_found': define(404, '没有找到这个 UKey', '请确认 UKey 已插好，再刷新列表'),
  'ukey.token_removed': define(409, 'UKey 在操作中被拔出了', '请重新插入同一个 UKey，再操作一次，会从断开的地方继续'),
  'ukey.token_in_use': define(409, '这个 UKey 已经初始化过', '请换一个空白的 UKey，或用管理员 PIN 清空后再用'),
  'ukey.token_not_prepared': define(409, '这个 UKey 还没有初始化', '请先在制证台初始化'),
  'ukey.token_full': define(409, 'UKey 的存储空间不够了', '请删除不用的证书，或换一个 UKey'),
  'ukey.label_mismatch': define(409, '插入的不是这一个 UKey', '请核对 UKey 上的标签，插入正确的 UKey 后重试'),
  'ukey.label_taken': define(409, '已有另一个 UKey 使用这个标签', '请拔下其他 UKey，或换一个标签'),
  'ukey.preparations_waiting': define(
    409,
    '还有 {count} 个 UKey 的 PIN 信封没有确认打印',
    '请先打印并确认这些 PIN 信封，再初始化新的 UKey',
  ),
  'ukey.unsupported': define(422, '这个 UKey 不支持所需的算法（{algorithm}）', '请换用支持该算法的 UKey'),
  // PIN
  'ukey.pin_wrong': define(
    401,
    'PIN 码不对',
    '在这台电脑上最多还可以试 {remaining} 次；UKey 自身也在计数，可能更早锁定',
  ),
  'ukey.pin_last_try': define(
    401,
    'PIN 码不对，只剩最后 1 次机会',
    '请核对 PIN 码后再试；再输错 UKey 会锁定，需要到受理点解锁',
  ),
  'ukey.pin_locked': define(423, 'PIN 码输错次数太多，UKey 已锁定', '请带上 UKey 和证件到受理点解锁'),
  'ukey.pin_weak': define(422, '这个 PIN 码太容易被猜到', '请不要用连续、重复的数字、日期或 UKey 上印的号码'),
  'ukey.pin_length': define(422, 'PIN 码的长度不对', '请使用 {min} 到 {max} 位的数字或字母'),
  'ukey.pin_same': define(422, '新 PIN 码与原来的一样', '请换一个新的 PIN 码'),
  'ukey.admin_pin_wrong': define(401, '管理员 PIN 不对', '请核对这个 UKey 的管理员 PIN；连续输错会使 UKey 报废'),
  'ukey.admin_pin_locked': define(423, '管理员 PIN 已锁定，这个 UKey 不能再管理', '请换一个 UKey，并为持有人办理补办'),
  // keys, certificates, challenges
  'ukey.key_not_found': define(404, 'UKey 里没有对应的密钥', '请确认插入的是申请证书时用的 UKey'),
  'ukey.key_exists': define(409, 'UKey 里已有这份申请的密钥，但算法不同', '请核对申请的算法，或清空 UKey 后重做'),
  'ukey.key_unprotected': define(422, 'UKey 没有保护好密钥，密钥已删除', '请换一个合格的 UKey'),
  'ukey.certificate_unreadable': define(422, '证书内容无法识别', '请重新下载证书后再写入'),
  'ukey.certificate_of_other_key': define(
    409,
    '证书不是为这个 UKey 的密钥签发的',
    '请核对申请，插入正确的 UKey 后重试',
  ),
  'ukey.chain_broken': define(422, '证书链不完整或顺序不对', '请重新下载证书链后再写入'),
  'ukey.certificate_missing': define(404, 'UKey 里没有证书', '请先写入证书，或换一个 UKey'),
  'ukey.check_failed': define(500, '写入后的检查没有通过', '请再写入一次；如仍不行，请换一个 UKey'),
  'ukey.challenge_of_other_site': define(
    403,
    '签名请求来自另一个网站，已拒绝',
    '请关闭可疑页面，从受理平台的网址重新登录',
  ),
  'ukey.challenge_expired': define(409, '签名请求已过期', '请重试一次；如仍不行，请校准电脑的时间'),
} as const satisfies Record<`ukey.${string}`, ErrorDefinition>;

export type UkeyAgentErrorCode = keyof typeof UKEY_AGENT_ERRORS;
export const isUkeyAgentErrorCode = (value: unknown): value is UkeyAgentErrorCode =>
  typeof value === 'string' && Object.hasOwn(UKEY_AGENT_ERRORS, value);

type Details = Readonly<Record<string, string | number>>;

/** The only error that the agent answers on purpose, and that its client throws. Details hold no PIN and no personal data. */
export class UkeyAgentError extends Error {
  override readonly name = 'UkeyAgentError';
  readonly status: number;
  readonly userMessage: string;
  readonly next: string;

  constructor(
    readonly code: UkeyAgentErrorCode,
    readonly details?: Details,
    cause?: unknown,
  ) {
    super(code, { cause });
    const { status, message, next } = UKEY_AGENT_ERRORS[code];
    this.status = status;
    this.userMessage = fillDetails(message, details);
    this.next = fillDetails(next, details);
  }

  toBody() {
    const { code, userMessage: message, next, details } = this;
    return { error: { code, message, next, ...(details && { details }) } };
  }
}

const errorBodySchema = v.object({
  error: v.object({
    code: v.custom<UkeyAgentErrorCode>(isUkeyAgentErrorCode),
    details: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  }),
});

/** The error that an answer of the agent carries, or null when the answer is not one of its own. */
export function ukeyAgentErrorFromBody(body: unknown): UkeyAgentError | null {
  const parsed = v.safeParse(errorBodySchema, body);
  return parsed.success ? new UkeyAgentError(parsed.output.error.code, parsed.output.error.details) : null;
}
