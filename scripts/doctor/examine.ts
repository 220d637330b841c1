import { randomBytes, randomInt } from 'node:crypto';
import { credentialExpiries } from '../../bff/src/config/credential-expiries';
import { type Config, ConfigError, loadConfig } from '../../bff/src/config/load-config';
import { createContainer } from '../../bff/src/container';
import { createLogger } from '../../bff/src/http/logger';
import { BY_HAND } from './by-hand';
import { checkAnchorFolder, checkCredentials, checkDatabase } from './check-machine';
import { checkCallback, checkClock, checkRemotes } from './check-remotes';
import { checkValidators } from './check-validators';
import { type Finding, good, mend, unchecked } from './finding';

/** What needs no database. */
const checkAround = (config: Config, now: () => Date): Promise<Finding[]> =>
  Promise.all([
    checkClock(config.WECHAT_PAY_BASE_URL, now),
    checkCallback('WECHAT_PAY_NOTIFY_URL', config.WECHAT_PAY_NOTIFY_URL),
    checkCallback('KUAIDI100_NOTIFY_URL', config.KUAIDI100_NOTIFY_URL),
    checkAnchorFolder(config.AUDIT_ANCHOR_FILE || null),
  ]);

/** Opens everything as the BFF does, runs no job, and asks. */
async function checkInside(config: Config, now: () => Date): Promise<Finding[]> {
  let container: Awaited<ReturnType<typeof createContainer>>;
  try {
    container = await createContainer(config, createLogger('silent'), { now, randomBytes, randomInt });
  } catch (error) {
    return [
      mend('启动', `后端用这套配置起不来：${(error as Error).message}`),
      unchecked('外部服务', '先处理上一条，再运行一次 npm run doctor'),
    ];
  }
  try {
    const { connection } = container;
    return [
      ...(await checkDatabase(connection)),
      await checkValidators(connection),
      ...(await checkRemotes(container)),
    ];
  } finally {
    await container.close();
  }
}

/** Looks at settings, machine and remotes; nothing is sent, paid or issued, and no job runs. */
export async function examine(
  environment: Readonly<Record<string, string | undefined>>,
  now: () => Date,
): Promise<Finding[]> {
  let config: Config;
  try {
    config = loadConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) {
      throw error;
    }
    return [
      ...error.problems.map((problem) => mend('配置', problem)),
      unchecked('其余各项', '先处理上面的配置，再运行一次 npm run doctor'),
    ];
  }
  return [
    good('配置', '各项齐全，格式正确'),
    ...checkCredentials(credentialExpiries(config), now()),
    ...(await checkInside(config, now)),
    ...(await checkAround(config, now)),
    ...BY_HAND,
  ];
}
