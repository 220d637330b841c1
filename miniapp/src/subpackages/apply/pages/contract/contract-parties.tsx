import type { ContractToRead } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { TextLink } from '../../../../components/text-link';
import { namedIn, printedRows, printedWord } from '../../order-flow/contract-rows';
import { FactTable } from '../../order-flow/fact-table';
import { CONTRACT_TEXT as TEXT } from '../../texts-contract';
import { SECTION_CLASS } from './measure-text';

interface ContractPartiesProps {
  readonly text: ContractToRead;
  /** Null once it is signed. */
  readonly onChange: (() => void) | null;
}

/** The tables at the head of the contract, of which the articles speak as 上表, as they will be printed. */
export const ContractParties = ({ text, text: { words }, onChange }: ContractPartiesProps) => (
  <View id="details" className={SECTION_CLASS}>
    {words.groups.map((group) => (
      <Card key={group.of} title={printedWord(group.name)}>
        {group.of === 'applicant' && <Text className="contract-parties__check">{TEXT.checkOwn}</Text>}
        <FactTable rows={printedRows(group)} named={group.of === 'applicant' ? namedIn(text) : null} />
        {group.of === 'applicant' && onChange && <TextLink onTap={onChange}>{TEXT.wrong}</TextLink>}
      </Card>
    ))}
    {words.specialTerms.length > 0 && (
      <Card title={TEXT.specialTerms}>
        {words.specialTerms.map((term) => (
          <View key={term} className="contract-parties__term">
            {term}
          </View>
        ))}
      </Card>
    )}
  </View>
);
