import { partialChildcareCitations as cites } from '../citations.ts';
import type { Finding } from './eligibility.ts';
import type { EndingEvent } from './types.ts';

/** Events after which someone asks whether a 変更届 is due: endings, a change of type, a revocation on request. */
export type NoticeEvent = EndingEvent | 'typeChanged' | 'revokedOnRequest';
export type Notice = {
  /** The approval loses its force by itself, is revoked by the appointer, or ends with the right. */
  readonly effect: 'lapses' | 'revoked' | 'ends';
  /** 育児部分休業変更届出書, without delay. */
  readonly required: boolean;
};

const lapses: Notice = { effect: 'lapses', required: true };
/** 法5条1項・2項 by 19条6項; 服務規程16条の8第4項 leaves out what the ordinance names: the change of type. */
export const notices: Readonly<Record<NoticeEvent, Notice>> = {
  prenatalLeave: lapses,
  birth: lapses,
  administrativeLeave: lapses,
  suspension: lapses,
  childDied: lapses,
  noLongerChild: lapses,
  noLongerRaising: { effect: 'revoked', required: true },
  typeChanged: { effect: 'revoked', required: false },
  revokedOnRequest: { effect: 'revoked', required: false },
  schoolEntry: { effect: 'ends', required: false },
};

const effectSteps = { lapses: 'endingLapses', revoked: 'endingRevoked', ends: 'endingByAge' } as const;
const effectCites = { lapses: cites.lapse, revoked: cites.revocation, ends: cites.schoolEntry } as const;

/** What an event does to approvals, and whether a 変更届 is due, as steps. */
export function noticeSteps(what: NoticeEvent): Finding['steps'] {
  const { effect, required } = notices[what];
  const citation = what === 'revokedOnRequest' ? cites.partialRevocation : effectCites[effect];
  return [
    { says: effectSteps[effect], figures: {}, words: { what }, citation },
    {
      says: required ? 'noticeRequired' : 'noticeNotRequired',
      figures: {},
      words: { what },
      citation: cites.notice,
    },
  ];
}
