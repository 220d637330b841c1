import { articleSectionId, type ContractText, type ContractToRead } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { CONTRACT_TEXT } from '../../texts-contract';
import { SECTION_CLASS, TEXT_ELEMENT_ID } from './measure-text';
import './contract-articles.scss';

/** What matters most, in a few lines, as the contract prints it: price and term first; below them whom to ask. */
export function KeyPoints({ text }: { readonly text: ContractToRead }) {
  const points = [text.words.keyPoint, ...text.keyPoints, CONTRACT_TEXT.call(text.authority.phone)];
  return (
    <View id="key-points" className={SECTION_CLASS}>
      <Card title={CONTRACT_TEXT.keyPoints}>
        {points.map((point, index) => (
          <View key={point} className="key-points__point">
            <Text className="key-points__number">{index + 1}</Text>
            <Text className="key-points__text">{point}</Text>
          </View>
        ))}
      </Card>
    </View>
  );
}

/** The whole text in readable type; its end is what reading is measured by. */
export function ContractArticles({ text }: { readonly text: ContractText }) {
  return (
    <View id={TEXT_ELEMENT_ID} className="contract-articles">
      <Text className="contract-articles__title">{text.title}</Text>
      <Text className="contract-articles__version">{CONTRACT_TEXT.version(text.version)}</Text>
      {text.articles.map((article, index) => (
        <View
          key={article.heading}
          id={articleSectionId(index)}
          className={
            article.important
              ? `${SECTION_CLASS} contract-articles__article contract-articles__article--important`
              : `${SECTION_CLASS} contract-articles__article`
          }
        >
          {article.important && <Text className="contract-articles__note">{CONTRACT_TEXT.importantNote}</Text>}
          <Text className="contract-articles__heading">{CONTRACT_TEXT.heading(index + 1, article.heading)}</Text>
          {article.paragraphs.map((paragraph) => (
            <Text key={paragraph} className="contract-articles__paragraph">
              {paragraph}
            </Text>
          ))}
        </View>
      ))}
      <Text className="contract-articles__end">{CONTRACT_TEXT.end}</Text>
    </View>
  );
}
