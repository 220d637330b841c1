import {
  ACCEPTED_REVISION_LABELS,
  CONTRACT_DOUBT_LABELS,
  CONTRACT_VERDICT_LABELS,
  CONTRACT_VERDICT_LABELS_EN,
} from '@acceptance/shared';
import type { ContractVerification } from '../../bff/src/contract-pdf/verify';

/** Verdict and reasons as lines for a person; what a file says of itself only where it is genuine. */
export function describeVerification(found: ContractVerification): string[] {
  const { verdict, doubts, sha256 } = found;
  const lines = [
    `${CONTRACT_VERDICT_LABELS[verdict]} (${CONTRACT_VERDICT_LABELS_EN[verdict]})`,
    ...doubts.map((doubt) => `  ${CONTRACT_DOUBT_LABELS[doubt]} [${doubt}]`),
    `SHA-256: ${sha256}`,
  ];
  return verdict === 'genuine' ? [...lines, ...factsOf(found)] : lines;
}

const revocations = { good: '签署时有效', revoked: '签署之后已吊销', unknown: '文件中没有证据' } as const;

function factsOf({ signerName, contractNumber, signedAt, timestamp, revocation, revisions }: ContractVerification) {
  const stamp = timestamp
    ? `${timestamp.time.toISOString()}，${timestamp.authority}${timestamp.judged ? '' : '（未给出时间戳机构的证书，不作判断）'}`
    : '无';
  return [
    `合同编号: ${contractNumber ?? '无'}`,
    `签署机构: ${signerName}`,
    `签署时间（签署机构自称）: ${signedAt?.toISOString() ?? '无'}`,
    `时间戳: ${stamp}`,
    `签名证书状态: ${revocations[revocation]}`,
    `签署后追加: ${revisions.map((revision) => ACCEPTED_REVISION_LABELS[revision]).join('、') || '无'}`,
  ];
}
