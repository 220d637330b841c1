import { BlockList, isIP } from 'node:net';

/** This machine, whichever of its addresses is named (RFC 6890). An IPv4 rule covers the address mapped into IPv6. */
const THIS_MACHINE = new BlockList();
THIS_MACHINE.addSubnet('127.0.0.0', 8);
THIS_MACHINE.addSubnet('0.0.0.0', 8);
THIS_MACHINE.addAddress('::', 'ipv6');
THIS_MACHINE.addAddress('::1', 'ipv6');

/** Networks that the internet does not reach (RFC 6890). */
const PRIVATE = new BlockList();
PRIVATE.addSubnet('10.0.0.0', 8);
PRIVATE.addSubnet('100.64.0.0', 10);
PRIVATE.addSubnet('169.254.0.0', 16);
PRIVATE.addSubnet('172.16.0.0', 12);
PRIVATE.addSubnet('192.168.0.0', 16);
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

const LOCAL_NAME = /^(?:.+\.)?(?:localhost|localhost\.localdomain|localhost[46]|ip6-localhost|ip6-loopback)$/;
/** Endings that no public name has (RFC 2606, 6762, 8375 and ICANN's .internal). */
const PRIVATE_NAME = /\.(?:test|invalid|local|internal|intranet|lan|home\.arpa)$/;

/** As in the driver's own connection string: credentials may hold what would end a host. */
const MONGODB_HOSTS = /^[^/]+:\/\/(?:[^:@]*(?::[^@]*)?@)?([^/?@]*)/;

/**
 * A host in one spelling: lower case, no brackets, no dot at the end, percent signs and odd spellings of IPv4 (127.1,
 * 0x7f000001) resolved as the system would. Null when it is not a host.
 */
export function hostOf(hostAndPort: string): string | null {
  const address = `http://${hostAndPort}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^\[|\]$|\.$/g, '') : null;
}

/** The host of an address of any scheme; null when there is none. */
export const hostOfAddress = (address: string): string | null =>
  hostOf(address.replace(/^[^/]*:\/\//, '').replace(/[/?#].*$/s, ''));

const isIn = (networks: BlockList, host: string): boolean =>
  isIP(host) !== 0 && networks.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');

export const isThisMachine = (host: string): boolean => LOCAL_NAME.test(host) || isIn(THIS_MACHINE, host);

/** False for what only this machine or its own network can reach, as far as the name tells. */
export function isPublicHost(host: string): boolean {
  const isPrivate = isThisMachine(host) || isIn(PRIVATE, host) || PRIVATE_NAME.test(host);
  return !isPrivate && (isIP(host) !== 0 || host.includes('.'));
}

/** True when one of the hosts of a MongoDB connection string is this machine, by name, by address or by socket. */
export function isDatabaseOfThisMachine(uri: string): boolean {
  const hosts = MONGODB_HOSTS.exec(uri)?.[1]?.split(',') ?? [];
  return hosts.some((entry) => /\.sock$/i.test(entry) || isThisMachine(hostOf(entry) ?? ''));
}
