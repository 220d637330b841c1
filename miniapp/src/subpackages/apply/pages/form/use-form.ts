import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { useRouteParams } from '../../../../features/use-route-params';
import { redirectTo } from '../../../../platform/navigation';
import type { DraftField } from '../../draft/draft-fields';
import { joinLoads } from '../../order-flow/join-loads';
import { useStepOrder } from '../../order-flow/use-step-order';
import { chooseInvoiceTitle } from './choose-invoice-title';
import { applyInvoiceTitle, changeField, fillFromPrevious, formProblems } from './form-rules';
import { scrollToField } from './scroll-to-field';
import { useFormDraft } from './use-form-draft';
import { usePreviousForm } from './use-previous-form';

/** State of ⑤ 填写信息: the draft, which fields are judged already, and going on. */
export function useForm() {
  const { orderId = '' } = useRouteParams('applyForm');
  const { order, frame, here } = useStepOrder('form', orderId);
  const account = useLoad(() => call(endpoints.account.readAccount), 'account', { onShow: false });
  const form = useFormDraft(orderId, here, order.setData);
  const previous = usePreviousForm(here, form.draft);
  // Fields that were left once; after the first try to go on, all of them.
  const [judged, setJudged] = useState<'all' | readonly DraftField[]>([]);

  const problems = here && form.draft ? formProblems(form.draft, here.project) : [];
  const errorOf = (field: DraftField): string | null =>
    judged === 'all' || judged.includes(field)
      ? (problems.find((problem) => problem.path === field)?.message ?? null)
      : null;

  const goOn = useAction(async () => {
    if (!here || !form.draft) {
      return;
    }
    setJudged('all');
    const [first] = formProblems(form.draft, here.project);
    if (first) {
      scrollToField(first.path);
      return;
    }
    await form.saveNow();
    await redirectTo(here.status === 'returned' ? 'applyConfirm' : 'applyAttachments', { orderId });
  });

  return {
    frame: joinLoads(frame, account),
    order: here,
    account: account.data,
    ...form,
    errorOf,
    /** How many fields stop the way on; 0 before the first try. */
    openProblems: judged === 'all' ? problems.length : 0,
    change: (field: DraftField, value: string) => form.change((draft) => changeField(draft, field, value)),
    leave: (field: DraftField) =>
      setJudged((before) => (before === 'all' || before.includes(field) ? before : [...before, field])),
    previous,
    usePrevious: () => {
      if (previous && here) {
        form.change((draft) => fillFromPrevious(draft, previous.form, here.project));
      }
    },
    chooseTitle: async () => {
      const chosen = await chooseInvoiceTitle();
      if (chosen) {
        form.change((draft) => applyInvoiceTitle(draft, chosen));
      }
    },
    goOn,
  };
}
