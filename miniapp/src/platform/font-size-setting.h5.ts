/** Whether the person has asked for larger letters in the surroundings; a browser enlarges by itself. */
export const prefersLargeType = (): boolean => false;
