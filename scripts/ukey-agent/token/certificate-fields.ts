/** What PKCS#11 wants beside a certificate, as DER exactly as it stands in it: programs compare octets. */
export interface CertificateFields {
  readonly serialNumberDer: Uint8Array;
  readonly issuerDer: Uint8Array;
  readonly subjectDer: Uint8Array;
}

interface Element {
  readonly tag: number;
  readonly from: number;
  readonly contentFrom: number;
  readonly to: number;
}

/** One element of DER with a length of up to four octets (X.690, 8.1.3). @throws RangeError when it does not fit into the bytes */
function readElement(der: Uint8Array, from: number): Element {
  const [tag, first] = [der[from], der[from + 1]];
  if (tag === undefined || first === undefined) {
    throw new RangeError('DER ends too early');
  }
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (lengthBytes > 4) {
    throw new RangeError('DER is too long');
  }
  const digits = der.subarray(from + 2, from + 2 + lengthBytes);
  const length = lengthBytes === 0 ? first : digits.reduce((sum, digit) => sum * 256 + digit, 0);
  const contentFrom = from + 2 + lengthBytes;
  if (contentFrom + length > der.length) {
    throw new RangeError('DER ends too early');
  }
  return { tag, from, contentFrom, to: contentFrom + length };
}

const VERSION_TAG = 0xa0;

/** Of TBSCertificate (RFC 5280, 4.1): version, serialNumber, signature, issuer, validity, subject. @throws RangeError for anything else */
export function certificateFields(der: Uint8Array): CertificateFields {
  const certificate = readElement(der, 0);
  const toBeSigned = readElement(der, certificate.contentFrom);
  const elements: Element[] = [];
  for (let at = toBeSigned.contentFrom; at < toBeSigned.to && elements.length < 6; ) {
    const element = readElement(der, at);
    at = element.to;
    if (element.tag !== VERSION_TAG) elements.push(element);
  }
  const [serialNumber, , issuer, , subject] = elements.map(({ from, to }) => der.subarray(from, to));
  if (!serialNumber || !issuer || !subject) {
    throw new RangeError('not a certificate');
  }
  return { serialNumberDer: serialNumber, issuerDer: issuer, subjectDer: subject };
}
