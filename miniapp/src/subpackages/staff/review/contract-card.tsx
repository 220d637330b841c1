import { endpoints, type StaffOrderView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { download } from '../../../api/download';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { PrimaryButton } from '../../../components/primary-button';
import { ProblemNotice } from '../../../components/problem-notice';
import { useAction } from '../../../features/use-action';
import { openPdf } from '../../../platform/open-document';
import { formatChinaDateTime } from '../../../text/china-date';
import { forgetFile } from '../platform/forget-file';
import { STAFF_TEXT } from '../text';
import './contract-card.scss';
import { FactRow } from './fact-row';

/** The sealed contract; the PDF is fetched once and opened as often as wanted. */
export function ContractCard({ order }: { readonly order: StaffOrderView }) {
  const { contract, id } = order;
  const [path, setPath] = useState<string | null>(null);
  const [blocked, setBlocked] = useState(false);
  useEffect(() => (path ? () => forgetFile(path) : undefined), [path]);
  const open = useAction(async () => {
    const file = path ?? (await download(endpoints.staff.readOrderContract, { params: { orderId: id } }));
    setPath(file);
    setBlocked(!(await openPdf(file)));
  });
  return (
    <Card
      title={STAFF_TEXT.contract}
      aside={
        contract.sealedAt && (
          <PrimaryButton
            small
            kind="secondary"
            pending={open.pending}
            pendingLabel={STAFF_TEXT.openingContract}
            onTap={() => void open.run()}
          >
            {STAFF_TEXT.openContract}
          </PrimaryButton>
        )
      }
    >
      {blocked && <Notice kind="warning">{STAFF_TEXT.popupBlocked}</Notice>}
      <ProblemNotice problem={open.problem} />
      {contract.sealedAt ? (
        <>
          <FactRow label={STAFF_TEXT.contractNumber} value={contract.contractNumber ?? ''} />
          <FactRow label={STAFF_TEXT.contractVersion} value={contract.version ?? ''} />
          <FactRow label={STAFF_TEXT.sealedAt} value={formatChinaDateTime(contract.sealedAt)} />
        </>
      ) : (
        <Text className="contract-card__none">{STAFF_TEXT.contractNotReady}</Text>
      )}
    </Card>
  );
}
