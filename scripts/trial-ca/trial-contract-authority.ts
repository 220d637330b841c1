import type { ContractAuthority } from '../../bff/src/contract-pdf';

/** A fictitious authority: no company of this name is meant, and the numbers cannot be dialled. */
export const trialContractAuthority = {
  name: '启明数字证书认证（演示）有限公司',
  sealText: '电子合同专用章',
  sealCode: '0000000000000',
  phone: '000-00000000',
  address: '示例省示例市演示区测试路1号',
  website: 'https://ca.example.com',
  court: '甲方住所地有管辖权的人民法院',
  unifiedSocialCreditCode: '91000000MA0000000N',
  licenceNumber: 'ECP00000000000',
  legalRepresentative: '李启明',
  trial: true,
} satisfies ContractAuthority;
