import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';

export interface Load<Data> {
  /** What was loaded last; stays while reloading and when reloading fails. */
  readonly data: Data | null;
  readonly loading: boolean;
  readonly problem: Problem | null;
  readonly reload: () => Promise<void>;
  /** Puts in newer data that an action answered with. */
  readonly setData: (data: Data) => void;
}

interface LoadOptions {
  /** Loads again when the page is shown again after another page; default true. */
  readonly onShow?: boolean;
}

/** Loads data of a page. `key` names what is loaded (an id, a filter): when it changes, the old data is dropped. */
export function useLoad<Data>(load: () => Promise<Data>, key: string, { onShow = true }: LoadOptions = {}): Load<Data> {
  const [data, setData] = useState<Data | null>(null);
  const [loading, setLoading] = useState(true);
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef(load);
  latest.current = load;
  const run = useRef(0);
  const loadedKey = useRef<string | null>(null);

  const reload = useCallback(async () => {
    run.current += 1;
    const mine = run.current;
    const isLatest = () => run.current === mine;
    setLoading(true);
    try {
      const loaded = await latest.current();
      if (isLatest()) {
        setData(loaded);
        setProblem(null);
      }
    } catch (error) {
      if (isLatest()) {
        setProblem(problemOf(error));
      }
    } finally {
      if (isLatest()) {
        setLoading(false);
      }
    }
  }, []);

  useEffect(() => {
    if (loadedKey.current !== null && loadedKey.current !== key) {
      setData(null);
    }
    loadedKey.current = key;
    void reload();
    return () => {
      // An answer that comes after leaving must not overwrite the next one's.
      run.current += 1;
    };
  }, [key, reload]);

  const shownBefore = useRef(false);
  useDidShow(() => {
    // The first showing coincides with mounting, which has loaded already.
    if (shownBefore.current && onShow) {
      void reload();
    }
    shownBefore.current = true;
  });

  const replace = useCallback((newer: Data) => {
    run.current += 1;
    setData(newer);
    setProblem(null);
    setLoading(false);
  }, []);

  return { data, loading, problem, reload, setData: replace };
}
