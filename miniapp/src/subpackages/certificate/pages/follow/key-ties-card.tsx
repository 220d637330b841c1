import type { KeyTies, SuccessorKind } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { navigateTo } from '../../../../platform/navigation';
import { formatChinaDate } from '../../../../text/china-date';
import { FOLLOW_TEXT as TEXT } from '../../texts-follow';
import '../../certificate.scss';

interface KeyTiesCardProps {
  readonly ties: KeyTies;
  readonly kind: SuccessorKind;
}

/** What we know of that hangs on the old key; what others know of it, nobody but the holder can say. */
export function KeyTiesCard({ ties, kind }: KeyTiesCardProps) {
  const { seals, provedAt, otherCertificates } = ties;
  return (
    <Card title={TEXT.tiesTitle}>
      <Text className="certificate__note">{TEXT.tiesLead}</Text>
      {seals.map((seal) => (
        <ListRow key={seal.id} label={TEXT.seal(seal.kind, seal.purpose)} value={TEXT.sealFate[kind]} />
      ))}
      <ListRow label={TEXT.signIn} value={provedAt ? TEXT.signInUsed(formatChinaDate(provedAt)) : TEXT.signInUnused} />
      {otherCertificates.map(({ id, projectName, orderNumber, sharesKey }) => (
        <ListRow
          key={id}
          label={projectName}
          hint={`${orderNumber} · ${sharesKey ? TEXT.sharedKeyFate[kind] : TEXT.otherKey}`}
          onTap={() => void navigateTo('certificate', { certificateId: id })}
        />
      ))}
    </Card>
  );
}
