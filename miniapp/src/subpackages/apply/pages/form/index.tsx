import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { StepsBar } from '../../../../components/steps-bar';
import { redirectTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { StepAction } from '../../order-flow/step-action';
import { FORM_TEXT, SAVE_STATE_TEXT } from '../../texts-form';
import { DeliverySection } from './delivery-section';
import { DraftTextInput } from './draft-text-input';
import { marksOf } from './form-rules';
import { FormSection } from './form-section';
import { InvoiceSection } from './invoice-section';
import { LockedSections } from './locked-sections';
import { UnusualCodeTick } from './unusual-code-tick';
import { useForm } from './use-form';
import './index.scss';

/** It was handed in meanwhile, perhaps on another phone: what became of it stands there. */
const seeOrder = (orderId: string) => ({
  label: FORM_TEXT.seeOrder,
  onTap: () => void redirectTo('order', { orderId }),
});

/** ⑤ 填写信息 */
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
  const { project, reviewMarks } = order;
  const fields = { draft, errorOf: form.errorOf, onChange: form.change, onLeave: form.leave };
  return (
    <PageFrame title={ROUTES.applyForm.title} load={form.frame} bottom={action}>
      <StepsBar current="form" reached={order.currentStep} />
      {isReturned && <Notice kind="warning">{FORM_TEXT.returned}</Notice>}
      {form.restored && <Notice kind="success">{FORM_TEXT.restored}</Notice>}
      {form.previous && (
        <Notice action={{ label: FORM_TEXT.usePrevious, onTap: form.usePrevious }}>
          {FORM_TEXT.previous(form.previous.orderNumber)}
        </Notice>
      )}
      {project.certificateKind === 'unit' && (
        <FormSection title={FORM_TEXT.unit} marks={marksOf(reviewMarks, 'unit')}>
          <DraftTextInput field="unit.name" {...fields} />
          <DraftTextInput field="unit.unifiedSocialCreditCode" {...fields} />
          <UnusualCodeTick field="unit.unifiedSocialCreditCode" {...fields} />
        </FormSection>
      )}
      <FormSection
        title={FORM_TEXT.contact}
        marks={[...marksOf(reviewMarks, 'email'), ...marksOf(reviewMarks, 'address')]}
      >
        <DraftTextInput field="email" {...fields} />
        <DraftTextInput field="address" {...fields} />
      </FormSection>
      {project.invoiceOffered && (
        <InvoiceSection order={order} onChooseTitle={() => void form.chooseTitle()} {...fields} />
      )}
      <DeliverySection order={order} {...fields} />
      <LockedSections order={order} account={account} />
    </PageFrame>
  );
}
