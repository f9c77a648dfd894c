import type { Minutes } from '@tokimori/law/time/minutes';
import { halfWidth } from './read.ts';

/** Reads a length: 30:00, 30, 30時間, 7:45, 7時間45分. Minutes; undefined for anything else. */
export function readHours(text: string): Minutes | undefined {
  const plain = halfWidth(text).replace('時間', ':').replace('分', '').replace(/:$/, '');
  const match = /^(\d{1,3})(?::(\d{1,2}))?$/.exec(plain);
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return minute < 60 ? hour * 60 + minute : undefined;
}
