import { type DraftField, endpoints, formRulesOf } from '@acceptance/shared';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { useRouteParams } from '../../../../features/use-route-params';
import { changeField } from '../../draft/change-field';
import { scrollToField } from '../../draft/scroll-to-field';
import { useFormDraft } from '../../draft/use-form-draft';
import { useJudged } from '../../draft/use-judged';
import { usePrefill } from '../../draft/use-prefill';
import { usePreviousForm } from '../../draft/use-previous-form';
import { goToPage } from '../../order-flow/go-on';
import { joinLoads } from '../../order-flow/join-loads';
import { useStepOrder } from '../../order-flow/use-step-order';
import { asksForPapers } from '../../paper/attachment-list';
import { applyInvoiceTitle, fillFromPrevious, formProblems, openingDraft, visibleFields } from './form-rules';
import { useInvoiceTitle } from './use-invoice-title';

const FIRST_FIELDS: readonly DraftField[] = ['invoice.kind', 'delivery.way'];

/** State of 发票与领取: the draft, which fields are judged already, and going on. */
export function useForm() {
  const { orderId = '' } = useRouteParams('applyForm');
  const { order, frame, here } = useStepOrder('form', orderId);
  const account = useLoad(() => call(endpoints.account.readAccount), 'account', { onShow: false });
  const form = useFormDraft({
    orderId,
    order: here,
    onSaved: order.setData,
    opening: (draft, { project }) => openingDraft(draft, project),
  });
  const previous = usePreviousForm(here, form.draft, FIRST_FIELDS);
  const rules = here && formRulesOf(here);
  const open = rules && form.draft ? visibleFields(form.draft, rules) : [];
  const { noteOf } = usePrefill({ draft: form.draft, fields: open, change: form.change });
  const problems = rules && form.draft ? formProblems(form.draft, rules) : [];
  const judged = useJudged(problems);

  const goOn = useAction(async () => {
    if (!here) {
      return;
    }
    judged.judgeAll(open);
    const [first] = problems;
    if (first) {
      scrollToField(first.path);
      return;
    }
    await form.saveNow();
    const skipsPapers = here.status === 'returned' || !asksForPapers(here);
    await goToPage(skipsPapers ? 'applyConfirm' : 'applyAttachments', orderId);
  });

  return {
    frame: joinLoads(frame, account),
    order: here,
    account: account.data,
    ...form,
    ...judged,
    noteOf,
    change: (field: DraftField, value: string) => form.change((draft) => changeField(draft, field, value)),
    previous,
    usePrevious: () => {
      if (previous && rules) {
        form.change((draft) => fillFromPrevious(draft, previous.form, rules));
      }
    },
    titles: useInvoiceTitle((chosen) => form.change((draft) => applyInvoiceTitle(draft, chosen))),
    goOn,
  };
}
