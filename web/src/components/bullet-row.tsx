import { hm } from '@tokimori/wording/format';

type BulletProps = {
  readonly name: string;
  /** Minutes: bar, tick (last month) and diamond (last year). */
  readonly now: number;
  readonly previous: number | null;
  readonly lastYear: number | null;
  /** End of the axis shared by all rows. */
  readonly scale: number;
};

/** Bar now, tick last month, ◇ last year, on one axis for all rows; the row holds the figures. */
export function BulletRow({ name, now, previous, lastYear, scale }: BulletProps) {
  const x = (minutes: number) => Math.min(100, (minutes / scale) * 100);
  const sentence = [
    `${name} ${hm(now)}`,
    previous === null ? '' : `前の月 ${hm(previous)}`,
    lastYear === null ? '' : `前の年 ${hm(lastYear)}`,
  ]
    .filter(Boolean)
    .join('、');
  return (
    <svg
      className="drawing block overflow-visible bg-transparent"
      width="100%"
      height="24"
      role="img"
      aria-label={`${sentence}。`}
    >
      {[0, 20, 40, 60, 80, 100].map((at) => (
        <line key={at} x1={`${at}%`} x2={`${at}%`} y1="0" y2="24" stroke="#e6e6e6" />
      ))}
      <rect x="0" y="7" height="10" width={`${x(now)}%`} fill="#0017c1" />
      {previous !== null && (
        <line x1={`${x(previous)}%`} x2={`${x(previous)}%`} y1="3" y2="21" stroke="#000" strokeWidth="3" />
      )}
      {lastYear !== null && (
        <svg x={`${x(lastYear)}%`} y="12" overflow="visible" aria-hidden="true">
          <path d="M0-6L6 0 0 6-6 0z" fill="#fff" stroke="#333" strokeWidth="2" />
        </svg>
      )}
    </svg>
  );
}

/** Axis printed in the header of the column; hours. */
export function BulletAxis({ scale }: { readonly scale: number }) {
  return (
    <div className="relative h-5 font-400 wide:min-w-40 text-[0.8125rem]" aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((fifth) => (
        <span
          key={fifth}
          className={`absolute whitespace-nowrap ${fifth === 0 ? '' : fifth === 5 ? '-translate-x-full' : '-translate-x-1/2'}`}
          style={{ left: `${fifth * 20}%` }}
        >
          {Math.round((scale / 60 / 5) * fifth)}
        </span>
      ))}
    </div>
  );
}

/** End of a shared axis: the next multiple of five hours above every figure, in minutes. */
export function bulletScale(figures: readonly number[]): number {
  return Math.max(5, Math.ceil(Math.max(0, ...figures) / 300) * 5) * 60;
}
