import { asn1 } from 'node-forge';

/** Where the trial's certificates say that they can be asked about; nobody answers there but a stand-in in its place. */
export const TRIAL_STATUS_URL = 'http://status.ca.example.com';

const ACCESS = '1.3.6.1.5.5.7.1.1';
const OCSP = '1.3.6.1.5.5.7.48.1';
const ISSUER = '1.3.6.1.5.5.7.48.2';
const LISTS = '2.5.29.31';
const { Class, Type } = asn1;

const sequence = (...values: asn1.Asn1[]): asn1.Asn1 => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, values);
const around = (tag: number, value: asn1.Asn1): asn1.Asn1 =>
  asn1.create(Class.CONTEXT_SPECIFIC, tag as asn1.Type, true, [value]);
const method = (oid: string): asn1.Asn1 => asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(oid).getBytes());
const address = (url: string): asn1.Asn1 => asn1.create(Class.CONTEXT_SPECIFIC, 6 as asn1.Type, false, url);

/** Extensions that name responder and certificate (RFC 5280, 4.2.2.1) and the list (4.2.1.13) of whoever issued the certificate. */
export function statusExtensions(issuer: 'root' | 'issuing' | 'timestamp'): object[] {
  const access = sequence(
    sequence(method(OCSP), address(`${TRIAL_STATUS_URL}/ocsp/${issuer}`)),
    sequence(method(ISSUER), address(`${TRIAL_STATUS_URL}/certificates/${issuer}.cer`)),
  );
  const lists = sequence(sequence(around(0, around(0, address(`${TRIAL_STATUS_URL}/crl/${issuer}.crl`)))));
  return [
    { id: ACCESS, value: asn1.toDer(access).getBytes() },
    { id: LISTS, value: asn1.toDer(lists).getBytes() },
  ];
}
