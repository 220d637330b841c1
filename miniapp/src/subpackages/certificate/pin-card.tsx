import type { CertificateView, OwnUkeyUnlock, UkeyUnlockState } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../components/card';
import { ListRow } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { StatusTag, type StatusTone } from '../../components/status-tag';
import { dial } from '../../platform/dial';
import { UKEY_UNLOCK_STATE_LABELS } from '../../text/certificate-labels';
import { formatChinaDate, formatChinaDateTime } from '../../text/china-date';
import './certificate.scss';
import { PIN_TEXT as TEXT } from './texts-pin';
import { type PinUnlock, usePinUnlock } from './use-pin-unlock';

const TONES: Readonly<Record<UkeyUnlockState, StatusTone>> = {
  waiting: 'active',
  done: 'good',
  cancelled: 'neutral',
  expired: 'neutral',
};

type Unlock = NonNullable<OwnUkeyUnlock['unlock']>;

/** Where, when and with what. */
const WhereToCome = ({ place, hours, phone }: OwnUkeyUnlock) => (
  <>
    <ListRow label={TEXT.place} value={place} />
    <ListRow label={TEXT.hours} value={hours} />
    <ListRow label={TEXT.phone} value={phone} onTap={() => dial(phone)} />
    <Text className="certificate__step">{TEXT.bringTitle}</Text>
    {TEXT.bring.map((item) => (
      <Text key={item} className="certificate__step">
        {`· ${item}`}
      </Text>
    ))}
  </>
);

interface PartProps {
  readonly page: PinUnlock;
  readonly data: OwnUkeyUnlock;
}

const Waiting = ({ page: { cancel }, data, unlock }: PartProps & { readonly unlock: Unlock }) => (
  <>
    <Text className="certificate__note">{`${TEXT.waiting(formatChinaDate(unlock.endsAt))}${TEXT.tell}`}</Text>
    {data.hindrance && <Notice kind="warning">{TEXT.notValid}</Notice>}
    <WhereToCome {...data} />
    <ProblemNotice problem={cancel.problem} />
    <PrimaryButton kind="plain" pending={cancel.pending} pendingLabel={TEXT.cancelling} onTap={() => void cancel.run()}>
      {TEXT.cancel}
    </PrimaryButton>
  </>
);

/** How the last one ended; whoever did not come for it must hear of it. */
function Ended({ state, endedAt }: Unlock) {
  if (state === 'done') {
    return <Notice title={TEXT.done(endedAt ? formatChinaDateTime(endedAt) : '')}>{TEXT.notYou}</Notice>;
  }
  return <Text className="certificate__note">{state === 'cancelled' ? TEXT.cancelled : TEXT.expired}</Text>;
}

function Ask({ page: { isOpen, setOpen, request }, data }: PartProps) {
  if (!isOpen) {
    return (
      <PrimaryButton kind="secondary" onTap={() => setOpen(true)}>
        {TEXT.begin}
      </PrimaryButton>
    );
  }
  return (
    <>
      <Text className="certificate__note">{TEXT.lead}</Text>
      <WhereToCome {...data} />
      <ProblemNotice problem={request.problem} />
      <PrimaryButton pending={request.pending} pendingLabel={TEXT.requesting} onTap={() => void request.run()}>
        {TEXT.request}
      </PrimaryButton>
      <PrimaryButton kind="plain" onTap={() => setOpen(false)}>
        {TEXT.later}
      </PrimaryButton>
    </>
  );
}

/** A new PIN for the UKey of a certificate: asked for, waited for, done. Nothing where there is nothing to ask or to tell. */
export function PinCard({ certificate }: { readonly certificate: CertificateView }) {
  const page = usePinUnlock(certificate);
  const { data, problem } = page.load;
  if (!data) {
    return <ProblemNotice problem={problem} />;
  }
  const { unlock, hindrance } = data;
  if (hindrance && !unlock) {
    return null;
  }
  return (
    <Card
      title={TEXT.title}
      aside={unlock && <StatusTag tone={TONES[unlock.state]}>{UKEY_UNLOCK_STATE_LABELS[unlock.state]}</StatusTag>}
    >
      {unlock?.state === 'waiting' ? (
        <Waiting page={page} data={data} unlock={unlock} />
      ) : (
        <>
          {unlock && <Ended {...unlock} />}
          {!hindrance && <Ask page={page} data={data} />}
        </>
      )}
    </Card>
  );
}
