import { Notice } from '../../../components/notice';
import { PageFrame } from '../../../components/page-frame';
import { STAFF_TEXT } from '../text';
import { useStaffSession } from './use-staff-session';

/** Stands for a page of the desk that a phone has no use for: it needs a UKey, files or room, and would only be downloaded. */
export function AtDeskOnly({ title }: { readonly title: string }) {
  useStaffSession();
  return (
    <PageFrame title={title}>
      <Notice title={STAFF_TEXT.atDeskTitle}>{STAFF_TEXT.atDesk}</Notice>
    </PageFrame>
  );
}
