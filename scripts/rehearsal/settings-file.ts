/** A line of an environment file: name and value. */
const SETTING = /^([A-Z][A-Z0-9_]*)=(.*)$/;

/**
 * Fills `.env.example` in as its operator does: line by line, what is not asked for stays as it stands there.
 * @throws Error naming values that it has no line for
 */
export function fillSettingsFile(example: string, values: Readonly<Record<string, string>>): string {
  const left = new Set(Object.keys(values));
  const filled = example.split('\n').map((line) => {
    const name = SETTING.exec(line)?.[1] ?? '';
    return left.delete(name) ? `${name}=${values[name]}` : line;
  });
  if (left.size > 0) {
    throw new Error(`.env.example has no line for ${[...left].join(', ')}`);
  }
  return filled.join('\n');
}

/** As systemd and compose read it, of values without quotes. */
export function readSettingsFile(text: string): Record<string, string> {
  const lines = text.split('\n').map((line) => SETTING.exec(line));
  return Object.fromEntries(lines.flatMap((line) => (line ? [[line[1] ?? '', line[2] ?? '']] : [])));
}
