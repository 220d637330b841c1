/** Phones have no Tab key. */
export const FOCUSABLE = {};

export const startKeyboardActivation = (): void => undefined;
