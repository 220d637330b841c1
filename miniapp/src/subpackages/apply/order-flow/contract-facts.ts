import { type ContractDetails, formatFen } from '@acceptance/shared';
import { CERTIFICATE_KIND_LABELS, IDENTITY_DOCUMENT_LABELS } from '../../../text/labels';
import { CONTRACT_TEXT as TEXT } from '../texts-contract';
import { describeTerm } from './describe-term';
import { particularsRows } from './particulars-rows';

export type FactRow = readonly [label: string, value: string];

/** The verified person, in full: the owner checks what will be printed. */
export const personFacts = ({ person }: ContractDetails): readonly FactRow[] => [
  [TEXT.name, person.name],
  [TEXT.documentType, IDENTITY_DOCUMENT_LABELS[person.documentType]],
  [TEXT.idNumber, person.idNumber],
  [TEXT.mobile, person.phone],
];

/** Unit, role, e-mail and address. */
export const applicantFacts = ({ unit, email, address }: ContractDetails): readonly FactRow[] =>
  particularsRows({ ...(unit && { unit }), email, address });

export const describeFee = (feeFen: number): string => (feeFen > 0 ? formatFen(feeFen) : TEXT.free);

/** What is agreed on beside the text. */
export const agreementFacts = ({
  projectName,
  applicantType,
  validityMonths,
  feeFen,
}: ContractDetails): readonly FactRow[] => [
  [TEXT.project, projectName],
  [TEXT.certificate, CERTIFICATE_KIND_LABELS[applicantType]],
  [TEXT.term, describeTerm(validityMonths)],
  [TEXT.fee, describeFee(feeFen)],
];

/** Price and term in one line, first of the key points. */
export const priceLine = ({ projectName, feeFen, validityMonths }: ContractDetails): string =>
  TEXT.priceLine(projectName, describeFee(feeFen), describeTerm(validityMonths));
