/** CSS pixels from which the desk shows queue and order side by side. */
export const WIDE_FROM_PX = 1024;
