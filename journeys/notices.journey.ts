import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, signIn, sitDown } from './browser.ts';
import { type Mailbox, mailingTo, openMailbox, type Received } from './mailbox.ts';
import { ownCity } from './own-city.ts';

const CITY = '992011';
const HEAD = '100084';
/** 財政課: one of its staff, and the days for which overtime is asked while the runs are under way. */
const ASKING = '100044';
const ASKED = ['2026-11-02', '2026-11-04', '2026-11-05', '2026-11-06'] as const;
/** After the time at which people are told of missing punches: what is older than the first such morning is not mailed. */
const FIRST_MORNING = '2026-10-26T09:01:00+09:00';
/** Monday after the month is over, after the mail of the day and the morning's missing punches. */
const MONTH_END = '2026-11-02T09:01:00+09:00';
/** Later that day: every wait after a failure is over. */
const EVENING = '2026-11-02T20:00:00+09:00';
/** When the server is killed after it was ready: while days are made, while the runs look, while they write. Milliseconds. */
const KILLS = [1_200, 3_300, 4_300, 6_000] as const;

let mailbox: Mailbox = await openMailbox();
const { port } = mailbox;
const installation = await ownCity({ clock: FIRST_MORNING, surroundings: mailingTo(mailbox) });

async function asked<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: readFileSync(join(installation.data, 'connection'), 'utf8') });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function until(reached: () => Promise<boolean> | boolean, what: string, seconds = 240): Promise<void> {
  for (let tries = 0; tries < seconds * 4; tries += 1) {
    if (await reached()) return;
    await pause(250);
  }
  throw new Error(`it did not come to that: ${what}\n${installation.said().slice(-3000)}`);
}

/** Ends the server as a power cut does, and starts it again. */
async function killAndRestart(): Promise<void> {
  const pid = installation.pid();
  installation.kill('SIGKILL');
  await until(() => {
    try {
      return pid === undefined || !process.kill(pid, 0);
    } catch {
      return true;
    }
  }, 'the server is gone');
  await installation.restart();
}

/** Whether every run of the month's end is done, and people were looked for after it. */
async function runsAreDone(): Promise<boolean> {
  const [row] = await asked<{ done: boolean }>(
    `select (select through = '2026-11-01' from tk.measure_run where municipality = $1)
        and (select through = '2026-11-01' from tk.breach_run where municipality = $1)
        and (select through = '2026-11-01' from tk.difference_run where municipality = $1)
        and (select told_on = '2026-11-02' from tk.missing_run where municipality = $1)
        and (select n.digest_on = '2026-11-02' and n.looked_at > greatest(m.ran_at, b.ran_at, d.ran_at)
               from tk.notice_run n, tk.measure_run m, tk.breach_run b, tk.difference_run d
              where n.municipality = $1 and m.municipality = $1 and b.municipality = $1 and d.municipality = $1) as done`,
    [CITY],
  );
  return row?.done === true;
}

/** Somebody of 財政課 asks for overtime of the next days; every request waits for the head and is told by mail. */
async function requestsOvertime(browser: Browser): Promise<void> {
  const { page, context } = await sitDown(browser);
  await signIn(page, installation.url, ASKING);
  for (const day of ASKED) {
    await page.goto(`${installation.url}/overtime/new?date=${day}`);
    await page.getByLabel('開始').fill('17:15');
    await page.getByLabel('終了').fill('18:45');
    await page.getByLabel('業務の内容').fill('予算の見積もり');
    await page.getByRole('button', { name: '確認に進む' }).click();
    await page.getByRole('button', { name: '申請する' }).click();
    await page.getByRole('heading', { name: '申請しました' }).waitFor();
  }
  await context.close();
}

type Mail = { id: string; recipient: string; about: string; subject: string; body: string; sent: boolean };
const mails = () =>
  asked<Mail>(
    `select id, recipient, about, subject, body, sent_at is not null as sent from tk.mail where municipality = $1`,
    [CITY],
  );

