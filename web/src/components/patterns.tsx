/** Ids of the drawn patterns; they carry meaning in black and white, too. */
export const patterns = {
  exceptional: 'url(#pattern-exceptional)',
  ordered: 'url(#pattern-ordered)',
  requested: 'url(#pattern-requested)',
  over: 'url(#pattern-over)',
  discrepancy: 'url(#pattern-discrepancy)',
  holiday: 'url(#pattern-holiday)',
  running: 'url(#pattern-running)',
} as const;

type StripesProps = {
  readonly id: string;
  readonly ink: string;
  readonly ground?: string;
  readonly step?: number;
  readonly width?: number;
};

function Stripes({ id, ink, ground = '#fff', step = 6, width = 3 }: StripesProps) {
  return (
    <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={step} height={step} fill={ground} />
      <rect width={width} height={step} fill={ink} />
    </pattern>
  );
}

/** Stands once on the page (the shell draws it); every drawing refers to it. */
export function PatternDefinitions() {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false" className="absolute">
      <defs>
        <Stripes id="pattern-exceptional" ink="#5109ad" />
        <Stripes id="pattern-ordered" ink="#0017c1" step={7} width={3} />
        <Stripes id="pattern-discrepancy" ink="#8b3200" ground="#ffdfca" step={5} width={2.5} />
        <Stripes id="pattern-holiday" ink="#cccccc" step={6} width={1.5} />
        <Stripes id="pattern-running" ink="#333333" step={7} width={2} />
        <pattern id="pattern-over" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="#fff" />
          <path d="M0 0H6M0 0V6" stroke="#ce0000" strokeWidth="4" />
        </pattern>
        <pattern id="pattern-requested" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect width="7" height="7" fill="#fff" />
          <circle cx="3.5" cy="3.5" r="1.4" fill="#0017c1" />
        </pattern>
      </defs>
    </svg>
  );
}
