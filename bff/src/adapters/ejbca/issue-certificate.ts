import type { CertificateOrder, IssuedCertificate } from '../../ports/certificate-authority';
import { PortError } from '../../ports/port-error';
import { readCertificate, serialNumberOf } from './certificate-chain';
import { isAsOrdered, type WantedCertificate } from './check-certificate';
import { enrolmentSchema, type FoundCertificate } from './ejbca-answers';
import type { EjbcaClient } from './ejbca-client';
import { failureOf, rejected } from './ejbca-failure';
import type { EjbcaSettings } from './ejbca-settings';
import { endEntityNameOf } from './end-entity-name';
import { findCertificates, isInForce } from './find-certificates';
import type { IssuingAuthority } from './issuing-authority';
import { publicKeyOfRequest } from './read-request';
import type { createRevocation } from './revocation';
import { subjectDnOf, subjectEntriesOf } from './subject-dn';

const PASSWORD_BYTES = 24;
const DEFAULT_PREFIX = 'acceptance-';

interface IssuingTools {
  readonly client: EjbcaClient;
  readonly settings: EjbcaSettings;
  readonly authority: IssuingAuthority;
  readonly revocation: ReturnType<typeof createRevocation>;
}

/** An order in EJBCA's words, and what has to come of it. */
interface Enrolment {
  readonly body: { readonly username: string; readonly [field: string]: unknown };
  readonly wanted: WantedCertificate;
}

/** `2026-11-28 09:00:00+00:00`: the form of ValidityDate.java that names its time zone. */
const ejbcaTime = (date: Date): string => `${date.toISOString().slice(0, 19).replace('T', ' ')}+00:00`;

const usernameOf = ({ usernamePrefix }: EjbcaSettings, key: string): string =>
  endEntityNameOf(usernamePrefix ?? DEFAULT_PREFIX, key);

function enrolmentOf(order: CertificateOrder, settings: EjbcaSettings): Enrolment {
  const profile = settings.certificateProfiles[order.profile];
  if (profile === undefined) throw failureOf('misconfigured', 'unknown_profile');
  return {
    body: {
      certificate_request: Buffer.from(order.csrDer).toString('base64'),
      certificate_profile_name: profile,
      end_entity_profile_name: settings.endEntityProfile,
      certificate_authority_name: settings.authorityName,
      username: usernameOf(settings, order.idempotencyKey),
      // Good for this call only, and nobody has to know it.
      password: settings.randomHex(PASSWORD_BYTES),
      subject_dn: subjectDnOf(order.subject),
      start_time: ejbcaTime(order.notBefore),
      end_time: ejbcaTime(order.notAfter),
      include_chain: true,
      response_format: 'DER',
    },
    wanted: {
      publicKey: publicKeyOfRequest(order.csrDer),
      subjectEntries: subjectEntriesOf(order.subject),
      notBefore: order.notBefore,
      notAfter: order.notAfter,
    },
  };
}

export function createIssuing({ client, settings, authority, revocation }: IssuingTools) {
  const search = (username: string): Promise<FoundCertificate[]> => findCertificates(client, settings, username);

  const deliver = async (found: FoundCertificate): Promise<IssuedCertificate> =>
    authority.delivered(readCertificate(found.base64Cert), await authority.certificates());

  /** What the key has made already, if it is what is ordered now. */
  async function deliverAgain([first, ...others]: readonly FoundCertificate[], wanted: WantedCertificate) {
    if (!first) return null;
    const certificate = readCertificate(first.base64Cert);
    if (!isAsOrdered(certificate, wanted)) throw rejected('idempotency_key_reused');
    const issued = authority.delivered(certificate, await authority.certificates());
    // EJBCA does not stop two processes that enrol the same end entity at the same moment.
    for (const superfluous of others.filter(isInForce)) {
      await revocation.revoke(serialNumberOf(readCertificate(superfluous.base64Cert)), 'superseded');
    }
    return issued;
  }

  async function enrol({ body, wanted }: Enrolment): Promise<void> {
    const answer = await client.request(
      { method: 'POST', path: '/v1/certificate/pkcs10enroll', body },
      enrolmentSchema,
    );
    const certificate = readCertificate(answer.certificate);
    if (!isAsOrdered(certificate, wanted)) throw rejected('wrong_certificate');
    authority.delivered(certificate, answer.certificate_chain.map(readCertificate));
  }

  async function issue(order: CertificateOrder): Promise<IssuedCertificate> {
    const enrolment = enrolmentOf(order, settings);
    const { username } = enrolment.body;
    const before = await deliverAgain(await search(username), enrolment.wanted);
    if (before) return before;
    try {
      await enrol(enrolment);
    } catch (error) {
      const isRefusal = error instanceof PortError && error.failure === 'rejected';
      if (!isRefusal || error.vendorCode === 'wrong_certificate') throw error;
      // Refused because another process was faster?
      const meanwhile = await deliverAgain(await search(username), enrolment.wanted);
      if (meanwhile) return meanwhile;
      throw error;
    }
    const issued = await deliverAgain(await search(username), enrolment.wanted);
    // Made, and not found: what stands behind the idempotency key is not kept (README.md, "Settings of EJBCA").
    if (!issued) throw failureOf('unavailable', 'not_found_after_issuing');
    return issued;
  }

  /** Ends of the last runs by end entity: of calls with the same key one comes after the other. */
  const running = new Map<string, Promise<unknown>>();

  return {
    async issue(order: CertificateOrder): Promise<IssuedCertificate> {
      const key = order.idempotencyKey;
      const previous = running.get(key);
      const run = (previous?.catch(() => undefined) ?? Promise.resolve()).then(() => issue(order));
      running.set(key, run);
      try {
        return await run;
      } finally {
        if (running.get(key) === run) running.delete(key);
      }
    },
    async findByKey(idempotencyKey: string): Promise<IssuedCertificate | null> {
      const [first] = await search(usernameOf(settings, idempotencyKey));
      return first ? deliver(first) : null;
    },
  };
}
