import { endpoints } from '@acceptance/shared';
import { applicantOf, staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { wakingWith } from '../../jobs/waking';
import { requestSmsCode, type SmsCodeDependencies } from '../auth';
import { pageOriginOf } from '../certificate-sign-in';
import { type ApproveDependencies, approveChange, objectToChange, refuseChange } from './decide-change';
import { type FindChangesDependencies, listChanges, readOwnChange, readReceipt } from './find-changes';
import {
  type RequestByCertificateDependencies,
  type RequestChangeDependencies,
  requestChange,
  requestChangeByCertificate,
} from './request-change';

export type PhoneChangeDependencies = RequestChangeDependencies &
  RequestByCertificateDependencies &
  FindChangesDependencies &
  ApproveDependencies &
  SmsCodeDependencies & {
    /** Wakes the dispatcher. */
    readonly jobsAdded: () => void;
    /** Where the H5 build is served. */
    readonly webOrigins: readonly string[];
  };

export function bindPhoneChangesEndpoints(bind: BindEndpoint, dependencies: PhoneChangeDependencies): void {
  const waking = wakingWith(dependencies.jobsAdded);
  bind(endpoints.phoneChanges.requestNumberCode, ({ body }, { now }) =>
    requestSmsCode(dependencies, { ...body, phone: body.newPhone, purpose: 'change-phone', now }),
  );
  bind(endpoints.phoneChanges.requestChange, ({ body }, { now }) => waking(requestChange(dependencies, body, now)));
  bind(endpoints.phoneChanges.requestChangeByCertificate, async ({ body }, { origin, now }) =>
    waking(requestChangeByCertificate(dependencies, body, pageOriginOf(origin, dependencies.webOrigins), now)),
  );
  bind(endpoints.phoneChanges.readReceipt, ({ body }) => readReceipt(dependencies, body.receipt));
  bind(endpoints.phoneChanges.readOwnChange, (_call, context) => readOwnChange(dependencies, applicantOf(context).id));
  bind(endpoints.phoneChanges.objectToChange, (_call, context) =>
    waking(objectToChange(dependencies, applicantOf(context).id, context.now)),
  );
  bind(endpoints.phoneChanges.listChanges, (_call, context) => listChanges(dependencies, staffOf(context).id));
  bind(endpoints.phoneChanges.approveChange, ({ params, body }, context) =>
    waking(
      approveChange(dependencies, {
        changeId: params.phoneChangeId,
        staffId: staffOf(context).id,
        revision: body.revision,
        now: context.now,
      }),
    ),
  );
  bind(endpoints.phoneChanges.refuseChange, ({ params, body }, context) =>
    waking(
      refuseChange(dependencies, {
        changeId: params.phoneChangeId,
        staffId: staffOf(context).id,
        ...body,
        now: context.now,
      }),
    ),
  );
}
