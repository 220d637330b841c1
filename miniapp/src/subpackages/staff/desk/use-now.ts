import { useEffect, useState } from 'react';

/** The time, renewed every `intervalMs`, for words such as 还剩 25 分钟. */
export function useNow(intervalMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
  return now;
}
