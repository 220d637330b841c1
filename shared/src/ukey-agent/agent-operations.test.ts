import { UKEY_AGENT_ERRORS, UkeyAgentError, type UkeyAgentErrorCode, ukeyAgentErrorFromBody } from './agent-errors';
import { ANSWERED_BY_ALL, ukeyAgentOperations } from './agent-operations';

const codes = Object.keys(UKEY_AGENT_ERRORS) as UkeyAgentErrorCode[];
const placeholdersOf = (code: UkeyAgentErrorCode): string[] =>
  [...`${UKEY_AGENT_ERRORS[code].message}${UKEY_AGENT_ERRORS[code].next}`.matchAll(/\{([^}]*)\}/g)].map(
    ([, name]) => name!,
  );

describe('operations of the agent', () => {
  it('have paths of their own', () => {
    const paths = Object.values(ukeyAgentOperations).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => !/^\/v1(?:\/[a-z-]+)+$/.test(path))).toEqual([]);
  });

  it('declare every code once, and all codes together', () => {
    for (const { errors } of Object.values(ukeyAgentOperations)) {
      expect(new Set<string>(errors).size).toBe(errors.length);
      expect(errors.filter((code) => ANSWERED_BY_ALL.includes(code))).toEqual([]);
    }
    const declared = new Set([
      ...ANSWERED_BY_ALL,
      ...Object.values(ukeyAgentOperations).flatMap(({ errors }) => errors),
    ]);
    expect([...declared].sort()).toEqual([...codes].sort());
  });

  it('are all paired but the pairing', () => {
    const open = Object.entries(ukeyAgentOperations).filter(([, { paired }]) => !paired);
    expect(open.map(([name]) => name)).toEqual(['beginPairing', 'completePairing']);
  });
});

describe('errors of the agent', () => {
  it.each(codes)('%s says in Chinese what happened and what to do, and arrives as it was sent', (code) => {
    const details = Object.fromEntries(placeholdersOf(code).map((name) => [name, `<${name}>`]));
    const sent = new UkeyAgentError(code, details);
    expect(sent.userMessage).toMatch(/\p{Script=Han}/u);
    expect(sent.next).toMatch(/\p{Script=Han}/u);
    expect(sent.userMessage + sent.next).not.toMatch(/[{}]/);
    const arrived = ukeyAgentErrorFromBody(JSON.parse(JSON.stringify(sent.toBody())));
    expect(arrived).toMatchObject({ code, status: sent.status, userMessage: sent.userMessage, next: sent.next });
  });

  it('keep their cause to themselves', () => {
    const error = new UkeyAgentError('ukey.failed', undefined, new Error('PIN 12345678'));
    expect(JSON.stringify(error.toBody())).not.toContain('12345678');
  });

  it.each([
    ['nothing', undefined],
    ['another program', '<html>'],
    ['an unknown code', { error: { code: 'ukey.exploded' } }],
  ])('are not made up from %s', (_, body) => {
    expect(ukeyAgentErrorFromBody(body)).toBeNull();
  });
});
