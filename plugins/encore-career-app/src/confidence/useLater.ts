import { useEffect, useState } from 'react';

const DELAY = 250;

/** A value that follows once the first drawing is done, for work that no eye waits for. */
export function useLater<T>(value: T, before: T): T {
  const [later, setLater] = useState(before);
  useEffect(() => {
    const timer = setTimeout(() => setLater(() => value), DELAY);
    return () => clearTimeout(timer);
  }, [value]);
  return later;
}
