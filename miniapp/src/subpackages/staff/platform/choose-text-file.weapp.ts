/** The desk's steps that need a file are done on a PC. */
export const chooseTextFile = async (_extensions: string, _maxBytes: number): Promise<string | null> => null;
