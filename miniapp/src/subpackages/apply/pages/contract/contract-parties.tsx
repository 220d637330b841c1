import type { ContractText, OrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { CONTRACT_TEXT as TEXT } from '../../text';
import { describePrice, describeTerm } from '../start/project-facts';
import './contract-parties.scss';

interface ContractPartiesProps {
  readonly text: ContractText;
  readonly project: OrderView['project'];
}

const rowsOf = ({ text, project }: ContractPartiesProps): readonly (readonly [label: string, value: string])[] => [
  [TEXT.authority, text.authority.name],
  [TEXT.phone, text.authority.phone],
  [TEXT.address, text.authority.address],
  [TEXT.applicant, TEXT.applicantValue],
  [TEXT.project, project.name],
  [TEXT.certificate, `${TEXT.kinds[project.certificateKind]} · ${describeTerm(project.validityMonths)}`],
  [TEXT.fee, describePrice(project)],
];

/** The table at the head of the contract, of which the articles speak as 上表. */
export const ContractParties = (props: ContractPartiesProps) => (
  <Card title={TEXT.parties}>
    {rowsOf(props).map(([label, value]) => (
      <View key={label} className="contract-parties__row">
        <Text className="contract-parties__label">{label}</Text>
        <Text className="contract-parties__value">{value}</Text>
      </View>
    ))}
  </Card>
);
