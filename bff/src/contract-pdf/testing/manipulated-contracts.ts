import { cmsOids } from '../verify/cms-oids';
import { appended, stamps } from './appended-contracts';
import { madeCms } from './made-cms';
import {
  append,
  changed,
  contentAt,
  contentsAt,
  flipped,
  foreign,
  type ManipulatedContract,
  text,
} from './manipulations';
import { exchanged, signedAnew, signedBy } from './signed-anew';

/** Files that are no PDF, no contract, or not readable as one. */
const spoiled: ManipulatedContract[] = [
  foreign('not_pdf', 'nothing', () => Buffer.alloc(0)),
  foreign('not_pdf', 'text', () => Buffer.from('hello')),
  foreign('not_pdf', 'a picture', () => Buffer.from('89504e470d0a1a0a', 'hex')),
  foreign('too_large', 'nine megabytes', ({ pdf }) => append(pdf, Buffer.alloc(9 * 1024 * 1024))),
  foreign('unreadable', 'a PDF without anything', () => Buffer.from('%PDF-1.7\n%%EOF')),
  foreign('unreadable', 'brackets within brackets', () => Buffer.from(`%PDF-1.7\n1 0 obj\n${'['.repeat(100_000)}`)),
  foreign('unreadable', 'a string of hex without end', () =>
    Buffer.from(`%PDF-1.7\n1 0 obj\n<${'00'.repeat(3_000_000)}`),
  ),
  foreign('unreadable', 'a string of hex of six megabytes', () =>
    Buffer.from(`%PDF-1.7\n1 0 obj\n<${'00'.repeat(3_000_000)}>\nendobj\n`),
  ),
  foreign('unreadable', 'a million tiny objects', () =>
    Buffer.from(
      `%PDF-1.7\n${Array.from({ length: 300_000 }, (_one, number) => `${number} 0 obj\n1\nendobj\n`).join('')}`,
    ),
  ),
  foreign('unreadable', 'a table of a billion lines', () =>
    Buffer.from('%PDF-1.7\n1 0 obj\n1\nendobj\nxref\n0 1000000000\n'),
  ),
  foreign('unreadable', 'a signature range repeated a hundred thousand times', () =>
    Buffer.from(`%PDF-1.7 ${'/ByteRange [0 1 2 3] '.repeat(100_000)}`),
  ),
  foreign('unreadable', 'an absurd range', () =>
    Buffer.from('%PDF-1.7 /ByteRange [0 9999999999 9999999999 1] /Contents <00>'),
  ),
  foreign('unreadable', 'an object that ends early', ({ pdf }) => pdf.subarray(0, 300)),
  changed('unreadable', 'the last byte cut off', ({ pdf }) => pdf.subarray(0, pdf.length - 1)),
  changed('unreadable', 'the table cut off', ({ pdf }) => pdf.subarray(0, pdf.lastIndexOf('xref\n0'))),
  changed('unreadable', 'text in front', ({ pdf }) => Buffer.concat([Buffer.from('%PDF-1.7\n% \n% more\n'), pdf])),
  changed('not_pdf', 'a line in front of all', ({ pdf }) => append(Buffer.from('\n'), pdf)),
  changed('unreadable', 'an object hidden between the others', ({ pdf }) => {
    const place = pdf.lastIndexOf('xref\n0');
    return Buffer.concat([pdf.subarray(0, place), Buffer.from('9999 0 obj\n<< >>\nendobj\n'), pdf.subarray(place)]);
  }),
  changed('unreadable', 'a comment between the objects', ({ pdf }) => {
    const place = pdf.lastIndexOf('xref\n0');
    return Buffer.concat([pdf.subarray(0, place), Buffer.from('% note\n'), pdf.subarray(place)]);
  }),
  changed('unreadable', 'a place of the table moved', ({ pdf }) => {
    const line = /\n(\d{10}) 00000 n/.exec(text(pdf).slice(pdf.lastIndexOf('xref\n0')))?.[1] ?? '';
    return exchanged(pdf, `${line} 00000 n`, `${String(Number(line) + 1).padStart(10, '0')} 00000 n`);
  }),
  changed('unreadable', 'an object freed in the table', ({ pdf }) => {
    const line = /\n(\d{10} 00000) n/.exec(text(pdf).slice(pdf.lastIndexOf('xref\n0')))?.[1] ?? '';
    return exchanged(pdf, `${line} n`, `${line} f`);
  }),
  changed('unreadable', 'a key of the catalog twice', ({ pdf }) => exchanged(pdf, '/Type /Catalog', '/Perms /Catalg')),
  changed('unreadable', 'an encrypted trailer', ({ pdf }) => {
    const place = pdf.lastIndexOf('/Info ');
    const other = Buffer.from(pdf);
    other.write('/Encr ', place, 'latin1');
    return other;
  }),
];

