import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Step } from '../decision/decision.ts';
import { type Answer, type Given, testCases } from '../testing/cases.ts';
import { samples } from '../testing/samples.ts';
import { epochDayOf, formatLocalDate, parseLocalDate } from '../time/civil.ts';
import { formatDuration } from '../time/minutes.ts';
import { type CardStatus, ContradictoryNews, cardStatuses, judgeCard } from './card-status.ts';
import { ImpossibleCertificate, judgeCertificate } from './certificate.ts';
import { type CardLayout, cardReadings, fitLayout, ImpossibleInformation } from './layout.ts';
import { type CardRoute, isMultiFactor, judgeRoute, mayEnter } from './legal-basis.ts';
import { couldBeMyNumber } from './my-number.ts';
import { isInService, nextService } from './service-hours.ts';

const said = (answer: string, steps: readonly Step[]): Answer => ({
  answer: { answer },
  steps,
});
const dayOf = (text: string) => parseLocalDate(text) ?? Number.NaN;

const asks: Readonly<Record<string, (given: Given) => Answer>> = {
  layout: (given) => {
    const { outcome, steps } = fitLayout(given.text('layout') as CardLayout, given.texts('information').map(Number));
    return said(`${outcome.total} ${outcome.free} ${outcome.needed} ${outcome.fits}`, steps);
  },
  status: (given) => {
    const news = given.texts('news').map((line) => {
      const [on = '', status = ''] = line.split(' ');
      return { on: dayOf(on), status: status as CardStatus };
    });
    const stopped = given.has('stopped') ? (given.text('stopped') as CardStatus) : null;
    const { outcome, steps } = judgeCard({ news, stopped }, given.day('on'));
    return said(`${outcome.status} ${outcome.may} ${outcome.by}`, steps);
  },
  service: (given) => {
    const { day, minute } = nextService({ day: given.day('on'), minute: given.minutes('at') });
    return said(`${formatLocalDate(day)} ${formatDuration(minute)}`, []);
  },
  route: (given) => {
    const done = { ordinance: given.flag('ordinance'), notified: given.flag('notified') };
    const { outcome, steps } = judgeRoute(given.text('route') as CardRoute, done);
    return said(`${outcome.may} ${outcome.missing.join()} ${outcome.authenticates}`, steps);
  },
  certificate: (given) => {
    const { outcome, steps } = judgeCertificate(
      {
        issuedOn: given.day('issued'),
        bornOn: given.day('born'),
        cardEndsOn: given.day('card'),
        chainHolds: given.has('chain') ? given.flag('chain') : true,
        revoked: given.has('unknown') && given.flag('unknown') ? null : given.has('revoked') && given.flag('revoked'),
        notified: given.has('notified') ? given.flag('notified') : true,
      },
      given.day('on'),
    );
    const { state, because, validThrough, renewableFrom } = outcome;
    return said(`${state} ${because} ${formatLocalDate(validThrough)} ${formatLocalDate(renewableFrom)}`, steps);
  },
};

testCases(new URL('./card.cases.yaml', import.meta.url), (given) => {
  try {
    return (asks[given.text('ask')] as (given: Given) => Answer)(given);
  } catch (error) {
    if (
      error instanceof ImpossibleInformation ||
      error instanceof ContradictoryNews ||
      error instanceof ImpossibleCertificate
    )
      return { answer: { refused: true }, refusal: error };
    throw error;
  }
});

it('each application is read in its own way (総行デ第41号 別紙3)', () =>
  expect(cardReadings).toEqual({ A: 'mutualAuthentication', C: 'touch', D: 'encrypted' }));

