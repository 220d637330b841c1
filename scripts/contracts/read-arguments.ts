/** What the command line says; files are not read yet. */
export interface VerifyArguments {
  readonly file: string;
  readonly anchors: readonly string[];
  readonly timestampAnchors: readonly string[];
  /** Absent: at the time that the file proves or claims. */
  readonly at?: Date;
}

export const USAGE =
  'npm run contract:verify -- file.pdf --anchor signer.pem [--anchor past.pem]… [--tsa-anchor tsa.pem]… [--at 2026-11-23T02:00:00Z]';

/** Null for what is not understood. */
export function readArguments(given: readonly string[]): VerifyArguments | null {
  const files: string[] = [];
  const values: Record<'--anchor' | '--tsa-anchor' | '--at', string[]> = {
    '--anchor': [],
    '--tsa-anchor': [],
    '--at': [],
  };
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] ?? '';
    if (word === '--anchor' || word === '--tsa-anchor' || word === '--at') {
      const value = given[index + 1];
      if (!value || value.startsWith('--')) return null;
      values[word].push(value);
      index += 1;
    } else if (word.startsWith('-')) {
      return null;
    } else {
      files.push(word);
    }
  }
  const [file, surplus] = files;
  const [moment, another] = values['--at'];
  const at = moment === undefined ? undefined : new Date(moment);
  const isUsable =
    file !== undefined && surplus === undefined && another === undefined && values['--anchor'].length > 0;
  if (!isUsable || (at && Number.isNaN(at.getTime()))) return null;
  return { file, anchors: values['--anchor'], timestampAnchors: values['--tsa-anchor'], ...(at && { at }) };
}
