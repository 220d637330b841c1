import { access, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Connection } from 'mongoose';
import type { CredentialExpiry } from '../../bff/src/config/credential-expiries';
import { unreadiness } from '../../bff/src/database/unreadiness';
import { type Finding, good, mend, soon, unchecked } from './finding';

const DAY_MS = 86_400_000;
const SOON_DAYS = 30;

export function checkCredentials(credentials: readonly CredentialExpiry[], now: Date): Finding[] {
  return credentials.map(({ name, notAfter }) => {
    const subject = `证书（${name}）`;
    const until = notAfter.toISOString().slice(0, 10);
    const days = Math.floor((notAfter.getTime() - now.getTime()) / DAY_MS);
    if (days < 0) {
      return mend(subject, `已于 ${until} 到期，请立即更换`);
    }
    return days < SOON_DAYS
      ? soon(subject, `${until} 到期，还剩 ${days} 天，请更换`)
      : good(subject, `有效至 ${until}`);
  });
}

/** Version and acknowledgements were refused already where they do not fit: `createContainer` asks the server for both. */
export async function checkDatabase(connection: Connection): Promise<Finding[]> {
  const { version } = await connection.getClient().db().admin().command({ buildInfo: 1 });
  const unready = await unreadiness(connection);
  return [
    good('数据库', `能连接，版本 ${String(version)}，写入经多数确认并落盘`),
    unready
      ? mend(
          '数据库内容',
          unready.pending
            ? `有 ${unready.pending.length} 项升级没有执行：请运行 npm run migrate`
            : '是从备份恢复的，还在保持状态：核对后请运行 npm run restore -- --release',
        )
      : good('数据库内容', '与本版本一致'),
  ];
}

const LEAST_FREE_BYTES = 100 * 1024 * 1024;

/** Where the anchors of the audit log are appended. */
export async function checkAnchorFolder(file: string | null): Promise<Finding> {
  const subject = '审计锚点文件';
  if (!file) {
    return unchecked(
      subject,
      '没有设置 AUDIT_ANCHOR_FILE：请设为数据库管理员写不到的位置，否则整条日志被重写时无从发现',
    );
  }
  const folder = dirname(file);
  try {
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    return free < LEAST_FREE_BYTES
      ? mend(subject, `${folder} 只剩 ${Math.floor(free / 1024 / 1024)} MB，请清理磁盘`)
      : good(subject, `${folder} 可写，空间足够`);
  } catch {
    return mend(subject, `${folder} 不存在，或运行用户不能写：请建立并改权限`);
  }
}
