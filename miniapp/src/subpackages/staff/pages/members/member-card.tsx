import type { StaffMember } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { StatusTag } from '../../../../components/status-tag';
import { formatChinaDateTime } from '../../../../text/china-date';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import { RoleTicks } from './role-ticks';
import type { Deed, useMembersPage } from './use-members-page';

const TONES = { active: 'good', invited: 'active', disabled: 'neutral' } as const;

interface MemberCardProps {
  readonly member: StaffMember;
  readonly page: ReturnType<typeof useMembersPage>;
}

const deedsOf = ({ state, secondFactor }: StaffMember): readonly Deed[] => {
  if (state === 'disabled') {
    return ['enable'];
  }
  return secondFactor ? ['invite', 'resetFactor', 'disable'] : ['invite', 'disable'];
};

function factsOf({ roles, secondFactor, invitedUntil }: StaffMember): string[] {
  return [
    roles.map((role) => TEXT.role[role]).join(' · '),
    secondFactor ? TEXT.withSecondFactor : TEXT.withoutSecondFactor,
    ...(invitedUntil ? [TEXT.invitedUntil(formatChinaDateTime(invitedUntil))] : []),
  ];
}

/** One of the staff: who, which roles, in which state, and what can be done about it. */
export function MemberCard({ member, page }: MemberCardProps) {
  const { editing, act, saveRoles } = page;
  const name = member.displayName;
  const isEdited = editing?.id === member.id;
  return (
    <Card
      title={`${name} · ${member.username}`}
      aside={<StatusTag tone={TONES[member.state]}>{TEXT.state[member.state]}</StatusTag>}
    >
      {factsOf(member).map((fact) => (
        <Text key={fact} className="staff-members__fact">
          {fact}
        </Text>
      ))}
      {isEdited ? (
        <>
          <RoleTicks roles={page.roles} wrong={page.rolesWrong} onToggle={page.toggleRole} />
          <View className="staff-members__deeds">
            <PrimaryButton small pending={saveRoles.pending} onTap={() => void saveRoles.run()}>
              {TEXT.saveRoles}
            </PrimaryButton>
            <PrimaryButton small kind="plain" onTap={() => page.edit(null)}>
              {TEXT.cancel}
            </PrimaryButton>
          </View>
        </>
      ) : (
        <View className="staff-members__deeds">
          {member.state !== 'disabled' && (
            <PrimaryButton
              small
              kind="secondary"
              label={TEXT.of(TEXT.changeRoles, name)}
              onTap={() => page.edit(member)}
            >
              {TEXT.changeRoles}
            </PrimaryButton>
          )}
          {deedsOf(member).map((deed) => (
            <PrimaryButton
              key={deed}
              small
              kind={deed === 'disable' ? 'danger' : 'secondary'}
              label={TEXT.of(TEXT[deed], name)}
              pending={act.pending}
              onTap={() => void act.run(deed, member)}
            >
              {TEXT[deed]}
            </PrimaryButton>
          ))}
        </View>
      )}
    </Card>
  );
}
