import type { PhoneChangeState, StaffPhoneChange } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { PrimaryButton } from '../../../../components/primary-button';
import { StatusTag, type StatusTone } from '../../../../components/status-tag';
import { TextField } from '../../../../components/text-field';
import { formatChinaDateTime } from '../../../../text/china-date';
import { PHONE_CHANGE_LABELS } from '../../../../text/phone-change-labels';
import { STAFF_PHONE_CHANGE_TEXT as TEXT } from '../../texts-phone-changes';
import type { usePhoneChanges } from './use-phone-changes';

type PageState = ReturnType<typeof usePhoneChanges>;
interface ChangeProps {
  readonly change: StaffPhoneChange;
  readonly page: PageState;
}

const TONES: Record<PhoneChangeState, StatusTone> = {
  requested: 'attention',
  approved: 'active',
  effective: 'good',
  refused: 'bad',
  objected: 'bad',
  failed: 'neutral',
};

function Refusal({ change, page }: ChangeProps) {
  const { form, refuse, setRefusing } = page;
  const wrong = form.errorOf('reason', refuse.problem);
  return (
    <View className="staff-phone-changes__refusal">
      <TextField
        label={TEXT.refuseReason}
        maxLength={100}
        value={form.values.reason}
        onChange={(reason) => form.change('reason', reason)}
        hint={TEXT.refuseHint}
        error={wrong}
      />
      <View className="staff-phone-changes__deeds">
        <PrimaryButton small kind="danger" pending={refuse.pending} onTap={() => void refuse.run(change)}>
          {TEXT.confirmRefuse}
        </PrimaryButton>
        <PrimaryButton small kind="plain" onTap={() => setRefusing(null)}>
          {TEXT.cancel}
        </PrimaryButton>
      </View>
    </View>
  );
}

function Deeds({ change, page }: ChangeProps) {
  const { refusing, setRefusing, approve } = page;
  const name = change.nameMasked;
  if (refusing === change.id) {
    return <Refusal change={change} page={page} />;
  }
  return (
    <View className="staff-phone-changes__deeds">
      {!change.approvedByMe && (
        <PrimaryButton
          small
          label={TEXT.of(TEXT.approve, name)}
          pending={approve.pending}
          onTap={() => void approve.run(change)}
        >
          {TEXT.approve}
        </PrimaryButton>
      )}
      <PrimaryButton small kind="secondary" label={TEXT.of(TEXT.refuse, name)} onTap={() => setRefusing(change.id)}>
        {TEXT.refuse}
      </PrimaryButton>
    </View>
  );
}

/** One change: who, from where to where, why, and the decision. */
export function ChangeCard({ change, page }: ChangeProps) {
  const { state } = change;
  const isOpen = state === 'requested' || state === 'approved';
  return (
    <Card
      title={change.nameMasked}
      aside={<StatusTag tone={TONES[state]}>{PHONE_CHANGE_LABELS.state[state]}</StatusTag>}
    >
      <ListRow label={TEXT.from} value={change.oldPhoneMasked} />
      <ListRow label={TEXT.to} value={change.newPhoneMasked} />
      <ListRow label={TEXT.why} value={PHONE_CHANGE_LABELS.reason[change.reason]} />
      <ListRow label={TEXT.provedBy} value={TEXT.proof[change.provedBy]} />
      <ListRow label={TEXT.asked} value={formatChinaDateTime(change.requestedAt)} />
      {(isOpen || state === 'effective') && (
        <ListRow
          label={isOpen ? TEXT.takesEffect : TEXT.tookEffect}
          value={formatChinaDateTime(change.effectiveFrom)}
        />
      )}
      {state === 'requested' && (
        <>
          {change.liveOrders > 0 && (
            <Text className="staff-phone-changes__live">
              {`${TEXT.live(change.liveOrders)} · ${TEXT.approvals(change.approvals, change.approvalsNeeded)}`}
            </Text>
          )}
          {change.approvedByMe && <Text className="staff-phone-changes__live">{TEXT.waitsForAnother}</Text>}
          <Deeds change={change} page={page} />
        </>
      )}
    </Card>
  );
}
