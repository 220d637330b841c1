import type { StaffMember } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { formatChinaDateTime } from '../../../../text/china-date';
import { ProofFields } from '../../desk/proof-fields';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import { ProofForm } from './proof-form';
import { RoleTicks } from './role-ticks';
import type { MembersPage } from './use-members-page';

const TONES = { active: 'good', invited: 'active', disabled: 'neutral' } as const;

interface MemberCardProps {
  readonly member: StaffMember;
  readonly page: MembersPage;
}

function factsOf({ roles, secondFactor, invitedUntil }: StaffMember): string[] {
  return [
    roles.map((role) => TEXT.role[role]).join(' · '),
    secondFactor ? TEXT.withSecondFactor : TEXT.withoutSecondFactor,
    ...(invitedUntil ? [TEXT.invitedUntil(formatChinaDateTime(invitedUntil))] : []),
  ];
}

function RolesForm({ page }: Pick<MemberCardProps, 'page'>) {
  const { saveRoles, isGranting } = page;
  return (
    <>
      <RoleTicks roles={page.roles} wrong={page.rolesWrong} onToggle={page.toggleRole} />
      {isGranting && <Text className="staff-members__fact">{TEXT.twoPeople}</Text>}
      {isGranting && <ProofFields form={page.form} factor={page.factor} problem={saveRoles.problem} />}
      <ProblemNotice problem={saveRoles.problem} />
      <View className="staff-members__deeds">
        <PrimaryButton small pending={saveRoles.pending} onTap={() => void saveRoles.run()}>
          {isGranting ? TEXT.propose : TEXT.saveRoles}
        </PrimaryButton>
        <PrimaryButton small kind="plain" onTap={() => page.edit(null)}>
          {TEXT.cancel}
        </PrimaryButton>
      </View>
    </>
  );
}

/** One of the deeds on a card, named for those who hear the page. */
const DeedButton = (props: { verb: string; name: string; isDangerous?: boolean; pending?: boolean; onTap(): void }) => (
  <PrimaryButton
    small
    kind={props.isDangerous ? 'danger' : 'secondary'}
    label={TEXT.of(props.verb, props.name)}
    pending={props.pending}
    onTap={props.onTap}
  >
    {props.verb}
  </PrimaryButton>
);

function Deeds({ member, page }: MemberCardProps) {
  const { act, edit, startProving } = page;
  const { id, displayName: name, state, secondFactor } = member;
  if (state === 'disabled') {
    return (
      <DeedButton verb={TEXT.enable} name={name} pending={act.pending} onTap={() => void act.run('enable', member)} />
    );
  }
  return (
    <>
      <DeedButton verb={TEXT.changeRoles} name={name} onTap={() => edit(member)} />
      <DeedButton verb={TEXT.invite} name={name} onTap={() => startProving({ deed: 'invite', id })} />
      {secondFactor && (
        <DeedButton verb={TEXT.resetFactor} name={name} onTap={() => startProving({ deed: 'resetFactor', id })} />
      )}
      <DeedButton
        verb={TEXT.disable}
        name={name}
        isDangerous
        pending={act.pending}
        onTap={() => void act.run('disable', member)}
      />
    </>
  );
}

function Below({ member, page }: MemberCardProps) {
  const { editing, proving } = page;
  const name = member.displayName;
  if (editing?.id === member.id) {
    return <RolesForm page={page} />;
  }
  if (proving?.id === member.id) {
    const text = proving.deed === 'invite' ? TEXT.inviteText(name) : TEXT.resetFactorText(name);
    return <ProofForm page={page} text={text} verb={TEXT.propose} />;
  }
  return (
    <View className="staff-members__deeds">
      <Deeds member={member} page={page} />
    </View>
  );
}

/** One of the staff: who, which roles, in which state, and what can be done about it. */
export const MemberCard = ({ member, page }: MemberCardProps) => (
  <Card
    title={`${member.displayName} · ${member.username}`}
    aside={<StatusTag tone={TONES[member.state]}>{TEXT.state[member.state]}</StatusTag>}
  >
    {factsOf(member).map((fact) => (
      <Text key={fact} className="staff-members__fact">
        {fact}
      </Text>
    ))}
    <Below member={member} page={page} />
  </Card>
);
