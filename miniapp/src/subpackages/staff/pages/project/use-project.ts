import { type ApplicantType, endpoints, type ProjectVersionView } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { download } from '../../../../api/download';
import { ask, say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { navigateBack } from '../../../../platform/navigation';
import { openPdf } from '../../../../platform/open-document';
import { saveFile } from '../../../../platform/save-file';
import { proofChecks, proofIn } from '../../desk/proof-fields';
import { useFactor } from '../../desk/use-factor';
import { forgetFile } from '../../platform/forget-file';
import { STAFF_PROJECT_TEXT as TEXT } from '../../texts-projects';

const { projectVersions } = endpoints;

async function readAll(projectVersionId: string) {
  const [version, factor, staff] = await Promise.all([
    call(projectVersions.readVersion, { params: { projectVersionId } }),
    call(endpoints.staff.readSecondFactor),
    call(endpoints.staff.readStaff),
  ]);
  const { items } = await call(projectVersions.listVersions, { params: { projectKey: version.projectId } });
  return { version, factor, versions: items, mayAct: staff.roles.includes('administrator') };
}

/** What an administrator is about to do, which takes a proof. */
export type GraveDeed = 'publish' | 'withdraw';

/** One version of a project, and what an administrator does with it. */
export function useProject(projectVersionId: string) {
  const params = { projectVersionId };
  const load = useLoad(() => readAll(projectVersionId), projectVersionId);
  const factor = useFactor(load.data?.factor ?? null);
  const [deed, setDeed] = useState<GraveDeed | null>(null);
  const [blocked, setBlocked] = useState(false);
  const form = useFields(proofChecks(factor));

  const act = useAction(async ({ revision }: ProjectVersionView) => {
    if (!deed || !form.pass('password', 'secondFactor')) {
      return;
    }
    const proof = proofIn(form, factor);
    if (deed === 'publish') {
      await call(projectVersions.publishDraft, { params, body: { revision, ...proof } });
    } else {
      await call(projectVersions.withdrawProject, { params, body: proof });
    }
    say(deed === 'publish' ? TEXT.published : TEXT.withdrawn);
    setDeed(null);
    form.clear();
    await load.reload();
  });
  const discard = useAction(async () => {
    const question = { title: TEXT.discardTitle, text: TEXT.discardText, confirm: TEXT.discardYes, dangerous: true };
    if (await ask(question)) {
      await call(projectVersions.discardDraft, { params });
      say(TEXT.discarded);
      await navigateBack('staffProjects');
    }
  });
  const sample = useAction(async (applicantType: ApplicantType) => {
    const input = { params, query: { applicantType } };
    setBlocked(!(await openPdf(await download(projectVersions.readContractSample, input))));
  });
  const exportFile = useAction(async ({ projectId, number, text }: ProjectVersionView) => {
    const path = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    await saveFile(path, `${projectId}-${number ?? 'draft'}.json`);
    forgetFile(path);
    say(TEXT.exported);
  });
  return {
    load,
    factor,
    form,
    deed,
    begin(next: GraveDeed | null) {
      act.clearProblem();
      form.clear();
      setDeed(next);
    },
    act,
    discard,
    sample,
    blocked,
    exportFile,
  };
}
export type ProjectPage = ReturnType<typeof useProject>;
