import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { type Document, isDocument } from '../values/document';
import { toInteger } from '../values/numbers';
import { isNumeric } from '../values/value-type';
import type { Command } from './command';
import { rejectUnknownStatementFields } from './command-fields';

/** What shall happen to commands, as a real server with test commands lets one say it (`failCommand`). */
interface FailCommand {
  readonly commands: readonly string[];
  /** `Infinity`: until it is switched off. */
  timesLeft: number;
  readonly errorCode: number | null;
  readonly errorLabels: readonly string[];
  readonly writeConcernError: Document | null;
  readonly closesConnection: boolean;
  /** How long the command is held before anything else; 0: not at all. */
  readonly blockMs: number;
}

/** A server's one fail point; null while it is off. */
export interface FailPoint {
  current: FailCommand | null;
}

const FIELDS = [
  'failCommands',
  'errorCode',
  'errorLabels',
  'writeConcernError',
  'closeConnection',
  'blockConnection',
  'blockTimeMS',
];
const EXEMPT = new Set(['configureFailPoint', 'hello', 'isMaster', 'ismaster']);

function timesOf(mode: unknown): number {
  if (mode === 'alwaysOn') return Number.POSITIVE_INFINITY;
  if (isDocument(mode) && isNumeric(mode.times)) return toInteger(mode.times, 'times');
  throw notImplemented('this mode of a fail point');
}

function failCommandOf(mode: unknown, data: Document): FailCommand {
  rejectUnknownStatementFields(data, FIELDS, 'the fail point failCommand');
  const { failCommands, errorCode, errorLabels, writeConcernError, closeConnection, blockConnection, blockTimeMS } =
    data;
  if (!Array.isArray(failCommands)) throw new MongodbError('BadValue', 'failCommands must be an array');
  return {
    commands: failCommands.map(String),
    timesLeft: timesOf(mode),
    errorCode: errorCode === undefined ? null : toInteger(errorCode, 'errorCode'),
    errorLabels: Array.isArray(errorLabels) ? errorLabels.map(String) : [],
    writeConcernError: isDocument(writeConcernError) ? writeConcernError : null,
    closesConnection: closeConnection === true,
    blockMs: blockConnection === true ? toInteger(blockTimeMS, 'blockTimeMS') : 0,
  };
}

/** `configureFailPoint: 'failCommand'`: how drivers are tried against errors that cannot be had otherwise. */
export const configureFailPoint: Command = {
  fields: ['mode', 'data'],
  run({ body, failPoint }) {
    if (body.configureFailPoint !== 'failCommand') throw notImplemented('this fail point');
    const { mode, data } = body;
    failPoint.current = mode === 'off' ? null : failCommandOf(mode, isDocument(data) ? data : {});
    return {};
  },
};

/** The failure that this command is to have, counted; null: none. */
export function takeFailure(failPoint: FailPoint, command: string): FailCommand | null {
  const { current } = failPoint;
  if (!current || current.timesLeft <= 0 || EXEMPT.has(command) || !current.commands.includes(command)) return null;
  current.timesLeft -= 1;
  return current;
}

/** The connection is to be closed without a word. */
export class ConnectionClosed extends Error {}

/** A reply in place of what the command would have answered; null: the command is run. @throws ConnectionClosed */
export function failedReply({ errorCode, errorLabels, closesConnection }: FailCommand): Document | null {
  if (closesConnection) throw new ConnectionClosed();
  if (errorCode === null) return null;
  const errmsg = "Failing command via 'failCommand' failpoint";
  return { ok: 0, errmsg, code: errorCode, ...(errorLabels.length > 0 && { errorLabels: [...errorLabels] }) };
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
