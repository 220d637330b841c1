import { AppError, endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { wakingWith } from '../../jobs/waking';
import { type CurrentTemplateNeeds, makeProjectSample, type SampleNeeds } from '../contract-templates';
import { refusePublication, type StepUpDependencies, staffCallerOf, stepUp } from '../staff';
import { projectOfFile } from './project-of-file';
import type { ProjectVersionRecord } from './project-version.model';
import { findVersion, publishVersion, refuseUnfit } from './publish-version';
import { discardVersionDraft, fileOfText, saveVersionDraft } from './save-version-draft';
import { listProjects, listVersions, savedByStaff, type ViewVersionNeeds, viewVersion } from './view-version';
import { withdrawProject } from './withdraw-project';

export interface ProjectVersionsDependencies
  extends ViewVersionNeeds,
    StepUpDependencies,
    SampleNeeds,
    CurrentTemplateNeeds {
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

const REFUSALS = {
  secondAdministrator: 'project_versions.second_administrator_required',
  tooEarly: 'project_versions.too_early',
} as const;

export function bindProjectVersionsEndpoints(bind: BindEndpoint, needs: ProjectVersionsDependencies): void {
  const { projectVersions } = needs;
  const waking = wakingWith(needs.jobsAdded);
  const view = async (record: Promise<ProjectVersionRecord>, context: RequestContext) =>
    viewVersion(needs, await record, {
      ...staffCallerOf(context),
      isAdministrator: staffOf(context).roles.includes('administrator'),
    });

  bind(endpoints.projectVersions.listProjects, async () => ({ items: await listProjects(needs) }));
  bind(endpoints.projectVersions.listVersions, async ({ params }) => ({
    items: await listVersions(needs, params.projectKey),
  }));
  bind(endpoints.projectVersions.readVersion, ({ params }, context) =>
    view(findVersion(projectVersions, params.projectVersionId), context),
  );
  bind(endpoints.projectVersions.importFile, ({ body }, context) => {
    const by = { staffId: staffOf(context).id };
    const toSave = { by, revision: body.revision, file: fileOfText(body.text), now: context.now };
    return view(waking(saveVersionDraft(needs, toSave)), context);
  });
  bind(endpoints.projectVersions.discardDraft, async ({ params }, context) => {
    const given = { id: params.projectVersionId, staffId: staffOf(context).id, now: context.now };
    await waking(discardVersionDraft(projectVersions, given));
    return undefined;
  });
  bind(endpoints.projectVersions.publishDraft, async ({ params, body }, context) => {
    const { revision, ...proof } = body;
    const caller = staffCallerOf(context);
    const draft = await findVersion(projectVersions, params.projectVersionId);
    await refuseUnfit(needs, draft, revision);
    await refusePublication(needs, savedByStaff(draft), caller, REFUSALS);
    await stepUp(needs, caller, proof);
    const publisher = { by: { staffId: caller.staffId }, now: caller.now };
    return view(waking(publishVersion(needs, draft, publisher)), context);
  });
  bind(endpoints.projectVersions.withdrawProject, async ({ params, body }, context) => {
    const version = await findVersion(projectVersions, params.projectVersionId);
    if (version.number === undefined) {
      throw new AppError('project_versions.not_found');
    }
    await stepUp(needs, staffCallerOf(context), body);
    await withdrawProject(needs, version);
    return view(Promise.resolve(version), context);
  });
  bind(endpoints.projectVersions.readContractSample, async ({ params, query }) => {
    const { file, number } = await findVersion(projectVersions, params.projectVersionId);
    return makeProjectSample(needs, query.applicantType, projectOfFile(file, number ?? 0));
  });
}
