import { type RefObject, useEffect, useRef } from 'react';

/**
 * What closes an open card: Escape, wherever the focus is, and a press outside it.
 * @param card the card itself
 * @param home what opened it; a press there is the chart's own affair
 */
export function useDismiss(
  card: RefObject<HTMLElement | null>,
  home: HTMLElement,
  open: boolean,
  actions: { onEscape(): void; onOutside(): void }
): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const ended = new AbortController();
    const { signal } = ended;
    // Taken before anybody else: the page has an Escape of its own, which would leave the panel's view.
    const onKeyDown = (e: KeyboardEvent) => {
      if (e.key === 'Escape') {
        e.stopPropagation();
        latest.current.onEscape();
      }
    };
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !card.current?.contains(target) && !home.contains(target)) {
        latest.current.onOutside();
      }
    };
    document.addEventListener('keydown', onKeyDown, { capture: true, signal });
    document.addEventListener('pointerdown', onPress, { signal });
    return () => ended.abort();
  }, [card, home, open]);
}
