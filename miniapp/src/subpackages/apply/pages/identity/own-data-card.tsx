import type { AccountView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { NamePictureView } from '../../../../components/name-picture';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { TextLink } from '../../../../components/text-link';
import { formatChinaDate } from '../../../../text/china-date';
import { OWN_DATA_TEXT as TEXT } from '../../texts-identity';
import './own-data-card.scss';
import { useOwnData } from './use-own-data';

/** A fact of one's own that may be copied: long names wrap, they are not cut. */
const Fact = ({ label, value, full }: { readonly label: string; readonly value: string; readonly full: boolean }) => (
  <View className="own-data__fact">
    <Text className="own-data__label">{label}</Text>
    <Text className="own-data__value" selectable={full} userSelect={full}>
      {value}
    </Text>
  </View>
);

export interface OwnDataCardProps {
  readonly verified: NonNullable<AccountView['identity']>;
  /** Null where nobody but the provider can say otherwise, or it is under way. */
  readonly onCorrect: (() => void) | null;
}

/** Who was verified: masked, and in full after a deliberate tap, to check the spelling that is printed. */
export function OwnDataCard({ verified, onCorrect }: OwnDataCardProps) {
  const { own, toggle } = useOwnData();
  const facts: readonly (readonly ['name' | 'idNumber' | 'phone', string])[] = own
    ? [
        ['name', own.name],
        ['idNumber', own.idNumber],
        ['phone', own.phone],
      ]
    : [
        ['name', verified.nameMasked],
        ['idNumber', verified.idNumberMasked],
      ];
  return (
    <Card title={TEXT.title} aside={<StatusTag tone="good">{TEXT.tag}</StatusTag>}>
      {facts.map(([key, value]) => (
        <Fact key={key} label={TEXT[key]} value={value} full={own !== null} />
      ))}
      <Fact label={TEXT.verifiedOn} value={formatChinaDate(verified.verifiedAt)} full={false} />
      {own?.namePicture && (
        <View className="own-data__fact">
          <Text className="own-data__label">{TEXT.namePicture}</Text>
          <NamePictureView picture={own.namePicture} name={own.name} />
        </View>
      )}
      {own && <Text className="own-data__hint">{TEXT.hint}</Text>}
      <ProblemNotice problem={toggle.problem} />
      <PrimaryButton kind="plain" pending={toggle.pending} pendingLabel={TEXT.showing} onTap={() => void toggle.run()}>
        {own ? TEXT.hide : TEXT.show}
      </PrimaryButton>
      {onCorrect && <TextLink onTap={onCorrect}>{TEXT.correct}</TextLink>}
    </Card>
  );
}
