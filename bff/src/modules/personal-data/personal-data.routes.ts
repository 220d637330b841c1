import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { wakingWith } from '../../jobs/waking';
import { type ProofDependencies, requestProof, type SmsCodeDependencies } from '../auth';
import { findOpenChange, type PhoneChangeModel } from '../phone-changes';
import { type LooksDependencies, listLooks } from './list-looks';
import {
  cancelDeletion,
  type DeletionDependencies,
  deletionDueAt,
  readDeletion,
  requestDeletion,
} from './own-deletion';
import { type ExportDependencies, listExports, readExport, requestExport } from './own-exports';

export type PersonalDataDependencies = ExportDependencies &
  DeletionDependencies &
  ProofDependencies &
  SmsCodeDependencies &
  LooksDependencies & {
    readonly phoneChanges: PhoneChangeModel;
    /** Wakes the dispatcher. */
    readonly jobsAdded: () => void;
  };

export function bindPersonalDataEndpoints(bind: BindEndpoint, dependencies: PersonalDataDependencies): void {
  const waking = wakingWith(dependencies.jobsAdded);
  bind(endpoints.personalData.readMatters, async (_call, context) => {
    const { id } = applicantOf(context);
    const dueAt = await deletionDueAt(dependencies, id);
    return { phoneChange: await findOpenChange(dependencies, id), deletion: dueAt === null ? null : { dueAt } };
  });
  bind(endpoints.personalData.requestProof, (_call, context) =>
    requestProof(dependencies, applicantOf(context).id, context.now),
  );
  bind(endpoints.personalData.requestExport, ({ body }, context) =>
    waking(requestExport(dependencies, { accountId: applicantOf(context).id, code: body.code, now: context.now })),
  );
  bind(endpoints.personalData.listExports, (_call, context) => listExports(dependencies, applicantOf(context).id));
  bind(endpoints.personalData.readExport, ({ params }, context) =>
    readExport(dependencies, { accountId: applicantOf(context).id, exportId: params.exportId, now: context.now }),
  );
  bind(endpoints.personalData.listLooks, ({ query }, context) =>
    listLooks(dependencies, { accountId: applicantOf(context).id, ...query }),
  );
  bind(endpoints.personalData.readDeletion, (_call, context) =>
    readDeletion(dependencies, applicantOf(context).id, context.now),
  );
  bind(endpoints.personalData.requestDeletion, ({ body }, context) =>
    waking(requestDeletion(dependencies, { accountId: applicantOf(context).id, code: body.code, now: context.now })),
  );
  bind(endpoints.personalData.cancelDeletion, (_call, context) =>
    cancelDeletion(dependencies, applicantOf(context).id, context.now),
  );
}
