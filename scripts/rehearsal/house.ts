import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOfDatabase } from '../database/database-address';
import { endBff } from '../demo/bff-process';
import type { RunningNginx } from '../nginx/run-nginx';
import { startSecondEngine } from '../second-engine/start-second-engine';
import type { StandIns } from '../stand-ins';
import { type Applications, openApplications } from './applications';
import type { DeskPerson } from './desk';
import { Machine } from './machine';
import { BFF_PORTS, DATABASE_HOST } from './places';
import { makeAuthorities, productionSettings } from './production-settings';
import type { Release } from './releases';
import { rehearsalCredentials, startRemotes } from './remotes';
import { startSite } from './site';
import { tlsFiles } from './tls';

/** Everything that is there in a rehearsal: the machine with its processes, and what lies around it. */
export interface House {
  readonly machine: Machine;
  readonly standIns: StandIns;
  readonly applications: Applications;
  /** Address of another database on the same server. */
  databaseUri(name: string): string;
  /** Who decides on applications; set once somebody has taken the invitation. */
  desk: DeskPerson | null;
  /** By port. */
  readonly bffs: Map<number, ChildProcess>;
  openSite(): Promise<void>;
  /** Replaces one process of the BFF, or starts it. */
  put(release: Release, port: number): Promise<void>;
  close(): Promise<void>;
}

/** Builds it in an empty folder; no process of the product runs yet. */
export async function buildHouse(root: string, folder: string): Promise<House> {
  const engine = await startSecondEngine(root);
  const server = engine.uri.replace('127.0.0.1', DATABASE_HOST);
  const databaseUri = (name: string) => addressOfDatabase(server, name);
  const credentials = rehearsalCredentials();
  const authorities = await makeAuthorities(folder);
  const trust = { ...authorities.trialAuthority, ...authorities.trialTimestamp };
  const remotes = await startRemotes(folder, credentials, trust);
  const machine = new Machine(folder, tlsFiles(folder).root, join(root, 'scripts/deploy/systemd'));
  const [mongodbUri, caMongodbUri] = [databaseUri('acceptance'), databaseUri('acceptance_ca')];
  const text = productionSettings({ folder, credentials, authorities, mongodbUri, caMongodbUri });
  writeFileSync(machine.settingsFile, text, { mode: 0o600 });
  writeFileSync(
    join(folder, 'backup-key'),
    `b1:${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')}\n`,
  );
  const bffs = new Map<number, ChildProcess>();
  let site: RunningNginx | null = null;
  const house: House = {
    machine,
    standIns: remotes.standIns,
    databaseUri,
    desk: null,
    bffs,
    applications: openApplications(mongodbUri, remotes.standIns, () => {
      if (!house.desk) {
        throw new Error('nobody is at the desk yet');
      }
      return house.desk;
    }),
    async openSite() {
      site = await startSite(root, folder);
    },
    async put(release, port) {
      const running = bffs.get(port);
      if (running) {
        await endBff(running, 'SIGTERM');
      }
      bffs.set(port, await machine.startBff(release, port));
    },
    async close() {
      await Promise.all(BFF_PORTS.map((port) => bffs.get(port)).map((bff) => bff && endBff(bff, 'SIGKILL')));
      await house.applications.close();
      await site?.stop();
      await remotes.stop();
      await engine.stop();
    },
  };
  return house;
}