describe('お知らせは、メールサーバーが止まっても、月末の処理の途中でサーバーが落ちても、一度だけ届く', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await mailbox.stop();
  });

  test('所属長が受け取り方を選び、市の決まりより下げられない', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, installation.url, HEAD);
    await page.getByText('お知らせ、パスワードの変更、ログアウト').locator('..').locator('..').click();
    await page.getByRole('link', { name: 'お知らせの設定' }).click();
    await page.getByRole('heading', { level: 1, name: 'お知らせの設定' }).waitFor();
    const final = page.getByLabel('承認の待ち(承認者が部長に上がったもの)');
    await final.waitFor();
    expect(await final.locator('option').allTextContents()).toEqual(['すぐにメール', '1日1回まとめて']);
    await page.getByLabel('在庁・命令・申告の差異').selectOption('1日1回まとめて');
    await page.getByLabel('打刻漏れ').selectOption('1日1回まとめて');
    await page.getByLabel('縮減の対策').selectOption('1日1回まとめて');
    await page.getByRole('button', { name: '変更を保存する' }).click();
    await page.getByRole('heading', { name: 'お知らせの受け取り方を変更しました' }).waitFor();
    await page.reload();
    await page.getByLabel('打刻漏れ').waitFor();
    expect(await page.getByLabel('打刻漏れ').inputValue()).toBe('digest');
    await context.close();
  });

  test('メールサーバーが止まっている月末に、サーバーを4回 kill -9 しても、待つメールは失われず重ならない', async () => {
    const toldOn = `select told_on from tk.missing_run where municipality = $1 and told_on = '2026-10-26'`;
    await until(async () => (await asked(toldOn, [CITY])).length === 1, 'the first morning of missing punches');
    await mailbox.stop();
    await installation.moveTo(MONTH_END);
    const [early, late] = [KILLS.slice(0, 2), KILLS.slice(2)];
    for (const after of early) {
      await pause(after);
      await killAndRestart();
    }
    await requestsOvertime(browser);
    for (const after of late) {
      await pause(after);
      await killAndRestart();
    }
    await until(runsAreDone, 'the runs of the month end');
    const written = await mails();
    expect(written.filter(({ sent, about }) => !sent && about.includes('2026-11')).length).toBeGreaterThan(0);
    expect(new Set(written.map(({ recipient, about }) => `${recipient} ${about}`)).size).toBe(written.length);
  }, 600_000);

  test('メールサーバーが戻ると送りはじめ、途中でどちらが落ちても、だれにも一通ずつ届く', async () => {
    const before = mailbox.received.length;
    mailbox = await openMailbox({ port, received: mailbox.received, slowMs: 40 });
    await installation.moveTo(EVENING);
    await until(() => mailbox.received.length >= before + 8, 'the first mails');
    await killAndRestart();
    await until(() => mailbox.received.length >= before + 16, 'the next mails');
    await mailbox.stop();
    await pause(2_000);
    mailbox = await openMailbox({ port, received: mailbox.received });
    // What was under way at the stop is tried again when its time is over.
    await installation.moveTo('2026-11-02T22:30:00+09:00');
    await until(async () => (await mails()).every(({ sent }) => sent), 'everything is sent');

    const written = await mails();
    const arrived = new Map<string, Received[]>();
    for (const mail of mailbox.received) arrived.set(mail.messageId, [...(arrived.get(mail.messageId) ?? []), mail]);
    // Nothing lost, nothing from nowhere: the mails that were written are those that arrived, by their Message-ID.
    expect([...arrived.keys()].sort()).toEqual(written.map(({ id }) => `${id}@city.example`).sort());
    // What was under way at a stop may come a second time, with the same Message-ID, by which the receiving side drops it.
    const repeated = [...arrived.values()].filter(({ length }) => length > 1);
    expect(repeated.length).toBeLessThanOrEqual(2);
    for (const twice of repeated) expect(new Set(twice.map(({ to, text }) => `${to}${text}`)).size).toBe(1);
    expect(new Set([...arrived.values()].map(([one]) => `${one?.to} ${one?.text}`)).size).toBe(written.length);
  }, 600_000);

  test('待っていることは、それぞれちょうど一通に書かれている', async () => {
    const once = new Map(mailbox.received.map((mail) => [mail.messageId, mail]));
    const lines = await asked<{ address: string; line: string }>(
      `select s.mail as address, n.line from tk.notice n
       join tk.staff s on s.municipality = n.municipality and s.staff = n.recipient and s.mail <> ''
       where n.municipality = $1 and n.since >= '2026-11-02T00:00:00+09:00' and n.recipient <> $2
         and (select count(*) from tk.notice k where k.municipality = n.municipality and k.recipient = n.recipient and k.kind = n.kind) <= 30`,
      [CITY, HEAD],
    );
    expect(lines.length).toBeGreaterThanOrEqual(ASKED.length);
    const missing = await asked<{ address: string; date: string }>(
      `select s.mail as address, to_char(n.duty_date, 'YYYY-MM-DD') as date from tk.missing_notice n
       join tk.staff s on s.municipality = n.municipality and s.staff = n.staff and s.mail <> ''
       where n.municipality = $1 and n.told_on = '2026-11-02' and n.staff <> $2`,
      [CITY, HEAD],
    );
    const count = (address: string, line: string) =>
      [...once.values()].filter(({ to, text }) => to === address && text.includes(line)).length;
    const wrong = lines.filter(({ address, line }) => count(address, `■ ${line}\n`) !== 1);
    expect(wrong).toEqual([]);
    expect(missing.length).toBeGreaterThan(0);
    const dayOf = (date: string) => `令和8年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
    const lacks = [
      '出勤の打刻がありません',
      '退勤の打刻がありません',
      '時間外勤務の命令がありますが、打刻がありません',
    ];
    const toldOf = (address: string, date: string) =>
      lacks.reduce((sum, words) => sum + count(address, `■ ${dayOf(date)} ${words}`), 0);
    expect(missing.filter(({ address, date }) => toldOf(address, date) !== 1)).toEqual([]);
  });

  test('1日1回まとめてを選んだ人には、その日のまとめが一通だけ届き、選んだものは別に届かない', async () => {
    const mine = (await mails()).filter(({ recipient, about }) => recipient === HEAD && /2026-11-0[12]/.test(about));
    expect(mine.map(({ about }) => about)).toEqual(['digest/2026-11-02']);
    expect(
      (await mails()).filter(({ recipient, about }) => recipient === HEAD && about.startsWith('difference/')),
    ).toEqual([]);
    expect(mine[0]?.body).toContain('いまあなたを待っていることを、まとめてお知らせします。');
    expect(mine[0]?.body).toContain('https://jikan.example/');
  });
});
