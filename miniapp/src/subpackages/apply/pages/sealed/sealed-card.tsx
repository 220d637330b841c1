import type { OrderView } from '@acceptance/shared';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { StatusTag } from '../../../../components/status-tag';
import { formatChinaDateTime } from '../../../../text/china-date';
import { SEALED_TEXT } from '../../text';
import { shortDigest } from './opened-contract';

/** What the sealed contract is known by. */
export function SealedCard({ contract }: { readonly contract: OrderView['contract'] }) {
  const { contractNumber, version, sealedAt, timestamp, fileSha256, state } = contract;
  const done = state === 'acknowledged';
  return (
    <Card
      title={SEALED_TEXT.cardTitle}
      aside={<StatusTag tone="good">{done ? SEALED_TEXT.acknowledgedTag : SEALED_TEXT.sealedTag}</StatusTag>}
    >
      <ListRow label={SEALED_TEXT.number} value={contractNumber} />
      <ListRow label={SEALED_TEXT.parties} value={SEALED_TEXT.partiesValue} />
      {sealedAt && <ListRow label={SEALED_TEXT.sealedAt} value={formatChinaDateTime(sealedAt)} />}
      {timestamp && (
        <ListRow label={SEALED_TEXT.timestamp} hint={timestamp.authority} value={formatChinaDateTime(timestamp.time)} />
      )}
      <ListRow label={SEALED_TEXT.version} value={version} />
      {fileSha256 && (
        <ListRow label={SEALED_TEXT.digest} hint={SEALED_TEXT.digestHint} value={shortDigest(fileSha256)} />
      )}
    </Card>
  );
}
