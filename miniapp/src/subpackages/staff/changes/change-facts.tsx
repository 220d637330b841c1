import type { StaffChange, StaffChangeState, StaffRole } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '../../../components/card';
import { StatusTag, type StatusTone } from '../../../components/status-tag';
import { formatChinaDateTime } from '../../../text/china-date';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../texts-accounts';
import './changes.scss';

const TONES: Record<StaffChangeState, StatusTone> = {
  waiting: 'attention',
  approved: 'active',
  effective: 'good',
  cancelled: 'neutral',
  expired: 'neutral',
  failed: 'bad',
};

const rolesText = (roles: readonly StaffRole[]): string => roles.map((role) => TEXT.role[role]).join(' · ');

function factsOf(change: StaffChange) {
  const { state, granted, revoked, certificate, askedBy, askedAt, approvedBy, effectiveAt, isAboutMe } = change;
  const isWaiting = state === 'waiting';
  const waits = effectiveAt ? TEXT.waitsForTime(formatChinaDateTime(effectiveAt)) : TEXT.waitsForPerson;
  return [
    granted.length > 0 && TEXT.granted(rolesText(granted)),
    revoked.length > 0 && TEXT.revoked(rolesText(revoked)),
    certificate && TEXT.certificateOf(certificate),
    TEXT.askedBy(askedBy, formatChinaDateTime(askedAt)),
    approvedBy && TEXT.approvedBy(approvedBy),
    isWaiting && waits,
    isWaiting && isAboutMe && TEXT.aboutMe,
  ].filter((fact): fact is string => typeof fact === 'string');
}

interface ChangeFactsProps {
  readonly change: StaffChange;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** A change that one person has asked for: what, for whom, by whom, and from when. */
export const ChangeFacts = ({ change, children }: ChangeFactsProps) => (
  <Card
    title={TEXT.changeOf(TEXT.change[change.kind], change.member.displayName)}
    aside={<StatusTag tone={TONES[change.state]}>{TEXT.changeState[change.state]}</StatusTag>}
  >
    {factsOf(change).map((fact) => (
      <Text key={fact} className="staff-changes__fact">
        {fact}
      </Text>
    ))}
    {children}
  </Card>
);
