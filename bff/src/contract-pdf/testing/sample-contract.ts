import { deflateSync } from 'node:zlib';
import {
  createTrialCertificateAuthority,
  type TrialCertificateAuthority,
} from '../../../../scripts/trial-ca/trial-certificate-authority';
import type { ContractAuthority, ContractInput, ContractWords, InkMask, SigningMaterial } from '../contract-types';
import { type ContractSigningKey, signingKeyOfPem } from '../signing-key';

/** A fictitious authority, not a trial one: its pages are free of the watermark. */
export const sampleAuthority: ContractAuthority = {
  name: '启明数字证书认证（演示）有限公司',
  sealText: '电子合同专用章',
  sealCode: '0000000000001',
  phone: '000-00000000',
  address: '示例省示例市演示区测试路1号',
  website: 'https://ca.example.com',
  court: '示例市中级人民法院',
  unifiedSocialCreditCode: '91000000MA0000000N',
  licenceNumber: 'ECP00000000000',
  legalRepresentative: '李启明',
  trial: false,
};

export const sampleSignedAt = new Date('2026-11-22T17:30:05Z');
/** A day later: the two dates of a contract are two. */
export const sampleSealedAt = new Date('2026-11-23T17:31:06Z');

export function createSampleAuthorityKeys(): Promise<TrialCertificateAuthority> {
  return createTrialCertificateAuthority({ organization: sampleAuthority.name, now: sampleSignedAt });
}

export function signingMaterialOf(keys: TrialCertificateAuthority): SigningMaterial {
  return { certificateChainPem: keys.signerChainPem, privateKeyPem: keys.signerKeyPem };
}

export const signingKeyOf = (keys: TrialCertificateAuthority): ContractSigningKey =>
  signingKeyOfPem(signingMaterialOf(keys));

/** A broad diagonal stroke, 300 × 120 pixels. */
export function sampleInk(): InkMask {
  const [width, height] = [300, 120];
  const alpha = Buffer.alloc(width * height);
  let inkPixels = 0;
  for (let x = 0; x < width; x += 1) {
    const middle = Math.round((x / width) * (height - 12));
    for (let y = middle; y < middle + 12; y += 1) {
      alpha[y * width + x] = 255;
      inkPixels += 1;
    }
  }
  return { width, height, deflatedAlpha: deflateSync(alpha), inkPixels };
}

/** What a contract's table says, by its labels; the person of GB 11643's published example number. */
export const sampleRows = {
  甲方: { 电子认证服务机构: sampleAuthority.name, 联系电话: sampleAuthority.phone, 地址: sampleAuthority.address },
  乙方: {
    单位名称: '示例市蓝天办公用品有限公司',
    统一社会信用代码: '91350100M000100Y43',
    签署人姓名: '张伟',
    身份证件: '居民身份证 11010519491231002X',
    手机号码: '13800138000',
  },
  约定: { 所属项目: '示例省政府采购云平台', 费用: '人民币 260.00 元' },
};

/** The words with some rows of the applicant changed. */
export function sampleWords(applicant: Partial<Record<string, string>> = {}): ContractWords {
  const rows = { ...sampleRows, 乙方: { ...sampleRows.乙方, ...applicant } };
  const { 签署人姓名: signerName, 单位名称: unitName } = rows.乙方;
  return {
    keyPoint: '证书种类：单位证书；有效期：自签发之日起 1 年；费用：人民币 260.00 元。',
    groups: Object.entries(rows).map(([name, values]) => ({
      name,
      rows: Object.entries(values).map(([label, value]) => ({ label, value })),
    })),
    specialTerms: ['证书到期前三十日内可以更新一次。'],
    signerName,
    signerCapacity: `代表 ${unitName} 签署，依据加盖公章的授权书`,
  };
}

export function sampleInput(changes: Partial<ContractInput> = {}): ContractInput {
  return {
    contractNumber: 'HT-GOV-20261122-000123',
    words: sampleWords(),
    detailsSha256: 'd'.repeat(64),
    signedAt: sampleSignedAt,
    sealedAt: sampleSealedAt,
    ink: sampleInk(),
    ...changes,
  };
}
