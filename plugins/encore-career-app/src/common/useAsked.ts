import { useCallback, useEffect, useState } from 'react';

import { reasonOf } from './reasonOf';

export interface Asked<T> {
  /** The last answer; it stays while the source is asked again. */
  value?: T;
  /** Why the last question failed. */
  reason?: string;
  asking: boolean;
  /** Asks once more. */
  again: () => void;
}

interface Got<T> {
  key: string;
  value?: T;
  reason?: string;
  asking: boolean;
}

/**
 * What an asynchronous source gives, asked again when `key` changes or `again` is called.
 * @param ask must mean the same as long as `key` is the same
 */
export function useAsked<T>(key: string, ask: () => Promise<T>): Asked<T> {
  const [got, setGot] = useState<Got<T>>({ key, asking: true });
  const [round, setRound] = useState(0);

  useEffect(() => {
    let wanted = true;
    const keep = (next: Partial<Got<T>>) =>
      wanted && setGot((last) => ({ key, value: last.key === key ? last.value : undefined, asking: false, ...next }));
    keep({ asking: true });
    ask().then(
      (value) => keep({ value }),
      (error: unknown) => keep({ reason: reasonOf(error) })
    );
    return () => {
      wanted = false;
    };
    // `ask` is a new function on every render; `key` says when it means something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, round]);

  const again = useCallback(() => setRound((last) => last + 1), []);
  const { value, reason, asking } = got.key === key ? got : { asking: true };
  return { value, reason, asking, again };
}
