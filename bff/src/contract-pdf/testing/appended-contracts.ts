import { octetString } from '../../pki/der/write-der';
import { cmsOids } from '../verify/cms-oids';
import { placeOf, stream, updated, withDocumentTimestamp, withEvidence } from './incremental-update';
import { sha256 } from './made-cms';
import { madeTimestamp } from './made-timestamp';
import {
  append,
  catalogWith,
  changed,
  evidenceWith,
  type ManipulatedContract,
  next,
  objectWith,
  replacing,
  text,
} from './manipulations';
import { signedBy } from './signed-anew';
import type { VerifiedWorld } from './verified-world';
/** What was appended afterwards. */
export const appended: ManipulatedContract[] = [
  changed('appended', 'a line end more', ({ pdf }) => append(pdf, '\n\n')),
  changed('appended', 'one line end', ({ pdf }) => append(pdf, '\n')),
  changed('appended', 'a comment', ({ pdf }) => append(pdf, '\n% one more line\n')),
  changed('appended', 'another contract', ({ pdf, second }) => append(pdf, second)),
  changed('appended', 'an update of nothing', ({ pdf }) => updated(pdf, { objects: {} })),
  changed('appended', 'an object that nobody needs', ({ pdf }) =>
    updated(pdf, { objects: { [next(pdf, 0)]: '<< >>' } }),
  ),
  changed(
    'overridden',
    'a page exchanged',
    replacing('/Type /Page\n', (body) => body.replace('/Contents', '/Contentz')),
  ),
  changed(
    'overridden',
    'the list of pages exchanged',
    replacing('/Type /Pages', (body) => body),
  ),
  changed(
    'overridden',
    'a font exchanged',
    replacing('/Subtype /Type0', (body) => body),
  ),
  changed(
    'overridden',
    'the seal exchanged',
    replacing('/Subtype /Widget', (body) => body),
  ),
  changed('overridden', 'the content of a page exchanged', ({ pdf }) => {
    const [, number = '0'] = /\/Contents (\d+) 0 R/.exec(text(pdf)) ?? [];
    return updated(pdf, { objects: { [number]: stream(Buffer.from('BT (0.01) Tj ET')) } });
  }),
  changed('overridden', 'the information exchanged', ({ pdf }) =>
    updated(pdf, { objects: { [placeOf(pdf).info]: '<< /Title (HT-2) >>' } }),
  ),
  changed('overridden', 'another information in the trailer', ({ pdf }) =>
    updated(pdf, { objects: { [next(pdf, 0)]: '<< /Title (HT-2) >>' }, trailer: { Info: `${next(pdf, 0)} 0 R` } }),
  ),
  changed('overridden', 'another catalog in the trailer', ({ pdf }) =>
    updated(pdf, {
      objects: { [next(pdf, 0)]: `<< ${placeOf(pdf).catalog} >>` },
      trailer: { Root: `${next(pdf, 0)} 0 R` },
    }),
  ),
  changed(
    'overridden',
    'something that runs when it is opened',
    catalogWith('/OpenAction << /S /URI /URI (http://evil.example) >>'),
  ),
  changed('overridden', 'other pages in the catalog', ({ pdf }) => {
    const { root, catalogWithout } = placeOf(pdf);
    return updated(pdf, {
      objects: {
        [root]: `<< ${catalogWithout('Pages')} /Pages ${next(pdf, 0)} 0 R >>`,
        [next(pdf, 0)]: '<< /Type /Pages /Kids [] /Count 0 >>',
      },
    });
  }),
  changed('overridden', 'the certification taken away', catalogWith('', 'Perms')),
  changed('overridden', 'a form without its field', catalogWith('/AcroForm << /Fields [] /SigFlags 3 >>', 'AcroForm')),
  changed('overridden', 'the form taken away', catalogWith('', 'AcroForm')),
  changed('overridden', 'layers that hide', catalogWith('/OCProperties << /OCGs [] /D << >> >>')),
  changed('overridden', 'an extension that points somewhere', catalogWith('/Extensions << /ADBE 1 0 R >>')),
  changed('appended', 'an object freed', ({ pdf }) =>
    updated(pdf, { objects: {}, entries: [[objectWith(pdf, '/Type /Page\n').number, '0000000000 00001 f \n']] }),
  ),
  changed(
    'appended',
    'an old object under a new place',
    evidenceWith((pdf) => ({
      objects: {},
      entries: [[objectWith(pdf, '/Type /Page\n').number, '0000000099 00000 n \n']],
    })),
  ),
  changed(
    'appended',
    'a table that skips the signature',
    evidenceWith(() => ({ objects: {}, trailer: { Prev: '0' } })),
  ),
  changed(
    'appended',
    'no table before',
    evidenceWith(() => ({ objects: {}, trailer: { Prev: '(none)' } })),
  ),
  changed(
    'appended',
    'a table in a stream beside',
    evidenceWith(() => ({ objects: {}, trailer: { XRefStm: '15' } })),
  ),
  changed(
    'appended',
    'an encrypted update',
    evidenceWith(() => ({ objects: {}, trailer: { Encrypt: '<< >>' } })),
  ),
  changed(
    'appended',
    'objects in a stream',
    evidenceWith((pdf) => ({
      objects: { [next(pdf, 9)]: stream(Buffer.from('1 0 << >>'), '/Type /ObjStm /N 1 /First 4 ') },
    })),
  ),
  changed(
    'appended',
    'an object behind the data that the table does not name',
    evidenceWith(() => ({ objects: {}, before: '900 0 obj\n<< >>\nendobj\n' })),
  ),
  changed(
    'appended',
    'data, and an object beside',
    evidenceWith((pdf) => ({ objects: { [next(pdf, 9)]: '<< >>' } })),
  ),
  changed(
    'overridden',
    'data, and a page beside',
    evidenceWith((pdf) => {
      const { number, body } = objectWith(pdf, '/Type /Page\n');
      return { objects: { [number]: body } };
    }),
  ),
  changed('evidence_unreadable', 'data with a key of its own', catalogWith('/DSS << /Evil (x) >>')),
  changed('evidence_unreadable', 'data that are no list', catalogWith('/DSS << /Certs 3 >>')),
  changed('evidence_unreadable', 'data out of the signed document', ({ pdf }) =>
    catalogWith(`/DSS << /Certs [${objectWith(pdf, 'stream').number} 0 R] >>`)({ pdf } as VerifiedWorld),
  ),
  changed('evidence_unreadable', 'data that are no certificate', ({ pdf }) =>
    withEvidence(pdf, { certificates: [Buffer.from('hello')] }),
  ),
  changed('evidence_unreadable', 'data that burst', ({ pdf }) =>
    withEvidence(pdf, { certificates: [Buffer.alloc(2_000_000)] }),
  ),
  changed('evidence_unreadable', 'data of a size that no data have, in many parts', ({ pdf }) =>
    withEvidence(pdf, { certificates: Array.from({ length: 60 }, () => octetString(Buffer.alloc(200_000))) }),
  ),
  changed('appended', 'nine updates', ({ pdf, issuing }) =>
    Array.from({ length: 9 }).reduce<Buffer>((file) => withEvidence(file, { certificates: [issuing.der] }), pdf),
  ),
];

