import { roundHalfUp } from '@tokimori/law/overtime/forecast';
import type { Minutes } from '@tokimori/law/time/minutes';
import { hm } from './format.ts';

/** What a forecast rests on. Minutes, and days of work. */
export type Basis = {
  readonly soFar: Minutes;
  readonly judgedMinutes: Minutes;
  readonly judgedDays: number;
  readonly daysLeft: number;
  readonly orderedAhead: Minutes;
};

/**
 * The sum of a forecast in words whose figures add up: nothing is rounded before its end.
 * 「見込み = いままでの 11:35 + 11:35 ÷ 平日14日 × 残り5日(4:08)」; where more is ordered than that, the orders.
 */
export function forecastSum({ soFar, judgedMinutes, judgedDays, daysLeft, orderedAhead }: Basis): string {
  const beginning = `見込み = いままでの ${hm(soFar)}`;
  const toCome = judgedDays === 0 ? 0 : roundHalfUp(judgedMinutes * daysLeft, judgedDays);
  if (orderedAhead > toCome) return `${beginning} + 先の日の命令 ${hm(orderedAhead)}`;
  if (judgedDays === 0 || daysLeft === 0) return beginning;
  return `${beginning} + ${hm(judgedMinutes)} ÷ 平日${judgedDays}日 × 残り${daysLeft}日(${hm(toCome)})`;
}
