import type { AcceptedRevision, ContractDoubt, ContractVerdict } from '../schemas/contract-check';

export const CONTRACT_VERDICT_LABELS: Readonly<Record<ContractVerdict, string>> = {
  genuine: '真实',
  changed: '签署后被改动',
  foreign: '不是本机构签署的',
};

export const CONTRACT_DOUBT_LABELS: Readonly<Record<ContractDoubt, string>> = {
  too_large: '文件超过 8 MB，合同不会有这么大。',
  too_complex: '文件过于复杂，没能在限定的时间内核验完。',
  not_pdf: '这不是 PDF 文件。',
  unreadable: '文件不完整或已损坏，无法按合同的格式读取。',
  no_signature: '文件的表单里没有数字签名。',
  not_a_contract: '文件不是按本机构合同的方式签署的。',
  byte_range: '数字签名没有覆盖它应当覆盖的内容。',
  signature_unreadable: '文件中的数字签名无法读取。',
  signature_kind: '数字签名的形式与本机构所用的不同。',
  content_changed: '文件内容在签署之后被改动过。',
  signature_wrong: '数字签名与签名证书不符。',
  untrusted: '签名证书不是本机构的合同签署证书。',
  not_valid_then: '签名证书在签署时间不在有效期内。',
  usage: '签名证书不能用来签署合同。',
  revoked: '签名证书已被吊销，不能证明签署在吊销之前。',
  appended: '签署之后文件中被追加了内容。',
  overridden: '签署之后文件中已有的内容被替换过。',
  evidence_unreadable: '签署之后追加的证书状态数据不正确。',
  timestamp_wrong: '文件中的时间戳与签名不符。',
  timestamp_untrusted: '文件中的时间戳不是由受信任的机构签发。',
};

export const ACCEPTED_REVISION_LABELS: Readonly<Record<AcceptedRevision, string>> = {
  revocation_data: '证书状态数据',
  document_timestamp: '文档时间戳',
};
