import { presetNames, presetText } from '@tokimori/ordinances/measures/presets';
import { describe, expect, it } from 'vitest';
import { rebuild } from '../../derive/rebuild.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, ELSEWHERE, HERE, takase, there } from '../testing/town-hall.ts';
import { changeMeasures, measureWords } from './change.ts';
import { checkMeasures, decideMeasures, measuresFile, measuresView } from './measures.ts';
import { trialFile, tryMeasures } from './trial.ts';

const from = (text: string, day: string) => text.replace(/effectiveFrom: .*/, `effectiveFrom: "${day}"`);

eachTownHallAt('2026-11-04T18:00:00+09:00', 'measures', (hall) => {
  const decide = (text: string, reason = '本年度の取組', actor = arima) =>
    decideMeasures(hall.context, actor, { text, reason });

  describe('decided', () => {
    it('hold from a day on, are dated deeds, and are of one municipality', async () => {
      const ukiha = from(presetText('ukiha'), '2026-11-04');
      expect(await decide(ukiha)).toEqual({ decided: true, from: '2026-11-04' });
      await decide(from(presetText('yokohama'), '2027-04-01'), '来年度から');
      const { on, presets, decided } = await measuresView(hall.context, arima);
      expect([on, presets.length]).toEqual(['2026-11-04', 13]);
      expect(decided.map(({ name, from: day, inForce, by, reason }) => [name, day, inForce, by, reason])).toEqual([
        ['横浜市', '2027-04-01', false, '有馬 真理', '来年度から'],
        ['うきは市', '2026-11-04', true, '有馬 真理', '本年度の取組'],
      ]);
      expect((await measuresView(hall.context, there(arima))).decided).toEqual([]);
      const { text } = await measuresFile(hall.context, arima, { presets: [], from: '2026-11-04' });
      expect((await checkMeasures(hall.context, arima, { text })).practice?.measures).toHaveLength(7);
      const events = await hall.query<{ kind: string; seq: number; reason: string }>(
        `select e.kind, e.seq, e.reason from tk.event e where e.municipality = $1 and e.stream like 'measures/%' order by e.recorded_at, e.stream, e.seq`,
        [HERE],
      );
      expect(events).toEqual([
        { kind: 'MeasuresDecided', seq: 1, reason: '本年度の取組' },
        { kind: 'MeasuresDecided', seq: 1, reason: '来年度から' },
      ]);
    });
    it('may be decided again for a day that is still to come, and the journal keeps both', async () => {
      await decide(from(presetText('ukiha'), '2027-04-01'));
      await decide(from(presetText('zama'), '2027-04-01'), '見直し');
      expect((await measuresView(hall.context, arima)).decided.map(({ name }) => name)).toEqual(['座間市']);
      const events = await hall.query<{ name: string }>(
        `select e.data->>'name' as name from tk.event e where e.municipality = $1 and e.stream like 'measures/%' order by e.recorded_at, e.stream, e.seq`,
        [HERE],
      );
      expect(events.map(({ name }) => name)).toEqual(['うきは市', '座間市']);
    });
    it('is one decision however often the same document is sent for the same day', async () => {
      const ukiha = from(presetText('ukiha'), '2027-04-01');
      const answers = await Promise.all([decide(ukiha), decide(ukiha)]);
      expect(answers).toEqual([
        { decided: true, from: '2027-04-01' },
        { decided: true, from: '2027-04-01' },
      ]);
      const events = await hall.query(
        `select 1 from tk.event e where e.municipality = $1 and e.stream like 'measures/%'`,
        [HERE],
      );
      expect(events).toHaveLength(1);
    });
    it('is not decided over a decision that was made since it was opened', async () => {
      await decide(from(presetText('ukiha'), '2026-11-04'));
      const opened = await measuresFile(hall.context, arima, { presets: [], from: '2026-11-04' });
      const decideOn = (text: string, basis: string) =>
        decideMeasures(hall.context, arima, { text, reason: '見直し', basis });
      const other = from(presetText('zama'), '2026-11-04');
      hall.context.clock.moveTo('2026-11-04T18:05:00+09:00');
      await decideOn(other, opened.basis);
      await decideOn(other, opened.basis);
      const mine = from(presetText('yokohama'), '2026-11-04');
      expect(await codeOf(decideOn(mine, opened.basis))).toBe('measures.changed');
      expect((await measuresView(hall.context, arima)).decided.map(({ name }) => name)).toEqual(['座間市']);
      // Two at the same moment: one is told.
      const third = (await measuresFile(hall.context, arima, { presets: [], from: '2026-11-04' })).basis;
      hall.context.clock.moveTo('2026-11-04T18:06:00+09:00');
      const both = [presetText('owase'), presetText('uji')].map((text) => from(text, '2026-11-04'));
      const answers = await Promise.allSettled(both.map((text) => decideOn(text, third)));
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      hall.context.clock.moveTo('2026-11-04T18:07:00+09:00');
      const again = await measuresFile(hall.context, arima, { presets: [], from: '2026-11-04' });
      expect(await decideOn(mine, again.basis)).toEqual({ decided: true, from: '2026-11-04' });
    });
    it('are refused for a past day, with a fault, and from those who may not', async () => {
      expect(await codeOf(decide(from(presetText('ukiha'), '2026-11-03')))).toBe('measures.past');
      expect(await codeOf(decide(presetText('ukiha').replace('staff: all', 'staff: some')))).toBe('measures.file');
      expect(await codeOf(decide(presetText('ukiha'), 'x', takase))).toBe('access.denied');
      expect(await codeOf(measuresView(hall.context, takase))).toBe('access.denied');
      expect(await codeOf(tryMeasures(hall.context, takase, { text: presetText('ukiha'), months: 12 }))).toBe(
        'access.denied',
      );
      expect(await hall.query('select 1 from tk.measure_set m where m.municipality = $1', [HERE])).toEqual([]);
    });
  });

  it('are written from several practices of the case books, once each', async () => {
    const { text } = await measuresFile(hall.context, arima, { presets: ['ukiha', 'zama', 'ukiha'] });
    const { practice, problems } = await checkMeasures(hall.context, arima, { text });
    expect(problems).toEqual([]);
    expect(practice?.name).toBe('うきは市・座間市');
    expect(practice?.measures).toHaveLength(10);
    expect(await codeOf(measuresFile(hall.context, arima, { presets: ['nowhere'] }))).toBe('measures.preset');
    expect(await codeOf(measuresFile(hall.context, arima, { presets: [] }))).toBe('measures.none');
    expect(await codeOf(measuresFile(hall.context, arima, { presets: [], from: '2026-11-04' }))).toBe(
      'measures.unknown',
    );
  });

  it('tell their faults by line and key while they are written', async () => {
    const text = presetText('ukiha').replace('value: "15:00"', 'value: 15');
    const { practice, problems } = await checkMeasures(hall.context, arima, { text });
    expect(practice).toBeNull();
    expect(problems).toEqual([
      expect.objectContaining({ key: 'measures[2].when[0].value', message: expect.stringContaining('引用符') }),
    ]);
  });

  it('tell what does not hold here: a form that is none, one of another subject, a day that is over', async () => {
    const text = from(presetText('yokohama'), '2026-11-03')
      .replace('form: yokohama-1', 'form: zama-monthly')
      .replace('form: yokohama-plan', 'form: yokohama-9');
    const { practice, problems } = await checkMeasures(hall.context, arima, { text });
    expect(practice).toBeNull();
    expect(problems.map(({ key, message }) => `${key}: ${message}`)).toEqual([
      expect.stringMatching(/^effectiveFrom: 過ぎた日からは変えられない.*2026-11-04/),
      expect.stringMatching(/\.form: 「zama-monthly」は所属\(課\)ごと/),
      expect.stringMatching(/\.form: 「yokohama-9」という様式はありません/),
    ]);
    expect(await codeOf(decide(text))).toBe('measures.file');
    const { text: every } = await measuresFile(hall.context, arima, { presets: [...presetNames] });
    expect((await checkMeasures(hall.context, arima, { text: every })).practice?.name).toBe('横浜市ほか12団体');
  });

  describe('changed in fields', () => {
    const change = (text: string, wanted: Parameters<typeof changeMeasures>[2]['change'], actor = arima) =>
      changeMeasures(hall.context, actor, { text, change: wanted });
    const draftOf = async (text: string) => (await checkMeasures(hall.context, arima, { text })).draft;

    it('are filled in as they are written, and put back as they were', async () => {
      const { text } = await measuresFile(hall.context, arima, { presets: [...presetNames] });
      const draft = await draftOf(text);
      expect(draft?.headProblems).toEqual([]);
      expect(draft?.measures.flatMap(({ problems }) => problems)).toEqual([]);
      for (const { id, fields, said } of draft?.measures ?? []) {
        const answer = await change(text, { kind: 'put', id, measure: fields });
        expect(answer).toEqual({ text, problems: [], said });
      }
    });
    it('are judged against the forms and the day, each sentence at its field, and nothing is decided', async () => {
      const text = from(presetText('yokohama'), '2026-11-04');
      const measure = (await draftOf(text))?.measures.find(({ id }) => id === 'yokohama-report-45');
      if (measure === undefined) throw new Error('no such measure');
      const { id, fields } = measure;
      const [first, ...rest] = fields.follows;
      if (first === undefined) throw new Error('no action');
      const wrong = { ...fields, title: '', follows: [{ ...first, form: 'zama-monthly' }, ...rest] };
      expect(await change(text, { kind: 'put', id, measure: wrong })).toEqual({
        text,
        problems: [{ field: 'title', message: '「対策の名前」を入力してください。' }],
        said: null,
      });
      const misnamed = await change(text, { kind: 'put', id, measure: { ...wrong, title: '面談' } });
      expect(misnamed.problems).toEqual([
        { field: 'follows[0].form', message: expect.stringMatching(/^この様式は「所属\(課\)」ごとに作る様式です/) },
      ]);
      const head = { name: '町の対策', about: '案', effectiveFrom: '2026-11-03' };
      expect((await change(text, { kind: 'head', head })).problems).toEqual([
        { field: 'effectiveFrom', message: expect.stringContaining('今日(令和8年11月4日)か、それより後の日') },
      ]);
      const later = await change(text, { kind: 'head', head: { ...head, effectiveFrom: '2026-11-04' } });
      expect((await draftOf(later.text))?.head).toEqual({ ...head, effectiveFrom: '2026-11-04' });
      expect(await hall.query('select 1 from tk.measure_set m where m.municipality = $1', [HERE])).toEqual([]);
    });
    it('show what is wrong in a file by its measures, so far as fields can show it', async () => {
      const text = from(presetText('ukiha'), '2026-11-04');
      const draft = await draftOf(text.replace('value: "15:00"', 'value: 15'));
      expect(draft?.measures.filter(({ said }) => said === null)).toEqual([
        expect.objectContaining({
          id: 'ukiha-alert-10',
          problems: [{ field: 'when[0].value', message: '時間を 45:00 の形で入力してください。' }],
        }),
      ]);
      expect(await draftOf(text.replace('staff: all', 'staf: all'))).toBeNull();
      expect(await draftOf('name: [')).toBeNull();
    });
    it('begin today at the earliest, where those of a day that is over are copied', async () => {
      await decide(from(presetText('ukiha'), '2026-11-04'));
      await hall.query(
        `update tk.measure_set m set effective_from = '2026-04-01', document = jsonb_set(m.document, '{effectiveFrom}', '"2026-04-01"')
          where m.municipality = $1`,
        [HERE],
      );
      const { text } = await measuresFile(hall.context, arima, { presets: [], from: '2026-04-01' });
      expect((await draftOf(text))?.head.effectiveFrom).toBe('2026-11-04');
    });
    it('are changed by 人事課 alone, who alone are told the words', async () => {
      const text = presetText('ukiha');
      const denied = (deed: Promise<unknown>) => codeOf(deed);
      expect(await denied(change(text, { kind: 'remove', id: 'ukiha-sheet' }, takase))).toBe('access.denied');
      expect(await denied(measureWords(hall.context, takase))).toBe('access.denied');
      const words = await measureWords(hall.context, arima);
      const measures = (await draftOf(from(text, '2026-11-04')))?.measures ?? [];
      for (const { fields } of measures) {
        expect(words.moments.map(({ key }) => key)).toContain(fields.moment);
        expect(words.deeds.map(({ key }) => key)).toEqual(
          expect.arrayContaining(fields.follows.map((each) => each.do)),
        );
      }
      expect(words.forms).toContainEqual({
        key: 'ukiha-sheet',
        name: '時間外勤務マネジメントシート',
        subjects: ['section'],
      });
    });
  });

  describe('tried on the months that are over', () => {
    const day = (date: string, until: number) => hall.work('100001', date, 8 * 60 + 22, until);
    const confirmed = (date: string, minutes: number, until: number) =>
      hall.query(
        `insert into tk.overtime (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes, category, version)
         values ($1, gen_random_uuid(), '100001', $2::date, '111', 'confirmed', $3::smallint, $4::smallint, $5::smallint, 'normal', 1)`,
        [HERE, date, until - minutes, until, minutes],
      );

    it('count what would have come to be due, and change nothing', async () => {
      for (const month of ['08', '09']) {
        await hall.handOver('300001', `2026-${month}`, 46 * 60);
        await hall.handOver('100001', `2026-${month}`, 45 * 60);
      }
      await hall.deriver.idle();
      const before = (await rebuild(hall.context, HERE, { check: true })).differences;
      const answer = await tryMeasures(hall.context, arima, { text: presetText('ukiha'), months: 3 });
      expect([answer.from, answer.through, answer.people]).toEqual(['2026-08', '2026-10', expect.any(Number)]);
      const line = (id: string) => answer.measures.find((each) => each.id === id);
      expect(line('ukiha-interview-45')).toMatchObject({ byMonth: [1, 1, 0], total: 2, persons: 1 });
      expect(line('ukiha-interview-45')).toMatchObject({
        subjects: 1,
        fellOn: [{ code: '300001', name: '椎名 航平', place: '企画財政部 財政課', months: ['2026-08', '2026-09'] }],
      });
      expect(line('ukiha-alert-10')).toMatchObject({ total: 0, subjects: 0, fellOn: [] });
      const file = await trialFile(hall.context, arima, { text: presetText('ukiha'), months: 3 });
      const pieces: Uint8Array[] = [];
      for await (const piece of file.pieces ?? []) pieces.push(piece);
      expect(file.fileName).toBe('対策を試した結果_2026-08_2026-10.csv');
      const rows = Buffer.concat(pieces).toString('utf8').trim().split('\r\n');
      expect(rows).toContain(
        `${line('ukiha-interview-45')?.title},職員,300001,椎名 航平,企画財政部 財政課,2,2026-08 2026-09`,
      );
      expect(rows).toHaveLength(1 + answer.measures.reduce((sum, { subjects }) => sum + subjects, 0));
      const denied = trialFile(hall.context, takase, { text: presetText('ukiha'), months: 3 });
      expect(await codeOf(denied)).toBe('access.denied');
      expect(answer.workload).toContainEqual({ role: '人事課', deed: '面談する', total: 2, busiest: 1 });
      expect(answer.sections[0]).toMatchObject({ department: '21', name: '企画財政部 財政課' });
      expect((await rebuild(hall.context, HERE, { check: true })).differences).toEqual(before);
      expect((await tryMeasures(hall.context, there(arima), { text: presetText('ukiha'), months: 3 })).total).toBe(0);
      expect(ELSEWHERE).not.toBe(HERE);
    });

    it('take the days of the record: leaving after overtime, and the first day over a threshold', async () => {
      await day('2026-10-05', 20 * 60 + 45);
      await confirmed('2026-10-05', 180, 20 * 60 + 15);
      await day('2026-10-06', 20 * 60 + 46);
      await confirmed('2026-10-06', 180, 20 * 60 + 15);
      await day('2026-10-07', 17 * 60 + 46);
      // 早朝の命令のあと、定時に帰った日は差がない。
      await day('2026-10-08', 17 * 60 + 20);
      await confirmed('2026-10-08', 60, 8 * 60 + 25);
      await hall.query(
        `insert into tk.stale_day (municipality, id, staff, first_date, last_date)
         values ($1, gen_random_uuid(), '100001', '2026-10-01', '2026-10-31')`,
        [HERE],
      );
      hall.context.wakeDeriver(HERE);
      await hall.deriver.idle();
      const answer = await tryMeasures(hall.context, arima, { text: presetText('yokohama'), months: 1 });
      const gap = answer.measures.find(({ id }) => id === 'yokohama-presence-30');
      expect(gap).toMatchObject({ total: 2, persons: 1, byMonth: [2] });
    });
  });
});
