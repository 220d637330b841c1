import type { DemoCredentials } from '../demo-credentials';
import { createStandInEnvironment, type StandInEnvironment } from '../serving/environment';
import type { HttpListener } from '../serving/http-listener';
import { startStandInServer } from '../serving/stand-in-server';
import { EjbcaError } from './ejbca-error';
import { BASE_PATH, ejbcaProtocol } from './ejbca-protocol';
import { findBySerial, NOT_REVOKED } from './ejbca-state';
import { createEjbcaWorld, type EjbcaSettings } from './ejbca-world';
import { revokeStored } from './revoke';

/** A certificate as the console shows it. */
export interface EjbcaCertificateView {
  username: string;
  subjectDn: string;
  serialNumber: string;
  certificateProfile: string;
  /** DER in base64. */
  certificate: string;
  notBefore: string;
  notAfter: string;
  /** RFC 5280, 5.3.1; null when it is in force. */
  revocationReason: number | null;
}

/** Base address in place of https://…/ejbca/ejbca-rest-api, and what an administrator would do in EJBCA's pages. */
export interface EjbcaStandIn extends HttpListener {
  /** Newest first. */
  certificates(username?: string): EjbcaCertificateView[];
  /** Somebody revokes by hand; reason as in RFC 5280, 5.3.1. @throws RangeError */
  revoke(serialNumber: string, reason: number): void;
  /** Changes settings from now on. */
  set(settings: Partial<EjbcaSettings>): void;
}

/**
 * Starts the stand-in of EJBCA Community's REST API over TLS, which asks for a client certificate.
 * @param o.dataFile keeps certificates and revocations over restarts
 */
export async function startEjbca(o: {
  credentials: DemoCredentials;
  environment?: StandInEnvironment;
  port?: number;
  dataFile?: string;
  settings?: Partial<EjbcaSettings>;
}): Promise<EjbcaStandIn> {
  const environment = o.environment ?? createStandInEnvironment();
  const credentials = o.credentials.ejbca;
  const world = createEjbcaWorld({ credentials, environment, settings: o.settings, dataFile: o.dataFile });
  const protocol = ejbcaProtocol(world, (path) => environment.faults.strikes('ejbca', 'html-error', path));
  const listener = await startStandInServer(protocol, environment, o.port, {
    cert: credentials.serverCertificate,
    key: credentials.serverKey,
    ca: credentials.tlsCaCertificate,
    requestCert: true,
    // Whoever has none, or one of another authority, is cut off without a word, as by WildFly in EJBCA's container.
    rejectUnauthorized: true,
  });
  return {
    url: `${listener.url}${BASE_PATH}`,
    stop: listener.stop,
    certificates: (username) =>
      world.state.certificates
        .filter((stored) => username === undefined || stored.username === username)
        .map((stored) => ({
          username: stored.username,
          subjectDn: stored.subjectDn,
          serialNumber: stored.serialNumber,
          certificateProfile: stored.certificateProfile,
          certificate: stored.certificate,
          notBefore: new Date(stored.notBefore).toISOString(),
          notAfter: new Date(stored.expireDate).toISOString(),
          revocationReason: stored.revocationReason === NOT_REVOKED ? null : stored.revocationReason,
        }))
        .reverse(),
    revoke(serialNumber, reason) {
      const stored = findBySerial(world.state, serialNumber);
      if (!stored) throw new RangeError(`there is no certificate ${serialNumber}`);
      try {
        revokeStored(world, stored, reason);
      } catch (error) {
        throw error instanceof EjbcaError ? new RangeError(error.message) : error;
      }
    },
    set: (settings) => Object.assign(world.settings, settings),
  };
}
