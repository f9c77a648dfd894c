/** One polite live region stands in the shell; this is how a page speaks through it. */
let region: HTMLElement | null = null;

export const keepRegion = (element: HTMLElement | null): void => {
  region = element;
};

/** Reads a sentence out without moving the focus. The same sentence twice is read twice. */
export function announce(sentence: string): void {
  if (region === null) return;
  region.textContent = region.textContent === sentence ? `${sentence} ` : sentence;
}
