import { Notice } from '../../../components/notice';
import type { RouteName } from '../../../routes';
import { DeskFrame } from '../menu/desk-frame';
import { STAFF_TEXT } from '../text';
import { useStaffSession } from './use-staff-session';

/** Stands for a page of the desk that a phone has no use for: it needs a UKey, files or room, and would only be downloaded. */
export function AtDeskOnly({ route }: { readonly route: RouteName }) {
  useStaffSession();
  return (
    <DeskFrame route={route}>
      <Notice title={STAFF_TEXT.atDeskTitle}>{STAFF_TEXT.atDesk}</Notice>
    </DeskFrame>
  );
}
