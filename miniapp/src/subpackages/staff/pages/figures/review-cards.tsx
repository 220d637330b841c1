import type { DecisionCounts, ReviewFigures } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { apiWord } from '../../../../text/api-texts';
import { REVIEW_REASON_LABELS } from '../../../../text/labels';
import { FIGURES_TEXT as TEXT } from '../../texts-figures';
import { BarTable } from './bars';
import { percent } from './last-days';

const lateWords = ({ late, measured }: DecisionCounts): string =>
  measured === 0 ? '–' : `${percent(late, measured)}%`;

const partsOf = ({ approved, returned, rejected }: DecisionCounts) => [
  { value: approved, tone: 'good' as const },
  { value: returned, tone: 'attention' as const },
  { value: rejected, tone: 'bad' as const },
];

interface SumsProps {
  readonly title: string;
  readonly heading: string;
  readonly sums: readonly (DecisionCounts & { readonly name: string })[];
}

/** Decisions by project or person. */
const Sums = ({ title, heading, sums }: SumsProps) => (
  <Card title={title}>
    {sums.length === 0 ? (
      <Text className="figures__none">{TEXT.noDecisions}</Text>
    ) : (
      <BarTable
        label={title}
        headings={[
          { words: heading },
          { words: TEXT.approved, tone: 'good' },
          { words: TEXT.returned, tone: 'attention' },
          { words: TEXT.rejected, tone: 'bad' },
          { words: TEXT.lateShare },
        ]}
        rows={sums.map((sum) => ({
          name: sum.name,
          parts: partsOf(sum),
          numbers: [String(sum.approved), String(sum.returned), String(sum.rejected), lateWords(sum)],
        }))}
      />
    )}
  </Card>
);

function Totals({ review }: { readonly review: ReviewFigures }) {
  const { approved, returned, rejected, late, measured } = review;
  const numbers = [
    [TEXT.approved, String(approved)],
    [TEXT.returned, String(returned)],
    [TEXT.rejected, String(rejected)],
    [TEXT.lateShare, lateWords(review)],
  ] as const;
  return (
    <Card title={TEXT.decisions}>
      <View className="figures__totals">
        {numbers.map(([label, value]) => (
          <View key={label} className="figures__total">
            <Text className="figures__value">{value}</Text>
            <Text className="figures__label">{label}</Text>
          </View>
        ))}
      </View>
      <Text className="figures__none">{TEXT.lateOf(late, measured)}</Text>
    </Card>
  );
}

/** Why applications came back. */
export const ReasonsCard = ({ reasons }: Pick<ReviewFigures, 'reasons'>) => (
  <Card title={TEXT.reasons}>
    {reasons.length === 0 ? (
      <Text className="figures__none">{TEXT.noReasons}</Text>
    ) : (
      <BarTable
        label={TEXT.reasons}
        headings={[{ words: TEXT.reason }, { words: TEXT.count }]}
        rows={reasons.map(({ reason, count }) => ({
          name: REVIEW_REASON_LABELS[reason],
          parts: [{ value: count, tone: 'attention' }],
          numbers: [String(count)],
        }))}
      />
    )}
  </Card>
);

interface ReviewCardsProps {
  readonly review: ReviewFigures;
  /** Everybody's decisions are shown, not the reader's own only. */
  readonly ofAll: boolean;
}

/** How reviews went, as a whole and by project and person. */
export const ReviewCards = ({ review, ofAll }: ReviewCardsProps) => (
  <>
    <Totals review={review} />
    <Sums
      title={TEXT.projects}
      heading={TEXT.project}
      sums={review.projects.map((sum) => ({ ...sum, name: apiWord(sum.name) }))}
    />
    <Sums title={ofAll ? TEXT.reviewers : TEXT.ownDecisions} heading={TEXT.reviewer} sums={review.reviewers} />
  </>
);
