/** Answers the output of git for these arguments; throws when git fails. */
export type Git = (args: readonly string[]) => string;

export interface History {
  /** Short hash. */
  readonly commit: string;
  /** Files are changed or not known to git. */
  readonly dirty: boolean;
  /** Null before the first tag. */
  readonly lastTag: string | null;
  /** Subjects since the last tag, or of all commits before the first one; newest first. */
  readonly changes: readonly string[];
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

function lastTagOf(git: Git): string | null {
  try {
    return git(['describe', '--tags', '--abbrev=0']).trim();
  } catch {
    return null;
  }
}

/** What the repository says about the version that is uploaded. */
export function readHistory(git: Git): History {
  const lastTag = lastTagOf(git);
  const range = lastTag ? [`${lastTag}..HEAD`] : [];
  return {
    commit: git(['rev-parse', '--short', 'HEAD']).trim(),
    dirty: lines(git(['status', '--porcelain'])).length > 0,
    lastTag,
    changes: lines(git(['log', '--format=%s', ...range])),
  };
}
