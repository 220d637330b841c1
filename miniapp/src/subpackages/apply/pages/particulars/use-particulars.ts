import { BUSINESS_LICENCE, type DraftField, endpoints, SIGNED_CONTRACT_STATES } from '@acceptance/shared';
import { call } from '../../../../api/client';
import { fieldMessage } from '../../../../api/problem';
import { say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useRouteParams } from '../../../../features/use-route-params';
import { changeField } from '../../draft/change-field';
import { fillFields } from '../../draft/fill-fields';
import { scrollToField } from '../../draft/scroll-to-field';
import { useFormDraft } from '../../draft/use-form-draft';
import { useJudged } from '../../draft/use-judged';
import { usePrefill } from '../../draft/use-prefill';
import { usePreviousForm } from '../../draft/use-previous-form';
import { goOn } from '../../order-flow/go-on';
import { useRenewal } from '../../order-flow/use-renewal';
import { useStepOrder } from '../../order-flow/use-step-order';
import { photosOf } from '../../paper/attachment-list';
import { usePaperPhotos } from '../../paper/use-paper-photos';
import { PARTICULARS_TEXT } from '../../texts-particulars';
import { LICENCE_PATH, particularsFields, particularsProblems } from './particulars-rules';

/** State of ① 申请信息: the draft, the licence, the question to the register, and going on. */
export function useParticulars() {
  const { orderId = '' } = useRouteParams('applyParticulars');
  const { order, frame, here } = useStepOrder('particulars', orderId);
  const form = useFormDraft({ orderId, order: here, onSaved: order.setData });
  const photos = usePaperPhotos({ orderId, order: here, onSaved: order.setData });
  const applicantType = here?.applicantType ?? 'person';
  const fields = particularsFields(applicantType);
  // An address of one's account says nothing of whether the form was begun.
  const previous = usePreviousForm(
    here,
    form.draft,
    fields.filter((field) => field !== 'email'),
  );
  const licence = photosOf(here?.attachments ?? [], BUSINESS_LICENCE);
  const isSigned = here !== null && SIGNED_CONTRACT_STATES.includes(here.contract.state);

  const { noteOf } = usePrefill({ draft: isSigned ? null : form.draft, fields, change: form.change });
  const problems = form.draft ? particularsProblems(form.draft, applicantType, licence.length > 0) : [];
  const judged = useJudged(problems);
  const renewal = useRenewal(here, order.setData);

  const next = useAction(async (asOnLicence: boolean) => {
    judged.judgeAll(fields);
    const [first] = problems;
    if (first) {
      scrollToField(first.path);
      return;
    }
    await form.saveNow();
    if (applicantType === 'person') {
      await goOn(await call(endpoints.orders.readOrder, { params: { orderId } }));
      return;
    }
    const checked = await call(endpoints.orders.checkUnit, { params: { orderId }, body: { asOnLicence } });
    order.setData(checked);
    if (checked.unitCheck && checked.unitCheck.doubts.length > 0) {
      say(PARTICULARS_TEXT.doubts);
    }
    await goOn(checked);
  });

  return {
    frame,
    order: here,
    isSigned,
    ...form,
    photos,
    licence,
    licenceError: problems.find(({ path }) => path === LICENCE_PATH)?.message ?? null,
    noteOf,
    openProblems: judged.openProblems,
    errorOf: (field: DraftField) => judged.errorOf(field) ?? fieldMessage(next.problem, field),
    leave: judged.leave,
    change: (field: DraftField, value: string) => {
      next.clearProblem();
      form.change((draft) => changeField(draft, field, value));
    },
    previous,
    usePrevious: () => {
      if (previous) {
        form.change((draft) => fillFields(draft, previous.form, fields));
      }
    },
    next,
    /** The register knows another name or representative; the licence decides. */
    differs: next.problem?.code === 'units.mismatch',
    renewal,
  };
}