describe('factors', () => {
  it.each([
    [['knowledge'], false],
    [['knowledge', 'knowledge'], false],
    [['knowledge', 'possession'], true],
    [['possession', 'existence'], true],
    [[], false],
  ] as const)('%j: several kinds is %s', (factors, several) => expect(isMultiFactor(factors)).toBe(several));
  it('マイナンバー利用事務系 is entered with several kinds only', () => {
    expect(mayEnter('myNumber', ['knowledge'])).toBe(false);
    expect(mayEnter('myNumber', ['knowledge', 'possession'])).toBe(true);
  });
  it('other systems are entered with one, none with nothing', () => {
    expect(mayEnter('lgwan', ['knowledge'])).toBe(true);
    expect(mayEnter('internet', ['possession'])).toBe(true);
    expect(mayEnter('lgwan', [])).toBe(false);
    expect(mayEnter('myNumber', [])).toBe(false);
  });
});

describe('a 個人番号', () => {
  it.each(['123456789018', '1234-5678-9018', '１２３４５６７８９０１８', ' 1234 5678 9018 '])(
    '%s could be one',
    (text) => expect(couldBeMyNumber(text)).toBe(true),
  );
  it.each(['123456789012', '12345678901', '1234567890180', '12345678901x', '100001', ''])('%s could not', (text) =>
    expect(couldBeMyNumber(text)).toBe(false),
  );
  it('has 0 as its last digit where the rest is 0 or 1', () => {
    // 6·1 + 5·1 = 11 leaves 0; 6·2 = 12 leaves 1.
    expect(couldBeMyNumber('110000000000')).toBe(true);
    expect(couldBeMyNumber('200000000000')).toBe(true);
    expect(couldBeMyNumber('300000000004')).toBe(true);
  });
  it('of eleven digits exactly one twelfth fits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11}$/), (digits) => {
        const fitting = Array.from({ length: 10 }, (_, last) => `${digits}${last}`).filter(couldBeMyNumber);
        expect(fitting).toHaveLength(1);
      }),
      { numRuns: samples(200) },
    );
  });
});

describe('properties', () => {
  const status = fc.constantFrom(...cardStatuses);
  const from = epochDayOf(2022, 8, 26);
  const news = fc.uniqueArray(fc.record({ on: fc.integer({ min: from, max: from + 400 }), status }), {
    selector: ({ on }) => on,
    maxLength: 8,
  });

  it('the order of the news is irrelevant, and a stop of one’s own never makes a card better', () => {
    fc.assert(
      fc.property(news, status, fc.integer({ min: from, max: from + 400 }), (told, stopped, on) => {
        const one = judgeCard({ news: told, stopped: null }, on).outcome;
        expect(judgeCard({ news: told.toReversed(), stopped: null }, on).outcome).toEqual(one);
        const own = judgeCard({ news: told, stopped }, on).outcome;
        expect(cardStatuses.indexOf(own.status)).toBeGreaterThanOrEqual(cardStatuses.indexOf(one.status));
        expect(own.may).toBe(own.status === 'inUse');
      }),
      { numRuns: samples(300) },
    );
  });

  it('the next moment of service is in service and never earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: from, max: from + 800 }), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const next = nextService({ day, minute });
        expect(isInService(next)).toBe(true);
        expect(next.day * 1440 + next.minute).toBeGreaterThanOrEqual(day * 1440 + minute);
        expect(next.day === day && next.minute === minute).toBe(isInService({ day, minute }));
      }),
      { numRuns: samples(300) },
    );
  });

  it('a certificate holds for four to five years of birthdays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15_000 }), fc.integer({ min: 0, max: 2000 }), (bornOn, later) => {
        const issuedOn = 16_000 + later;
        const facts = {
          issuedOn,
          bornOn,
          cardEndsOn: issuedOn + 3653,
          chainHolds: true,
          revoked: false,
          notified: true,
        };
        const { validThrough, renewableFrom } = judgeCertificate(facts, issuedOn).outcome;
        expect(validThrough - issuedOn).toBeGreaterThan(4 * 365);
        expect(validThrough - issuedOn).toBeLessThanOrEqual(5 * 366);
        expect(validThrough - renewableFrom).toBeGreaterThanOrEqual(89);
        expect(validThrough - renewableFrom).toBeLessThanOrEqual(92);
      }),
      { numRuns: samples(300) },
    );
  });
});
