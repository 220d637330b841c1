import { endpoints, longestProjectFile } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { navigateTo } from '../../../../platform/navigation';
import { chooseTextFile } from '../../platform/choose-text-file';
import { STAFF_PROJECT_TEXT as TEXT } from '../../texts-projects';

/** Which project a file is about, as far as it can be read: the server says what is wrong with it. */
function projectOf(text: string): string | null {
  try {
    const { id } = JSON.parse(text) as { readonly id?: unknown };
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

async function readProjects() {
  const [{ items }, staff] = await Promise.all([
    call(endpoints.projectVersions.listProjects),
    call(endpoints.staff.readStaff),
  ]);
  return { items, mayImport: staff.roles.includes('administrator') };
}

/** All projects, and the import of a file as the draft of one. */
export function useProjects() {
  const load = useLoad(readProjects, 'projects');
  const [isTooLarge, setTooLarge] = useState(false);
  const importFile = useAction(async () => {
    setTooLarge(false);
    const text = await chooseTextFile('.json,application/json', longestProjectFile);
    if (text === null) {
      setTooLarge(true);
      return;
    }
    const project = load.data?.items.find(({ projectId }) => projectId === projectOf(text));
    const body = { text, revision: project?.draft?.revision ?? null };
    const draft = await call(endpoints.projectVersions.importFile, { body });
    say(TEXT.imported);
    await navigateTo('staffProject', { versionId: draft.id });
  });
  return { load, importFile, isTooLarge };
}
