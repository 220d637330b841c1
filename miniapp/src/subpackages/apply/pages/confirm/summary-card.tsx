import type { ApplicationStep } from '@acceptance/shared';
import { Card } from '../../../../components/card';
import { Facts } from '../../../../components/facts';
import { TextLink } from '../../../../components/text-link';
import type { SummarySection } from '../../../../features/order-summary';
import { SUMMARY_TEXT } from '../../../../text/summary';

export interface SummaryCardProps {
  readonly section: SummarySection;
  readonly onGo: (step: ApplicationStep) => void;
}

/** One part of what is handed in, with the way back to where it was entered. */
export function SummaryCard({ section, onGo }: SummaryCardProps) {
  const { title, rows, link } = section;
  const aside = link && (
    <TextLink label={SUMMARY_TEXT.linkLabel(link.label, title)} onTap={() => onGo(link.step)}>
      {link.label}
    </TextLink>
  );
  return (
    <Card title={title} aside={aside}>
      <Facts rows={rows} />
    </Card>
  );
}
