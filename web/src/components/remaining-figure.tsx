import { hm } from '@tokimori/wording/format';

const sizes = {
  large: 'text-[2.75rem] leading-120',
  medium: 'text-[1.625rem] leading-130',
  small: 'text-[1.125rem] leading-140',
} as const;

/** 「あと 4:20」 or 「0:40 超過」. Minutes; null where it cannot be judged. Never a negative figure. */
export function RemainingFigure({
  minutes,
  size = 'large',
}: {
  readonly minutes: number | null;
  readonly size?: keyof typeof sizes;
}) {
  const style = `font-700 whitespace-nowrap ${sizes[size]}`;
  if (minutes === null) return <span className={style}>判定できない</span>;
  return <span className={style}>{minutes < 0 ? `${hm(-minutes)} 超過` : `あと ${hm(minutes)}`}</span>;
}
