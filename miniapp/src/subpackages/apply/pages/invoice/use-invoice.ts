import { type ApplicationFormDraft, type DraftField, endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { navigateBack } from '../../../../platform/navigation';
import { INVOICE_TEXT as TEXT } from '../../../../text/invoices';
import { changeField } from '../../draft/change-field';
import { scrollToField } from '../../draft/scroll-to-field';
import { useJudged } from '../../draft/use-judged';
import { applyInvoiceTitle } from '../form/form-rules';
import { useInvoiceTitle } from '../form/use-invoice-title';
import { checkInvoice, invoiceFieldsOf } from './invoice-problems';

/** An invoice that is corrected after the payment; nothing is kept until it is saved. */
export function useInvoice(orderId: string) {
  const params = { orderId };
  const load = useLoad(() => call(endpoints.invoices.readInvoice, { params }), orderId, { onShow: false });
  const [typed, setTyped] = useState<ApplicationFormDraft | null>(null);
  const draft: ApplicationFormDraft = typed ?? { invoice: { ...load.data?.particulars } };
  const { invoice, problems } = checkInvoice(draft);
  const judged = useJudged(problems);
  const save = useAction(async () => {
    judged.judgeAll(invoiceFieldsOf(draft));
    const [first] = problems;
    if (!invoice) {
      scrollToField(first?.path ?? 'invoice.kind');
      return;
    }
    await call(endpoints.invoices.correctInvoice, { params, body: { invoice } });
    say(TEXT.saved);
    await navigateBack('orders');
  });
  return {
    load,
    draft,
    errorOf: judged.errorOf,
    onLeave: judged.leave,
    onChange: (field: DraftField, value: string) => setTyped(changeField(draft, field, value)),
    titles: useInvoiceTitle((chosen) => setTyped(applyInvoiceTitle(draft, chosen))),
    save,
  };
}
