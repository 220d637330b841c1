import { CONTRACT_TEMPLATE_LIMITS } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ConsentTick } from '../../../../components/consent-tick';
import { PrimaryButton } from '../../../../components/primary-button';
import { TextField } from '../../../../components/text-field';
import { TextArea } from '../../desk/text-area';
import { STAFF_TEMPLATE_TEXT as TEXT } from '../../texts-templates';
import type { ArticleForm } from './draft-form';
import type { TemplateDraft } from './use-template-draft';

interface ArticleCardProps {
  readonly article: ArticleForm;
  readonly number: number;
  readonly isLast: boolean;
  readonly articles: TemplateDraft['articles'];
}

function Deeds({ article, number, isLast, articles }: ArticleCardProps) {
  const deed = (verb: string, onTap: () => void, kind: 'secondary' | 'danger' = 'secondary') => (
    <PrimaryButton small kind={kind} label={TEXT.of(verb, TEXT.article(number))} onTap={onTap}>
      {verb}
    </PrimaryButton>
  );
  return (
    <View className="staff-template-draft__deeds">
      {number > 1 && deed(TEXT.up, () => articles.move(article.key, -1))}
      {!isLast && deed(TEXT.down, () => articles.move(article.key, 1))}
      {deed(TEXT.remove, () => articles.remove(article), 'danger')}
    </View>
  );
}

/** One article as it is typed. Labels carry its number: a page has many alike. */
export function ArticleCard(props: ArticleCardProps) {
  const { article, number, articles } = props;
  const name = TEXT.article(number);
  const isMarked = `${name} ${TEXT.markImportant}`;
  return (
    <Card title={name}>
      <TextField
        label={`${name} ${TEXT.articleHeading}`}
        maxLength={CONTRACT_TEMPLATE_LIMITS.heading}
        value={article.heading}
        onChange={(heading) => articles.change(article.key, { heading })}
      />
      <TextArea
        label={`${name} ${TEXT.articleText}`}
        value={article.text}
        onChange={(text) => articles.change(article.key, { text })}
        hint={TEXT.articleTextHint}
      />
      <ConsentTick
        label={isMarked}
        ticked={article.important}
        onChange={(important) => articles.change(article.key, { important })}
      >
        <Text>{TEXT.markImportant}</Text>
      </ConsentTick>
      <Deeds {...props} />
    </Card>
  );
}
