import type { JsonObject } from '../serving/json-object';

/** The caller of the console's API asked for something that cannot be. */
export class ConsoleRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ConsoleRefusal';
  }
}

const refuse = (message: string): ConsoleRefusal => new ConsoleRefusal(400, 'BAD_REQUEST', message);

export function optionalText(input: JsonObject, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw refuse(`${name} must be text`);
  return value;
}

export function requiredText(input: JsonObject, name: string): string {
  const value = optionalText(input, name);
  if (value === undefined) throw refuse(`${name} is missing`);
  return value;
}

export function optionalNumber(input: JsonObject, name: string): number | undefined {
  const value = input[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'number') throw refuse(`${name} must be a number`);
  return value;
}

export function oneOf<T extends string>(value: string, allowed: readonly T[], name: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw refuse(`${name} must be one of ${allowed.join(', ')}`);
  return found;
}
