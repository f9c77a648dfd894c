import type { Decision } from '../decision/decision.ts';
import type { EpochDay } from '../time/civil.ts';
import { revocationCitation } from './citations.ts';

/** 運用中 / 一時停止 / 廃止, from mildest to most severe. */
export const cardStatuses = ['inUse', 'suspended', 'abolished'] as const;
export type CardStatus = (typeof cardStatuses)[number];

/** What the daily file of 失効情報連携 said of a card, and on which day. */
export type StatusNews = { readonly on: EpochDay; readonly status: CardStatus };

export type CardFacts = {
  /** In any order. */
  readonly news: readonly StatusNews[];
  /** The provider's own stop: at once, until the provider itself lifts it. Null = none. */
  readonly stopped: CardStatus | null;
};

export type CardUse = {
  readonly status: CardStatus;
  readonly may: boolean;
  /** Who stopped it. */
  readonly by: 'none' | 'file' | 'provider' | 'both';
};
/** statusByFile: on (words: status) · noNews · stoppedByProvider (words: status) · cardMayBeUsed · cardRefused (words: status) */
export type CardStatusStepName =
  | 'statusByFile'
  | 'noNews'
  | 'stoppedByProvider'
  | 'stopNotLifted'
  | 'cardMayBeUsed'
  | 'cardRefused';

/** Thrown when the file said two things of a card on one day. */
export class ContradictoryNews extends Error {
  override readonly name = 'ContradictoryNews';
}

const severity = (status: CardStatus): number => cardStatuses.indexOf(status);

function latest(news: readonly StatusNews[], on: EpochDay): StatusNews | null {
  let found: StatusNews | null = null;
  for (const each of news) {
    if (each.on > on) continue;
    if (found !== null && found.on === each.on && found.status !== each.status) {
      throw new ContradictoryNews(`two states on day ${each.on}`);
    }
    if (found === null || each.on > found.on) found = each;
  }
  return found;
}

/**
 * Whether a card may punch or open anything on a day (総行デ第41号 別紙3, 失効情報連携): the more severe of the latest file
 * and the provider's own stop. A later 運用中 of the file does not lift the provider's stop. 廃止 is for ever.
 * @throws ContradictoryNews
 */
export function judgeCard({ news, stopped }: CardFacts, on: EpochDay): Decision<CardUse, CardStatusStepName> {
  const citation = revocationCitation;
  const steps: Decision<CardUse, CardStatusStepName>['steps'][number][] = [];
  const abolished = news.find((each) => each.on <= on && each.status === 'abolished');
  const told = latest(news, on);
  const last = abolished ?? told;
  const byFile = last?.status ?? 'inUse';
  if (last === null) steps.push({ says: 'noNews', figures: {}, citation });
  else steps.push({ says: 'statusByFile', figures: { on: last.on }, words: { status: last.status }, citation });
  const own = stopped ?? 'inUse';
  if (own !== 'inUse') {
    steps.push({ says: 'stoppedByProvider', figures: {}, words: { status: own }, citation });
    if (byFile === 'inUse' && last !== null) steps.push({ says: 'stopNotLifted', figures: { on: last.on }, citation });
  }
  const status = severity(own) > severity(byFile) ? own : byFile;
  const may = status === 'inUse';
  steps.push({ says: may ? 'cardMayBeUsed' : 'cardRefused', figures: {}, words: { status }, citation });
  const stops = { file: byFile !== 'inUse', provider: own !== 'inUse' };
  const by = stops.file ? (stops.provider ? 'both' : 'file') : stops.provider ? 'provider' : 'none';
  return { outcome: { status, may, by }, steps };
}
