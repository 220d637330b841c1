import type { MigrateOptions } from '../../bff/src/database/migrate';
import type { MigrationProgress } from '../../bff/src/database/migration';

const number = new Intl.NumberFormat('en');
const SAID_EACH_MS = 2000;
const LOOK_MS = 3000;

/** `1,500 of 20,000 (7 %), 250 a second, about 74 s left` */
export function describeProgress({ done, of }: MigrationProgress, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? `, about ${number.format(Math.ceil((of - done) / rate))} s left` : '';
  const percent = of > 0 ? Math.floor((done / of) * 100) : 100;
  return `${number.format(done)} of ${number.format(of)} (${percent} %), ${number.format(Math.round(rate))} a second${left}`;
}

/** Says on `say` what a migration does and how far it is; a signal ends it at the end of a batch. */
export function watchMigration(say: (line: string) => void): MigrateOptions {
  let stopping = false;
  const stop = () => {
    if (!stopping) {
      stopping = true;
      say('stopping at the end of this batch');
    }
  };
  // Again and again: npm and tsx hand on what the whole group has had already.
  process.on('SIGTERM', stop).on('SIGINT', stop);
  let [begunAt, saidAt] = [0, 0];
  return {
    async onHeld({ name, since, until }) {
      say(
        `${name} migrates since ${since.toISOString()}; waiting. If it has died, this goes on after ${until.toISOString()}.`,
      );
      await new Promise((again) => setTimeout(again, LOOK_MS));
      return !stopping;
    },
    onBegin(id, { number, of }) {
      [begunAt, saidAt] = [performance.now(), 0];
      say(`${number} of ${of}: ${id}`);
    },
    onProgress(id, progress) {
      const now = performance.now();
      if (now - saidAt >= SAID_EACH_MS || progress.done >= progress.of) {
        saidAt = now;
        say(`  ${id}: ${describeProgress(progress, (now - begunAt) / 1000)}`);
      }
    },
    shouldStop: () => stopping,
  };
}
