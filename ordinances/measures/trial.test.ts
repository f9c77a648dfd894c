import { describe, expect, it } from 'vitest';
import type { PersonHistory } from './facts.ts';
import { Marks, Subjects } from './fell-on.ts';
import { Firing } from './fire.ts';
import type { Measure } from './measure.ts';
import { preset } from './presets.ts';
import { monthAt, personOf } from './testing/people.ts';
import { TrialCount } from './trial.ts';

const span = { from: monthAt('2026-08'), through: monthAt('2026-09'), yearStartMonth: 4 };
const heavy = { overtime: { 5: '20:00', 15: '20:00', 24: '6:00' } };
const people = [
  personOf('甲', { '2026-08': heavy, '2026-09': heavy }),
  personOf('乙', { '2026-08': {}, '2026-09': heavy }),
  personOf('丙', { '2026-08': { ...heavy, section: '会計課' }, '2026-09': { section: '会計課' } }),
];

function trialOf(measures: readonly Measure[], of: readonly PersonHistory[]) {
  const count = new TrialCount(measures, span);
  const firing = new Firing(measures, span, count);
  for (const person of of) firing.add(person);
  return count;
}

describe('a practice tried on past months', () => {
  const { measures } = preset('ukiha');
  const count = trialOf(measures, people);
  const trial = count.result();
  const line = (id: string) => trial.lines.find(({ measure }) => measure.id === id);

  it('says how often each measure would have come to be due, in which months, through how many people', () => {
    expect(line('ukiha-alert-10')).toMatchObject({ byMonth: [2, 2], total: 4, persons: 3 });
    expect(line('ukiha-interview-45')).toMatchObject({ byMonth: [2, 2], total: 4, persons: 3 });
    expect(line('ukiha-sheet')).toMatchObject({ byMonth: [2, 2], total: 4, persons: 0 });
    expect(line('ukiha-meeting')).toMatchObject({ byMonth: [1, 1], total: 2, persons: 3 });
  });
  it('says on whom each measure fell, and in which months', () => {
    const of = (id: string) =>
      [...count.fellOn(id)].map(({ subject, months }) => [subject, months.map((month) => month - span.from)]);
    expect(of('ukiha-interview-45')).toEqual([
      ['丙', [0]],
      ['乙', [1]],
      ['甲', [0, 1]],
    ]);
    expect(of('ukiha-sheet')).toEqual([
      ['会計課', [0, 1]],
      ['税務課', [0, 1]],
    ]);
    expect(of('nowhere')).toEqual([]);
    for (const { measure, subjects } of trial.lines) expect(subjects).toBe(of(measure.id).length);
  });
  it('keeps one small number a subject: those who come later find their place', () => {
    const marks = new Marks(new Subjects(), 10, 21);
    const numbers = Array.from({ length: 1_000 }, (_, at) => String(at).padStart(4, '0'));
    for (const number of numbers) for (const month of [10, 21]) expect(marks.mark(number, month)).toBe(true);
    expect(marks.mark('0999', 21)).toBe(false);
    expect(marks.size).toBe(1_000);
    expect([...marks.all()]).toEqual(numbers.map((subject) => ({ subject, months: [10, 21] })));
    expect(() => new Marks(new Subjects(), 10, 26)).toThrow(RangeError);
  });
  it('says what each role would have had to do, and in the busiest month', () => {
    const load = (role: string, deed: string) => trial.workload.find((each) => each.role === role && each.do === deed);
    expect(load('manager', 'interview')).toEqual({ role: 'manager', do: 'interview', total: 4, busiest: 2 });
    expect(load('hr', 'interview')).toEqual({ role: 'hr', do: 'interview', total: 4, busiest: 2 });
    expect(load('person', 'alert')).toEqual({ role: 'person', do: 'alert', total: 12, busiest: 6 });
    expect(trial.workload.map(({ total }) => total)).toEqual(
      trial.workload.map(({ total }) => total).toSorted((a, b) => b - a),
    );
  });
  it('tries what is foreseen of the year as the daily run asks it: once, before it is exceeded', () => {
    const [permission] = preset('kyoto').measures.filter(({ id }) => id === 'kyoto-permission-720');
    const long = { overtime: Object.fromEntries(Array.from({ length: 25 }, (_, at) => [at + 1, '4:00'])) };
    const months = Object.fromEntries(['04', '05', '06', '07', '08', '09'].map((each) => [`2026-${each}`, long]));
    const year = new TrialCount(permission === undefined ? [] : [permission], { ...span, from: monthAt('2026-04') });
    new Firing(permission === undefined ? [] : [permission], { ...span, from: monthAt('2026-04') }, year).add(
      personOf('甲', months),
    );
    expect(year.result().lines.map(({ byMonth }) => byMonth)).toEqual([[0, 0, 0, 1, 0, 0]]);
  });
  it('adds up: every measure that fired is in a line, every line in its months', () => {
    expect(trial.lines.reduce((sum, { total }) => sum + total, 0)).toBe(trial.total);
    for (const { byMonth, total } of trial.lines) expect(byMonth.reduce((sum, each) => sum + each, 0)).toBe(total);
  });
  it('names the sections with the most', () =>
    expect(count.sections().map(([section]) => section)).toEqual(['税務課', '会計課']));
  it('is nothing for nobody', () => expect(trialOf(measures, []).result()).toMatchObject({ total: 0, workload: [] }));
});
