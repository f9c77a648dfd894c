import { setTimeout as pause } from 'node:timers/promises';
import { presetText } from '@tokimori/ordinances/measures/presets';
import { readMeasures } from '@tokimori/ordinances/measures/read-measures';
import { afterEach, describe, expect, it } from 'vitest';
import { openMailbox } from '../../journeys/mailbox.ts';
import { runMeasures } from '../jobs/measures-run.ts';
import { eachTownHallAt } from '../use-cases/testing/each-town-hall.ts';
import { ELSEWHERE, HERE } from '../use-cases/testing/town-hall.ts';
import { type Mail, sendMails, startMailSender } from './mail-sender.ts';
import { mailSettings, smtpPost } from './smtp.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

eachTownHallAt('2026-11-04T09:00:00+09:00', 'mails of what came to be due', (hall) => {
  const october = async () => {
    const { measures } = readMeasures(presetText('ukiha'), 'ukiha');
    await hall.query(
      `insert into tk.measure_set (municipality, effective_from, document, decided_by, reason, recorded_at)
       values ($1, '2026-10-01'::date, $2::jsonb, '400001', '試', $3::timestamptz)`,
      [
        HERE,
        JSON.stringify({ ...measures, measures: measures?.measures.filter(({ id }) => /interview/.test(id)) }),
        hall.context.clock.now(),
      ],
    );
    await hall.query(`update tk.staff as s set mail = s.staff || '@town.example' where s.municipality = $1`, [HERE]);
    await hall.handOver('100001', '2026-10', 46 * 60);
    await hall.deriver.idle();
    await runMeasures(hall.context, HERE, { url: 'https://jikan.example' });
  };
  const waiting = () =>
    hall.query<{ recipient: string; tries: number; last_error: string; sent: boolean }>(
      `select m.recipient, m.tries, m.last_error, m.sent_at is not null as sent from tk.mail m where m.municipality = $1 order by m.recipient`,
      [HERE],
    );

  it('are one to everybody concerned, with what, why, by when and where', async () => {
    await october();
    const server = await openMailbox();
    stops.push(server.stop);
    const post = smtpPost({ url: `smtp://127.0.0.1:${server.port}`, from: '時守 <tokimori@town.example>' });
    expect(await sendMails(hall.context, HERE, post)).toBe(2);
    expect(await sendMails(hall.context, ELSEWHERE, post)).toBe(0);
    expect(server.received.map(({ to }) => to).sort()).toEqual(['100001@town.example', '200001@town.example']);
    const head = server.received.find(({ to }) => to.startsWith('200001'));
    const body = head?.text;
    expect(body).toContain('高瀬 誠 様');
    expect(body).toContain(
      '■ 森下 千尋: 所属長・人事課が本人と面談する(調書(主な業務内容、背景・要因)を基に、要因分析と改善策を話し合う。総務部は2名)(月の時間外勤務 46:00) 期限 令和8年11月30日',
    );
    expect(body).toContain('https://jikan.example/dues');
    expect(await sendMails(hall.context, HERE, post)).toBe(0);
  });

  it('are written once, also when the run is repeated, and not to those without an address', async () => {
    await october();
    await hall.query(`update tk.measure_run as m set through = '2026-10-01' where m.municipality = $1`, [HERE]);
    await runMeasures(hall.context, HERE, { url: null });
    expect((await waiting()).map(({ recipient }) => recipient)).toEqual(['100001', '200001']);
  });

  it('wait while the mail server is away and arrive once when it is back', async () => {
    await october();
    const first = await openMailbox();
    const { port } = first;
    await first.stop();
    const post = smtpPost({ url: `smtp://127.0.0.1:${port}`, from: 'tokimori@town.example' });
    expect(await sendMails(hall.context, HERE, post)).toBe(0);
    const [tried] = (await waiting()).filter(({ tries }) => tries > 0);
    expect(tried).toMatchObject({ sent: false, tries: 1 });
    expect(tried?.last_error).toContain('ECONNREFUSED');
    const again = await openMailbox({ port });
    stops.push(again.stop);
    hall.context.clock.moveTo('2026-11-04T09:02:00+09:00');
    const stop = startMailSender(hall.context, post, 20);
    for (let looks = 0; looks < 200 && again.received.length < 2; looks += 1) await pause(25);
    await pause(200);
    await stop();
    expect(again.received.map(({ to }) => to).sort()).toEqual(['100001@town.example', '200001@town.example']);
    expect((await waiting()).every(({ sent }) => sent)).toBe(true);
  });

  it('go on past an address that the mail server does not take, which waits for a day', async () => {
    await october();
    const seen: string[] = [];
    const post = async ({ address }: Mail) => {
      if (address.startsWith('100001')) throw Object.assign(new Error('550 no such user'), { responseCode: 550 });
      seen.push(address);
    };
    expect(await sendMails(hall.context, HERE, post)).toBe(1);
    expect(seen).toEqual(['200001@town.example']);
    hall.context.clock.moveTo('2026-11-05T08:59:00+09:00');
    expect(await sendMails(hall.context, HERE, async () => undefined)).toBe(0);
    hall.context.clock.moveTo('2026-11-05T09:01:00+09:00');
    expect(await sendMails(hall.context, HERE, async () => undefined)).toBe(1);
  });

  it('are taken by one sender alone, and again only when that one is gone', async () => {
    await october();
    const seen: Mail[] = [];
    const slow = async (mail: Mail) => {
      await pause(50);
      seen.push(mail);
    };
    await Promise.all([sendMails(hall.context, HERE, slow), sendMails(hall.context, HERE, slow)]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(2);
    expect(seen).toHaveLength(2);
  });
});

describe('the settings of mail', () => {
  it('are none, or complete', () => {
    expect(mailSettings({})).toBeNull();
    expect(mailSettings({ SMTP_URL: 'smtp://x', MAIL_FROM: 'a@b' })).toEqual({ url: 'smtp://x', from: 'a@b' });
    expect(() => mailSettings({ SMTP_URL: 'smtp://x' })).toThrow('MAIL_FROM');
    expect(() => mailSettings({ MAIL_FROM: 'a@b' })).toThrow('SMTP_URL');
  });
});
