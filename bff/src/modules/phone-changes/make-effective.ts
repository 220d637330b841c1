import { isDuplicateKey } from '../../database/duplicate-key';
import { outboxEntry } from '../../database/outbox';
import { type AccountModel, type AccountRecord, PHONE_PURPOSE, phoneHashesOf } from '../account';
import {
  type AttemptDependencies,
  applicantSubject,
  distrustDevices,
  endSessions,
  forgetAttempts,
  type SessionModel,
  type TrustedDeviceDependencies,
} from '../auth';
import type { OrderModel } from '../orders';
import { findChange } from './find-changes';
import { numbersOf, type PhoneChangeModel, type PhoneChangeRecord } from './phone-change.model';
import { PHONE_CHANGE_JOBS } from './phone-change-jobs';
import { freeNumber } from './replaced-account';

export interface MakeEffectiveDependencies extends AttemptDependencies, TrustedDeviceDependencies {
  readonly phoneChanges: PhoneChangeModel;
  readonly accounts: AccountModel;
  readonly orders: OrderModel;
  readonly sessions: SessionModel;
  readonly now: () => Date;
}

/** Ends the time to object; true when this change goes on, also in a run that was interrupted before. */
async function claim(
  { phoneChanges, accounts }: MakeEffectiveDependencies,
  change: PhoneChangeRecord,
): Promise<boolean> {
  if (change.takingEffect) {
    return true;
  }
  const account = await accounts
    .findOne({ _id: change.accountId }, { openid: 1 })
    .lean<Pick<AccountRecord, 'openid'>>();
  const claimed = await phoneChanges.updateOne(
    { _id: change._id, state: 'approved' },
    { $set: { takingEffect: true, formerOpenid: account?.openid ?? null } },
  );
  return claimed.matchedCount === 1;
}

/** Puts the new number into the account; true when it is there, also from an earlier run. */
async function writeNumber(dependencies: MakeEffectiveDependencies, change: PhoneChangeRecord): Promise<boolean> {
  const { accounts, sessions, cipher, now } = dependencies;
  const { accountId, newPhoneMasked } = change;
  const { oldPhone, newPhone } = numbersOf(cipher, change);
  const hasNumber = (phone: string) => ({
    _id: accountId,
    phoneHash: { $in: cipher.lookupHashes(phone, PHONE_PURPOSE) },
  });
  if (await accounts.exists(hasNumber(newPhone))) {
    return true;
  }
  const { free, removedId } = await freeNumber(dependencies, newPhone);
  if (!free) {
    return false;
  }
  if (removedId) {
    await endSessions(sessions, { kind: 'applicant', subjectId: removedId, except: null, now: now() });
  }
  try {
    const written = await accounts.updateOne(hasNumber(oldPhone), {
      $set: {
        phone: cipher.encryptText(newPhone, PHONE_PURPOSE, accountId),
        ...phoneHashesOf(cipher, newPhone),
        phoneMasked: newPhoneMasked,
        // WeChat was bound on the phone of the old number; the next sign-in binds the new one.
        openid: null,
        unionid: null,
      },
    });
    return written.matchedCount === 1;
  } catch (error) {
    if (isDuplicateKey(error)) {
      return false;
    }
    throw error;
  }
}

/** Everything that the old number opened, and whatever was guessed at the new one, is over. */
async function endWhatWas(dependencies: MakeEffectiveDependencies, change: PhoneChangeRecord): Promise<void> {
  const { sessions, cipher, now } = dependencies;
  await endSessions(sessions, { kind: 'applicant', subjectId: change.accountId, except: null, now: now() });
  for (const phone of Object.values(numbersOf(cipher, change))) {
    const subject = applicantSubject(phone);
    await distrustDevices(dependencies, subject);
    await forgetAttempts(dependencies, subject);
  }
}

/**
 * Job: makes an approved change effective. Every step may be repeated: a crash between them is made good by the next run.
 * A change that was stopped meanwhile stays stopped.
 */
export async function makeEffective(dependencies: MakeEffectiveDependencies, changeId: string): Promise<void> {
  const { phoneChanges, now } = dependencies;
  const change = await findChange(phoneChanges, changeId);
  if (change.state !== 'approved') {
    return;
  }
  if (!(await claim(dependencies, change))) {
    return;
  }
  const isWritten = await writeNumber(dependencies, change);
  const at = now();
  if (!isWritten) {
    await phoneChanges.updateOne(
      { _id: change._id, state: 'approved' },
      {
        $set: { state: 'failed', settledAt: at },
        $unset: { openFor: 1 },
        $inc: { revision: 1 },
        $push: { outbox: outboxEntry(PHONE_CHANGE_JOBS.tellResult, at, { result: '没有完成，请联系客服' }) },
      },
    );
    return;
  }
  await endWhatWas(dependencies, change);
  await phoneChanges.updateOne(
    { _id: change._id, state: 'approved' },
    {
      $set: { state: 'effective', settledAt: at },
      $unset: { openFor: 1 },
      $inc: { revision: 1 },
      $push: {
        outbox: {
          $each: [
            outboxEntry(PHONE_CHANGE_JOBS.tellEffective, at),
            outboxEntry(PHONE_CHANGE_JOBS.tellEffectiveByWechat, at),
            outboxEntry(PHONE_CHANGE_JOBS.tellResult, at, { result: '已生效，请用本号码登录' }),
          ],
        },
      },
    },
  );
}
