import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { endBff } from '../demo/bff-process';
import type { House } from './house';
import { BFF_UNIT } from './machine';
import type { Release } from './releases';

const SPARE_PORT = 3003;

const keyFileOf = ({ machine }: House) => ['--key-file', join(machine.folder, 'backup-key')];
const copiesIn = (house: House) => join(house.machine.folder, 'backups');
/** The newest copy of a database: folders are named by it and the time. */
const copyOf = (house: House, database: 'product' | 'local-ca'): string => {
  const name = readdirSync(copiesIn(house))
    .filter((folder) => folder.startsWith(database))
    .sort()
    .at(-1);
  return join(copiesIn(house), name ?? 'none');
};

/** Copies both databases. What is no replica set is refused first, as production is to. */
export async function backUp(house: House, release: Release): Promise<string> {
  const { machine } = house;
  const args = ['--in', copiesIn(house), ...keyFileOf(house)];
  const refused = await machine.operate(release, 'backup', args, { expects: 2 });
  const said = await machine.operate(release, 'backup', [...args, '--accept-mixed-moments']);
  await machine.operate(release, 'backup', ['--check', copyOf(house, 'product'), ...keyFileOf(house)]);
  const changes = { BACKUP_VERIFY_URI: house.databaseUri('verified') };
  const verified = await machine.operate(
    release,
    'backup',
    ['--verify', copyOf(house, 'product'), ...keyFileOf(house)],
    {
      changes,
    },
  );
  const lines = [...refused.split('\n').slice(0, 1), ...said.split('\n').filter((line) => line.startsWith('Copied'))];
  return [...lines.map((line) => line.replaceAll(machine.folder, '…')), verified.split('\n')[0]].join('\n');
}

const sentBy = ({ standIns }: House) => ({
  messages: standIns.tencentCloud.sms().length,
  payments: standIns.wechatPay.payments().length,
});

/** Puts both copies back into empty databases and has a process serve them: held first, then released; nothing is sent or paid again. */
export async function putBack(house: House, release: Release): Promise<string> {
  const { machine } = house;
  const changes = {
    MONGODB_URI: house.databaseUri('restored'),
    LOCAL_CA_MONGODB_URI: house.databaseUri('restored_ca'),
    AUDIT_ANCHOR_FILE: join(machine.folder, 'anchors-of-the-restored'),
  };
  for (const database of ['product', 'local-ca'] as const) {
    await machine.operate(release, 'restore', ['--from', copyOf(house, database), ...keyFileOf(house)], { changes });
  }
  await machine.operate(release, 'migrate', [], { changes });
  const audit = await machine.operate(release, 'audit:verify', [], { changes });
  const before = sentBy(house);
  // It never says that it is ready while it is held.
  const bff = machine.startUnit(release, BFF_UNIT, String(SPARE_PORT), changes);
  try {
    const held = await readinessOnceUp();
    const released = await machine.operate(release, 'restore', ['--release'], { changes });
    const ready = await readinessOnceUp();
    const after = sentBy(house);
    if (held !== 503 || ready !== 200 || after.messages !== before.messages || after.payments !== before.payments) {
      throw new Error(
        `held ${held}, released ${ready}, before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`,
      );
    }
    return `${audit.split('\n')[0]}\n保持时 readyz ${held}，放行后 ${ready}；没有重发短信、重复付款\n${lastLine(released)}`;
  } finally {
    await endBff(bff, 'SIGTERM');
  }
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

/** What it answers as soon as it answers at all. */
async function readinessOnceUp(): Promise<number> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${SPARE_PORT}/api/readyz`).catch(() => null);
    if (answer) {
      return answer.status;
    }
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error('the BFF of the restored database does not answer');
}
