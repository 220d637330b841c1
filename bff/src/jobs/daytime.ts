const hourInBeijing = (now: Date): number => (now.getUTCHours() + 8) % 24;

/** 08:00 to 20:00 in Beijing: nobody is woken by a message that can wait. */
export const isDaytime = (now: Date): boolean => hourInBeijing(now) >= 8 && hourInBeijing(now) < 20;
