import type { DeletionOutlook } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ProofField } from '../../../../features/proof-field';
import { formatChinaDateTime } from '../../../../text/china-date';
import { MY_DATA_TEXT as TEXT } from '../../texts-my-data';
import type { useMyData } from './use-my-data';

function whyNot({ liveOrders, validCertificates }: DeletionOutlook): string | null {
  if (liveOrders > 0) {
    return TEXT.live(liveOrders);
  }
  return validCertificates > 0 ? TEXT.valid(validCertificates) : null;
}

/** What deleting the account means, and the way to it; while it is scheduled, the way back. */
export function DeletionCard(page: ReturnType<typeof useMyData>) {
  const { load, proof, deleting, requestDeletion, cancelDeletion } = page;
  const outlook = load.data?.deletion;
  if (!outlook) {
    return null;
  }
  if (outlook.dueAt) {
    return (
      <Card title={TEXT.deleteTitle}>
        <Notice kind="warning" title={TEXT.scheduled(formatChinaDateTime(outlook.dueAt))}>
          {TEXT.scheduledHint}
        </Notice>
        <ProblemNotice problem={cancelDeletion.problem} />
        <PrimaryButton
          pending={cancelDeletion.pending}
          pendingLabel={TEXT.keeping}
          onTap={() => void cancelDeletion.run()}
        >
          {TEXT.keep}
        </PrimaryButton>
      </Card>
    );
  }
  const problem = requestDeletion.problem ?? (deleting ? proof.sendCode.problem : null);
  return (
    <Card title={TEXT.deleteTitle}>
      <Text className="my-data__note">{TEXT.deleteLead(outlook.waitingDays)}</Text>
      {outlook.retainedOrders > 0 && <Text className="my-data__note">{TEXT.retained(outlook.retainedOrders)}</Text>}
      <Text className="my-data__note">{TEXT.freeNumber}</Text>
      {deleting && (
        <ProofField proof={proof} problem={requestDeletion.problem} phoneMasked={load.data?.phoneMasked ?? ''} />
      )}
      <ProblemNotice problem={problem && problem.fields.length === 0 ? problem : null} />
      <PrimaryButton
        kind="danger"
        whyDisabled={whyNot(outlook)}
        pending={requestDeletion.pending}
        pendingLabel={TEXT.confirming}
        onTap={deleting ? () => void requestDeletion.run() : () => page.setDeleting(true)}
      >
        {deleting ? TEXT.confirm : TEXT.begin}
      </PrimaryButton>
      {deleting && (
        <PrimaryButton kind="plain" onTap={() => page.setDeleting(false)}>
          {TEXT.cancel}
        </PrimaryButton>
      )}
    </Card>
  );
}
