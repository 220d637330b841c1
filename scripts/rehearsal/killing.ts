import { endpoints } from '@acceptance/shared';
import { endBff } from '../demo/bff-process';
import { asShown } from '../story/shown-to-reviewer';
import { metricsOf, sumOf } from './bff-metrics';
import type { House } from './house';
import { BFF_PORTS } from './places';
import type { Release } from './releases';

const RUNNING_WITHIN_MS = 20_000;

/** The port of the process in which a message is under way. */
async function whoSends(): Promise<number> {
  const deadline = Date.now() + RUNNING_WITHIN_MS;
  while (Date.now() < deadline) {
    for (const port of BFF_PORTS) {
      if (sumOf(await metricsOf(port), 'bff_jobs_running', 'lane="sms"') > 0) {
        return port;
      }
    }
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error('no process took the job');
}

/** Kills the process that is sending a message: the other one takes the job over once the lease is out, and the person has one message. */
export async function killWhileJobsWait(house: House, release: Release): Promise<string> {
  const { applications, standIns } = house;
  const context = await applications.walk({ until: 'review' });
  standIns.faults.set({ standIn: 'tencent-cloud', fault: 'timeout', times: 1, onPath: 'SendSms' });
  const params = { orderId: context.order?.id ?? '' };
  const shown = context.reviewed ?? (await context.staff.call(endpoints.staff.readOrder, { params }));
  await context.staff.call(endpoints.staff.approveOrder, { params, body: asShown(shown) });
  const port = await whoSends();
  const killed = house.bffs.get(port);
  if (killed) {
    await endBff(killed, 'SIGKILL');
  }
  house.bffs.delete(port);
  const started = Date.now();
  await applications.settle();
  const seconds = Math.round((Date.now() - started) / 1000);
  const messages = standIns.tencentCloud
    .sms(context.person.phone)
    .filter(({ templateId }) => templateId === 'demo-review-approved');
  if (messages.length !== 1) {
    throw new Error(`${messages.length} messages about the approval arrived, not one`);
  }
  await house.put(release, port);
  return `进程 ${port} 正在发短信时被 kill -9；另一个进程 ${seconds} 秒后接手，申请人收到一条；${port} 已重新启动`;
}
