import type { FaceState } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import type { Problem } from '../../../../api/problem';
import { Card } from '../../../../components/card';
import { ConsentTick } from '../../../../components/consent-tick';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextLink } from '../../../../components/text-link';
import { FACE_CONSENT_TEXT as CONSENT, FACE_TEXT as TEXT } from '../../texts-face';
import type { FaceWay } from './face-way';
import type { useFaceCheck } from './use-face-check';

export interface FaceWayCardProps {
  readonly way: NonNullable<FaceWay>;
  readonly face: FaceState;
  readonly check: ReturnType<typeof useFaceCheck>;
  /** Why nobody knows yet how the open one went. */
  readonly problem: Problem | null;
  readonly onLook: () => void;
}

/** How the last one ended. */
export function FaceEndNotice({ check }: Pick<FaceState, 'check'>) {
  if (check?.state === 'failed' && check.failure) {
    return (
      <Notice kind="warning" title={TEXT.failedTitle}>
        {TEXT.failures[check.failure]}
      </Notice>
    );
  }
  return check?.state === 'expired' ? <Notice>{TEXT.expired}</Notice> : null;
}

/** One is under way: it can be gone on with, also after the program was killed. */
function Resume({ face, check, problem, onLook }: FaceWayCardProps) {
  const url = face.check?.url;
  return (
    <Card title={TEXT.openTitle}>
      <Text className="apply-identity__line">{TEXT.openText}</Text>
      <ProblemNotice problem={problem} />
      {url && (
        <PrimaryButton kind="secondary" onTap={() => check.goOn(url)}>
          {TEXT.goOn}
        </PrimaryButton>
      )}
      <View className="apply-identity__ways">
        <TextLink onTap={onLook}>{TEXT.look}</TextLink>
      </View>
    </Card>
  );
}

/** The way by face: what it is for, that nobody has to, the consent it needs. */
export function FaceWayCard(props: FaceWayCardProps) {
  const { way, face, check } = props;
  if (way === 'resume') {
    return <Resume {...props} />;
  }
  if (way === 'used-up') {
    return <Notice>{TEXT.usedUp}</Notice>;
  }
  const { consent, start } = check;
  return (
    <Card title={TEXT.title}>
      <Text className="apply-identity__line">{TEXT.lead}</Text>
      <Text className="apply-identity__purpose">{CONSENT.purpose}</Text>
      <Text className="apply-identity__purpose">{CONSENT.choice}</Text>
      <ConsentTick
        label={CONSENT.consent}
        ticked={consent.ticked}
        onChange={consent.agree}
        error={consent.missing ? TEXT.consentMissing : null}
      >
        {CONSENT.consent}
      </ConsentTick>
      <ProblemNotice problem={start.problem} />
      <PrimaryButton kind="secondary" pending={start.pending} pendingLabel={TEXT.starting} onTap={check.submit}>
        {TEXT.start}
      </PrimaryButton>
      <Text className="apply-identity__line apply-identity__line--quiet">{TEXT.left(face.startsLeft)}</Text>
    </Card>
  );
}
