import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width of an element in pixels, kept up to date, so that drawings keep the size of their letters. */
export function useWidth(element: RefObject<HTMLElement | null>, first = 640): number {
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const watcher = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    watcher.observe(watched);
    return () => watcher.disconnect();
  }, [element]);
  return width;
}
