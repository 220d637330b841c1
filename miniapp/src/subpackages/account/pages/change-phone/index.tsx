import type { PhoneChangeReceipt, PhoneChangeState } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { StatusTag, type StatusTone } from '../../../../components/status-tag';
import { navigateTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { formatChinaDateTime } from '../../../../text/china-date';
import { PHONE_CHANGE_TEXT as TEXT } from '../../../../text/phone-change';
import { PHONE_CHANGE_LABELS } from '../../../../text/phone-change-labels';
import './index.scss';
import { RequestForm } from './request-form';
import { useChangePhone } from './use-change-phone';

const TONES: Record<PhoneChangeState, StatusTone> = {
  requested: 'active',
  approved: 'active',
  effective: 'good',
  refused: 'bad',
  objected: 'bad',
  failed: 'attention',
};

function Change({ change, onAgain }: { readonly change: PhoneChangeReceipt; readonly onAgain: () => void }) {
  const { state } = change;
  const isOpen = state === 'requested' || state === 'approved';
  return (
    <>
      <Card
        title={TEXT.stateTitle}
        aside={<StatusTag tone={TONES[state]}>{PHONE_CHANGE_LABELS.state[state]}</StatusTag>}
      >
        <ListRow label={TEXT.to} value={change.newPhoneMasked} />
        <ListRow label={TEXT.requestedAt} value={formatChinaDateTime(change.requestedAt)} />
        {(isOpen || state === 'effective') && (
          <ListRow
            label={isOpen ? TEXT.effectiveFrom : TEXT.effectiveAt}
            value={formatChinaDateTime(change.effectiveFrom)}
          />
        )}
        {change.refusal && <ListRow label={TEXT.refusal} value={change.refusal} />}
        <Text className="change-phone__note">{TEXT.next[state]}</Text>
      </Card>
      {state === 'effective' && <PrimaryButton onTap={() => void navigateTo('signIn')}>{TEXT.signIn}</PrimaryButton>}
      {!isOpen && state !== 'effective' && (
        <PrimaryButton kind="secondary" onTap={onAgain}>
          {TEXT.again}
        </PrimaryButton>
      )}
    </>
  );
}

export default function ChangePhonePage() {
  const page = useChangePhone();
  const { data } = page.change;
  return (
    <PageFrame title={ROUTES.changePhone.title} load={page.change}>
      {data === 'none' && <RequestForm {...page} />}
      {data !== null && data !== 'none' && <Change change={data} onAgain={page.askAgain} />}
    </PageFrame>
  );
}
