import { HOLDER_REVOCATION_REASONS } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ChoiceGroup } from '../../../../components/choice-group';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextLink } from '../../../../components/text-link';
import { ProofField } from '../../../../features/proof-field';
import { navigateTo } from '../../../../platform/navigation';
import { REVOCATION_REASON_LABELS } from '../../../../text/certificate-labels';
import { CERTIFICATE_TEXT as TEXT } from '../../text';
import type { Detail } from './use-detail';

/** Ending a certificate for good: the reason, and a code to the holder's number. */
export function RevokeCard(page: Detail) {
  const { load, proof, revoke, isRevoking, setRevoking, reason, reasonMissing, chooseReason } = page;
  if (!isRevoking) {
    return (
      <PrimaryButton kind="plain" onTap={() => setRevoking(true)}>
        {TEXT.revokeBegin}
      </PrimaryButton>
    );
  }
  const problem = revoke.problem ?? proof.sendCode.problem;
  return (
    <Card title={TEXT.revokeTitle}>
      <Text className="certificate__note">{TEXT.revokeLead}</Text>
      <ChoiceGroup
        label={TEXT.reason}
        choices={HOLDER_REVOCATION_REASONS.map((value) => ({ value, label: REVOCATION_REASON_LABELS[value] }))}
        value={reason}
        onChange={chooseReason}
      />
      {reasonMissing && <Notice kind="danger">{TEXT.reasonMissing}</Notice>}
      <ProofField proof={proof} problem={revoke.problem} phoneMasked={load.data?.phoneMasked ?? ''} />
      <ProblemNotice problem={problem && problem.fields.length === 0 ? problem : null} />
      <PrimaryButton
        kind="danger"
        pending={revoke.pending}
        pendingLabel={TEXT.revoking}
        onTap={() => void revoke.run()}
      >
        {TEXT.revoke}
      </PrimaryButton>
      <View className="certificate__way">
        <TextLink onTap={() => void navigateTo('certificateRevoke')}>{TEXT.revokeByKey}</TextLink>
      </View>
      <PrimaryButton kind="plain" onTap={() => setRevoking(false)}>
        {TEXT.keep}
      </PrimaryButton>
    </Card>
  );
}
