import { endpoints } from '@acceptance/shared';
import { outcomeOf } from '../support/expect-error';
import { ownRefund } from '../support/refund-people';
import { nextPerson, paramsOf, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const SOFTWARE = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;
const EMAIL = 'zhang.wei@mail.example';
const WORDS = '家里有急事不办了';

/** What was sent to the BFF, and the ids of its answers. */
const sentTexts = new Set<string>();
const requestIds: string[] = [];

/** Anything that somebody typed or was given: not the words of forms (`card-front`, `true`). */
const tells = (text: string): boolean => /[^\x20-\x7e]|\d{6}|@|^.{24,}$/.test(text);

function gather(value: unknown): void {
  if (typeof value === 'string') {
    if (tells(value)) {
      sentTexts.add(value);
    }
  } else if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(gather);
  }
}

/** As it would stand in a log that somebody tried to hide it in, or did not think of it. */
function spellings(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  const escaped = [...text].map((c) => (c > '~' ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : c)).join('');
  // In the middle of something longer, base64 of it begins at one of three places; its ends depend on the neighbours.
  const inBase64 = [0, 1, 2].map((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return shifted.slice(shift === 0 ? 0 : 4, -2);
  });
  const all = [text, encodeURIComponent(text), escaped, bytes.toString('hex'), ...inBase64];
  return all.flatMap((spelling) => [spelling, spelling.replaceAll('+', '-').replaceAll('/', '_')]);
}

const found = (log: string, text: string): boolean =>
  spellings(text).some((spelling) => spelling.length >= 4 && log.includes(spelling));

const realFetch = globalThis.fetch;
beforeAll(() => {
  globalThis.fetch = async (input, init) => {
    const isOurs = String(input).startsWith(system().origin);
    if (isOurs && typeof init?.body === 'string') {
      gather(JSON.parse(init.body));
    }
    const answer = await realFetch(input, init);
    if (isOurs) {
      requestIds.push(answer.headers.get('x-request-id') ?? 'none');
    }
    return answer;
  };
});
afterAll(() => {
  globalThis.fetch = realFetch;
});

describe('the log of a whole story', () => {
  const people = [nextPerson(), nextPerson()];

  beforeAll(async () => {
    const [first, second] = people;
    const paid = await walkTo(system(), 'pay', { person: first! });
    await ownRefund(paid).ask({ reason: 'other', words: WORDS });
    await walkTo(system(), 'receive-certificate', { ...SOFTWARE, person: second! });
    // What fails is logged with more words than what goes well.
    await paid.applicant.call(endpoints.auth.requestEmailCode, { body: { email: EMAIL } });
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    await outcomeOf(paid.applicant.call(endpoints.auth.requestSmsCode, { body: { phone: '19912345678' } }));
    system().standIns.faults.reset();
    const { phone, name, idNumber } = first!;
    for (const path of [`/orders?phone=${phone}`, `/orders/${encodeURIComponent(name)}`, `/nothing/${idNumber}`]) {
      await fetch(`${system().origin}/api${path}`);
    }
    await outcomeOf(paid.applicant.call(endpoints.orders.readOrder, { params: paramsOf(paid) }));
    await system().settle();
  });

  it('has one line a request, with its id and nothing of its path', () => {
    const lines = system()
      .logText()
      .split('\n')
      .filter((line) => line.includes('"msg":"request"'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const ids = lines.map(({ requestId }) => requestId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(requestIds.length).toBeGreaterThan(40);
    expect(requestIds.filter((id) => ids.filter((logged) => logged === id).length !== 1)).toEqual([]);
    const fields = new Set(lines.flatMap(Object.keys));
    expect([...fields].filter((field) => /path|url|query|address|ip/i.test(field))).toEqual([]);
  });

  it('has nothing of what anybody typed, in no spelling', () => {
    const log = system().logText();
    const known = people.flatMap(({ phone, name, idNumber, unitName, unifiedSocialCreditCode }) => [
      phone,
      name,
      idNumber,
      unitName,
      unifiedSocialCreditCode,
    ]);
    const texts = new Set([...known, EMAIL, WORDS, ...sentTexts]);
    // The story really typed them.
    expect([...sentTexts]).toEqual(expect.arrayContaining([people[0]!.phone, people[0]!.idNumber, EMAIL, WORDS]));
    expect([...texts].filter((text) => found(log, text))).toEqual([]);
  });

  it('would be seen to have it', () => {
    const text = '张伟 19900000001';
    const hidden = [
      text,
      encodeURIComponent(text),
      Buffer.from(text).toString('base64'),
      Buffer.from(`x${text}y`).toString('base64'),
      Buffer.from(`xy${text}z`).toString('base64url'),
      Buffer.from(text).toString('hex'),
      '\\u5f20\\u4f1f 19900000001',
    ];
    expect(hidden.map((log) => found(log, text))).toEqual(hidden.map(() => true));
    expect(found('张三 19900000002', text)).toBe(false);
  });
});
