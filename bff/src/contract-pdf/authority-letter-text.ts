import type { ContractWords } from './contract-types';

export interface AuthorityLetter {
  unitName: string;
  unifiedSocialCreditCode: string;
  legalRepresentative: string;
  agent: {
    name: string;
    /** In Chinese, as printed: 居民身份证. */
    documentName: string;
    idNumber: string;
    phone: string;
  };
  projectName: string;
  orderNumber: string;
  /** When it is made; whoever signs writes the date of signing by hand. */
  date: Date;
}

export const letterTitle = '数字证书办理授权书';

export const letterOpening = (authorityName: string, { orderNumber }: AuthorityLetter): string =>
  `本单位授权下列经办人，以本单位的名义向${authorityName}办理数字证书（申请编号 ${orderNumber}），包括提交申请信息和材料、阅读并签署《数字证书电子服务合同》、交纳费用、领取证书及其介质。`;

export const letterRows = (letter: AuthorityLetter): ContractWords['groups'] => [
  {
    name: '单位',
    rows: [
      { label: '单位名称', value: letter.unitName },
      { label: '统一社会信用代码', value: letter.unifiedSocialCreditCode },
      { label: '法定代表人（负责人）', value: letter.legalRepresentative },
    ],
  },
  {
    name: '经办人',
    rows: [
      { label: '姓名', value: letter.agent.name },
      { label: letter.agent.documentName, value: letter.agent.idNumber },
      { label: '手机号码', value: letter.agent.phone },
    ],
  },
  {
    name: '事项',
    rows: [
      { label: '办理项目', value: letter.projectName },
      { label: '申请编号', value: letter.orderNumber },
      { label: '授权期限', value: '自签署之日起，至本次申请办结之日止' },
    ],
  },
];

export const letterClauses: readonly string[] = [
  '经办人在授权范围内提交的信息、签署的文件，视为本单位的行为，由本单位承担法律责任。',
  '本单位保证所提供的信息和材料真实、完整、有效；授权变更或者撤回的，本单位在变更、撤回的当日书面告知贵公司。',
];

export const letterNote =
  '打印后由法定代表人（负责人）签字、写明日期并加盖单位公章，完整清晰地拍照，在申请的“上传材料”一步上传。打印的内容请勿涂改；有误的，请在申请里改正后重新下载。';

/** What an applicant can look at before anything is filled in: nobody and no unit of these names is meant. */
export const sampleLetter = (date: Date): AuthorityLetter => ({
  unitName: '示例市示例办公用品有限公司',
  unifiedSocialCreditCode: '91350100M000100Y43',
  legalRepresentative: '示例',
  agent: { name: '示例', documentName: '居民身份证', idNumber: '11010519491231002X', phone: '13800138000' },
  projectName: '示例项目',
  orderNumber: '示例编号 00000000',
  date,
});
