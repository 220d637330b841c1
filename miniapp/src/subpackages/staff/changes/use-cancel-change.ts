import { endpoints, type StaffChange } from '@acceptance/shared';
import { call } from '../../../api/client';
import { ask } from '../../../features/ask';
import { useAction } from '../../../features/use-action';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../texts-accounts';

/** Cancelling a change, after a question. */
export const useCancelChange = (onDone: () => Promise<void>) =>
  useAction(async ({ id, member }: StaffChange) => {
    const text = TEXT.cancelChangeText(member.displayName);
    if (await ask({ title: TEXT.cancelChangeTitle, text, confirm: TEXT.confirm, dangerous: true })) {
      await call(endpoints.staff.cancelMemberChange, { params: { staffChangeId: id } });
      await onDone();
    }
  });
