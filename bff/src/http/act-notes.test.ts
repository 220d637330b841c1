import { noteAct, noteDecision, openActNotes, rolesText } from './act-notes';

describe('notes of an act', () => {
  it('belong to the act in which they are made, also when it fails', async () => {
    const [one, other] = [openActNotes(), openActNotes()];
    const failing = one.during(async () => {
      noteAct({ revision: 3 });
      await Promise.resolve();
      noteAct({ settlement: 'refunded' });
      throw new Error('refused');
    });
    await Promise.all([
      expect(failing).rejects.toThrow('refused'),
      other.during(async () => noteDecision({ event: 'approve' }, 7)),
    ]);
    expect(one.notes).toEqual({ revision: 3, settlement: 'refunded' });
    expect(other.notes).toEqual({ revision: 7, contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('go nowhere outside of one', () => {
    expect(() => noteAct({ revision: 1 })).not.toThrow();
  });

  it('name roles by value', () => {
    expect([rolesText(['reviewer', 'finance']), rolesText([])]).toEqual(['reviewer+finance', '-']);
  });
});
