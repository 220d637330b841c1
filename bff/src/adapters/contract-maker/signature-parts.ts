import { readContractSignature, readRevisions } from '../../contract-pdf/verify';
import { cmsOids } from '../../contract-pdf/verify/cms-oids';
import { type Certificate, readAnchors } from '../../contract-pdf/verify/read-certificate';
import { readSignedData, type SignedData } from '../../contract-pdf/verify/read-cms';
import { pemOf } from '../../pki';
import type { CertificateChain, ContractSignatureParts } from '../../ports/contract-maker';

const areSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/**
 * The way of a signer's certificate towards its root, among certificates that may lie beside it in any order. By names alone:
 * whoever takes this apart checks the signatures with tools of their own.
 */
function chainOf(signer: Certificate | null, known: readonly Certificate[]): CertificateChain {
  const path: Certificate[] = [];
  for (let at = signer ?? undefined; at && !path.includes(at); ) {
    path.push(at);
    const { issuerDer, subjectDer } = at;
    at = areSame(issuerDer, subjectDer) ? undefined : known.find((each) => areSame(each.subjectDer, issuerDer));
  }
  const isRoot = ({ issuerDer, subjectDer }: Certificate) => areSame(issuerDer, subjectDer);
  const pem = (certificates: readonly Certificate[]) =>
    certificates.map(({ der }) => pemOf('CERTIFICATE', der)).join('');
  return { pem: pem(path.filter((each) => !isRoot(each))), rootPem: pem(path.filter(isRoot)) || null };
}

/** Where a value stands in the structure that it was read out of. */
function placeOf(value: Uint8Array, whole: Buffer): { readonly from: number; readonly length: number } {
  const from = whole.indexOf(value);
  if (from < 0) {
    throw new Error('a value does not stand where it was read');
  }
  return { from, length: value.length };
}

function timestampOf(
  cms: Buffer,
  { signature, unsignedAttributes }: SignedData,
  anchors: readonly Certificate[],
): ContractSignatureParts['timestamp'] {
  const own = unsignedAttributes.get(cmsOids.signatureTimestamp);
  if (!own) {
    return null;
  }
  const token = Buffer.from(own.whole);
  const { signer, certificates } = readSignedData(token);
  return { token, over: placeOf(signature, cms), ...chainOf(signer, [...certificates, ...anchors]) };
}

/**
 * Takes the signature out of a contract of ours. `ownChainPem`, `timestampAnchorsPem`: certificates that the file need not hold, such
 * as roots.
 * @throws Error when it is none
 */
export function signaturePartsOf(pdf: Buffer, ownChainPem: string, timestampAnchorsPem = ''): ContractSignatureParts {
  const { covered } = readContractSignature(pdf, readRevisions(pdf).first);
  const [before, behind] = covered.signed;
  const data = readSignedData(covered.cms);
  return {
    // Copies: whoever keeps them keeps no whole file with them.
    cms: Buffer.from(covered.cms),
    before: before.length,
    resume: behind.byteOffset - before.byteOffset,
    behind: behind.length,
    ...chainOf(data.signer, [...data.certificates, ...readAnchors([ownChainPem])]),
    timestamp: timestampOf(covered.cms, data, timestampAnchorsPem ? readAnchors([timestampAnchorsPem]) : []),
  };
}
