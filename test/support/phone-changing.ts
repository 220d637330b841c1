import { endpoints, type PhoneChangeRequest } from '@acceptance/shared';
import type { StoryPerson } from '../../scripts/story/people';
import { newClient } from './story-people';
import type { TestSystem } from './test-system';

let numbers = 0;
/** A mobile number that nobody has. */
export function freshPhone(): string {
  numbers += 1;
  return `177${String(numbers).padStart(8, '0')}`;
}

/** Asks for a code to a new number, a minute after whatever was before, and answers the one that arrived. */
export async function receiveNumberCode(system: TestSystem, newPhone: string): Promise<string> {
  system.clock.advance(61_000);
  await newClient(system).call(endpoints.phoneChanges.requestNumberCode, { body: { newPhone } });
  return system.standIns.tencentCloud.sms(newPhone)[0]!.code!;
}

/** Asks for another number of a verified person, as somebody who is not signed in. */
export async function requestPhoneChange(
  system: TestSystem,
  person: StoryPerson,
  newPhone: string,
  change: Partial<PhoneChangeRequest> = {},
) {
  const body: PhoneChangeRequest = {
    oldPhone: person.phone,
    newPhone,
    code: change.code ?? (await receiveNumberCode(system, newPhone)),
    name: person.name,
    idNumber: person.idNumber,
    reason: 'stopped',
    ...change,
  };
  return newClient(system).call(endpoints.phoneChanges.requestChange, { body });
}
