import { broken, checkDeeply, type Der, DerMembers, readDer } from '../der/read-der';
import { derOf } from '../der/read-pem';
import { areEqual, bitOctetsOf, insideOf, smallNumberOf, timeOf, unsignedHexOf } from '../der/read-values';
import { constructedTag, primitiveTag } from '../der/write-der';
import { readPublicKey } from '../keys/read-public-key';
import { readName } from '../names/distinguished-name';
import type { ReadCertificate, ReadTbsCertificate } from './certificate-types';
import { readExtensions, understand } from './read-extensions';

const MOST_OCTETS = 64 * 1024;

/**
 * A certificate (RFC 5280, 4.1) as DER, PEM or base64, 64 KiB at most. Its signature is for `verifyChain`.
 * @throws PkiError broken, too_large, unsupported_algorithm, weak_key
 */
export function readCertificate(input: Uint8Array | string): ReadCertificate {
  const der = derOf(input, ['CERTIFICATE', 'TRUSTED CERTIFICATE', 'X509 CERTIFICATE'], MOST_OCTETS);
  const certificate = readDer(der);
  checkDeeply(certificate);
  const members = new DerMembers(certificate);
  const tbs = readTbs(members.any());
  const algorithm = members.any();
  const signature = bitOctetsOf(members.any());
  members.end();
  // RFC 5280, 4.1.1.2: the one outside is not signed and must not say anything else
  if (!areEqual(tbs.signatureAlgorithmDer, algorithm.whole)) throw broken('a certificate names two algorithms');
  return { ...tbs, der, signature };
}

/** The part that is signed, alone. @throws PkiError */
export function readTbsCertificate(tbsDer: Uint8Array): ReadTbsCertificate {
  const tbs = readDer(tbsDer);
  checkDeeply(tbs);
  return readTbs(tbs);
}

function readTbs(der: Der): ReadTbsCertificate {
  const members = new DerMembers(der);
  const marker = members.optional(constructedTag(0));
  const version = marker ? smallNumberOf(insideOf(marker)) + 1 : 1;
  const serialNumber = unsignedHexOf(members.any());
  const signatureAlgorithmDer = members.any().whole;
  const issuerDer = members.any().whole;
  const validity = new DerMembers(members.any());
  const [notBefore, notAfter] = [timeOf(validity.any()), timeOf(validity.any())];
  validity.end();
  const subjectDer = members.any().whole;
  const publicKey = readPublicKey(members.any().whole);
  // The unique identifiers of version 2: nobody writes them any more
  members.optional(primitiveTag(1));
  members.optional(primitiveTag(2));
  const list = members.optional(constructedTag(3));
  members.end();
  const extensions = list ? readExtensions(insideOf(list)) : [];
  return {
    tbsDer: der.whole,
    version,
    serialNumber,
    issuerDer,
    issuer: readName(issuerDer),
    subjectDer,
    subject: readName(subjectDer),
    notBefore,
    notAfter,
    publicKey,
    signatureAlgorithmDer,
    extensions,
    ...understand(extensions),
  };
}
