import { X509Certificate } from 'node:crypto';
import { nameDer, parseName } from '../../../../scripts/stand-ins/ejbca/distinguished-name';
import { issuerOf, makeCertificate } from '../../../../scripts/stand-ins/ejbca/make-certificate';
import { handMadeCsr, newEcKey } from '../../../../scripts/stand-ins/ejbca/testing/hand-made-csr';
import { createCertificateAuthorities, DEMO_ISSUER_DN } from '../../../../scripts/stand-ins/ejbca/trial-authorities';
import { problemOfIssued } from './check-issued';

const authorities = createCertificateAuthorities();
const key = newEcKey();
const notBefore = new Date('2026-11-28T00:00:00Z');
const notAfter = new Date('2027-11-27T23:59:59Z');
const serialNumber = '4711';
const chainDer = [authorities.issuerCertificate, authorities.rootCertificate].map(
  (pem) => new X509Certificate(pem).raw,
);

/** What an authority that orders attributes by its own rules (CN first) makes of a name. */
function issuedTo(dn: string, publicKeyDer = key.publicKeyDer) {
  const issuerKeyDer = new X509Certificate(authorities.issuerCertificate).publicKey.export({
    type: 'spki',
    format: 'der',
  });
  const issuer = issuerOf(nameDer(parseName(DEMO_ISSUER_DN)), issuerKeyDer, authorities.issuerKey);
  const subjectDer = nameDer(parseName(dn));
  const content = { serialNumber, subjectDer, publicKeyDer, notBefore, notAfter, authority: false };
  const certificateDer = makeCertificate({ ...content, keyUsage: [0xc0, 6] }, issuer);
  return { certificateDer, chainDer, serialNumber };
}
const asked = {
  csrDer: handMadeCsr(key),
  subject: [
    { type: 'countryName', value: 'CN' },
    { type: 'organizationName', value: '示例公司' },
    { type: 'commonName', value: '示例公司' },
  ],
  notAfter,
  at: new Date('2026-11-28T00:01:00Z'),
} as const;

it('has nothing against what was asked for, in whichever order its attributes stand', () => {
  expect(problemOfIssued(issuedTo('CN=示例公司,O=示例公司,C=CN'), asked)).toBeNull();
});

it.each([
  'CN=示例公司,C=CN',
  'CN=示例公司,O=示例公司,OU=示例部,C=CN',
  'CN=别的公司,O=示例公司,C=CN',
  'CN=CN,O=示例公司,C=示例公司',
])('refuses another name: %s', (dn) => {
  expect(problemOfIssued(issuedTo(dn), asked)).toBe('certificate-of-another-subject');
});

it('refuses another key, another number, a longer term and a chain that is not its own', () => {
  const good = issuedTo('CN=示例公司,O=示例公司,C=CN');
  const namesake = createCertificateAuthorities();
  const foreign = [namesake.issuerCertificate, namesake.rootCertificate].map((pem) => new X509Certificate(pem).raw);
  const otherKey = issuedTo('CN=示例公司,O=示例公司,C=CN', newEcKey().publicKeyDer);
  expect(problemOfIssued(otherKey, asked)).toBe('certificate-of-another-key');
  expect(problemOfIssued({ ...good, serialNumber: '4712' }, asked)).toBe('certificate-of-another-number');
  expect(problemOfIssued(good, { ...asked, notAfter: new Date(notAfter.getTime() - 1000) })).toBe(
    'certificate-allows-too-much',
  );
  expect(problemOfIssued({ ...good, chainDer: foreign }, asked)).toMatch(/^chain-/);
});
