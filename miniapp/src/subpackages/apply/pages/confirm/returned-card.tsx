import { type ApplicationStep, isMended, type ProjectView, type ReviewMark, type ReviewPart } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { StatusTag } from '../../../../components/status-tag';
import { TextLink } from '../../../../components/text-link';
import { describeReviewMark } from '../../../../text/labels';
import { CONFIRM_TEXT } from '../../text';
import { REVIEW_FIELD_STEPS } from './review-mark-step';
import './returned-card.scss';

export interface ReturnedCardProps {
  readonly marks: readonly ReviewMark[];
  readonly project: Pick<ProjectView, 'attachments'>;
  /** What is not as it was when it came back. */
  readonly changed: readonly ReviewPart[];
  readonly onGo: (step: ApplicationStep) => void;
}

/** What the reviewer asked for in an order that came back, each with the way to mend it. */
export function ReturnedCard({ marks, project, changed, onGo }: ReturnedCardProps) {
  const open = marks.filter((mark) => !isMended(mark, changed)).length;
  return (
    <Card
      title={CONFIRM_TEXT.returnedTitle}
      aside={<StatusTag tone={open === 0 ? 'good' : 'attention'}>{CONFIRM_TEXT.returnedCount(open)}</StatusTag>}
    >
      {marks.map((mark) => {
        const line = describeReviewMark(mark, project);
        return (
          <View key={line} className="returned-card__mark">
            <Text className="returned-card__line">{line}</Text>
            {isMended(mark, changed) && <StatusTag tone="good">{CONFIRM_TEXT.mended}</StatusTag>}
            <TextLink label={`${CONFIRM_TEXT.change} ${line}`} onTap={() => onGo(REVIEW_FIELD_STEPS[mark.field])}>
              {CONFIRM_TEXT.change}
            </TextLink>
          </View>
        );
      })}
      <Text className="returned-card__note">{CONFIRM_TEXT.returned}</Text>
    </Card>
  );
}
