import { invoiceKindsOf } from '@acceptance/shared';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { ROUTES } from '../../../../routes';
import { DraftConflicts } from '../../draft/draft-conflicts';
import { goToPage } from '../../order-flow/go-on';
import { OrderSteps } from '../../order-flow/order-steps';
import { StepAction } from '../../order-flow/step-action';
import { FORM_TEXT, SAVE_STATE_TEXT } from '../../texts-form';
import { DeliverySection } from './delivery-section';
import { InvoiceSection } from './invoice-section';
import { LockedSections } from './locked-sections';
import { useForm } from './use-form';
import './index.scss';

/** It was handed in meanwhile, perhaps on another phone: what became of it stands there. */
const seeOrder = (orderId: string) => ({
  label: FORM_TEXT.seeOrder,
  onTap: () => void goToPage('order', orderId),
});

/** 发票与领取 */
export default function ApplyFormPage() {
  const form = useForm();
  const { order, account, draft, goOn } = form;
  const isReturned = order?.status === 'returned';
  // That the text is only on this phone matters more than how much is left to do.
  const saysCount = form.openProblems > 0 && form.saveState !== 'kept';
  const problem = goOn.problem ?? form.problem;
  const action = (
    <StepAction
      note={saysCount ? FORM_TEXT.problems(form.openProblems) : SAVE_STATE_TEXT[form.saveState]}
      problem={problem}
      problemAction={problem?.code === 'orders.not_editable' && order ? seeOrder(order.id) : undefined}
      pending={goOn.pending}
      pendingLabel={FORM_TEXT.going}
      onTap={() => void goOn.run()}
    >
      {isReturned ? FORM_TEXT.nextReturned : FORM_TEXT.next}
    </StepAction>
  );
  if (!order || !account || !draft) {
    return <PageFrame title={ROUTES.applyForm.title} load={form.frame} />;
  }
  const fields = { draft, noteOf: form.noteOf, errorOf: form.errorOf, onChange: form.change, onLeave: form.leave };
  return (
    <PageFrame title={ROUTES.applyForm.title} load={form.frame} bottom={action}>
      <OrderSteps current="form" order={order} />
      {isReturned && <Notice kind="warning">{FORM_TEXT.returned}</Notice>}
      <DraftConflicts conflicts={form.conflicts} decide={form.decide} />
      {form.restored && <Notice kind="success">{FORM_TEXT.restored}</Notice>}
      {form.previous && (
        <Notice action={{ label: FORM_TEXT.usePrevious, onTap: form.usePrevious }}>
          {FORM_TEXT.previous(form.previous.orderNumber)}
        </Notice>
      )}
      {order.project.invoiceOffered && (
        <InvoiceSection
          order={order}
          kinds={['none', ...invoiceKindsOf(order.project)]}
          titles={form.titles}
          {...fields}
        />
      )}
      <DeliverySection order={order} {...fields} />
      <LockedSections order={order} account={account} />
    </PageFrame>
  );
}
