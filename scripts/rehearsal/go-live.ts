import { once } from 'node:events';
import { join } from 'node:path';
import { takeInvitation } from './desk';
import type { House } from './house';
import { BFF_PORTS, SERVICE_ORIGIN } from './places';
import type { Release } from './releases';

const PROJECTS = ['procurement-cloud', 'personal-signing'];

/** Runs the unit that migrates, and answers how many migrations there were. */
export async function migrateByUnit({ machine }: House, release: Release): Promise<string> {
  const unit = machine.startUnit(release, 'acceptance-migrate.service');
  let said = '';
  unit.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  unit.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(unit, 'close');
  if (code !== 0) {
    throw new Error(`acceptance-migrate ended with ${code}:\n${said}`);
  }
  const applied = /^Applied: (.*)$/m.exec(said)?.[1]?.split(', ').length ?? 0;
  return applied === 0 ? '数据库已是这个版本要的样子' : `执行了 ${applied} 项`;
}

/** Staff and projects by the commands of the operator. Answers the invitation of the first member. */
export async function furnish({ machine }: House, release: Release): Promise<string> {
  const roles = ['--name', '审核员', '--roles', 'administrator,reviewer,finance,issuer'];
  const said = await machine.operate(release, 'staff', ['add', 'reviewer', ...roles]);
  for (const project of PROJECTS) {
    const file = join(release.folder, 'scripts/demo/projects', `${project}.json`);
    await machine.operate(release, 'projects', ['validate', file]);
    await machine.operate(release, 'projects', ['import', file]);
    await machine.operate(release, 'projects', ['publish', project]);
  }
  return /\b([A-Z2-7]{4}(?:-[A-Z2-7]{4})+)\b/.exec(said)?.[1] ?? '';
}

export async function openForBusiness(house: House, release: Release): Promise<string> {
  await Promise.all(BFF_PORTS.map((port) => house.put(release, port)));
  await house.openSite();
  const [ready, page] = await Promise.all([fetch(`${SERVICE_ORIGIN}/api/readyz`), fetch(SERVICE_ORIGIN)]);
  if (!ready.ok || !page.ok) {
    throw new Error(`readyz answers ${ready.status}, the page ${page.status}`);
  }
  return `${SERVICE_ORIGIN}：网页版 ${page.status}，后端就绪 ${ready.status}，两个进程 ${BFF_PORTS.join('、')}`;
}

export async function staffTheDesk(house: House, invitation: string): Promise<string> {
  house.desk = await takeInvitation(SERVICE_ORIGIN, invitation);
  return '用邀请码设置密码，绑定动态验证码';
}

/** What the doctor says: nothing may have to be mended. */
export async function seeTheDoctor({ machine }: House, release: Release): Promise<string> {
  const said = (await machine.operate(release, 'doctor')).trim().split('\n');
  return [`${said.filter((line) => line.startsWith('【正常】')).length} 项正常`, said.at(-1)].join('，');
}
