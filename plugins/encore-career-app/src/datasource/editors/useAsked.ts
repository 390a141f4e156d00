import { useEffect, useState } from 'react';

export type Asked<T> = { state: 'asking' } | { state: 'here'; value: T } | { state: 'failed'; reason: string };

/**
 * What an asynchronous source gave, asked again when `key` changes.
 * @param ask must mean the same as long as `key` is the same
 */
export function useAsked<T>(key: string, ask: () => Promise<T>): Asked<T> {
  const [got, setGot] = useState<{ key: string; asked: Asked<T> }>();

  useEffect(() => {
    let wanted = true;
    const keep = (asked: Asked<T>) => wanted && setGot({ key, asked });
    ask().then(
      (value) => keep({ state: 'here', value }),
      (error: unknown) => keep({ state: 'failed', reason: reasonOf(error) })
    );
    return () => {
      wanted = false;
    };
    // `ask` is a new function on every render; `key` says when it means something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  return got?.key === key ? got.asked : { state: 'asking' };
}

/** The sentence in a failed fetch of Grafana's, or in an ordinary error. */
function reasonOf(error: unknown): string {
  const failed = error as { data?: { message?: string }; message?: string; statusText?: string };
  return failed?.data?.message ?? failed?.message ?? failed?.statusText ?? String(error);
}
