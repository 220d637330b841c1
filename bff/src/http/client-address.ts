import type { Middleware } from 'koa';
import { canonicalAddress } from './ip-address';

/** What our own machine sees of a connection; its zone says which network card, and nothing about the client. */
const socketAddressOf = (address: string | undefined): string => {
  const [withoutZone = ''] = (address ?? '').split('%');
  return canonicalAddress(withoutZone) ?? '';
};

/**
 * Where a request comes from. Each proxy appends whom it talked to at the right of X-Forwarded-For; what is further
 * left than our own proxies wrote is the client's invention, so the hops are counted from the right.
 * Anything but an address there, or fewer hops than we have proxies, gives the socket's own address.
 */
export function clientAddressOf(
  socketAddress: string | undefined,
  forwardedFor: string,
  trustedProxies: number,
): string {
  const hops = trustedProxies > 0 ? forwardedFor.split(',') : [];
  const claimed = hops.at(-trustedProxies)?.trim() ?? '';
  return canonicalAddress(claimed) ?? socketAddressOf(socketAddress);
}

/** Makes `ctx.ip` the client's address for everything after it: rate limits, evidence and audit know no other. */
export const clientAddress =
  (trustedProxies: number): Middleware =>
  (ctx, next) => {
    ctx.request.ip = clientAddressOf(ctx.req.socket.remoteAddress, ctx.get('x-forwarded-for'), trustedProxies);
    return next();
  };
