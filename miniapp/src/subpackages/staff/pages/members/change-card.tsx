import type { StaffChange, StaffChangeState, StaffRole } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { StatusTag, type StatusTone } from '../../../../components/status-tag';
import { formatChinaDateTime } from '../../../../text/china-date';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import { ProofForm } from './proof-form';
import type { MembersPage } from './use-members-page';

const TONES: Record<StaffChangeState, StatusTone> = {
  waiting: 'attention',
  approved: 'active',
  effective: 'good',
  cancelled: 'neutral',
  expired: 'neutral',
  failed: 'bad',
};

const rolesText = (roles: readonly StaffRole[]): string => roles.map((role) => TEXT.role[role]).join(' · ');

function factsOf({ state, granted, revoked, askedBy, askedAt, approvedBy, effectiveAt, isAboutMe }: StaffChange) {
  const isWaiting = state === 'waiting';
  const waits = effectiveAt ? TEXT.waitsForTime(formatChinaDateTime(effectiveAt)) : TEXT.waitsForPerson;
  return [
    granted.length > 0 && TEXT.granted(rolesText(granted)),
    revoked.length > 0 && TEXT.revoked(rolesText(revoked)),
    TEXT.askedBy(askedBy, formatChinaDateTime(askedAt)),
    approvedBy && TEXT.approvedBy(approvedBy),
    isWaiting && waits,
    isWaiting && isAboutMe && TEXT.aboutMe,
  ].filter((fact): fact is string => typeof fact === 'string');
}

function Deeds({ change, page }: { readonly change: StaffChange; readonly page: MembersPage }) {
  const name = change.member.displayName;
  return (
    <View className="staff-members__deeds">
      {change.canApprove && (
        <PrimaryButton
          small
          label={TEXT.of(TEXT.approve, name)}
          onTap={() => page.startProving({ deed: 'approve', id: change.id })}
        >
          {TEXT.approve}
        </PrimaryButton>
      )}
      {change.canCancel && (
        <PrimaryButton
          small
          kind="secondary"
          label={TEXT.of(TEXT.cancelChange, name)}
          pending={page.cancelChange.pending}
          onTap={() => void page.cancelChange.run(change)}
        >
          {TEXT.cancelChange}
        </PrimaryButton>
      )}
    </View>
  );
}

/** A change that one administrator has asked for: this is how the staff are told of it. */
export function ChangeCard({ change, page }: { readonly change: StaffChange; readonly page: MembersPage }) {
  const { state, kind, member } = change;
  return (
    <Card
      title={TEXT.changeOf(TEXT.change[kind], member.displayName)}
      aside={<StatusTag tone={TONES[state]}>{TEXT.changeState[state]}</StatusTag>}
    >
      {factsOf(change).map((fact) => (
        <Text key={fact} className="staff-members__fact">
          {fact}
        </Text>
      ))}
      {page.proving?.id === change.id ? (
        <ProofForm page={page} text={TEXT.approveHint} verb={TEXT.approve} />
      ) : (
        <Deeds change={change} page={page} />
      )}
    </Card>
  );
}
