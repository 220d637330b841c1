import { X509Certificate } from 'node:crypto';
import { parseJsonObject } from '../serving/json-object';
import type { StandInReply, StandInRequest, VendorProtocol } from '../serving/stand-in-server';
import { pem } from './der-writer';
import { EjbcaError, errorReply, jsonReply, proxyPage } from './ejbca-error';
import type { EjbcaWorld } from './ejbca-world';
import { enrol } from './enrol';
import { latestRevocationList, revocationStatus, revokeCertificate } from './revoke';
import { searchCertificates } from './search';

export const BASE_PATH = '/ejbca/ejbca-rest-api';
const REVISION = 'EJBCA 9.4.2 Community (stand-in)';

const bodyOf = ({ body, headers }: StandInRequest) => {
  if (!headers['content-type']?.startsWith('application/json')) {
    throw new EjbcaError(415, 'RESTEASY003065: Cannot consume content type');
  }
  const input = parseJsonObject(body);
  if (!input) throw new EjbcaError(400, 'Unexpected character in the request body');
  return input;
};

function requireCa(world: EjbcaWorld, dn: string): void {
  if (dn !== world.ca.dn) throw new EjbcaError(404, `CA with id ${dn.length} does not exist.`);
}

type Operation = (world: EjbcaWorld, request: StandInRequest, path: readonly string[]) => StandInReply;

/** `[method and path, what it does]`; `:` stands for a part that is handed over, percent-decoded. */
const OPERATIONS: readonly (readonly [route: string, operation: Operation])[] = [
  ['GET /v1/certificate/status', () => jsonReply(200, { status: 'OK', version: '1.0', revision: REVISION })],
  ['POST /v1/certificate/pkcs10enroll', (world, request) => enrol(bodyOf(request), world)],
  ['POST /v2/certificate/search', (world, request) => searchCertificates(bodyOf(request), world)],
  [
    'GET /v1/certificate/:/:/revocationstatus',
    (world, _request, [dn = '', serial = '']) => revocationStatus(world, dn, serial),
  ],
  [
    'PUT /v1/certificate/:/:/revoke',
    (world, { query }, [dn = '', serial = '']) => revokeCertificate(world, dn, serial, query.get('reason')),
  ],
  [
    'GET /v1/ca',
    ({ ca, credentials }) =>
      jsonReply(200, {
        certificate_authorities: [
          {
            id: 1652389506,
            name: credentials.authorityName,
            subject_dn: ca.dn,
            expiration_date: ca.notAfter.toISOString(),
            external: false,
          },
        ],
      }),
  ],
  [
    'GET /v1/ca/:/certificate/download',
    (world, _request, [dn = '']) => {
      requireCa(world, dn);
      const body = world.ca.chain.map((der) => pem('CERTIFICATE', der)).join('');
      return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body };
    },
  ],
  [
    'GET /v1/ca/:/getLatestCrl',
    (world, _request, [dn = '']) => {
      requireCa(world, dn);
      return jsonReply(200, { crl: latestRevocationList(world), response_format: 'DER' });
    },
  ],
];

function perform(world: EjbcaWorld, request: StandInRequest): StandInReply {
  const path = request.path.startsWith(BASE_PATH) ? request.path.slice(BASE_PATH.length) : '';
  for (const [route, operation] of OPERATIONS) {
    const pattern = new RegExp(`^${route.replaceAll(':', '([^/]+)')}$`);
    const match = pattern.exec(`${request.method} ${path}`);
    if (match) return operation(world, request, match.slice(1).map(decodeURIComponent));
  }
  throw new EjbcaError(404, `RESTEASY003210: Could not find resource for full path: ${request.path}`);
}

/** EJBCA's REST API as far as the product uses it (EJBCA Community: no end entity management). */
export function ejbcaProtocol(world: EjbcaWorld, strikesPath: (path: string) => boolean): VendorProtocol {
  const role = new X509Certificate(world.credentials.clientCertificate).fingerprint256;

  /** Only whom a role of EJBCA's names; others of the same authority are told so (EjbcaRestHelperSessionBean). */
  const authenticate = ({ clientCertificate }: StandInRequest): void => {
    if (!clientCertificate) {
      throw new EjbcaError(403, 'Authorization failed. No certificates or OAuth token provided.');
    }
    if (clientCertificate.fingerprint256 !== role) {
      throw new EjbcaError(403, 'Authentication failed: No admin authenticated for certificate.');
    }
  };

  return {
    standIn: 'ejbca',
    answer(request) {
      if (strikesPath(request.path)) return proxyPage();
      try {
        if (!request.path.endsWith('/status')) authenticate(request);
        return { ...perform(world, request), signatureOk: true };
      } catch (error) {
        if (error instanceof EjbcaError) return { ...errorReply(error), signatureOk: error.status !== 403 };
        throw error;
      }
    },
    fail: (fault) =>
      errorReply(
        fault === 'rate-limited' ? new EjbcaError(429, 'Too many requests.') : new EjbcaError(500, 'General failure.'),
      ),
  };
}
