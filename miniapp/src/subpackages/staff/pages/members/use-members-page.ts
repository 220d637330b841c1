import {
  type AskedInvitation,
  endpoints,
  type StaffMember,
  type StepUp,
  staffNameSchema,
  staffUsernameSchema,
} from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { useCancelChange } from '../../changes/use-cancel-change';
import { proofChecks, proofIn } from '../../desk/proof-fields';
import { useFactor } from '../../desk/use-factor';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import { useRoles } from './use-roles';

/** What takes rights away, or gives back what was: done at once. */
export type PlainDeed = 'disable' | 'enable';
/** What takes a proof and a second person. */
export type GraveDeed = 'invite' | 'resetFactor' | 'approve';
interface Proving {
  readonly deed: GraveDeed;
  /** Of the member, or of the change. */
  readonly id: string;
}

async function loadAll() {
  const [{ items }, changes, factor] = await Promise.all([
    call(endpoints.staff.listMembers),
    call(endpoints.staff.listChanges),
    call(endpoints.staff.readSecondFactor),
  ]);
  return { items, changes: changes.items, factor };
}

/** Does a grave act; an invitation's code is answered for the only time. */
async function doGravely({ deed, id }: Proving, proof: StepUp): Promise<AskedInvitation | null> {
  if (deed === 'invite') {
    return call(endpoints.staff.inviteMember, { params: { staffId: id }, body: proof });
  }
  await (deed === 'approve'
    ? call(endpoints.staff.approveMemberChange, { params: { staffChangeId: id }, body: proof })
    : call(endpoints.staff.resetMemberSecondFactor, { params: { staffId: id }, body: proof }));
  return null;
}

/** State and acts of administering staff. */
export function useMembersPage() {
  const list = useLoad(loadAll, '');
  const factor = useFactor(list.data?.factor ?? null);
  const [invited, setInvited] = useState<AskedInvitation | null>(null);
  const [adding, setAdding] = useState(false);
  const [proving, setProving] = useState<Proving | null>(null);
  const { demandRoles, resetRoles, ...roles } = useRoles();
  /** Whose roles are being changed. */
  const [editing, setEditing] = useState<StaffMember | null>(null);
  const form = useFields({
    username: (username) => checkField(staffUsernameSchema, username),
    displayName: (name) => checkField(staffNameSchema, name),
    ...proofChecks(factor),
  });
  const proof = () => proofIn(form, factor);
  const isGranting = editing !== null && roles.roles.some((role) => !editing.roles.includes(role));

  /** One thing at a time: a proof is typed for what is in front of one. */
  const turnTo = (next: { adding?: boolean; editing?: StaffMember; proving?: Proving }) => {
    form.clear();
    resetRoles(next.editing?.roles ?? []);
    setAdding(next.adding ?? false);
    setEditing(next.editing ?? null);
    setProving(next.proving ?? null);
  };
  const done = async (asked: AskedInvitation | null = null) => {
    setInvited(asked);
    turnTo({});
    await list.reload();
  };

  const add = useAction(async () => {
    if ([form.pass('username', 'displayName', 'password', 'secondFactor'), demandRoles()].includes(false)) {
      return;
    }
    const { username, displayName } = form.values;
    const body = { username, displayName, roles: [...roles.roles], ...proof() };
    await done(await call(endpoints.staff.addMember, { body }));
  });

  const saveRoles = useAction(async () => {
    if (!editing || !demandRoles() || (isGranting && !form.pass('password', 'secondFactor'))) {
      return;
    }
    const body = { roles: [...roles.roles], ...(isGranting && proof()) };
    await call(endpoints.staff.setMemberRoles, { params: { staffId: editing.id }, body });
    await done();
  });

  const prove = useAction(async () => {
    if (proving && form.pass('password', 'secondFactor')) {
      await done(await doGravely(proving, proof()));
    }
  });

  const act = useAction(async (deed: PlainDeed, member: StaffMember) => {
    const question = { title: TEXT.disableTitle, text: TEXT.disableText(member.displayName), confirm: TEXT.confirm };
    if (deed === 'disable' && !(await ask({ ...question, dangerous: true }))) {
      return;
    }
    const endpoint = deed === 'disable' ? endpoints.staff.disableMember : endpoints.staff.enableMember;
    await call(endpoint, { params: { staffId: member.id } });
    await done();
  });

  const cancelChange = useCancelChange(done);

  return {
    list,
    factor,
    invited,
    dismissInvitation: () => setInvited(null),
    adding,
    openAdding: (open: boolean) => turnTo({ adding: open }),
    editing,
    edit: (member: StaffMember | null) => turnTo(member ? { editing: member } : {}),
    isGranting,
    proving,
    startProving: (next: Proving | null) => {
      prove.clearProblem();
      turnTo(next ? { proving: next } : {});
    },
    ...roles,
    form,
    add,
    saveRoles,
    prove,
    act,
    cancelChange,
  };
}
export type MembersPage = ReturnType<typeof useMembersPage>;
