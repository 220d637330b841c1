import { AppError } from '@acceptance/shared';
import { noteAct } from '../../http/act-notes';
import { type OfferNeeds, offerNewest } from './offer-newest';
import type { ProjectVersionRecord } from './project-version.model';

/**
 * Offers a project no more, as long as this is still its newest version; doing it again changes nothing. What was handed in
 * goes on. @throws AppError project_versions.not_found of a draft, request.conflict when another version was published since
 */
export async function withdrawProject(needs: OfferNeeds, { projectId, number }: ProjectVersionRecord): Promise<void> {
  if (number === undefined) {
    throw new AppError('project_versions.not_found');
  }
  noteAct({ project: projectId, version: number });
  // A version that was published and not offered yet would bring the project back.
  await offerNewest(needs, projectId);
  const { matchedCount } = await needs.projects.updateOne(
    { _id: projectId, version: number },
    { $set: { active: false } },
  );
  if (matchedCount === 0) {
    throw new AppError('request.conflict');
  }
}
