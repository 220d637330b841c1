import type { OwnIdentityCheck } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { Notice } from '../../../../components/notice';
import { StatusTag } from '../../../../components/status-tag';
import { formatChinaDateTime } from '../../../../text/china-date';
import { IDENTITY_CHECK_TEXT as TEXT } from '../../texts-identity-check';

interface CheckProps {
  readonly check: OwnIdentityCheck;
}

/** Staff are at it: until when, and what happens then. */
export function OpenCheckCard({ check: { promisedBy, requestedAt } }: CheckProps) {
  const isLate = new Date(promisedBy).getTime() < Date.now();
  return (
    <Card title={TEXT.openTitle} aside={<StatusTag tone="active">{TEXT.openTag}</StatusTag>}>
      <Text className="apply-identity__line apply-identity__line--strong">
        {TEXT.promised(formatChinaDateTime(promisedBy))}
      </Text>
      <Text className="apply-identity__line">{isLate ? TEXT.overdue : TEXT.next}</Text>
      <ListRow label={TEXT.requested} value={formatChinaDateTime(requestedAt)} />
    </Card>
  );
}

/** Staff could not confirm it: why, and that both ways are open again. */
export const RefusedCheckNotice = ({ check: { refusal } }: CheckProps) => (
  <Notice kind="warning" title={TEXT.refusedTitle}>
    {refusal && <Text className="apply-identity__line">{TEXT.reason(refusal)}</Text>}
    <Text>{TEXT.refusedNext}</Text>
  </Notice>
);
