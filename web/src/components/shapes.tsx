import type { Shape } from '../wording/words.ts';

/** The eight shapes of states, drawn on a field of 20. They speak through the word beside them. */
export function ShapeMark({ shape, size = 16 }: { readonly shape: Shape; readonly size?: number }) {
  if (shape === 'none') return null;
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" className="shrink-0">
      {marks[shape]}
    </svg>
  );
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const;

const marks: Readonly<Record<Exclude<Shape, 'none'>, React.ReactNode>> = {
  octagon: (
    <>
      <path d="M6 1h8l5 5v8l-5 5H6l-5-5V6z" fill="currentColor" />
      <path d="M6.5 6.5l7 7m0-7l-7 7" stroke="#fff" strokeWidth="2.2" />
    </>
  ),
  diamond: <path d="M10 1l9 9-9 9-9-9z" fill="currentColor" />,
  warning: (
    <>
      <path d="M10 1.5L19.5 18.5H.5z" fill="currentColor" />
      <path d="M10 7v6m0 1.6v2" stroke="#fff" strokeWidth="2.2" />
    </>
  ),
  triangle: <path d="M10 3l8 14H2z" {...line} />,
  circle: <circle cx="10" cy="10" r="7.5" {...line} />,
  question: (
    <text x="10" y="16" textAnchor="middle" fontSize="17" fontWeight="700" fill="currentColor">
      ?
    </text>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="8" {...line} />
      <path d="M10 5v5.5h4" {...line} />
    </>
  ),
  check: <path d="M3 10.5l5 5L17.5 5" {...line} strokeWidth="2.6" />,
};
