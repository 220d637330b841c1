import type { ContractToRead } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { TextLink } from '../../../../components/text-link';
import { agreementFacts, applicantFacts, type FactRow, personFacts } from '../../order-flow/contract-facts';
import { FactTable } from '../../order-flow/fact-table';
import { CONTRACT_TEXT as TEXT } from '../../texts-contract';

function authorityFacts({ authority }: ContractToRead): readonly FactRow[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [TEXT.authority, authority.name],
    [TEXT.authorityCode, authority.unifiedSocialCreditCode],
    [TEXT.authorityLicence, authority.licenceNumber],
    [TEXT.authorityRepresentative, authority.legalRepresentative],
    [TEXT.phone, authority.phone],
    [TEXT.address, authority.address],
  ];
  return rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

interface ContractPartiesProps {
  readonly text: ContractToRead;
  /** Null once it is signed. */
  readonly onChange: (() => void) | null;
}

/** The tables at the head of the contract, of which the articles speak as 上表, as they will be printed. */
export const ContractParties = ({ text, onChange }: ContractPartiesProps) => (
  <>
    <Card title={TEXT.authorityTitle}>
      <FactTable rows={authorityFacts(text)} />
    </Card>
    <Card title={TEXT.applicantTitle}>
      <Text className="contract-parties__check">{TEXT.checkOwn}</Text>
      <FactTable rows={[...applicantFacts(text.details), ...personFacts(text.details)]} />
      {onChange && <TextLink onTap={onChange}>{TEXT.wrong}</TextLink>}
    </Card>
    <Card title={TEXT.agreementTitle}>
      <FactTable rows={agreementFacts(text.details)} />
    </Card>
    {text.details.specialTerms.length > 0 && (
      <Card title={TEXT.specialTerms}>
        {text.details.specialTerms.map((term) => (
          <View key={term} className="contract-parties__term">
            {term}
          </View>
        ))}
      </Card>
    )}
  </>
);
