import { defineEndpoint } from '@acceptance/shared';
import * as v from 'valibot';
import type { ReadAccessToken } from './authenticate';
import type { Handler } from './bind-endpoint';
import type { JoinedRead, ReadAlongside } from './read-alongside';
import { useServedEndpoint } from './testing/served-endpoint';

const { serve } = useServedEndpoint();

describe('what is read with the check of the caller', () => {
  const endpoint = defineEndpoint({
    id: 'test.read',
    method: 'POST',
    path: '/act/:id',
    summary: '试',
    errors: [],
    idempotent: true,
    access: 'applicant',
    params: v.object({ id: v.pipe(v.string(), v.regex(/^\d+$/, '只填数字')) }),
    response: v.object({ words: v.array(v.string()) }),
  });
  const token = { authorization: 'Bearer a.b.c' };
  const actor = { kind: 'applicant', id: 'a1', sessionId: 's1', identityVerified: true } as const;
  const words: Handler<typeof endpoint, { word: string }> = async (_call, _context, found) => ({
    words: found.map(({ word }) => word),
  });
  const reader = () => {
    const asked: (JoinedRead | null | undefined)[] = [];
    const readAccessToken: ReadAccessToken = async (_token, _now, alongside) => {
      asked.push(alongside?.('a1'));
      return { actor, found: [{ word: 'one' }, { word: 'two' }] };
    };
    return { asked, readAccessToken };
  };
  const ofCaller: ReadAlongside<typeof endpoint> = ({ params }, callerId) => ({
    from: 'words',
    pipeline: [{ $match: { _id: params.id, owner: callerId } }],
  });

  it('is asked for by the parsed input and the caller, and given to the handler', async () => {
    const { asked, readAccessToken } = reader();
    const { call } = await serve(endpoint, words, { readAccessToken }, ofCaller);
    expect(await call({}, '/act/7', token)).toMatchObject({ status: 200, body: { words: ['one', 'two'] } });
    expect(asked).toEqual([{ from: 'words', pipeline: [{ $match: { _id: '7', owner: 'a1' } }] }]);
  });

  it('is nothing for input that is refused when its turn comes: after the caller', async () => {
    const { asked, readAccessToken } = reader();
    const { call } = await serve(endpoint, words, { readAccessToken }, ofCaller);
    expect(await call({}, '/act/seven')).toMatchObject({ status: 401, body: { error: { code: 'auth.required' } } });
    expect(asked).toEqual([]);
    expect(await call({}, '/act/seven', token)).toMatchObject({ status: 422 });
    expect(asked).toEqual([undefined]);
  });

  it('is no part of what staff or everybody may call: nobody would read it', async () => {
    const ofStaff = { ...endpoint, access: { staff: ['reviewer'] } } as unknown as typeof endpoint;
    await expect(serve(ofStaff, words, {}, ofCaller)).rejects.toThrow('only what applicants call');
    await expect(serve({ ...endpoint, access: 'public' }, words, {}, ofCaller)).rejects.toThrow('test.read');
  });
});
