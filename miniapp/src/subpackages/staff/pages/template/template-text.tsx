import type { ContractTemplateContent } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { STAFF_TEMPLATE_TEXT as TEXT } from '../../texts-templates';
import './template-text.scss';

type Article = ContractTemplateContent['articles'][number];

const ArticleText = ({ article, number }: { readonly article: Article; readonly number: number }) => (
  <View
    className={
      article.important ? 'template-text__article template-text__article--important' : 'template-text__article'
    }
  >
    {article.important && <Text className="template-text__mark">{TEXT.important}</Text>}
    <Text className="template-text__heading">{`${number}. ${article.heading}`}</Text>
    {article.paragraphs.map((paragraph, line) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may be alike, and they never change places
      <Text key={line} className="template-text__paragraph">
        {paragraph}
      </Text>
    ))}
  </View>
);

/** A contract's text as it is read: key points, then the articles. */
export const TemplateText = ({ text }: { readonly text: Omit<ContractTemplateContent, 'version'> }) => (
  <>
    <Card title={TEXT.keyPoints}>
      {text.keyPoints.map((point, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: in a draft two may be alike
        <Text key={index} className="template-text__paragraph">{`${index + 1}. ${point}`}</Text>
      ))}
    </Card>
    <Card>
      <Text className="template-text__title">{text.title}</Text>
      {text.articles.map((article, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: in a draft two headings may be alike
        <ArticleText key={index} article={article} number={index + 1} />
      ))}
      <Text className="template-text__end">{TEXT.end}</Text>
    </Card>
  </>
);