/** Time stamps, judged by one who knows the authority. */
export const stamps: ManipulatedContract[] = [
  changed('timestamp_wrong', 'a stamp over another signature', ({ pdf, us, stamp }) =>
    signedBy(pdf, {
      signer: us,
      unsigned: () => ({ [cmsOids.signatureTimestamp]: stamp(sha256(Buffer.from('other'))) }),
    }),
  ),
  changed('timestamp_untrusted', 'a stamp of a stranger', ({ pdf, us, stamp, forgedTsa }) =>
    signedBy(pdf, {
      signer: us,
      unsigned: (value) => ({ [cmsOids.signatureTimestamp]: stamp(sha256(value), undefined, forgedTsa) }),
    }),
  ),
  changed('timestamp_wrong', 'a stamp by somebody who may not stamp', ({ pdf, us, stamp, stranger }) =>
    signedBy(pdf, {
      signer: us,
      unsigned: (value) => ({ [cmsOids.signatureTimestamp]: stamp(sha256(value), undefined, stranger) }),
    }),
  ),
  changed('timestamp_wrong', 'a stamp by SHA-1', ({ pdf, us, tsa }) =>
    signedBy(pdf, {
      signer: us,
      unsigned: (value) => ({
        [cmsOids.signatureTimestamp]: madeTimestamp({
          authority: tsa,
          imprint: sha256(value),
          time: new Date(),
          hash: '1.3.14.3.2.26',
        }),
      }),
    }),
  ),
  changed('timestamp_wrong', 'a stamp that is none', ({ pdf, us }) =>
    signedBy(pdf, { signer: us, unsigned: () => ({ [cmsOids.signatureTimestamp]: Buffer.from('3003020101', 'hex') }) }),
  ),
  changed('timestamp_untrusted', 'a stamp before its authority began', ({ pdf, us, stamp }) =>
    signedBy(pdf, {
      signer: us,
      unsigned: (value) => ({ [cmsOids.signatureTimestamp]: stamp(sha256(value), new Date('2001-01-01')) }),
    }),
  ),
  changed('timestamp_wrong', 'a stamp of the document over another one', ({ pdf, stamp }) =>
    withDocumentTimestamp(pdf, () => stamp(sha256(Buffer.from('other')))),
  ),
  changed('timestamp_untrusted', 'a stamp of the document by a stranger', ({ pdf, stamp, forgedTsa }) =>
    withDocumentTimestamp(pdf, (digest) => stamp(digest, undefined, forgedTsa)),
  ),
  changed('appended', 'a stamp of the document that is seen', ({ pdf, stamp }) =>
    withDocumentTimestamp(pdf, stamp, { field: '/Rect [0 0 500 500]' }),
  ),
  changed('appended', 'a stamp of the document with an appearance', ({ pdf, stamp }) =>
    withDocumentTimestamp(pdf, stamp, { field: '/AP << /N 5 0 R >>' }),
  ),
  changed('appended', 'a stamp of the document with an action', ({ pdf, stamp }) =>
    withDocumentTimestamp(pdf, stamp, { field: '/A << /S /URI >>' }),
  ),
  changed('overridden', 'a stamp of the document and a page', ({ pdf, stamp }) => {
    const { number, body } = objectWith(pdf, '/Type /Page\n');
    return withDocumentTimestamp(pdf, stamp, { more: { [number]: body } });
  }),
  changed('appended', 'a line end behind a stamp of the document', ({ pdf, stamp }) =>
    append(withDocumentTimestamp(pdf, stamp), '\n'),
  ),
  changed('appended', "a stamp of the document under the seal's name", ({ pdf, stamp }) =>
    withDocumentTimestamp(pdf, stamp, { name: 'ContractSeal' }),
  ),
  changed('appended', 'something behind a stamp of the document', ({ pdf, stamp }) =>
    append(withDocumentTimestamp(pdf, stamp), ' '),
  ),
];
