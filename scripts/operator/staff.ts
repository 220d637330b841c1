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
import { OPERATOR_OPTION, OPERATOR_USAGE, operatorOf } from './operator-name';

const USAGE = `Usage: npm run staff -- <command>
  list
  add <user name> --name <display name> --roles <role,role>
  set-roles <user name> --roles <role,role>
  invite <user name>      a new invitation code, also for a forgotten password
  reset-second-factor <user name>   when the phone is lost and no second administrator can agree at the desk
  disable <user name>
  enable <user name>
  ${OPERATOR_USAGE}
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

/** What a command will do to whom, after everything typed was found to be right. */
interface Plan {
  /** Null: to nobody who is there yet. */
  readonly memberId: string | null;
  act(): Promise<StaffMember & { invitationCode?: string }>;
}

const shown = (member: StaffMember & { invitationCode?: string }): string =>
  member.invitationCode
    ? `${line(member)}\nInvitation code, shown once, good for 48 hours: ${member.invitationCode}`
    : line(member);

type Command = (dependencies: Dependencies, username: string, options: Options, now: Date) => Promise<Plan>;

/** A command about somebody who is there. */
const onMember =
  (act: (dependencies: Dependencies, id: string, now: Date) => ReturnType<Plan['act']>): Command =>
  async (dependencies, username, _options, now) => {
    const { id } = await memberNamed(dependencies, username);
    return { memberId: id, act: () => act(dependencies, id, now) };
  };

const COMMANDS: Readonly<Record<string, Command>> = {
  add: async (dependencies, username, options, now) => {
    const member = {
      username: given(staffUsernameSchema, username, 'user name'),
      displayName: given(staffNameSchema, options.name, '--name'),
      roles: givenRoles(options),
    };
    return { memberId: null, act: () => addMember(dependencies, member, now) };
  },
  'set-roles': async (dependencies, username, options, now) => {
    const roles = givenRoles(options);
    const { id } = await memberNamed(dependencies, username);
    return { memberId: id, act: () => setMemberRoles(dependencies, id, roles, now) };
  },
  invite: onMember(inviteMember),
  'reset-second-factor': onMember(resetMemberSecondFactor),
  disable: onMember(disableMember),
  enable: onMember(enableMember),
};

const LIST = 'list';

/** Runs one command and records it before and after, unless it only reads. @throws Error, AppError */
export async function runStaffCommand(operation: Operation, args: readonly string[], now: Date): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { name: { type: 'string' }, roles: { type: 'string' }, help: { type: 'boolean' }, ...OPERATOR_OPTION },
  });
  const [name = '', username = ''] = positionals;
  const { connection, cipher } = operation;
  const dependencies = {
    staffMembers: connection.models.Staff ?? staffModel(connection),
    sessions: connection.models.Session ?? sessionModel(connection),
    cipher,
    randomBytes,
  };
  if (name === LIST && !values.help) {
    return (await listMembers(dependencies)).map(line).join('\n') || 'There is nobody yet.';
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (values.help || !command) {
    return USAGE;
  }
  const { memberId, act } = await command(dependencies, username, values, now);
  const planned = { action: `operator.staff.${name}`, object: memberId && `staff:${memberId}` };
  return operation.perform(planned, async () => {
    const member = await act();
    return { result: shown(member), object: `staff:${member.id}` };
  });
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const operation = await openOperation(operatorSettings(), { operator: operatorOf(args) });
  try {
    console.log(await runStaffCommand(operation, args, new Date()));
  } finally {
    await operation.close();
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    const reason = error instanceof AppError ? error.code : (error as Error).message;
    console.error(`It was not done: ${reason}`);
    process.exitCode = 1;
  });
}
