import { Notice } from '../../../../components/notice';
import { PAY_TEXT } from '../../text';
import type { PayRemark } from './use-pay-method';

const remarks = () =>
  ({
    cancelled: { kind: 'info', title: PAY_TEXT.cancelled, text: PAY_TEXT.cancelledHint },
    failed: { kind: 'warning', title: PAY_TEXT.sheetFailed, text: PAY_TEXT.sheetFailedHint },
    unavailable: { kind: 'warning', title: PAY_TEXT.unavailable, text: PAY_TEXT.unavailableHint },
    'not-yet': { kind: 'warning', title: PAY_TEXT.confirming, text: PAY_TEXT.confirmingHint },
  }) as const;

/** How the last try ended, calmly. */
export function PayRemarkNotice({ remark }: { readonly remark: PayRemark }) {
  if (!remark) {
    return null;
  }
  const { kind, title, text } = remarks()[remark];
  return (
    <Notice kind={kind} title={title}>
      {text}
    </Notice>
  );
}
