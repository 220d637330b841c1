import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readServiceUnit } from './service-unit';
import { readSettingsFile } from './settings-file';

const root = resolve(__dirname, '../..');
const units = join(root, 'scripts/deploy/systemd');
const services = readdirSync(units).filter((name) => name.endsWith('.service'));
const read = (name: string, instance?: string) => readServiceUnit(readFileSync(join(units, name), 'utf8'), instance);

it('reads what systemd would run', () => {
  const text =
    '[Service]\nEnvironmentFile=/etc/a.env\nEnvironment=A=1 B=x=%i\n# ExecStart=none\nExecStart=/bin/run --port %i\n';
  expect(readServiceUnit(text, '7')).toEqual({
    environment: { A: '1', B: 'x=7' },
    environmentFile: '/etc/a.env',
    command: ['/bin/run', '--port', '7'],
  });
});

describe('the units of production', () => {
  it.each(services)('%s runs as production, whatever the file of settings says', (name) => {
    const { environment, environmentFile, command } = read(name, '3001');
    expect(environmentFile).toBe('/etc/acceptance/acceptance.env');
    const [env, ...words] = command;
    expect(env).toBe('/usr/bin/env');
    const own = words.slice(
      0,
      words.findIndex((word) => word.startsWith('/')),
    );
    expect(own).toContain('NODE_ENV=production');
    // The file is made from this one, and overrules what a unit says by Environment=.
    const example = readSettingsFile(readFileSync(join(root, '.env.example'), 'utf8'));
    expect(example.NODE_ENV).toBe('development');
    expect(Object.keys(environment).filter((setting) => Object.hasOwn(example, setting))).toEqual([]);
  });

  it('give each process of the BFF ports of its own', () => {
    const commands = ['3001', '3002'].map((port) => read('acceptance-bff@.service', port).command);
    expect(commands[0]).toEqual(expect.arrayContaining(['PORT=3001', 'METRICS_PORT=13001']));
    expect(commands[1]).toEqual(expect.arrayContaining(['PORT=3002', 'METRICS_PORT=13002']));
  });
});
