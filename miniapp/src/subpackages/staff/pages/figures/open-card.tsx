import { type Figures, OPEN_AGES, type OpenAge } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ORDER_STATUS_LABELS } from '../../../../text/labels';
import { FIGURES_TEXT as TEXT } from '../../texts-figures';
import { BarTable, type BarTone } from './bars';

const TONES: Readonly<Record<OpenAge, BarTone>> = { '1': 'soft', '3': 'plain', '7': 'attention', more: 'bad' };

/** How long what is open has been open. */
export function OpenCard({ open }: Pick<Figures, 'open'>) {
  const rows = open
    .map(({ status, ages }) => ({
      name: ORDER_STATUS_LABELS[status],
      parts: OPEN_AGES.map((age) => ({ value: ages[age], tone: TONES[age] })),
      numbers: OPEN_AGES.map((age) => String(ages[age])),
    }))
    .filter(({ parts }) => parts.some(({ value }) => value > 0));
  return (
    <Card title={TEXT.open}>
      <Text className="figures__none">{rows.length === 0 ? TEXT.noOpen : TEXT.openLead}</Text>
      {rows.length > 0 && (
        <BarTable
          label={TEXT.open}
          headings={[{ words: TEXT.status }, ...OPEN_AGES.map((age) => ({ words: TEXT.ages[age], tone: TONES[age] }))]}
          rows={rows}
        />
      )}
    </Card>
  );
}
