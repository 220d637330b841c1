import type { FieldCipher } from '../../database/field-cipher';
import type { AccountModel, AccountRecord } from '../account';
import { type NoticeDependencies, sendNotice, tellByWechat } from '../notifications';
import { findChange } from './find-changes';
import { numbersOf, type PhoneChangeModel, type PhoneChangeRecord } from './phone-change.model';

export interface NotifyChangeDependencies extends NoticeDependencies {
  readonly phoneChanges: PhoneChangeModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

const lastDigits = ({ newPhoneMasked }: PhoneChangeRecord): string => newPhoneMasked.slice(-4);
const MATTER = '更换登录手机号';

/** Job: tells the old number that somebody asks. @throws PortError; the job runs again */
export async function tellRequested(dependencies: NotifyChangeDependencies, changeId: string): Promise<void> {
  const { phoneChanges, cipher } = dependencies;
  const change = await findChange(phoneChanges, changeId);
  const message = { kind: 'phone-change-requested', lastDigits: lastDigits(change) } as const;
  await sendNotice(dependencies, numbersOf(cipher, change).oldPhone, message);
}

/** Job: the same to the WeChat of the account. @throws PortError */
export async function tellRequestedByWechat(dependencies: NotifyChangeDependencies, changeId: string): Promise<void> {
  const { phoneChanges, accounts } = dependencies;
  const change = await findChange(phoneChanges, changeId);
  const account = await accounts
    .findOne({ _id: change.accountId }, { openid: 1 })
    .lean<Pick<AccountRecord, 'openid'>>();
  await tellByWechat(dependencies, account?.openid ?? null, {
    kind: 'review-result',
    orderNumber: changeId,
    projectName: MATTER,
    result: '已提交',
    nextStep: '如非本人操作，请立即打开阻止',
    page: 'pages/mine/index',
  });
}

/** Job: tells the old number that it signs in no more. @throws PortError */
export async function tellEffective(dependencies: NotifyChangeDependencies, changeId: string): Promise<void> {
  const { phoneChanges, cipher } = dependencies;
  const change = await findChange(phoneChanges, changeId);
  const message = { kind: 'phone-changed', lastDigits: lastDigits(change) } as const;
  await sendNotice(dependencies, numbersOf(cipher, change).oldPhone, message);
}

/** Job: the same to the WeChat that it had. @throws PortError */
export async function tellEffectiveByWechat(dependencies: NotifyChangeDependencies, changeId: string): Promise<void> {
  const change = await findChange(dependencies.phoneChanges, changeId);
  await tellByWechat(dependencies, change.formerOpenid ?? null, {
    kind: 'review-result',
    orderNumber: changeId,
    projectName: MATTER,
    result: '已更换',
    nextStep: '如非本人操作，请立即联系客服',
    page: 'pages/mine/index',
  });
}

/** Job: tells the new number how it ended. @throws PortError */
export async function tellResult(
  dependencies: NotifyChangeDependencies,
  changeId: string,
  result: string,
): Promise<void> {
  const { phoneChanges, cipher } = dependencies;
  const change = await findChange(phoneChanges, changeId);
  await sendNotice(dependencies, numbersOf(cipher, change).newPhone, {
    kind: 'phone-change-result',
    result,
  });
}
