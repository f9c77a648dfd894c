import type { Citation, Confidence } from '../decision/citation.ts';

const cited = (instrument: string, revision: string, path: string, confidence: Confidence): Citation => ({
  instrument,
  revision,
  path,
  confidence,
});

/** 総務省通知 of 2022-08-26 on My Number cards at the workplace. */
const cardNotice = (path: string): Citation => cited('mic-card-notice', '2022-08-26', path, 'A');

export const layoutCitation = cardNotice('別紙3(カードAPの種類)');
export const revocationCitation = cardNotice('別紙3(失効情報連携)');
export const serviceHoursCitation = cardNotice('別紙3(利用時間)');
export const factorsCitation = cardNotice('4');
/** 条例で定める事務 for the free area of the card. */
export const ordinanceCitation = cited('my-number-act', '2016-01-01', 'a=18/i=2', 'A');
export const ordinanceOrderCitation = cited('my-number-order', '2016-01-01', 'a=18/p=2/i=2', 'A');
export const verifierCitation = cited('certification-act', '2016-01-01', 'a=36/p=1', 'A');
export const validityCitation = cited('certification-act', '2016-01-01', '利用者証明用電子証明書の有効期間', 'B');
export const checkDigitCitation = cited('my-number-code-ordinance', '2015-10-05', 'a=5', 'C');
