import { endpoints } from '@acceptance/shared';
import { applicantOf, staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { wakingWith } from '../../jobs/waking';
import type { MarkedReading } from '../files';
import { confirmCheck, type DecideCheckDependencies, refuseCheck } from './decide-check';
import { findCheck, listOpenChecks, readCheckPhoto, viewCheck } from './find-checks';
import { putNamePicture } from './put-name-picture';
import { type RequestCheckDependencies, requestCheck } from './request-check';

export type IdentityCheckDependencies = RequestCheckDependencies &
  DecideCheckDependencies &
  MarkedReading & {
    /** Wakes the dispatcher. */
    readonly jobsAdded: () => void;
  };

export function bindIdentityChecksEndpoints(bind: BindEndpoint, dependencies: IdentityCheckDependencies): void {
  const { identityChecks, jobsAdded } = dependencies;
  const waking = wakingWith(jobsAdded);
  bind(endpoints.identityChecks.requestCheck, ({ body }, context) => {
    const { name, idNumber, phone, ...request } = body;
    const accountId = applicantOf(context).id;
    const person = { name, idNumber, phone };
    return waking(requestCheck(dependencies, { ...request, accountId, person, now: context.now }));
  });
  bind(endpoints.identityChecks.listChecks, () => listOpenChecks(dependencies));
  bind(endpoints.identityChecks.readCheck, async ({ params }) =>
    viewCheck(dependencies, await findCheck(identityChecks, params.identityCheckId)),
  );
  bind(endpoints.identityChecks.readPhoto, ({ params }, context) => {
    const { identityCheckId: checkId, fileId } = params;
    return readCheckPhoto(dependencies, { checkId, fileId, staffId: staffOf(context).id, now: context.now });
  });
  bind(endpoints.identityChecks.putNamePicture, ({ params, file }) =>
    putNamePicture(dependencies, params.identityCheckId, file),
  );
  bind(endpoints.identityChecks.confirmCheck, ({ params, body }, context) => {
    const { now } = context;
    const decision = { checkId: params.identityCheckId, staffId: staffOf(context).id, revision: body.revision, now };
    return waking(confirmCheck(dependencies, decision));
  });
  bind(endpoints.identityChecks.refuseCheck, ({ params, body }, context) => {
    const { now } = context;
    const decision = { checkId: params.identityCheckId, staffId: staffOf(context).id, ...body, now };
    return waking(refuseCheck(dependencies, decision));
  });
}
