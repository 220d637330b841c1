/** What systemd would run for a unit: `environment` is that of its own lines, which those of the environment file overrule. */
export interface ServiceUnit {
  readonly environment: Readonly<Record<string, string>>;
  readonly environmentFile: string | null;
  readonly command: readonly string[];
}

/** Reads a unit of scripts/deploy/systemd as systemd does, as far as those go: no quotes, no line continued. `instance`: what %i is. */
export function readServiceUnit(text: string, instance = ''): ServiceUnit {
  const values = (name: string): string[] =>
    text
      .split('\n')
      .filter((line) => line.startsWith(`${name}=`))
      .map((line) => line.slice(name.length + 1).replaceAll('%i', instance));
  const assignments = values('Environment').flatMap((line) => line.split(' '));
  const [command = ''] = values('ExecStart');
  return {
    environment: Object.fromEntries(assignments.map((one) => one.split(/=(.*)/s).slice(0, 2))),
    environmentFile: values('EnvironmentFile')[0] ?? null,
    command: command.split(' '),
  };
}
