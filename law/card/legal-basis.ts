import type { Citation } from '../decision/citation.ts';
import type { Decision } from '../decision/decision.ts';
import {
  factorsCitation,
  layoutCitation,
  ordinanceCitation,
  ordinanceOrderCitation,
  verifierCitation,
} from './citations.ts';

/** How a card is used: an application on the card, the certificate for user authentication, or the number of the chip. */
export const cardRoutes = ['cardApplication', 'certificate', 'chipNumber'] as const;
export type CardRoute = (typeof cardRoutes)[number];

/** What the municipality has done. */
export type Preparations = {
  /** A 条例 names the business (番号法18条2号). */
  readonly ordinance: boolean;
  /** The 届出 to J-LIS as 利用者証明検証者 is accepted. */
  readonly notified: boolean;
};

export type RouteBasis = {
  readonly may: boolean;
  /** What is missing before it may be switched on. */
  readonly missing: readonly ('ordinance' | 'notification')[];
  /** The number of the chip can be copied: an attendance mark, no authentication. */
  readonly authenticates: boolean;
};
/** ordinanceNeeded, ordinanceThere, ordinanceNotNeeded, notificationNeeded, notificationThere, chipNumberOnly: no figures */
export type RouteStepName =
  | 'ordinanceNeeded'
  | 'ordinanceThere'
  | 'ordinanceNotNeeded'
  | 'notificationNeeded'
  | 'notificationThere'
  | 'chipNumberOnly';

type Steps = Decision<RouteBasis, RouteStepName>['steps'][number];
const say = (says: RouteStepName, citation: Citation): Steps => ({ says, figures: {}, citation });

/** Whether a municipality may use cards by a route, and what is missing (番号法18条2号, 施行令18条2項2号, 公的個人認証法36条1項). */
export function judgeRoute(route: CardRoute, done: Preparations): Decision<RouteBasis, RouteStepName> {
  switch (route) {
    case 'cardApplication':
      return {
        outcome: { may: done.ordinance, missing: done.ordinance ? [] : ['ordinance'], authenticates: true },
        steps: [
          say('ordinanceNeeded', ordinanceCitation),
          ...(done.ordinance ? [say('ordinanceThere', ordinanceOrderCitation)] : []),
        ],
      };
    case 'certificate':
      return {
        outcome: {
          may: done.notified,
          missing: done.notified ? [] : ['notification'],
          authenticates: done.notified,
        },
        steps: [
          say('ordinanceNotNeeded', factorsCitation),
          say(done.notified ? 'notificationThere' : 'notificationNeeded', verifierCitation),
        ],
      };
    case 'chipNumber':
      return {
        outcome: { may: true, missing: [], authenticates: false },
        steps: [say('chipNumberOnly', layoutCitation)],
      };
  }
}

/** 知識・所持・存在. */
export const factorKinds = ['knowledge', 'possession', 'existence'] as const;
export type FactorKind = (typeof factorKinds)[number];
/** マイナンバー利用事務系 / LGWAN接続系 / インターネット接続系. */
export const networkClasses = ['myNumber', 'lgwan', 'internet'] as const;
export type NetworkClass = (typeof networkClasses)[number];

/** Two kinds or more, whatever their number: two passwords are one kind. */
export const isMultiFactor = (factors: readonly FactorKind[]): boolean => new Set(factors).size >= 2;

/** Whether someone with these factors may enter a system of a class: マイナンバー利用事務系 demands several kinds. */
export function mayEnter(network: NetworkClass, factors: readonly FactorKind[]): boolean {
  return factors.length > 0 && (network !== 'myNumber' || isMultiFactor(factors));
}
