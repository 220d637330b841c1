import { resolve } from 'node:path';
import { endBff } from '../demo/bff-process';
import { backUp, putBack } from './copies';
import { furnish, migrateByUnit, openForBusiness, seeTheDoctor, staffTheDesk } from './go-live';
import { buildHouse } from './house';
import { killWhileJobsWait } from './killing';
import type { Release } from './releases';
import { rotateKeys } from './rotation';
import { createStepLog } from './step-log';
import { upgradeInTurn } from './upgrade';

const root = resolve(__dirname, '../..');
const PERSONAL = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;

/** The rehearsal itself, in the network that rehearsal.ts has made. */
async function rehearseInside(): Promise<void> {
  const folder = process.env.REHEARSAL_FOLDER ?? '';
  const present: Release = { folder: root, name: '本目录' };
  const given: Release | string = JSON.parse(process.env.REHEARSAL_EARLIER ?? '""');
  const earlier = typeof given === 'string' ? present : given;
  const started = Date.now();
  const { step } = createStepLog(console.log, Date.now);
  console.log('上线演练：生产模式，独立网络（没有任何请求离开本机）');
  console.log(
    '替身：微信、微信支付、腾讯云、邮件、快递 100、时间戳（域名与 TLS 同正式环境）；数据库 mongo-java-server，单机',
  );
  console.log(typeof given === 'string' ? `升级前的版本：与升级后相同，${given}` : `升级前的版本：${given.name}`);
  const house = await buildHouse(root, folder);
  let invitation = '';
  try {
    await step('数据库升级（acceptance-migrate）', () => migrateByUnit(house, earlier));
    await step('添加工作人员，检查、导入、发布项目', async () => {
      invitation = await furnish(house, earlier);
      return '1 名工作人员，2 个项目';
    });
    await step('启动两个后端进程和前置服务器', () => openForBusiness(house, earlier));
    await step('工作人员接受邀请', () => staffTheDesk(house, invitation));
    await step('全面检查（npm run doctor）', () => seeTheDoctor(house, present));
    await step('一份完整申请：从登录到支付', async () => (await house.applications.walk()).order?.orderNumber ?? '');
    await step('逐个换成新版本，服务不停', () => upgradeInTurn(house, present));
    await step('个人软证书：从登录到领取', async () => (await house.applications.walk(PERSONAL)).order?.status ?? '');
    await step('备份，核对，试恢复', () => backUp(house, present));
    await step('恢复到空数据库，放行', () => putBack(house, present));
    await step('kill -9 一个进程，任务由另一个接手', () => killWhileJobsWait(house, present));
    await step('更换加密密钥（npm run keys:rotate）', () => rotateKeys(house, present));
    await step('换密钥之后：又一份完整申请', async () => (await house.applications.walk()).order?.orderNumber ?? '');
    await step('核对审计日志（npm run audit:verify）', async () =>
      (await house.machine.operate(present, 'audit:verify')).trim(),
    );
    await step('正常停止', async () => {
      const bffs = [...house.bffs.values()];
      await Promise.all(bffs.map((bff) => endBff(bff, 'SIGTERM')));
      const codes = bffs.map(({ exitCode }) => exitCode);
      if (codes.some((code) => code !== 0)) {
        throw new Error(`exit codes ${codes.join(', ')}`);
      }
      return `退出码 ${codes.join('、')}`;
    });
    console.log(`演练通过，用时 ${Math.round((Date.now() - started) / 60_000)} 分钟。`);
  } catch (error) {
    console.log(`后端日志里的告警：\n${house.machine.complaints()}`);
    throw error;
  } finally {
    await house.close();
  }
}

rehearseInside().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`演练未通过：${(error as Error).message.split('\n')[0]}`);
    process.exit(1);
  },
);
