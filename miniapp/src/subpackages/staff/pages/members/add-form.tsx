import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { ProofFields } from '../../desk/proof-fields';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import { RoleTicks } from './role-ticks';
import type { MembersPage } from './use-members-page';

/** Who is added, and with which roles. */
export function AddForm({ page }: { readonly page: MembersPage }) {
  const { form, add, roles, rolesWrong, toggleRole, openAdding } = page;
  const nameWrong = form.errorOf('displayName', add.problem);
  const usernameWrong = form.errorOf('username', add.problem);
  return (
    <Card title={TEXT.add}>
      <TextField
        label={TEXT.displayName}
        maxLength={30}
        value={form.values.displayName}
        onChange={(name) => form.change('displayName', name)}
        onLeave={() => form.leave('displayName')}
        error={nameWrong}
      />
      <TextField
        label={TEXT.username}
        maxLength={40}
        value={form.values.username}
        onChange={(username) => form.change('username', username)}
        onLeave={() => form.leave('username')}
        error={usernameWrong}
        hint={TEXT.usernameHint}
      />
      <RoleTicks roles={roles} wrong={rolesWrong} onToggle={toggleRole} />
      <Text className="staff-members__fact">{TEXT.twoPeople}</Text>
      <ProofFields form={page.form} factor={page.factor} problem={add.problem} />
      <ProblemNotice problem={add.problem && add.problem.fields.length === 0 ? add.problem : null} />
      <View className="staff-members__deeds">
        <PrimaryButton pending={add.pending} pendingLabel={TEXT.creating} onTap={() => void add.run()}>
          {TEXT.create}
        </PrimaryButton>
        <PrimaryButton kind="plain" onTap={() => openAdding(false)}>
          {TEXT.cancel}
        </PrimaryButton>
      </View>
    </Card>
  );
}
