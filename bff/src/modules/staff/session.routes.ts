import { endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { endSession, refreshSession } from '../auth';
import {
  beginSecondFactor,
  confirmSecondFactor,
  type OwnSecondFactorDependencies,
  readSecondFactor,
  removeSecondFactor,
  type StaffCaller,
} from './own-second-factor';
import { type StaffSignInDependencies, signInStaff } from './sign-in-staff';
import { findStaff, presentStaff } from './staff-accounts';

export type StaffSessionDependencies = StaffSignInDependencies & OwnSecondFactorDependencies;

const callerOf = (context: RequestContext): StaffCaller => ({
  staffId: staffOf(context).id,
  address: context.address,
  now: context.now,
});

function bindSecondFactor(bind: BindEndpoint, dependencies: StaffSessionDependencies): void {
  bind(endpoints.staff.readSecondFactor, (_call, context) => readSecondFactor(dependencies, staffOf(context).id));
  bind(endpoints.staff.beginSecondFactor, ({ body }, context) =>
    beginSecondFactor(dependencies, callerOf(context), body.password),
  );
  bind(endpoints.staff.confirmSecondFactor, ({ body }, context) =>
    confirmSecondFactor(dependencies, callerOf(context), body.code),
  );
  bind(endpoints.staff.removeSecondFactor, async ({ body }, context) => {
    await removeSecondFactor(dependencies, callerOf(context), body);
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
