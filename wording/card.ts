import type { CardStatusStepName } from '@tokimori/law/card/card-status';
import type { CertificateStepName } from '@tokimori/law/card/certificate';
import type { LayoutStepName } from '@tokimori/law/card/layout';
import type { RouteStepName } from '@tokimori/law/card/legal-basis';
import { formatEraDate } from '@tokimori/law/time/eras';
import type { Sentences, Told } from './sentence.ts';

const statusNames: Readonly<Record<string, string>> = {
  inUse: '運用中',
  suspended: '一時停止',
  abolished: '廃止',
};
const status = (t: Told): string => statusNames[t.w('status')] ?? t.w('status');
const day = (t: Told, name: string): string => formatEraDate(t.n(name)) ?? String(t.n(name));

const becauseWords: Readonly<Record<string, string>> = {
  chain: '署名か発行者が確かめられません',
  notYetValid: 'まだ有効になっていません',
  expired: '有効期間が過ぎています',
  revoked: '失効しています',
  notNotified: '団体が利用者証明検証者の届出をしていないため、失効したかどうかを聞けません',
  revocationUnknown: '失効したかどうかの答えが得られません',
};
const because = (t: Told): string => becauseWords[t.w('because')] ?? t.w('because');

export type CardStepName = LayoutStepName | CardStatusStepName | RouteStepName | CertificateStepName;

/** Every sentence about cards. A name of the law without a sentence does not compile. */
export const cardSentences: Sentences<CardStepName> = {
  layoutSized: (t) =>
    `カードAPタイプ${t.w('layout')}は全長 ${t.n('total')}バイトで、利用者ID ${t.n('userId')}バイトを除くと ${t.n('free')}バイトです。`,
  informationFits: (t) => `情報 ${t.n('needed')}バイトは、${t.n('free')}バイトに入ります。`,
  informationTooLong: (t) => `情報 ${t.n('needed')}バイトは、${t.n('free')}バイトに入りません。`,
  headersUnknown: (t) =>
    `情報 ${t.n('needed')}バイトは ${t.n('free')}バイトに収まりますが、レコードヘッダの長さが公表されていないため、J-LIS に確かめてください。`,
  statusByFile: (t) => `失効情報連携では、${day(t, 'on')}に「${status(t)}」となっています。`,
  noNews: () => '失効情報連携の知らせはありません。',
  stoppedByProvider: (t) => `団体が自ら「${status(t)}」としています。`,
  stopNotLifted: (t) => `${day(t, 'on')}の「運用中」の知らせでは、団体の停止は解けません。団体が解いてください。`,
  cardMayBeUsed: () => 'このカードは使えます。',
  cardRefused: (t) => `このカードは「${status(t)}」のため使えません。打刻を断り、記録します。`,
  ordinanceNeeded: () => 'カードAPを使うには、使う事務を定める条例が要ります。',
  ordinanceThere: () => '使う事務を定めた条例があります。',
  ordinanceNotNeeded: () => '利用者証明用電子証明書を使うのに、条例は要りません。',
  notificationNeeded: () => '失効を確かめるには、利用者証明検証者として J-LIS に届け出る必要があります。',
  notificationThere: () => '利用者証明検証者として J-LIS に届け出ています。',
  chipNumberOnly: () => 'チップの番号は写せるため、出勤のしるしにはなりますが、本人の認証にはなりません。',
  validUntil: (t) =>
    `証明書は${day(t, 'through')}まで有効です(発行から5回目の誕生日か、カードの期限の早い方)。${day(t, 'renewableFrom')}から更新でき、更新すると番号が変わるため登録し直します。`,
  certificateRefused: (t) => `この証明書は使えません。${because(t)}。`,
  certificateUnverified: (t) => `「確かめていない証明書」です。${because(t)}。これだけで認証したことにはしません。`,
  certificateHolds: () => '証明書は有効で、失効していないことを確かめました。',
};
