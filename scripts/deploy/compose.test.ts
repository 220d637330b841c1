import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { parse } from 'yaml';

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly privileged?: boolean;
  readonly secrets?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly configs?: readonly { readonly source: string }[];
  readonly env_file?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly secrets: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly configs: Readonly<Record<string, { readonly file: string }>>;
}

const text = readFileSync(join(__dirname, 'compose.yaml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const dockerfile = readFileSync(join(__dirname, 'Dockerfile'), 'utf8');

function problemsOf(value: unknown): readonly ErrorObject[] {
  const schema: object = JSON.parse(readFileSync(join(__dirname, 'testing/compose-spec.json'), 'utf8'));
  // Its `$schema` is written with https, which names no schema that there is.
  const validate = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile({
    ...schema,
    $schema: 'http://json-schema.org/draft-07/schema#',
  });
  validate(value);
  return validate.errors ?? [];
}

describe('the containers of production', () => {
  it('are described as the compose specification has it', () => {
    expect(problemsOf(compose)).toEqual([]);
    expect(problemsOf({ services: { a: { image: 'b', restart_always: true } } })).not.toEqual([]);
  });

  it.each(services)('%s names only what there is', (_name, service) => {
    const dependsOn = Array.isArray(service.depends_on) ? service.depends_on : Object.keys(service.depends_on ?? {});
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(dependsOn));
    expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining([...(service.secrets ?? [])]));
    expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining([...(service.networks ?? [])]));
    for (const { source } of service.configs ?? []) {
      expect(existsSync(join(__dirname, compose.configs[source]?.file ?? 'missing'))).toBe(true);
    }
    for (const volume of service.volumes ?? []) {
      const [from = ''] = volume.split(':');
      expect(from.startsWith('./secrets/') || Object.hasOwn(compose.volumes, from)).toBe(true);
    }
    if (service.build) {
      expect(resolve(__dirname, service.build.context, service.build.dockerfile)).toBe(join(__dirname, 'Dockerfile'));
      expect(dockerfile).toMatch(new RegExp(` AS ${service.build.target}$`, 'm'));
    }
  });

  it.each(services)('%s can write nothing of its image and has no right that it does not need', (_name, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(service.privileged).toBeUndefined();
  });

  it('let the outside reach the front server alone, and the databases nobody', () => {
    expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['front']);
    expect(compose.networks.data).toEqual({ internal: true });
    const databases = services.filter(([, { image }]) => image.startsWith('mongo'));
    expect(databases.map(([, { networks }]) => networks)).toEqual(databases.map(() => ['data']));
  });

  it('hold no credential: passwords and keys are files that the repository does not have', () => {
    expect(text).not.toMatch(/mongodb(\+srv)?:\/\//);
    expect(text).not.toMatch(/PASSWORD: /);
    const ignored = readFileSync(resolve(__dirname, '../../.gitignore'), 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['scripts/deploy/secrets/', 'scripts/deploy/*.env']));
  });

  it('keep what the BFF and the copies write in volumes that their user may write', () => {
    const bff = dockerfile.slice(dockerfile.indexOf(' AS bff'), dockerfile.indexOf(' AS front'));
    const [, made = ''] = /^RUN install --directory --owner=node .*--mode=0700 (.*)$/m.exec(bff) ?? [];
    const written = services
      .filter(([, { image }]) => image === 'acceptance-bff')
      .flatMap(([, { volumes = [] }]) => volumes)
      .filter((volume) => !volume.endsWith(':ro'))
      .map((volume) => volume.split(':')[1]);
    expect([...new Set(written)].sort()).toEqual(['/var/backups/acceptance', '/var/lib/acceptance']);
    expect(made.split(' ').sort()).toEqual([...new Set(written)].sort());
  });

  it('copy the databases only when asked to, and reach nobody but them meanwhile', () => {
    expect(compose.services.backup).toMatchObject({
      profiles: ['backup'],
      networks: ['data'],
      secrets: ['backup-key'],
    });
    const withKey = services.filter(([, { secrets = [] }]) => secrets.includes('backup-key')).map(([name]) => name);
    expect(withKey).toEqual(['backup']);
  });

  it.each(services.filter(([, { env_file }]) => env_file))(
    '%s runs as production, on its own port, whatever the file of settings says',
    (_name, { environment = {} }) => {
      expect(environment).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '3000' });
    },
  );

  it('run as nobody in particular', () => {
    const bff = dockerfile.slice(dockerfile.indexOf(' AS bff'), dockerfile.indexOf(' AS front'));
    expect(bff).toMatch(/^USER node$/m);
    expect(bff).toContain('CMD ["node", "--enable-source-maps", "bff/dist/main.js"]');
  });
});
