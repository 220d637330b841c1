import type { ProjectFile } from '@acceptance/shared';
import { publishVersion, saveVersionDraft, type VersionProblemsNeeds } from '../../bff/src/modules/project-versions';

/** Makes a file the first version of its project. */
export async function importAndPublish(
  needs: VersionProblemsNeeds,
  file: ProjectFile,
  { operator, now }: { readonly operator: string; readonly now: Date },
): Promise<void> {
  const by = { operator };
  const draft = await saveVersionDraft(needs, { by, revision: null, file, now });
  await publishVersion(needs, draft, { by, now });
}
