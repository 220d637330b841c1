import { deflateSync } from 'node:zlib';
import {
  createTrialCertificateAuthority,
  type TrialCertificateAuthority,
} from '../../../../scripts/trial-ca/trial-certificate-authority';
import type { ContractAuthority, ContractInput, InkMask, SigningMaterial } from '../contract-types';

/** A fictitious authority, not a trial one: its pages are free of the watermark. */
export const sampleAuthority: ContractAuthority = {
  name: '启明数字证书认证（演示）有限公司',
  sealText: '电子合同专用章',
  sealCode: '0000000000001',
  phone: '000-00000000',
  address: '示例省示例市演示区测试路1号',
  website: 'https://ca.example.com',
  court: '示例市中级人民法院',
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

/** The person of GB 11643's published example number. */
export function sampleInput(changes: Partial<ContractInput> = {}): ContractInput {
  return {
    contractNumber: 'HT-GOV-20261122-000123',
    projectName: '示例省政府采购云平台',
    terms: { certificateKind: '单位证书', validityMonths: 12, feeFen: 26_000 },
    signedAt: sampleSignedAt,
    sealedAt: sampleSealedAt,
    applicant: {
      name: '张伟',
      idNumber: '11010519491231002X',
      phone: '13800138000',
      unitName: '示例市蓝天办公用品有限公司',
      unifiedSocialCreditCode: '91350100M000100Y43',
    },
    ink: sampleInk(),
    ...changes,
  };
}
