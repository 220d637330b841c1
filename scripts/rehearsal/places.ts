import { VENDOR_HOSTS } from '../../bff/src/config/vendor-hosts';

/** The service's own name; example.com is nobody's (RFC 2606). */
export const SERVICE_HOST = 'ca.example.com';
export const SERVICE_ORIGIN = `https://${SERVICE_HOST}`;
export const DATABASE_HOST = 'database.ca.internal';
export const MAIL_HOST = 'mail.example.com';
export const TIMESTAMP_HOST = 'tsa.example.com';
/** Where the certificates of scripts/trial-ca say that they can be asked about. */
export const STATUS_HOST = 'status.ca.example.com';
export const VENDORS = Object.values(VENDOR_HOSTS);

export const SERVICE_ADDRESS = '127.0.0.1';
/** Of all remotes: port 443 of the first is the service's. */
export const REMOTES_ADDRESS = '127.0.0.2';

/** Of the two processes of the BFF, which metrics have with a 1 before it. */
export const BFF_PORTS = [3001, 3002] as const;

/** What /etc/hosts holds inside: every name that the product calls in production leads to a stand-in of it. */
export const hostsText = (): string =>
  [
    '127.0.0.1 localhost',
    `${SERVICE_ADDRESS} ${SERVICE_HOST} ${DATABASE_HOST}`,
    ...[...VENDORS, MAIL_HOST, TIMESTAMP_HOST, STATUS_HOST].map((host) => `${REMOTES_ADDRESS} ${host}`),
    '',
  ].join('\n');
