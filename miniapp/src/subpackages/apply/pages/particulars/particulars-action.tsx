import type { Problem } from '../../../../api/problem';
import { PrimaryButton } from '../../../../components/primary-button';
import { useSettings } from '../../../../features/settings';
import { dial } from '../../../../platform/dial';
import { goOn, goToPage } from '../../order-flow/go-on';
import { StepAction } from '../../order-flow/step-action';
import { UndoNotice } from '../../paper/undo-notice';
import { ATTACHMENT_TEXT, FORM_TEXT, SAVE_STATE_TEXT } from '../../texts-form';
import { PARTICULARS_TEXT } from '../../texts-particulars';
import type { useParticulars } from './use-particulars';

/** What can be done about a refusal, other than correcting a field. */
function useWayOut(problem: Problem | null, orderId: string) {
  const phone = useSettings().data?.servicePhone;
  if (problem?.code === 'orders.not_editable') {
    return { label: FORM_TEXT.seeOrder, onTap: () => void goToPage('order', orderId) };
  }
  return problem?.code === 'units.not_in_business' && phone
    ? { label: PARTICULARS_TEXT.call(phone), onTap: () => dial(phone) }
    : undefined;
}

/** On to the next step; where the register differs, what the licence says decides. */
export function ParticularsAction({ page }: { readonly page: ReturnType<typeof useParticulars> }) {
  const { order, next, photos, isSigned, saveState, openProblems, differs } = page;
  const problem = next.problem ?? page.problem ?? photos.problem;
  const wayOut = useWayOut(problem, order?.id ?? '');
  if (!order) {
    return null;
  }
  if (isSigned) {
    return <StepAction onTap={() => void goOn(order)}>{PARTICULARS_TEXT.goOn}</StepAction>;
  }
  // That the text is only on this phone matters more than how much is left to do.
  const saysCount = openProblems > 0 && saveState !== 'kept';
  const asOnLicence = differs && (
    <PrimaryButton kind="secondary" pending={next.pending} onTap={() => void next.run(true)}>
      {PARTICULARS_TEXT.asOnLicence}
    </PrimaryButton>
  );
  return (
    <StepAction
      note={saysCount ? FORM_TEXT.problems(openProblems) : SAVE_STATE_TEXT[saveState]}
      problem={problem}
      problemAction={wayOut}
      above={<UndoNotice onUndo={photos.undo} />}
      second={asOnLicence}
      whyDisabled={photos.isSending ? ATTACHMENT_TEXT.uploading : null}
      pending={next.pending}
      pendingLabel={order.applicantType === 'unit' ? PARTICULARS_TEXT.checking : PARTICULARS_TEXT.saving}
      onTap={() => void next.run(false)}
    >
      {PARTICULARS_TEXT.next}
    </StepAction>
  );
}
