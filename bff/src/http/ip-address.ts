import { isIPv4, isIPv6 } from 'node:net';

const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/** The four numbers of an IPv4 address from the last two groups of the IPv6 address that it is written as. */
const unmapped = (high: string, low: string): string =>
  [high, low].flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]).join('.');

/**
 * An address in the one way of writing it, so that equal addresses are equal texts: IPv4 also where it came as
 * `::ffff:…`, IPv6 in short form. Null for anything that is not an address, such as one with a port or a zone.
 */
export function canonicalAddress(text: string): string | null {
  if (isIPv4(text)) {
    return text;
  }
  if (!isIPv6(text) || text.includes('%')) {
    return null;
  }
  const short = new URL(`http://[${text}]`).hostname.slice(1, -1);
  const [, high, low] = MAPPED.exec(short) ?? [];
  return high !== undefined && low !== undefined ? unmapped(high, low) : short;
}

function groupsOf(shortIpv6: string): string[] {
  const [left = [], right = []] = shortIpv6.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  return [...left, ...new Array<string>(8 - left.length - right.length).fill('0'), ...right];
}

/**
 * What an address is counted as. One customer is given a whole IPv6 /64 and may use another address of it for every
 * request; so the network is counted, and not the address.
 */
export function rateLimitKeyOf(address: string): string {
  const known = canonicalAddress(address);
  if (known === null || isIPv4(known)) {
    return known ?? address;
  }
  return `${groupsOf(known).slice(0, 4).join(':')}::/64`;
}
