import { type Git, readHistory } from './read-history';

const gitWith =
  (answers: Record<string, string>): Git =>
  (args) => {
    const answer = answers[args.join(' ')];
    if (answer === undefined) {
      throw new Error(`git ${args.join(' ')} failed`);
    }
    return answer;
  };

describe('the history of an upload', () => {
  it('goes back to the last tag', () => {
    const git = gitWith({
      'describe --tags --abbrev=0': 'v0.1.0\n',
      'rev-parse --short HEAD': '9ad89fb\n',
      'status --porcelain': '',
      'log --format=%s v0.1.0..HEAD': 'feat: two\nfix: one\n',
    });
    expect(readHistory(git)).toEqual({
      commit: '9ad89fb',
      dirty: false,
      lastTag: 'v0.1.0',
      changes: ['feat: two', 'fix: one'],
    });
  });

  it('goes back to the beginning without a tag, and sees changed files', () => {
    const git = gitWith({
      'rev-parse --short HEAD': '9ad89fb\n',
      'status --porcelain': ' M README.md\n?? new.ts\n',
      'log --format=%s': 'build: first\n',
    });
    expect(readHistory(git)).toEqual({ commit: '9ad89fb', dirty: true, lastTag: null, changes: ['build: first'] });
  });
});
