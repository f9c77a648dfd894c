import { type RefObject, useEffect, useRef } from 'react';

/**
 * Gives the focus to the heading of a list when the row that had it is gone, so that it does not fall back to the
 * beginning of the page. `count` is the number of rows. A reader whose focus is elsewhere keeps it.
 */
export function useFocusKept(count: number): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef<EventTarget | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent) => {
      last.current = event.target;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  const before = useRef(count);
  useEffect(() => {
    const fewer = count < before.current;
    before.current = count;
    const lost = last.current instanceof Node && !last.current.isConnected;
    if (fewer && lost && document.activeElement === document.body) heading.current?.focus();
  }, [count]);
  return heading;
}
