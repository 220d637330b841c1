import { type AnyEndpoint, allEndpoints, endpoints } from '@acceptance/shared';
import type * as v from 'valibot';
import { SUBJECT_KINDS, storedSubject, subjectOf, typedSubjects } from './typed-subjects';

const about = (endpoint: AnyEndpoint, body: object, result: unknown = undefined) =>
  typedSubjects({ endpoint, body, result }).map(({ kind, value }) => `${kind} ${value}`);

/** Names of text members of a schema, also of those inside others: `picture.pictureId`. */
function textMembers(schema: v.GenericSchema | undefined, path = ''): string[] {
  const { type, wrapped, entries } = (schema ?? {}) as unknown as {
    type?: string;
    wrapped?: v.GenericSchema;
    entries?: Record<string, v.GenericSchema>;
  };
  if (entries) {
    return Object.entries(entries).flatMap(([name, member]) => textMembers(member, path ? `${path}.${name}` : name));
  }
  return wrapped ? textMembers(wrapped, path) : type === 'string' ? [path] : [];
}

/** What bodies carry besides people: seen here, so that a new name is thought about. */
const NOBODY = new Set(
  (
    'password newPassword currentPassword code secondFactor phoneCode loginCode deviceId receipt clientToken refreshToken ' +
    'acceptedTermsVersion consentVersion pictureId pictureAnswer picture.pictureId picture.pictureAnswer orderId fileId ' +
    'nameNote frontFileId backFileId projectId version sha256 device reason note name displayName content.version ' +
    'content.title detailsSha256 contractNumber faceConsentVersion csr tokenSerialNumber nonce publicKeySha256 signature ' +
    'certificate.nonce certificate.deviceId certificate.publicKeySha256 certificate.signature newCertificate.nonce ' +
    'newCertificate.deviceId newCertificate.publicKeySha256 newCertificate.signature ' +
    // A hash of strokes.
    'writing.strokesSha256 ' +
    // Who came for somebody is named beside the order; a parcel's number is found by it.
    'courier trackingNumber agentName words shownSha256 ' +
    // Money is found by its bank's reference, not by who paid.
    'bookedOn reference payerName payerAccount remark incomeWord ' +
    // An invoice is found by its order or its number; to whom it is made out stands sealed beside that.
    'batchId fileName number issuedOn invoice.title invoice.taxpayerNumber invoice.confirmedNumber invoice.businessAddress ' +
    'invoice.businessPhone invoice.bankName invoice.bankAccount invoice.email ' +
    // A project's file: nobody is in it. Of a link by which somebody pays the order is noted.
    'text token ' +
    // The desk's search may be for anybody: the log says what kind of thing was looked for, and no more.
    'search'
  ).split(' '),
);

describe('whom a call is about', () => {
  it.each([
    [endpoints.auth.signInWithSmsCode, { phone: '19900000001', code: '123456' }, ['phone 19900000001']],
    [endpoints.auth.signInWithPassword, { account: 'li@mail.example', password: 'x' }, ['email li@mail.example']],
    [endpoints.auth.requestPasswordReset, { account: '19900000001' }, ['phone 19900000001']],
    [endpoints.auth.confirmEmail, { email: 'li@mail.example' }, ['email li@mail.example']],
    [endpoints.staff.signInStaff, { username: ' Chief', password: 'x' }, ['login chief']],
    [
      endpoints.identity.verifyIdentity,
      { name: '李', idNumber: '11010519491231002x', phone: '19900000001' },
      ['id-number 11010519491231002X', 'phone 19900000001'],
    ],
    [
      endpoints.phoneChanges.requestChange,
      { oldPhone: '19900000001', newPhone: '19900000002' },
      ['phone 19900000001', 'phone 19900000002'],
    ],
    [endpoints.orders.saveForm, { phone: '19900000001' }, []],
    [endpoints.identity.saveDraft, { phone: '19900000001', idNumber: '1101' }, []],
    [endpoints.orders.createOrder, { projectId: 'p' }, []],
  ])('is what its caller typed: %#', (endpoint, body, subjects) => {
    expect(about(endpoint, body)).toEqual(subjects);
  });

  it('is the invitation, and who was invited once that is known', () => {
    const body = { code: 'abcd-efgh', ownPhone: '19900000001' };
    expect(about(endpoints.staff.acceptInvitation, body, { username: 'clerk' })).toEqual([
      'invitation ABCDEFGH',
      'phone 19900000001',
      'login clerk',
    ]);
  });

  it('is looked for in every text that an endpoint takes, whoever adds one', () => {
    const exempt = new Set<string>([
      endpoints.orders.saveForm.id,
      endpoints.identity.saveDraft.id,
      endpoints.reports.sendClientReport.id,
    ]);
    const unknown = allEndpoints
      .filter(({ id }) => !exempt.has(id))
      .flatMap((endpoint) =>
        textMembers(endpoint.body)
          .filter((name) => !NOBODY.has(name) && about(endpoint, { [name]: '19900000001' }).length === 0)
          .map((name) => `${endpoint.id}: ${name}`),
      );
    expect(unknown).toEqual([]);
  });
});

describe('what is stored of somebody', () => {
  const keyedHash = (value: string, purpose: string) => `${purpose}#${value.length}`;

  it.each(SUBJECT_KINDS)('is a keyed hash of its own purpose: %s', (kind) => {
    expect(storedSubject(subjectOf(kind, '12345678901'), keyedHash)).toBe(`${kind}:audit.subject.${kind}#11`);
  });

  it('is the same however it is typed', () => {
    const stored = (typed: string) => subjectOf('phone', typed).value;
    expect([stored('+86 199-0000-0001'), stored('8619900000001')]).toEqual(['19900000001', '19900000001']);
  });
});
