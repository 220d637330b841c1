import { endpoints, type StaffChange } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import {
  type AskDependencies,
  askToAdd,
  askToGrant,
  askToInvite,
  askToResetSecondFactor,
  type Invited,
} from './ask-change';
import { askToBindCertificate } from './bound-certificates';
import { type AcceptDependencies, acceptInvitation } from './invitations';
import { listMemberChanges, viewChange } from './list-changes';
import { findMember, presentMember } from './member-record';
import { approveMemberChange, cancelChangesAbout, cancelMemberChange, type SettleDependencies } from './settle-change';
import { staffCallerOf } from './staff-caller';
import type { StaffChangeRecord } from './staff-change.model';
import { disableMember, enableMember, listMembers, setMemberRoles } from './staff-members';

export interface MemberEndpointDependencies extends AskDependencies, AcceptDependencies, SettleDependencies {
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

/** Shows a change to who has made a call about it, and wakes the dispatcher for its jobs. */
const viewerOf =
  (dependencies: MemberEndpointDependencies) =>
  async (change: StaffChangeRecord, context: RequestContext): Promise<StaffChange> => {
    dependencies.jobsAdded();
    return viewChange(dependencies, change, staffOf(context));
  };

/** Administration of staff by administrators, and the one thing that the invited do. */
export function bindMemberEndpoints(bind: BindEndpoint, dependencies: MemberEndpointDependencies): void {
  const view = viewerOf(dependencies);
  const viewInvited = async ({ change, code }: Invited, context: RequestContext) => ({
    staffChange: await view(change, context),
    invitationCode: code,
  });
  bind(endpoints.staff.listMembers, async () => ({ items: await listMembers(dependencies) }));
  bind(endpoints.staff.addMember, async ({ body }, context) =>
    viewInvited(await askToAdd(dependencies, staffCallerOf(context), body), context),
  );
  bind(endpoints.staff.inviteMember, async ({ params, body }, context) =>
    viewInvited(await askToInvite(dependencies, staffCallerOf(context), params.staffId, body), context),
  );
  bind(endpoints.staff.resetMemberSecondFactor, async ({ params, body }, context) => ({
    staffChange: await view(
      await askToResetSecondFactor(dependencies, staffCallerOf(context), params.staffId, body),
      context,
    ),
  }));
  bind(endpoints.staff.setMemberRoles, async ({ params, body }, context) => {
    const { roles, ...proof } = body;
    const before = await findMember(dependencies, params.staffId);
    const granted = roles.filter((role) => !before.roles.includes(role));
    if (granted.length === 0) {
      return { member: await setMemberRoles(dependencies, params.staffId, roles, context.now), staffChange: null };
    }
    const revoked = before.roles.filter((role) => !roles.includes(role));
    const wish = { ...proof, granted, revoked };
    const change = await askToGrant(dependencies, staffCallerOf(context), params.staffId, wish);
    return { member: presentMember(before), staffChange: await view(change, context) };
  });
  bind(endpoints.staff.disableMember, async ({ params }, context) => {
    const disabled = await disableMember(dependencies, params.staffId, context.now);
    await cancelChangesAbout(dependencies, params.staffId, { by: staffOf(context).id, now: context.now });
    dependencies.jobsAdded();
    return disabled;
  });
  bind(endpoints.staff.enableMember, ({ params }) => enableMember(dependencies, params.staffId));
  bind(endpoints.staff.acceptInvitation, ({ body }, { now }) => acceptInvitation(dependencies, body, now));
}

/** What waits for a second administrator or for its time. */
export function bindChangeEndpoints(bind: BindEndpoint, dependencies: MemberEndpointDependencies): void {
  const view = viewerOf(dependencies);
  bind(endpoints.staff.listChanges, (_call, context) => listMemberChanges(dependencies, staffOf(context)));
  bind(endpoints.staff.askToBindCertificate, async ({ body }, context) =>
    view(await askToBindCertificate(dependencies, staffCallerOf(context), body), context),
  );
  bind(endpoints.staff.approveMemberChange, async ({ params, body }, context) =>
    view(await approveMemberChange(dependencies, staffCallerOf(context), params.staffChangeId, body), context),
  );
  bind(endpoints.staff.cancelMemberChange, async ({ params }, context) => {
    const { id: staffId, roles } = staffOf(context);
    const caller = { staffId, isAdministrator: roles.includes('administrator'), now: context.now };
    return view(await cancelMemberChange(dependencies, caller, params.staffChangeId), context);
  });
}
