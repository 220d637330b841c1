import { endpoints } from '@acceptance/shared';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { type AcceptDependencies, acceptInvitation } from './invitations';
import {
  addMember,
  disableMember,
  enableMember,
  inviteMember,
  listMembers,
  type MemberDependencies,
  resetMemberSecondFactor,
  setMemberRoles,
} from './staff-members';

/** Administration of staff by administrators, and the one thing that the invited do. */
export function bindMemberEndpoints(bind: BindEndpoint, dependencies: MemberDependencies & AcceptDependencies): void {
  bind(endpoints.staff.listMembers, async () => ({ items: await listMembers(dependencies) }));
  bind(endpoints.staff.addMember, ({ body }, { now }) => addMember(dependencies, body, now));
  bind(endpoints.staff.inviteMember, ({ params }, { now }) => inviteMember(dependencies, params.staffId, now));
  bind(endpoints.staff.setMemberRoles, ({ params, body }, { now }) =>
    setMemberRoles(dependencies, params.staffId, body.roles, now),
  );
  bind(endpoints.staff.disableMember, ({ params }, { now }) => disableMember(dependencies, params.staffId, now));
  bind(endpoints.staff.enableMember, ({ params }) => enableMember(dependencies, params.staffId));
  bind(endpoints.staff.resetMemberSecondFactor, ({ params }, { now }) =>
    resetMemberSecondFactor(dependencies, params.staffId, now),
  );
  bind(endpoints.staff.acceptInvitation, ({ body }, { now }) => acceptInvitation(dependencies, body, now));
}
