import {
  CERTIFICATE_KIND_LABELS,
  type ContractDetails,
  type ContractRowGroup,
  type ContractText,
  chinaDate,
  IDENTITY_DOCUMENT_LABELS,
  ORDER_KIND_LABELS,
  ORDER_KIND_RULES,
  type PrintedContractWords,
  UNIT_ROLE_LABELS,
} from '@acceptance/shared';
import type { ContractWords } from '../../contract-pdf';

/** 1 年, 18 个月. */
const durationText = (months: number): string => (months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`);

/** How long the certificate is valid, as `successor-validity.ts` of the certificates makes it. */
function termText({ validityMonths, follows }: ContractDetails): string {
  const full = `自签发之日起 ${durationText(validityMonths)}`;
  if (!follows) {
    return full;
  }
  const end = chinaDate(new Date(follows.notAfter));
  return ORDER_KIND_RULES[follows.kind].term === 'rest'
    ? `自签发之日起，至 ${end} 止（与原证书相同）`
    : `自签发之日起，至原证书到期日（${end}）后 ${durationText(validityMonths)} 止；签发时原证书已经到期的，${full}`;
}

/** Yuan with cents, as contracts write them; 免费 where nothing is due. */
function feeText(fen: number): string {
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return fen === 0 ? '免费' : `人民币 ${yuan}.${String(fen % 100).padStart(2, '0')} 元`;
}

/** Older texts know less of the authority, and older orders less of the applicant: what is absent has no row. */
const group = (
  of: ContractRowGroup['of'],
  name: string,
  rows: readonly (readonly [label: string, value: string | undefined])[],
): ContractRowGroup => ({
  of,
  name,
  rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
});

const authorityGroup = (authority: ContractText['authority']): ContractRowGroup =>
  group('authority', '甲方', [
    ['电子认证服务机构', authority.name],
    ['统一社会信用代码', authority.unifiedSocialCreditCode],
    ['电子认证服务许可证编号', authority.licenceNumber],
    ['法定代表人', authority.legalRepresentative],
    ['联系电话', authority.phone],
    ['地址', authority.address],
  ]);

const roleText = ({ role }: NonNullable<ContractDetails['unit']>): string =>
  role === 'agent' ? `${UNIT_ROLE_LABELS.agent}，依据加盖公章的授权书` : UNIT_ROLE_LABELS[role];

function applicantGroup({ person, unit, email, address }: ContractDetails): ContractRowGroup {
  const document = `${IDENTITY_DOCUMENT_LABELS[person.documentType]} ${person.idNumber}`;
  return group('applicant', '乙方', [
    ['单位名称', unit?.name],
    ['统一社会信用代码', unit?.unifiedSocialCreditCode],
    ['法定代表人（负责人）', unit?.legalRepresentative],
    [unit ? '签署人姓名' : '申请人姓名', person.name],
    ['签署人身份', unit ? roleText(unit) : undefined],
    ['身份证件', document],
    ['手机号码', person.phone],
    ['电子邮箱', email],
    ['联系地址', address],
  ]);
}

function capacityOf({ unit }: ContractDetails): string {
  if (!unit) {
    return '申请人本人';
  }
  return unit.role === 'agent'
    ? `代表 ${unit.name} 签署，依据加盖公章的授权书`
    : `代表 ${unit.name} 签署，为其法定代表人（负责人）本人`;
}

/**
 * The details as the PDF prints them, and as the phone shows them before anybody agrees: in Chinese, whatever language the
 * page around them is in.
 */
export function contractInWords(
  authority: ContractText['authority'],
  details: ContractDetails,
): ContractWords & PrintedContractWords {
  const kind = CERTIFICATE_KIND_LABELS[details.applicantType];
  const term = termText(details);
  const fee = feeText(details.feeFen);
  return {
    keyPoint: `证书种类：${kind}；有效期：${term}；费用：${fee}。`,
    groups: [
      authorityGroup(authority),
      applicantGroup(details),
      group('agreement', '约定', [
        ['所属项目', details.projectName],
        ['办理业务', details.follows && ORDER_KIND_LABELS[details.follows.kind]],
        ['证书种类', kind],
        ['证书有效期', term],
        ['费用', fee],
      ]),
    ],
    specialTerms: [...details.specialTerms],
    signerName: details.person.name,
    signerCapacity: capacityOf(details),
  };
}
