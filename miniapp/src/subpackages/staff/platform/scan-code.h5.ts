/** At a PC a scanner types into the field. */
export const scansCodes = false;

export const scanCode = async (): Promise<string | null> => null;
