import { readFileSync, writeFileSync } from 'node:fs';
import type { House } from './house';
import { BFF_PORTS } from './places';
import { newKey } from './production-settings';
import type { Release } from './releases';
import { fillSettingsFile, readSettingsFile } from './settings-file';
import { refuseLoss } from './traffic';
import { trafficOf } from './upgrade';

const RINGS = { FIELD_ENCRYPTION_KEY: 'e2', LOOKUP_HASH_KEY: 'h2' } as const;
type Ring = keyof typeof RINGS;

/** New keys for sealed data and look-ups, by the five steps of bff/README.md, while requests go on. */
export async function rotateKeys(house: House, release: Release): Promise<string> {
  const { machine } = house;
  const old = readSettingsFile(readFileSync(machine.settingsFile, 'utf8'));
  const fresh = Object.fromEntries(Object.entries(RINGS).map(([name, id]) => [name, `${id}:${newKey()}`]));
  const restartWith = async (ringOf: (old: string, fresh: string) => string) => {
    const values = (Object.keys(RINGS) as Ring[]).map((name) => [name, ringOf(old[name] ?? '', fresh[name] ?? '')]);
    const text = fillSettingsFile(readFileSync(machine.settingsFile, 'utf8'), Object.fromEntries(values));
    writeFileSync(machine.settingsFile, text);
    for (const port of BFF_PORTS) {
      await house.put(release, port);
    }
  };
  const traffic = await trafficOf(house);
  await restartWith((before, after) => `${before},${after}`);
  await restartWith((before, after) => `${after},${before}`);
  const first = await machine.operate(release, 'keys:rotate');
  await restartWith((_before, after) => after);
  await machine.operate(release, 'keys:rotate');
  const loss = refuseLoss(await traffic.stop());
  return `${first.split('\n').find((line) => /sealed anew\.$/.test(line)) ?? ''}\n旧密钥已移除；三轮重启，${loss}`;
}
