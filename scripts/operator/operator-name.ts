import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';

/** As it stands in the audit log: no line ends, nothing that could look like another member of a record. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@ -]{0,63}$/u;

/** Who runs a command: what they say, and as whom the operating system knows them. */
export interface Operator {
  readonly name: string;
  readonly osUser: string;
}

const OPTION = 'operator';
/** To be put among the options of every command. */
export const OPERATOR_OPTION = { [OPTION]: { type: 'string' } } as const;
export const OPERATOR_USAGE = `--operator <name>   who runs it, for the audit log; else OPERATOR_NAME, else the user of the operating system`;

/** @throws Error when nobody is named, or not by a name */
export function operatorOf(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
  osUser: () => string = () => userInfo().username,
): Operator {
  const { values } = parseArgs({ args: [...args], options: OPERATOR_OPTION, strict: false, allowPositionals: true });
  const user = osUser();
  const said = values[OPTION];
  const name = (typeof said === 'string' ? said : undefined) ?? (environment.OPERATOR_NAME || user);
  if (!NAME.test(name)) {
    throw new Error('--operator must be a name of up to 64 letters, digits and . _ @ -');
  }
  return { name, osUser: user };
}
