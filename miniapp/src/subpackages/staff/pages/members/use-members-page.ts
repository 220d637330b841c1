import {
  type AnyEndpoint,
  endpoints,
  type InvitedMember,
  type StaffMember,
  type StaffRole,
  staffNameSchema,
  staffUsernameSchema,
} from '@acceptance/shared';
import { useState } from 'react';
import { type CallInput, call } from '../../../../api/client';
import { ask } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';

const DEEDS = {
  invite: {
    endpoint: endpoints.staff.inviteMember,
    question: (name: string) => ({ title: TEXT.inviteTitle, text: TEXT.inviteText(name) }),
  },
  disable: {
    endpoint: endpoints.staff.disableMember,
    question: (name: string) => ({ title: TEXT.disableTitle, text: TEXT.disableText(name), dangerous: true }),
  },
  enable: { endpoint: endpoints.staff.enableMember, question: null },
  resetFactor: {
    endpoint: endpoints.staff.resetMemberSecondFactor,
    question: (name: string) => ({ title: TEXT.resetFactorTitle, text: TEXT.resetFactorText(name), dangerous: true }),
  },
} as const;
export type Deed = keyof typeof DEEDS;

type OnOneMember = AnyEndpoint & (typeof DEEDS)[Deed]['endpoint'];

/** State and acts of administering staff. */
export function useMembersPage() {
  const list = useLoad(() => call(endpoints.staff.listMembers), '');
  const [invited, setInvited] = useState<InvitedMember | null>(null);
  const [adding, setAdding] = useState(false);
  const [roles, setRoles] = useState<readonly StaffRole[]>([]);
  const [rolesWrong, setRolesWrong] = useState(false);
  /** Whose roles are being changed. */
  const [editing, setEditing] = useState<StaffMember | null>(null);
  const form = useFields({
    username: (username) => checkField(staffUsernameSchema, username),
    displayName: (name) => checkField(staffNameSchema, name),
  });

  const demandRoles = (): boolean => {
    setRolesWrong(roles.length === 0);
    return roles.length > 0;
  };
  const show = (member: StaffMember | InvitedMember) => {
    setInvited('invitationCode' in member ? member : null);
    const items = list.data?.items ?? [];
    const others = items.filter(({ id }) => id !== member.id);
    list.setData({ items: [...others, member].sort((a, b) => a.username.localeCompare(b.username)) });
  };

  const add = useAction(async () => {
    if ([form.pass('username', 'displayName'), demandRoles()].includes(false)) {
      return;
    }
    show(await call(endpoints.staff.addMember, { body: { ...form.values, roles: [...roles] } }));
    form.clear();
    setRoles([]);
    setAdding(false);
  });

  const saveRoles = useAction(async () => {
    if (editing && demandRoles()) {
      const input = { params: { staffId: editing.id }, body: { roles: [...roles] } };
      show(await call(endpoints.staff.setMemberRoles, input));
      setEditing(null);
    }
  });

  const act = useAction(async (deed: Deed, member: StaffMember) => {
    const { endpoint, question } = DEEDS[deed];
    if (question && !(await ask({ ...question(member.displayName), confirm: TEXT.confirm }))) {
      return;
    }
    const input: CallInput<OnOneMember>[0] = { params: { staffId: member.id } };
    show(await call<OnOneMember>(endpoint, input));
  });

  return {
    list,
    invited,
    dismissInvitation: () => setInvited(null),
    adding,
    openAdding: (open: boolean) => {
      setRoles([]);
      setEditing(null);
      setAdding(open);
    },
    editing,
    edit: (member: StaffMember | null) => {
      setRoles(member?.roles ?? []);
      setRolesWrong(false);
      setAdding(false);
      setEditing(member);
    },
    roles,
    rolesWrong,
    toggleRole: (role: StaffRole) => {
      setRolesWrong(false);
      setRoles(roles.includes(role) ? roles.filter((other) => other !== role) : [...roles, role]);
    },
    form,
    add,
    saveRoles,
    act,
  };
}
