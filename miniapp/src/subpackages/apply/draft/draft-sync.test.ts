import type { ApplicationFormDraft } from '@acceptance/shared';
import {
  beginSync,
  changesToSend,
  conflictsOf,
  type DraftSync,
  decide,
  isSettled,
  noteSent,
  takeSaved,
  takeStored,
} from './draft-sync';

const FORM: ApplicationFormDraft = { email: 'old@example.cn', address: '新华大街 1 号' };
const order = (form: ApplicationFormDraft, revision: number) => ({ form, revision });
const begun = () => beginSync(order(FORM, 1), null);
const type = (sync: DraftSync, typed: ApplicationFormDraft): DraftSync => ({
  ...sync,
  local: { ...sync.local, ...typed },
});
const MINE = { email: 'mine@example.cn' };
const THEIRS = { ...FORM, email: 'theirs@example.cn' };

describe('what is sent', () => {
  it('is what was changed, with what stood there before', () => {
    expect(changesToSend(begun())).toBeNull();
    expect(changesToSend(type(begun(), MINE))).toEqual({ base: { email: FORM.email }, draft: MINE });
  });

  it('is the whole region when a part of it was changed', () => {
    const delivery = { province: '示例省', city: '示例市', district: '演示区' };
    const sync = type(beginSync(order({ delivery }, 1), null), { delivery: { ...delivery, district: '别的区' } });
    expect(changesToSend(sync)).toEqual({
      base: { delivery },
      draft: { delivery: { ...delivery, district: '别的区' } },
    });
  });

  it('is nothing of what has still to be chosen, but all the rest', () => {
    const sync = takeStored(type(begun(), { ...MINE, address: '新华大街 2 号' }), order(THEIRS, 2));
    expect(changesToSend(sync)).toEqual({ base: { address: FORM.address }, draft: { address: '新华大街 2 号' } });
  });
});

describe('what is stored meanwhile', () => {
  it('is taken over where nothing was typed here', () => {
    const sync = takeStored(type(begun(), MINE), order({ ...FORM, address: '别处 3 号' }, 2));
    expect(sync.local).toEqual({ ...MINE, address: '别处 3 号' });
    expect(conflictsOf(sync)).toEqual([]);
  });

  it('says nothing when a newer answer was here before it', () => {
    const sync = takeStored(begun(), order(THEIRS, 3));
    expect(takeStored(sync, order(FORM, 2))).toEqual(sync);
  });

  it('is what was sent from here without an answer: nobody else typed it', () => {
    const sent = noteSent(type(begun(), MINE), { base: { email: FORM.email }, draft: MINE });
    const sync = takeStored(type(sent, { email: 'mine-longer@example.cn' }), order({ ...FORM, ...MINE }, 2));
    expect(conflictsOf(sync)).toEqual([]);
    expect(changesToSend(sync)).toEqual({ base: MINE, draft: { email: 'mine-longer@example.cn' } });
  });

  it('is not taken for ours because something else was sent', () => {
    const sent = noteSent(type(begun(), MINE), {
      base: { address: FORM.address },
      draft: { address: '新华大街 2 号' },
    });
    expect(conflictsOf(takeStored(sent, order({ ...FORM, email: '' }, 2)))).toHaveLength(1);
  });
});

describe('a choice between both', () => {
  const sync = () => takeStored(type(begun(), MINE), order(THEIRS, 2));

  it('shows what stands here and there, and goes on showing what was typed here', () => {
    expect(conflictsOf(sync())).toEqual([{ part: ['email'], mine: MINE, theirs: { email: THEIRS.email } }]);
    expect(sync().local.email).toBe(MINE.email);
    expect(isSettled(sync())).toBe(false);
  });

  it('for this one saves it over the other, which it has seen', () => {
    const decided = decide(sync(), conflictsOf(sync())[0]!, 'mine');
    expect(conflictsOf(decided)).toEqual([]);
    expect(changesToSend(decided)).toEqual({ base: { email: THEIRS.email }, draft: MINE });
  });

  it('for the other one leaves nothing to save', () => {
    const decided = decide(sync(), conflictsOf(sync())[0]!, 'theirs');
    expect(decided.local).toEqual(THEIRS);
    expect(isSettled(decided)).toBe(true);
    expect(changesToSend(decided)).toBeNull();
  });

  it('is asked for again when the other one is changed once more', () => {
    const decided = decide(sync(), conflictsOf(sync())[0]!, 'mine');
    const again = takeStored(decided, order({ ...FORM, email: 'third@example.cn' }, 3));
    expect(conflictsOf(again)).toEqual([{ part: ['email'], mine: MINE, theirs: { email: 'third@example.cn' } }]);
  });

  it('is found again in what was kept on the phone', () => {
    const { base, local } = sync();
    const reopened = beginSync(order(THEIRS, 2), { base, draft: local });
    expect(conflictsOf(reopened)).toEqual(conflictsOf(sync()));
  });
});

describe('a save', () => {
  it('settles what was sent and leaves what was typed since', () => {
    const typed = type(begun(), MINE);
    const changes = changesToSend(typed)!;
    const typedOn = type(noteSent(typed, changes), { address: '新华大街 2 号' });
    const saved = takeSaved(typedOn, changes, order({ ...FORM, ...MINE }, 2));
    expect(changesToSend(saved)).toEqual({ base: { address: FORM.address }, draft: { address: '新华大街 2 号' } });
    expect(saved.sent).toEqual([]);
  });

  it('gives up what the server keeps as it was signed, and does not send it for ever', () => {
    const typed = type(begun(), MINE);
    const changes = changesToSend(typed)!;
    const saved = takeSaved(noteSent(typed, changes), changes, order(FORM, 2));
    expect(saved.local).toEqual(FORM);
    expect(changesToSend(saved)).toBeNull();
  });
});
