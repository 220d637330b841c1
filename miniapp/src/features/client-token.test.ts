import { clientTokenSchema } from '@acceptance/shared';
import * as v from 'valibot';
import { newClientToken } from './client-token';

describe('a client token', () => {
  it('has the shape that the server asks for, whatever chance gives', () => {
    const chances = [0, 0.5, 0.123456789, 0.999999999];
    const tokens = chances.map((chance) =>
      newClientToken(
        () => chance,
        () => 1_795_000_000_000,
      ),
    );
    expect(tokens.filter((token) => !v.is(clientTokenSchema, token))).toEqual([]);
  });

  it('differs between two intentions', () => {
    expect(newClientToken()).not.toBe(newClientToken());
  });
});
