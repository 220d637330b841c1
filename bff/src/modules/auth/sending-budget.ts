import { AppError } from '@acceptance/shared';
import { openTask, type TaskModel } from '../tasks';
import { type Taken, takeFromBudget } from './code-budget';
import type { CodeBudgetModel } from './code-budget.model';
import type { CodePurpose } from './issue-code';
import { type PictureCodeDependencies, takePicture } from './picture-codes';
import { SMS_CODE_POLICY as POLICY } from './sms-code.policy';

/** A picture code that was asked for before, and what was read in it. */
export interface PictureAnswer {
  readonly pictureId: string;
  readonly pictureAnswer: string;
}

export interface SendingBudgetDependencies extends Pick<PictureCodeDependencies, 'pictureCodes' | 'cipher'> {
  readonly codeBudgets: CodeBudgetModel;
  readonly tasks: TaskModel;
  /** Codes that the whole service sends in a day at most. */
  readonly smsCodesADay: number;
}

interface Sending {
  readonly phone: string;
  readonly purpose: CodePurpose;
  readonly isKnown: boolean;
  readonly picture?: PictureAnswer;
  readonly now: Date;
}

const WARN_SHARE = 0.8;

/** Out of what the whole service sends in a day; staff are told before it is spent. @throws AppError auth.sms_unavailable */
async function takeOfService(needs: SendingBudgetDependencies, now: Date): Promise<Taken> {
  const { codeBudgets, tasks, smsCodesADay } = needs;
  const taken = await takeFromBudget(codeBudgets, { names: ['service'], limit: smsCodesADay, now });
  const isWarning = taken?.count === Math.ceil(smsCodesADay * WARN_SHARE);
  if (!taken || isWarning) {
    const facts = { used: taken?.count ?? smsCodesADay, budget: smsCodesADay };
    await openTask(tasks, { kind: 'sms-budget-low', subject: 'system:sms-codes', facts, now });
  }
  if (!taken) {
    throw new AppError('auth.sms_unavailable');
  }
  return taken;
}

/** Out of what strangers may have sent to a number. @throws AppError auth.code_daily_limit, auth.picture_* */
async function takeOfStrangers(
  needs: SendingBudgetDependencies,
  { phone, purpose, picture, now }: Sending,
): Promise<Taken> {
  const names = needs.cipher.lookupHashes(phone, 'code-budget').map((hash) => `strangers|${purpose}|${hash}`);
  const taken = await takeFromBudget(needs.codeBudgets, { names, limit: POLICY.strangersSendsADay, now });
  if (!taken) {
    throw new AppError('auth.code_daily_limit');
  }
  if (taken.count <= POLICY.strangersFreeSends) {
    return taken;
  }
  try {
    if (!picture) {
      throw new AppError('auth.picture_required');
    }
    await takePicture(needs, { pictureId: picture.pictureId, answer: picture.pictureAnswer, now });
    return taken;
  } catch (error) {
    await taken.giveBack();
    throw error;
  }
}

/** Takes one sending out of all budgets that it falls under. @throws AppError as both */
export async function takeSending(
  needs: SendingBudgetDependencies,
  sending: Sending,
): Promise<Pick<Taken, 'giveBack'>> {
  const ofStrangers = sending.isKnown ? null : await takeOfStrangers(needs, sending);
  try {
    const ofService = await takeOfService(needs, sending.now);
    return {
      async giveBack() {
        await ofStrangers?.giveBack();
        await ofService.giveBack();
      },
    };
  } catch (error) {
    await ofStrangers?.giveBack();
    throw error;
  }
}
