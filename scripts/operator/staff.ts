import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { AppError, type StaffMember, staffNameSchema, staffRolesSchema, staffUsernameSchema } from '@acceptance/shared';
import * as v from 'valibot';
import { sessionModel } from '../../bff/src/modules/auth';
import {
  addMember,
  disableMember,
  enableMember,
  inviteMember,
  listMembers,
  resetMemberSecondFactor,
  setMemberRoles,
  staffModel,
} from '../../bff/src/modules/staff';
import { type Operation, openOperation, operatorSettings } from './open-operation';

const USAGE = `Usage: npm run staff -- <command>
  list
  add <user name> --name <display name> --roles <role,role>
  set-roles <user name> --roles <role,role>
  invite <user name>      a new invitation code, also for a forgotten password
  reset-second-factor <user name>   when the phone is lost and no second administrator can agree at the desk
  disable <user name>
  enable <user name>
Roles: reviewer, finance, issuer, administrator. The first administrators are made here; further staff here or at the desk,
where two administrators agree. What is done here takes effect at once; who is new counts in acts of two people after 24 hours.
An invitation code is shown once and good for 48 hours; its owner sets a password at the desk under 接受邀请.
Database and keys: the settings of the BFF in the environment, else those of the demo that npm start runs.`;

type Dependencies = Parameters<typeof addMember>[0];
interface Options {
  readonly name?: string;
  readonly roles?: string;
}

function given<S extends v.GenericSchema>(schema: S, value: unknown, what: string): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) {
    throw new Error(`${what}: ${parsed.issues[0].message}`);
  }
  return parsed.output;
}
const givenRoles = ({ roles }: Options) => given(staffRolesSchema, roles?.split(','), '--roles');

async function memberNamed(dependencies: Dependencies, username: string): Promise<StaffMember> {
  const wanted = given(staffUsernameSchema, username, 'user name');
  const member = (await listMembers(dependencies)).find((candidate) => candidate.username === wanted);
  if (!member) {
    throw new Error(`there is no member of staff called ${wanted}`);
  }
  return member;
}

const line = ({ username, displayName, roles, state, secondFactor }: StaffMember): string =>
  [
    username.padEnd(20),
    state.padEnd(9),
    secondFactor ? '2nd factor' : '–'.padEnd(10),
    roles.join(','),
    displayName,
  ].join('  ');

interface Outcome {
  /** Id of the member that was changed; null when nothing was. */
  readonly changed: string | null;
  readonly text: string;
}

const changedTo = (member: StaffMember & { invitationCode?: string }): Outcome => ({
  changed: member.id,
  text: member.invitationCode
    ? `${line(member)}\nInvitation code, shown once, good for 48 hours: ${member.invitationCode}`
    : line(member),
});

type Command = (dependencies: Dependencies, username: string, options: Options, now: Date) => Promise<Outcome>;

const COMMANDS: Readonly<Record<string, Command>> = {
  list: async (dependencies) => ({
    changed: null,
    text: (await listMembers(dependencies)).map(line).join('\n') || 'There is nobody yet.',
  }),
  add: async (dependencies, username, options, now) =>
    changedTo(
      await addMember(
        dependencies,
        {
          username: given(staffUsernameSchema, username, 'user name'),
          displayName: given(staffNameSchema, options.name, '--name'),
          roles: givenRoles(options),
        },
        now,
      ),
    ),
  'set-roles': async (dependencies, username, options, now) => {
    const { id } = await memberNamed(dependencies, username);
    return changedTo(await setMemberRoles(dependencies, id, givenRoles(options), now));
  },
  invite: async (dependencies, username, _options, now) =>
    changedTo(await inviteMember(dependencies, (await memberNamed(dependencies, username)).id, now)),
  'reset-second-factor': async (dependencies, username, _options, now) =>
    changedTo(await resetMemberSecondFactor(dependencies, (await memberNamed(dependencies, username)).id, now)),
  disable: async (dependencies, username, _options, now) =>
    changedTo(await disableMember(dependencies, (await memberNamed(dependencies, username)).id, now)),
  enable: async (dependencies, username) =>
    changedTo(await enableMember(dependencies, (await memberNamed(dependencies, username)).id)),
};

/** Runs one command and records what it changed. @throws Error, AppError */
export async function runStaffCommand(operation: Operation, args: readonly string[], now: Date): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { name: { type: 'string' }, roles: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [name = '', username = ''] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (values.help || !command) {
    return USAGE;
  }
  const { connection, cipher } = operation;
  const dependencies = {
    staffMembers: connection.models.Staff ?? staffModel(connection),
    sessions: connection.models.Session ?? sessionModel(connection),
    cipher,
    randomBytes,
  };
  const { changed, text } = await command(dependencies, username, values, now);
  if (changed) {
    await operation.record({ action: `operator.staff.${name}`, object: `staff:${changed}`, outcome: 'done' });
  }
  return text;
}

async function main(): Promise<void> {
  const operation = await openOperation(operatorSettings());
  try {
    console.log(await runStaffCommand(operation, process.argv.slice(2), new Date()));
  } finally {
    await operation.close();
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    const reason = error instanceof AppError ? error.code : (error as Error).message;
    console.error(`Nothing was changed: ${reason}`);
    process.exitCode = 1;
  });
}
