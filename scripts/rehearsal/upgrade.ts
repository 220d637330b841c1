import { endpoints } from '@acceptance/shared';
import { createApiClient } from '../api-client/create-api-client';
import { metricsOf, sumOf } from './bff-metrics';
import { migrateByUnit } from './go-live';
import type { House } from './house';
import { BFF_PORTS, SERVICE_ORIGIN } from './places';
import type { Release } from './releases';
import { refuseLoss, startTraffic } from './traffic';

const requestsOf = async (port: number): Promise<number> => sumOf(await metricsOf(port), 'bff_requests_total');

/** Requests of somebody who is signed in, through the front server, as long as they are asked for. */
export async function trafficOf({ applications }: House) {
  const { applicant, order } = await applications.walk({ until: 'start' });
  const client = createApiClient(SERVICE_ORIGIN);
  client.accessToken = applicant.accessToken;
  const params = { orderId: order?.id ?? '' };
  return startTraffic(() => client.call(endpoints.orders.readOrder, { params }));
}

/**
 * The new release migrates while the earlier one serves; then the processes are replaced in turn. In between a whole application is
 * walked whose requests go to both versions.
 */
export async function upgradeInTurn(house: House, present: Release): Promise<string> {
  const [first, second] = BFF_PORTS;
  const traffic = await trafficOf(house);
  const migrated = await migrateByUnit(house, present);
  await house.put(present, first);
  const before = await Promise.all(BFF_PORTS.map(requestsOf));
  const { order } = await house.applications.walk();
  const after = await Promise.all(BFF_PORTS.map(requestsOf));
  const taken = after.map((count, index) => count - (before[index] ?? 0));
  if (taken.some((count) => count < 20)) {
    throw new Error(`both versions were to take part, they took ${taken.join(' and ')} requests`);
  }
  await house.put(present, second);
  const loss = refuseLoss(await traffic.stop());
  return `${migrated}\n申请 ${order?.orderNumber}：新版进程应答 ${taken[0]} 次，旧版 ${taken[1]} 次\n两个进程先后换成新版，${loss}`;
}
