import { endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { endSession, refreshSession } from '../auth';
import type { AskDependencies } from './ask-change';
import { unbindCertificate } from './bound-certificates';
import {
  beginSecondFactor,
  confirmSecondFactor,
  type OwnSecondFactorDependencies,
  readSecondFactor,
  removeSecondFactor,
} from './own-second-factor';
import { type StaffSignInDependencies, signInStaff } from './sign-in-staff';
import { findStaff, presentStaff } from './staff-accounts';
import { staffCallerOf } from './staff-caller';

export type StaffSessionDependencies = StaffSignInDependencies & OwnSecondFactorDependencies & AskDependencies;

function bindSecondFactor(bind: BindEndpoint, dependencies: StaffSessionDependencies): void {
  bind(endpoints.staff.readSecondFactor, (_call, context) => readSecondFactor(dependencies, staffOf(context).id));
  bind(endpoints.staff.beginSecondFactor, ({ body }, context) =>
    beginSecondFactor(dependencies, staffCallerOf(context), body),
  );
  bind(endpoints.staff.confirmSecondFactor, ({ body }, context) =>
    confirmSecondFactor(dependencies, staffCallerOf(context), body.code),
  );
  bind(endpoints.staff.removeSecondFactor, async ({ body }, context) => {
    await removeSecondFactor(dependencies, staffCallerOf(context), body);
    return undefined;
  });
  bind(endpoints.staff.unbindCertificate, async ({ params, body }, context) => {
    await unbindCertificate(dependencies, staffCallerOf(context), params.factorCertificateId, body);
    return undefined;
  });
}

/** How staff sign in and out, and their own account. */
export function bindStaffSessionEndpoints(bind: BindEndpoint, dependencies: StaffSessionDependencies): void {
  const { staffMembers, sessions } = dependencies;
  bind(endpoints.staff.signInStaff, ({ body }, context) => signInStaff(dependencies, body, context));
  bind(endpoints.staff.refreshStaffSession, ({ refresh }, { address, now }) =>
    refreshSession(dependencies, { refreshToken: refresh.refreshToken, kind: 'staff', address, now }),
  );
  bind(endpoints.staff.signOutStaff, async (_call, context) => {
    await endSession(sessions, staffOf(context).sessionId, context.now);
    return undefined;
  });
  bind(endpoints.staff.readStaff, async (_call, context) =>
    presentStaff(await findStaff(staffMembers, staffOf(context).id), dependencies.staffPolicy),
  );
  bindSecondFactor(bind, dependencies);
}
