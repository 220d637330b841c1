import { createHash } from 'node:crypto';
import type { ContractVerification } from './contract-types';
import { locateSignature } from './verify-byte-range';
import { checkChain } from './verify-chain';
import { type CmsContents, checkSignature, readCms } from './verify-cms';

/**
 * Checks a contract offline: the signed bytes are the whole file, they are unchanged, the signature is the signer's, and
 * the signer chains to a trust anchor with every certificate valid at `at` and fit for its use.
 *
 * Any certificate may be an anchor. The authority's own root also vouches for its customers' certificates, so a caller
 * who wants "sealed by us" rather than "signed by somebody we know" passes the contract signing certificates themselves.
 * Revocation is not asked: it needs the network or a list this function is not given.
 * Never throws for the file's sake, whatever it holds.
 * @throws Error when a trust anchor is not a certificate
 */
export function verifyContractPdf(pdf: Buffer, trustedRootsPem: string[], at: Date): ContractVerification {
  const result: ContractVerification = {
    genuine: false,
    coversWholeDocument: false,
    digestMatches: false,
    signatureValid: false,
    chainTrusted: false,
    signerName: '',
    problems: [],
  };
  const located = locateSignature(pdf);
  if ('problem' in located) {
    // Anchors are checked all the same: a wrong configuration must not hide behind a bad upload.
    checkChain(undefined, [], trustedRootsPem, at);
    return { ...result, problems: [located.problem] };
  }
  result.coversWholeDocument = located.coversWholeDocument;
  if (!located.coversWholeDocument) result.problems.push('签名没有覆盖整个文件，签署之后有内容被追加。');
  const cms = tryRead(located.cms);
  if (!cms) {
    checkChain(undefined, [], trustedRootsPem, at);
    return { ...result, problems: [...result.problems, '文件中的数字签名无法读取。'] };
  }
  result.signerName = cms.signerName;
  result.problems.push(...cms.problems);
  const digest = createHash('sha256').update(located.signed[0]).update(located.signed[1]).digest();
  result.digestMatches = cms.messageDigest.equals(digest);
  if (!result.digestMatches) result.problems.push('文件内容在签署之后被改动过。');
  result.signatureValid = checkSignature(cms);
  if (!result.signatureValid) result.problems.push('数字签名与签名证书不符。');
  const chain = checkChain(cms.signer, cms.certificates, trustedRootsPem, at);
  result.chainTrusted = chain.trusted;
  result.problems.push(...chain.problems);
  const { coversWholeDocument, digestMatches, signatureValid, chainTrusted, problems } = result;
  result.genuine = coversWholeDocument && digestMatches && signatureValid && chainTrusted && problems.length === 0;
  return result;
}

function tryRead(der: Buffer): CmsContents | undefined {
  try {
    return readCms(der);
  } catch {
    return undefined;
  }
}