/** The signature itself, what it covers, and who made it. */
const signatures: ManipulatedContract[] = [
  changed('content_changed', 'a byte of a page', ({ pdf }) => flipped(pdf, contentAt(pdf))),
  changed('content_changed', 'a character of the title', ({ pdf }) => {
    const place = pdf.indexOf('/Title <', 0, 'latin1') + 14;
    const other = Buffer.from(pdf);
    other[place] = other[place] === 0x30 ? 0x31 : 0x30;
    return other;
  }),
  changed('content_changed', 'another time of signing', ({ pdf }) => {
    const [, time = ''] = /\/M \(D:(\d{14})/.exec(text(pdf)) ?? [];
    return exchanged(pdf, `D:${time}`, `D:2020${time.slice(4)}`);
  }),
  changed('content_changed', 'the signature of another contract', ({ pdf, second }) => {
    const hexOf = (file: Buffer) => text(file).slice(contentsAt(file), file.indexOf('>', contentsAt(file)));
    return exchanged(pdf, hexOf(pdf), hexOf(second));
  }),
  changed('not_a_contract', 'permission for any change', ({ pdf }) =>
    exchanged(pdf, '/TransformParams /P', '/TransformParams /Q'),
  ),
  changed('not_a_contract', 'three of DocMDP, which allows forms', ({ pdf }) =>
    Buffer.from(text(pdf).replace(/(\/TransformParams \/P) [12]/, '$1 3'), 'latin1'),
  ),
  changed('not_a_contract', 'another handler', ({ pdf }) =>
    exchanged(pdf, '/ETSI.CAdES.detached', '/adbe.pkcs7.detached'),
  ),
  changed('not_a_contract', 'no certification', ({ pdf }) => exchanged(pdf, '/Perms', '/Pemrs')),
  changed('no_signature', 'no form', ({ pdf }) => exchanged(pdf, '/AcroForm', '/AcroFrom')),
  changed('no_signature', 'a form without fields', ({ pdf }) => exchanged(pdf, '/Fields', '/Feilds')),
  changed('byte_range', 'a range that leaves out more', ({ pdf }) =>
    Buffer.from(
      text(pdf).replace(/\/ByteRange \[0 (\d+)/, (all, length: string) =>
        all.replace(length, String(Number(length) - 10)),
      ),
      'latin1',
    ),
  ),
  changed('byte_range', 'a range that begins late', ({ pdf }) => exchanged(pdf, '/ByteRange [0', '/ByteRange [1')),
  changed('byte_range', 'a range that ends early', ({ pdf }) =>
    Buffer.from(
      text(pdf).replace(
        /(\/ByteRange \[0 \d+ \d+) (\d+)/,
        (_all, rest: string, last: string) => `${rest} ${Number(last) - 100}`,
      ),
      'latin1',
    ),
  ),
  foreign('signature_unreadable', 'bytes behind the signature', ({ pdf }) => {
    const other = Buffer.from(pdf);
    other.write('ab', pdf.indexOf('>', contentsAt(pdf)) - 2, 'latin1');
    return other;
  }),
  foreign('signature_unreadable', 'an empty signature', ({ pdf }) => {
    const other = Buffer.from(pdf);
    other.fill('0', contentsAt(pdf), pdf.indexOf('>', contentsAt(pdf)), 'latin1');
    return other;
  }),
  foreign('signature_unreadable', 'a signature of indefinite length', ({ pdf }) => {
    const other = Buffer.from(pdf);
    other.write('3080', contentsAt(pdf), 'latin1');
    return other;
  }),
  foreign('signature_wrong', 'another value', ({ pdf }) => {
    const end = contentsAt(pdf) + text(pdf).slice(contentsAt(pdf)).search(/0{64}/);
    const other = Buffer.from(pdf);
    other[end - 60] = other[end - 60] === 0x30 ? 0x31 : 0x30;
    return other;
  }),
  foreign('untrusted', 'signed by somebody who calls themselves us', ({ pdf, stranger }) =>
    signedBy(pdf, { signer: stranger }),
  ),
  foreign('signature_wrong', "our certificate and a stranger's key", ({ pdf, us, stranger }) =>
    signedBy(pdf, { signer: { ...us, key: stranger.key } }),
  ),
  foreign('signature_unreadable', 'without the certificate', ({ pdf, us, stranger }) =>
    signedBy(pdf, { signer: us, certificates: [stranger.der] }),
  ),
  foreign('signature_unreadable', 'twelve certificates', ({ pdf, us, stranger }) =>
    signedBy(pdf, { signer: us, certificates: [us.der, ...Array.from({ length: 11 }, () => stranger.der)] }),
  ),
  foreign('signature_unreadable', 'two signers', ({ pdf, us }) => signedBy(pdf, { signer: us, signers: 2 })),
  foreign('signature_kind', 'the content inside', ({ pdf, us }) =>
    signedAnew(pdf, (digest) => madeCms({ signer: us, digest, content: Buffer.from('x') })),
  ),
  foreign('signature_kind', 'another type of content', ({ pdf, us }) =>
    signedBy(pdf, { signer: us, contentType: cmsOids.timestampInfo }),
  ),
  foreign('signature_kind', 'no certificate named', ({ pdf, us }) =>
    signedBy(pdf, { signer: us, attributes: { [cmsOids.signingCertificateV2]: null } }),
  ),
  changed('content_changed', 'no digest', ({ pdf, us }) =>
    signedBy(pdf, { signer: us, attributes: { [cmsOids.messageDigest]: null } }),
  ),
  foreign('signature_kind', 'no type of content', ({ pdf, us }) =>
    signedBy(pdf, { signer: us, attributes: { [cmsOids.contentType]: null } }),
  ),
  foreign('signature_unreadable', 'a digest by SHA-1', ({ pdf, us }) =>
    signedBy(pdf, { signer: us, digestAlgorithm: '1.3.14.3.2.26' }),
  ),
  foreign('signature_kind', 'an attribute that nobody signed', ({ pdf, us }) =>
    signedBy(pdf, { signer: us, unsigned: () => ({ '1.2.840.113549.1.9.5': Buffer.from('0500', 'hex') }) }),
  ),
];

export const manipulatedContracts: readonly ManipulatedContract[] = [...spoiled, ...signatures, ...appended, ...stamps];
