import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../../testing/samples.ts';
import { parseLocalDate } from '../../time/civil.ts';
import { type CaseEvent, type CaseRefusal, caseStates, evolveCase, foldCase, type Route } from './guidance-case.ts';

const day = (text: string): number => parseLocalDate(`2026-${text}`)!;
const counted = (route: Route, exemptible = true): CaseEvent => ({
  kind: 'counted',
  on: day('11-10'),
  route,
  exemptible,
});
const on = (
  kind: 'notified' | 'requested' | 'declined' | 'scheduled' | 'done' | 'opinion',
  text: string,
): CaseEvent => ({
  kind,
  on: day(text),
});
const measure: CaseEvent = { kind: 'measure', on: day('12-28') };
const closed: CaseEvent = { kind: 'closed', on: day('12-28') };
const finding = { physician: '産業医', examinedOn: day('10-20'), ground: 'interview' } as const;
const exempted = (more: Partial<typeof finding | { examinedOn: number; physician: string }> = {}): CaseEvent => ({
  kind: 'exempted',
  on: day('11-12'),
  finding: { ...finding, ...more },
});
const notified = on('notified', '11-12');
const held = [on('scheduled', '12-01'), on('done', '12-10'), on('opinion', '12-20'), measure, closed];

/** States after each event. */
const statesOf = (events: readonly CaseEvent[]) =>
  events.map((_, at) => foldCase(events.slice(0, at + 1)).case?.state ?? 'none');
const refusalOf = (events: readonly CaseEvent[]): CaseRefusal | undefined => foldCase(events).refused[0]?.refused;
const closes = (events: readonly CaseEvent[], more: Partial<CaseEvent & { kind: 'closed' }> = {}) =>
  foldCase([...events, { ...closed, ...more }]);

describe('a case', () => {
  it('on request waits for the request', () => {
    expect(statesOf([counted('onRequest'), notified, on('requested', '11-20'), ...held])).toEqual([
      'counted',
      'notified',
      'requested',
      'scheduled',
      'done',
      'opinion',
      'measure',
      'closed',
    ]);
  });

  it('without request is a duty from the notice on', () => {
    const events = [counted('withoutRequest'), notified, ...held];
    expect(statesOf(events)).toEqual(['counted', 'mandatory', 'scheduled', 'done', 'opinion', 'measure', 'closed']);
    expect(foldCase(events)).toEqual({
      case: {
        state: 'closed',
        route: 'withoutRequest',
        exemptible: true,
        countedOn: day('11-10'),
        on: day('12-28'),
        held: true,
        unheld: null,
      },
      refused: [],
    });
  });

  it('may be appointed anew, and declined until it is held', () => {
    const again = [counted('withoutRequest'), notified, on('scheduled', '12-01'), on('scheduled', '12-02')];
    expect(statesOf(again).at(-1)).toBe('scheduled');
    const declined = [...again, on('declined', '12-03')];
    expect(statesOf(declined).at(-1)).toBe('declined');
    expect(statesOf([...declined, on('scheduled', '12-05')]).at(-1)).toBe('scheduled');
  });

  it('that was declined is opened again by a request, however late', () => {
    const events = [counted('onRequest'), notified, on('declined', '11-15'), on('requested', '12-30')];
    expect(statesOf(events)).toEqual(['counted', 'notified', 'declined', 'requested']);
    expect(refusalOf([counted('onRequest'), notified, on('declined', '11-15'), on('scheduled', '11-20')])).toBe(
      'guidance-case.not-from-this-state',
    );
  });

  it('is exempt by a finding of a doctor within a month before the count', () => {
    expect(statesOf([counted('onRequest'), exempted()])).toEqual(['counted', 'exempted1m']);
    expect(refusalOf([counted('onRequest'), exempted({ examinedOn: day('10-10') })])).toBeUndefined();
    expect(refusalOf([counted('onRequest'), exempted({ examinedOn: day('11-10') })])).toBeUndefined();
    expect(refusalOf([counted('onRequest'), exempted({ examinedOn: day('10-09') })])).toBe(
      'guidance-case.finding-not-within-month',
    );
    expect(refusalOf([counted('onRequest'), exempted({ examinedOn: day('11-11') })])).toBe(
      'guidance-case.finding-not-within-month',
    );
    expect(refusalOf([counted('withoutRequest', false), exempted()])).toBe('guidance-case.route-not-exempt');
    expect(refusalOf([counted('onRequest'), exempted({ physician: '' })])).toBe(
      'guidance-case.finding-without-physician',
    );
    expect(statesOf([counted('withoutRequest'), notified, exempted()]).at(-1)).toBe('exempted1m');
    expect(refusalOf([counted('withoutRequest'), notified, on('scheduled', '11-12'), exempted()])).toBe(
      'guidance-case.not-from-this-state',
    );
  });

  it('refuses what does not fit, and stays where it is', () => {
    expect(refusalOf([notified])).toBe('guidance-case.not-counted');
    expect(refusalOf([counted('onRequest'), counted('onRequest')])).toBe('guidance-case.counted-already');
    expect(refusalOf([counted('onRequest'), on('notified', '11-09')])).toBe('guidance-case.before-last-event');
    expect(refusalOf([counted('withoutRequest'), notified, on('requested', '11-20')])).toBe(
      'guidance-case.nothing-to-request',
    );
    expect(refusalOf([counted('onRequest'), on('requested', '11-20')])).toBe('guidance-case.not-from-this-state');
    expect(refusalOf([counted('onRequest'), notified, on('scheduled', '11-20')])).toBe(
      'guidance-case.not-from-this-state',
    );
    expect(refusalOf([counted('withoutRequest'), on('scheduled', '11-20')])).toBe('guidance-case.not-from-this-state');
    const folded = foldCase([counted('onRequest'), on('done', '11-20'), notified]);
    expect(folded.refused).toEqual([{ at: 1, refused: 'guidance-case.not-from-this-state' }]);
    expect(folded.case?.state).toBe('notified');
  });

  it('takes measures, or none with a reason', () => {
    const before = [
      counted('withoutRequest'),
      notified,
      on('scheduled', '12-01'),
      on('done', '12-10'),
      on('opinion', '12-20'),
    ];
    expect(refusalOf([...before, { ...measure, reasonForNone: '' }])).toBe('guidance-case.reason-for-none-empty');
    expect(statesOf([...before, { ...measure, reasonForNone: '通常勤務でよいとの意見' }]).at(-1)).toBe('measure');
  });
});

