import { endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { wakingWith } from '../../jobs/waking';
import { staffCallerOf } from '../staff';
import type { ContractTemplateRecord } from './contract-template.model';
import { findTemplate } from './find-template';
import { makeSample, type SampleNeeds } from './make-sample';
import { publishDraft } from './publish-draft';
import { discardDraft, saveDraft } from './save-draft';
import { listTemplates, type ViewTemplateNeeds, viewTemplate } from './view-template';

export type ContractTemplatesDependencies = ViewTemplateNeeds &
  SampleNeeds & {
    /** Wakes the dispatcher. */
    readonly jobsAdded: () => void;
  };

export function bindContractTemplatesEndpoints(bind: BindEndpoint, needs: ContractTemplatesDependencies): void {
  const { contractTemplates, templateTexts } = needs;
  const isAdministrator = (context: RequestContext): boolean => staffOf(context).roles.includes('administrator');
  const callerOf = (context: RequestContext) => ({
    ...staffCallerOf(context),
    isAdministrator: isAdministrator(context),
  });
  const waking = wakingWith(needs.jobsAdded);
  const view = async (record: Promise<ContractTemplateRecord>, context: RequestContext) =>
    viewTemplate(needs, await record, callerOf(context));

  bind(endpoints.contractTemplates.listTemplates, async (_call, context) => ({
    mayEdit: isAdministrator(context),
    items: await listTemplates(needs),
    placeholders: Object.entries(templateTexts.placeholders).map(([name, value]) => ({ name, value })),
  }));
  bind(endpoints.contractTemplates.readTemplate, ({ params }, context) =>
    view(findTemplate(contractTemplates, params.contractTemplateId), context),
  );
  bind(endpoints.contractTemplates.saveDraft, ({ body }, context) =>
    view(waking(saveDraft(needs, { ...body, staffId: staffOf(context).id, now: context.now })), context),
  );
  bind(endpoints.contractTemplates.discardDraft, async ({ params }, context) => {
    const given = { id: params.contractTemplateId, staffId: staffOf(context).id, now: context.now };
    await waking(discardDraft(needs, given));
    return undefined;
  });
  bind(endpoints.contractTemplates.publishDraft, ({ params, body }, context) => {
    const { revision, ...proof } = body;
    const published = publishDraft(needs, callerOf(context), { id: params.contractTemplateId, revision, proof });
    return view(waking(published), context);
  });
  bind(endpoints.contractTemplates.readSample, async ({ params, query }) =>
    makeSample(needs, await findTemplate(contractTemplates, params.contractTemplateId), query.applicantType),
  );
}
