import type { AccessOutcome, AccessRefusal } from '../../platform/photo-access';
import { reconsiderAccess } from '../../platform/reconsider-access';
import { ACCESS_TEXT } from '../../text/privacy';
import { Notice } from '../notice';

export interface PermissionNoticeProps {
  /** Why the last photo could not be taken; null shows nothing. */
  readonly refusal: AccessRefusal | null;
  /** After the person was where it can be changed. */
  readonly onReconsidered: (outcome: AccessOutcome) => void;
}

/** The one place that explains a refused camera or album and leads to where that can be changed. */
export function PermissionNotice({ refusal, onReconsidered }: PermissionNoticeProps) {
  if (!refusal) {
    return null;
  }
  const { title, text, action } = ACCESS_TEXT.refusals[refusal];
  const reconsider = async () => onReconsidered(await reconsiderAccess(refusal));
  return (
    <Notice
      kind="warning"
      title={title}
      action={action === null ? undefined : { label: action, onTap: () => void reconsider() }}
    >
      {text}
    </Notice>
  );
}