describe('closing a case', () => {
  const open = [counted('onRequest'), notified];

  it('without an interview says why', () => {
    expect(closes(open).refused[0]?.refused).toBe('guidance-case.reason-needed');
    expect(closes(open, { because: 'noReactionOrDeclined' }).case).toMatchObject({
      state: 'closed',
      held: false,
      unheld: 'noReactionOrDeclined',
    });
    expect(closes(open, { because: 'tooBusy' }).case?.unheld).toBe('tooBusy');
    expect(closes(open, { because: 'other' }).refused[0]?.refused).toBe('guidance-case.note-needed');
    expect(closes(open, { because: 'other', note: '退職' }).case?.unheld).toBe('other');
    expect(closes(open, { because: 'physicianFoundUnneeded' }).refused[0]?.refused).toBe(
      'guidance-case.reason-not-fitting',
    );
  });

  it.each([['mandatory'], ['requested'], ['scheduled'], ['declined']] as const)('is possible from %s', (state) => {
    const to: Readonly<Record<string, readonly CaseEvent[]>> = {
      mandatory: [counted('withoutRequest'), notified],
      requested: [...open, on('requested', '11-20')],
      scheduled: [counted('withoutRequest'), notified, on('scheduled', '11-20')],
      declined: [...open, on('declined', '11-20')],
    };
    expect(statesOf(to[state]!).at(-1)).toBe(state);
    expect(closes(to[state]!, { because: 'tooBusy' }).case?.state).toBe('closed');
  });

  it('is not possible before the notice, between interview and measures, or twice', () => {
    const reached = [counted('withoutRequest'), notified, on('scheduled', '12-01'), on('done', '12-10')];
    for (const events of [[counted('onRequest')], reached, [...reached, on('opinion', '12-20')]]) {
      expect(closes(events, { because: 'tooBusy' }).refused[0]?.refused).toBe('guidance-case.not-from-this-state');
    }
    expect(closes([...reached, on('opinion', '12-20'), measure, closed]).refused).toEqual([
      { at: 7, refused: 'guidance-case.not-from-this-state' },
    ]);
  });

  it('of an exempt person takes the doctor for the reason, of one who was interviewed none', () => {
    const exempt = [counted('onRequest'), exempted()];
    expect(closes(exempt).case?.unheld).toBe('physicianFoundUnneeded');
    expect(closes(exempt, { because: 'physicianFoundUnneeded' }).case?.unheld).toBe('physicianFoundUnneeded');
    expect(closes(exempt, { because: 'tooBusy' }).refused[0]?.refused).toBe('guidance-case.reason-not-fitting');
    const measured = [counted('withoutRequest'), notified, ...held.slice(0, 4)];
    expect(closes(measured, { because: 'tooBusy' }).refused[0]?.refused).toBe('guidance-case.reason-not-fitting');
  });
});

describe('any run of events', () => {
  const kinds = ['notified', 'requested', 'declined', 'scheduled', 'done', 'opinion'] as const;
  const event: fc.Arbitrary<CaseEvent> = fc.oneof(
    fc.record({ kind: fc.constantFrom(...kinds), on: fc.integer({ min: day('11-10'), max: day('11-14') }) }),
    fc.constantFrom(measure, exempted(), closed, { ...closed, because: 'tooBusy' } as const),
  );

  it('folds to a known state, step by step as at once, and what is refused changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom<Route>('onRequest', 'withoutRequest'), fc.array(event), (route, events) => {
        const all = [counted(route), ...events];
        const folded = foldCase(all);
        const kept = all.filter((_, at) => !folded.refused.some((each) => each.at === at));
        expect(foldCase(kept)).toEqual({ case: folded.case, refused: [] });
        const step = evolveCase(folded.case, on('notified', '11-01'));
        expect(step).toEqual({ refused: 'guidance-case.before-last-event' });
        return caseStates.includes(folded.case!.state) && (folded.case!.held ? folded.case!.unheld === null : true);
      }),
      { numRuns: samples(200) },
    );
  });
});
