import { request as httpsRequest } from 'node:https';
import type { EjbcaCredentials } from '../trial-authorities';

export interface HandMadeAnswer {
  readonly status: number;
  readonly text: string;
  /** Read from JSON; undefined for anything else. */
  readonly json: ReturnType<typeof JSON.parse>;
}

interface ClientCertificate {
  readonly cert?: string;
  readonly key?: string;
}

const jsonOf = (text: string): ReturnType<typeof JSON.parse> => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Calls EJBCA's API as its administrator, with a certificate of the test's own choosing, or without one. */
export function createHandMadeClient(o: { url: () => string; credentials: EjbcaCredentials }) {
  const { clientCertificate, clientKey, tlsCaCertificate } = o.credentials;

  function call(
    method: string,
    path: string,
    body?: object,
    certificate: ClientCertificate = { cert: clientCertificate, key: clientKey },
  ): Promise<HandMadeAnswer> {
    const headers = body && { 'content-type': 'application/json' };
    return new Promise((resolve, reject) => {
      const options = { method, headers, ca: tlsCaCertificate, agent: false as const, ...certificate };
      const request = httpsRequest(`${o.url()}${path}`, options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text, json: jsonOf(text) }));
      });
      request.on('error', reject);
      request.end(body && JSON.stringify(body));
    });
  }

  return {
    call,
    get: (path: string) => call('GET', path),
    enrol: (wish: object) =>
      call('POST', '/v1/certificate/pkcs10enroll', {
        certificate_profile_name: o.credentials.certificateProfiles.signing,
        end_entity_profile_name: o.credentials.endEntityProfile,
        certificate_authority_name: o.credentials.authorityName,
        password: 'hand-made',
        ...wish,
      }),
    search: (value: string) =>
      call('POST', '/v2/certificate/search', {
        pagination: { page_size: 10, current_page: 1 },
        criteria: [{ property: 'QUERY', value, operation: 'EQUAL' }],
      }),
  };
}
