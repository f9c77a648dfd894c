import { type CardStatus, cardStatuses, judgeCard } from '@tokimori/law/card/card-status';
import { judgeCertificate } from '@tokimori/law/card/certificate';
import { layoutCitation } from '@tokimori/law/card/citations';
import { cardLayouts, cardReadings, fitLayout } from '@tokimori/law/card/layout';
import { cardRoutes, judgeRoute } from '@tokimori/law/card/legal-basis';
import { couldBeMyNumber } from '@tokimori/law/card/my-number';
import { isInService, nextService } from '@tokimori/law/card/service-hours';
import { cardSentences } from '@tokimori/wording/card';
import { explain } from '@tokimori/wording/explain';
import { z } from 'zod';
import { complain } from '../document/complaints.ts';
import { readDocument, refuseDocument } from '../document/read-document.ts';
import { date, optional } from '../document/values.ts';
import type { Ask } from './ask.ts';
import { ground, groundsOf, hm, iso, timeOfDay } from './grounds.ts';
import { type LawRefusals, refusing } from './law-refusals.ts';

const refusals: LawRefusals = {
  ContradictoryNews: {
    ja: ['同じ日に二つの状態があります。', '失効情報のファイルを確かめ、1日に1つの状態を書いてください。'],
    en: ['One day has two states.', 'Check the file and give one state a day.'],
  },
  ImpossibleCertificate: {
    ja: ['生まれた日が発行の日より後です。', '生年月日と発行日を確かめてください。'],
    en: ['Issued before birth.', 'Check both dates.'],
  },
};

const layoutInput = z.strictObject({
  layout: z.enum(cardLayouts),
  information: z.array(z.strictObject({ name: z.string().min(1), bytes: z.number().int().min(1) })),
});
const status = z.enum(cardStatuses);
const statusInput = z.strictObject({
  on: date,
  at: optional(timeOfDay),
  userId: optional(z.string().min(1)),
  news: z.array(z.strictObject({ on: date, status })),
  stopped: optional(status),
});
const useInput = z.strictObject({
  route: z.enum(cardRoutes),
  ordinance: z.boolean(),
  notified: z.boolean(),
  certificate: optional(
    z.strictObject({
      on: date,
      issuedOn: date,
      bornOn: date,
      cardEndsOn: date,
      chainHolds: z.boolean(),
      revoked: z.boolean().nullable(),
    }),
  ),
});

function refuseMyNumber(text: string | undefined): void {
  if (text === undefined || !couldBeMyNumber(text)) return;
  refuseDocument([
    complain(
      'userId',
      [
        '個人番号(マイナンバー)かもしれない12桁の数字です。',
        '利用者ID(カードAP)を書いてください。個人番号は扱いません。',
      ],
      ['These twelve digits could be a 個人番号.', 'Give the 利用者ID; a 個人番号 is never taken.'],
    ),
  ]);
}

function certificateAnswer(given: z.infer<typeof useInput>) {
  const { certificate, notified } = given;
  if (certificate === undefined) return null;
  const { on, ...facts } = certificate;
  return refusing('certificate', refusals, () => judgeCertificate({ ...facts, notified }, on));
}

export const asks: readonly Ask[] = [
  {
    name: 'card-layout',
    summary: { ja: 'カードAPに情報が入るか(タイプA・C・D)', en: 'whether information fits on a card application' },
    example: { layout: 'C', information: [{ name: '職員区分', bytes: 4 }] },
    answer: (document) => {
      const { layout, information } = readDocument(layoutInput, document);
      const { outcome, steps } = fitLayout(
        layout,
        information.map(({ bytes }) => bytes),
      );
      return {
        answer: { layout, reading: cardReadings[layout], ...outcome, ...ground(layoutCitation) },
        explanation: () => explain(steps, cardSentences),
      };
    },
  },
  {
    name: 'card-status',
    summary: { ja: 'カードが使えるか(失効情報と団体の停止)', en: 'whether a card may be used (revocation, own stop)' },
    example: {
      on: '2026-11-28',
      at: '22:30',
      news: [{ on: '2026-11-27', status: 'inUse' }],
      stopped: 'suspended',
    },
    answer: (document) => {
      const { on, at, userId, news, stopped } = readDocument(statusInput, document);
      refuseMyNumber(userId);
      const own: CardStatus | null = stopped ?? null;
      const { outcome, steps } = refusing('news', refusals, () => judgeCard({ news, stopped: own }, on));
      const moment = at === undefined ? null : { day: on, minute: at };
      const next = moment === null ? null : nextService(moment);
      return {
        answer: {
          ...outcome,
          ...(moment === null || next === null
            ? {}
            : { inService: isInService(moment), nextService: `${iso(next.day)} ${hm(next.minute)}` }),
          ...groundsOf(steps),
        },
        explanation: () => explain(steps, cardSentences),
      };
    },
  },
  {
    name: 'card-use',
    summary: {
      ja: 'カードをその方法で使えるか、証明書が有効か',
      en: 'whether cards may be used so, and a certificate holds',
    },
    example: {
      route: 'certificate',
      ordinance: false,
      notified: true,
      certificate: {
        on: '2026-11-28',
        issuedOn: '2022-06-01',
        bornOn: '1990-05-31',
        cardEndsOn: '2032-05-31',
        chainHolds: true,
        revoked: false,
      },
    },
    answer: (document) => {
      const given = readDocument(useInput, document);
      const route = judgeRoute(given.route, given);
      const certificate = certificateAnswer(given);
      const steps = [...route.steps, ...(certificate?.steps ?? [])];
      const held = certificate?.outcome;
      return {
        answer: {
          ...route.outcome,
          certificate:
            held === undefined
              ? null
              : { ...held, validThrough: iso(held.validThrough), renewableFrom: iso(held.renewableFrom) },
          ...groundsOf(steps),
        },
        explanation: () => explain(steps, cardSentences),
      };
    },
  },
];
