import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { particularsRows } from '../../../../features/particulars-rows';
import { describeReviewMark } from '../../../../text/labels';
import { marksOf } from '../../draft/draft-problems';
import { FactTable } from '../../order-flow/fact-table';
import { isRenewable } from '../../order-flow/use-renewal';
import { FORM_TEXT } from '../../texts-form';
import { PARTICULARS_TEXT } from '../../texts-particulars';
import type { useParticulars } from './use-particulars';

const MARKED = ['unit', 'email', 'address'] as const;

/** What a signed contract says: to be read, and the way to correct it. */
export function LockedParticulars({ page }: { readonly page: ReturnType<typeof useParticulars> }) {
  const { order, renewal } = page;
  if (!order) {
    return null;
  }
  const canRenew = isRenewable(order);
  const marks = order.status === 'returned' ? MARKED.flatMap((field) => marksOf(order.reviewMarks, field)) : [];
  return (
    <>
      {marks.map((mark) => (
        <Notice key={`${mark.field}-${mark.reason}`} kind="warning">
          {describeReviewMark(mark, order.project)}
        </Notice>
      ))}
      <Notice title={PARTICULARS_TEXT.lockedTitle}>
        {canRenew ? PARTICULARS_TEXT.locked : PARTICULARS_TEXT.lockedSealing}
      </Notice>
      <Card title={order.applicantType === 'unit' ? FORM_TEXT.unit : FORM_TEXT.contact}>
        <FactTable rows={particularsRows(order.form)} />
      </Card>
      <ProblemNotice problem={renewal.problem} />
      {canRenew && (
        <PrimaryButton
          kind="secondary"
          pending={renewal.pending}
          pendingLabel={PARTICULARS_TEXT.renewing}
          onTap={() => void renewal.run()}
        >
          {PARTICULARS_TEXT.renew}
        </PrimaryButton>
      )}
    </>
  );
}
