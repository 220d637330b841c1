import { type ApplicantType, type ContractTemplateView, endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { download } from '../../../../api/download';
import { ask, say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { navigateBack } from '../../../../platform/navigation';
import { openPdf } from '../../../../platform/open-document';
import { proofChecks, proofIn } from '../../desk/proof-fields';
import { useFactor } from '../../desk/use-factor';
import { STAFF_TEMPLATE_TEXT as TEXT } from '../../texts-templates';

async function loadTemplate(contractTemplateId: string) {
  const [template, factor] = await Promise.all([
    call(endpoints.contractTemplates.readTemplate, { params: { contractTemplateId } }),
    call(endpoints.staff.readSecondFactor),
  ]);
  return { template, factor };
}

/** A sample is made anew each time: the draft or the settings may have changed. */
function useSample(contractTemplateId: string) {
  const [blocked, setBlocked] = useState(false);
  const open = useAction(async (applicantType: ApplicantType) => {
    const input = { params: { contractTemplateId }, query: { applicantType } };
    setBlocked(!(await openPdf(await download(endpoints.contractTemplates.readSample, input))));
  });
  return { open, blocked };
}

/** One version of the template, and what an administrator does with a draft. */
export function useTemplate(contractTemplateId: string) {
  const load = useLoad(() => loadTemplate(contractTemplateId), contractTemplateId);
  const params = { contractTemplateId };
  const factor = useFactor(load.data?.factor ?? null);
  const [confirming, setConfirming] = useState(false);
  const form = useFields(proofChecks(factor));

  const publish = useAction(async ({ revision }: ContractTemplateView) => {
    if (!form.pass('password', 'secondFactor')) {
      return;
    }
    const body = { revision, ...proofIn(form, factor) };
    const template = await call(endpoints.contractTemplates.publishDraft, { params, body });
    if (load.data) {
      load.setData({ ...load.data, template });
    }
    setConfirming(false);
    form.clear();
    say(TEXT.published);
  });

  const discard = useAction(async () => {
    const question = { title: TEXT.discardTitle, text: TEXT.discardText, confirm: TEXT.discardYes, dangerous: true };
    if (!(await ask(question))) {
      return;
    }
    await call(endpoints.contractTemplates.discardDraft, { params });
    say(TEXT.discarded);
    await navigateBack('staffTemplates');
  });

  return {
    load,
    factor,
    sample: useSample(contractTemplateId),
    confirming,
    confirm: (open: boolean) => {
      publish.clearProblem();
      form.clear();
      setConfirming(open);
    },
    form,
    publish,
    discard,
  };
}
export type TemplatePage = ReturnType<typeof useTemplate>;
