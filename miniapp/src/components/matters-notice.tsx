import type { AccountMatters } from '@acceptance/shared';
import { formatChinaDateTime } from '../text/china-date';
import { MATTERS_TEXT } from '../text/matters';
import { Notice } from './notice';

export interface MattersNoticeProps {
  readonly matters: AccountMatters | null;
  readonly onObject: () => void;
  readonly onKeep: () => void;
}

/** What is under way with the account, with the way to stop it; nothing when all is quiet. */
export function MattersNotice({ matters, onObject, onKeep }: MattersNoticeProps) {
  const { phoneChange = null, deletion = null } = matters ?? {};
  return (
    <>
      {phoneChange && (
        <Notice
          kind="danger"
          title={MATTERS_TEXT.phoneChange(phoneChange.newPhoneMasked)}
          action={{ label: MATTERS_TEXT.object, onTap: onObject }}
        >
          {MATTERS_TEXT.phoneChangeHint(formatChinaDateTime(phoneChange.effectiveFrom))}
        </Notice>
      )}
      {deletion && (
        <Notice
          kind="warning"
          title={MATTERS_TEXT.deletion(formatChinaDateTime(deletion.dueAt))}
          action={{ label: MATTERS_TEXT.keep, onTap: onKeep }}
        >
          {MATTERS_TEXT.deletionHint}
        </Notice>
      )}
    </>
  );
}
