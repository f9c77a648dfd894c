import { describe, expect, it } from 'vitest';
import { InputRefused } from '../refusal.ts';
import { asks } from './card.ts';

const ask = (name: string) => {
  const found = asks.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const refusal = (name: string, document: unknown): string => {
  try {
    ask(name).answer(document);
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why }) => why?.ja).join('\n');
    throw error;
  }
  return '';
};

describe('asking about cards', () => {
  it('says what fits beside the 利用者ID', () => {
    const { answer, explanation } = ask('card-layout').answer(ask('card-layout').example);
    expect(answer).toMatchObject({ layout: 'C', reading: 'touch', total: 33, free: 20, needed: 4, fits: 'yes' });
    expect(explanation()).toEqual([
      'カードAPタイプCは全長 33バイトで、利用者ID 13バイトを除くと 20バイトです。(総行デ第41号 別紙3(カードAPの種類))',
      '情報 4バイトは、20バイトに入ります。(総行デ第41号 別紙3(カードAPの種類))',
    ]);
  });
  it('keeps the stop of the municipality against the file, and says when J-LIS can be asked', () => {
    const { answer, explanation } = ask('card-status').answer(ask('card-status').example);
    expect(answer).toMatchObject({
      status: 'suspended',
      may: false,
      by: 'provider',
      inService: false,
      nextService: '2026-11-29 8:00',
      confidence: 'A',
    });
    expect(explanation()).toContain(
      '令和8年11月27日の「運用中」の知らせでは、団体の停止は解けません。団体が解いてください。(総行デ第41号 別紙3(失効情報連携))',
    );
  });
  it('refuses a text that could be a 個人番号', () =>
    expect(refusal('card-status', { on: '2026-11-28', userId: '123456789018', news: [] })).toContain('個人番号'));
  it('refuses two states of one day', () => {
    const news = [
      { on: '2026-11-27', status: 'inUse' },
      { on: '2026-11-27', status: 'abolished' },
    ];
    expect(refusal('card-status', { on: '2026-11-28', news })).toContain('news: 同じ日に二つの状態');
  });
  it('calls a certificate unverified where J-LIS may not be asked', () => {
    const { example } = ask('card-use');
    const { answer, explanation } = ask('card-use').answer({ ...example, notified: false });
    expect(answer).toMatchObject({ may: false, missing: ['notification'], certificate: { state: 'unverified' } });
    expect(explanation().at(-1)).toContain('「確かめていない証明書」です。');
  });
  it('judges the example as good, with the days on which it ends', () =>
    expect(ask('card-use').answer(ask('card-use').example).answer).toMatchObject({
      may: true,
      certificate: { state: 'authenticated', validThrough: '2027-05-31', renewableFrom: '2027-02-28' },
      confidence: 'B',
    }));
  it('refuses a certificate from before birth', () => {
    const { example } = ask('card-use');
    const certificate = { ...(example.certificate as object), bornOn: '2023-01-01' };
    expect(refusal('card-use', { ...example, certificate })).toContain('certificate: 生まれた日');
  });
});
