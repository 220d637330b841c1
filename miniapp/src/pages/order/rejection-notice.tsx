import { Notice } from '../../components/notice';
import { ORDER_TEXT } from '../../text/orders';

/** Why staff have rejected the application, in their words. */
export const RejectionNotice = ({ reason }: { readonly reason: string | null }) =>
  reason === null ? null : (
    <Notice kind="warning" title={ORDER_TEXT.rejectedBecause}>
      {reason}
    </Notice>
  );
