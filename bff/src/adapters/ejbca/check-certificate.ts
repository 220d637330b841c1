import type { KeyObject, X509Certificate } from 'node:crypto';
import { AsnParser } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { unexpectedAnswer } from './ejbca-failure';

/** What a certificate has to say and nothing else. */
export interface WantedCertificate {
  readonly publicKey: KeyObject;
  /** `oid=value`, sorted. */
  readonly subjectEntries: readonly string[];
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Some versions of EJBCA keep the asked-for times in whole minutes (ValidityDate.java). */
const MINUTE_MS = 60_000;

function parse(certificate: X509Certificate): Certificate {
  try {
    return AsnParser.parse(certificate.raw, Certificate);
  } catch {
    throw unexpectedAnswer();
  }
}

function subjectEntries({ tbsCertificate }: Certificate): string[] {
  return tbsCertificate.subject
    .flatMap((relativeName) => [...relativeName].map(({ type, value }) => `${type}=${value.toString()}`))
    .sort();
}

const isNear = (actual: string, wanted: Date): boolean =>
  Math.abs(new Date(actual).getTime() - wanted.getTime()) < MINUTE_MS;

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index]);

/** Whether key, subject, term and the absence of alternative names are as ordered. */
export function isAsOrdered(certificate: X509Certificate, wanted: WantedCertificate): boolean {
  return (
    certificate.publicKey.equals(wanted.publicKey) &&
    sameTexts(subjectEntries(parse(certificate)), wanted.subjectEntries) &&
    certificate.subjectAltName === undefined &&
    !certificate.ca &&
    isNear(certificate.validFrom, wanted.notBefore) &&
    isNear(certificate.validTo, wanted.notAfter)
  );
}
