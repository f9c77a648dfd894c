import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { openBrowser, signIn, sitDown } from '../browser.ts';
import { type Mailbox, openMailbox } from '../mailbox.ts';
import { ownCity } from '../own-city.ts';
import { fill, keep, keepWorkbook } from './filling.ts';
import { HR } from './people.ts';

/** How long derived figures, the daily run and mails may take to follow. Milliseconds. */
const PATIENCE = { timeout: 90_000, interval: 500 };

/** A month in the example city: its people at their screens, their mail, and the clock. */
export class Month {
  readonly url: string;
  readonly #browser: Browser;
  readonly #mailbox: Mailbox;
  readonly #moveTo: (clock: string) => Promise<void>;
  #today: string;
  readonly #seats = new Map<string, Page>();

  constructor(
    url: string,
    moveTo: (clock: string) => Promise<void>,
    browser: Browser,
    mailbox: Mailbox,
    today: string,
  ) {
    this.url = url;
    this.#today = today;
    this.#moveTo = moveTo;
    this.#browser = browser;
    this.#mailbox = mailbox;
  }

  /** Ends today and begins at another time: `2026-11-02T08:29:00+09:00`. Everybody left their screen meanwhile. */
  async moveTo(clock: string): Promise<void> {
    for (const page of this.#seats.values()) await page.context().close();
    this.#seats.clear();
    this.#today = clock.slice(0, 10);
    await this.#moveTo(clock);
  }

  /** Somebody at a screen of their own, signed in once. */
  async at(login: string): Promise<Page> {
    const seated = this.#seats.get(login);
    if (seated !== undefined) return seated;
    const { page } = await sitDown(this.#browser);
    await signIn(page, this.url, login);
    this.#seats.set(login, page);
    return page;
  }

  async open(login: string, path: string, title?: string | RegExp): Promise<Page> {
    const page = await this.at(login);
    await page.goto(`${this.url}${path}`);
    await page.getByRole('heading', { level: 1, ...(title === undefined ? {} : { name: title }) }).waitFor();
    return page;
  }

  /** 人事課 decides the practice of municipalities as its own from today. */
  async takes(...municipalities: readonly string[]): Promise<void> {
    const page = await this.open(HR, '/measures', '縮減の対策');
    for (const name of municipalities) await page.getByRole('checkbox', { name, exact: true }).check();
    await page.getByRole('link', { name: '選んだ型から作る' }).click();
    await page.getByText('直すところはありません').waitFor();
    await page.getByLabel('決める理由').fill(`${municipalities.join('・')}の型で縮減に取り組む`);
    await page.getByRole('button', { name: 'この対策に決める' }).click();
    await page.getByRole('heading', { level: 1, name: '縮減の対策', exact: true }).waitFor();
  }

  /**
   * Somebody requests overtime of days; the head orders each, as exceptional work where a cap leaves no other way, and the 部長 after the head
   * where the order lies there.
   */
  async overtime(
    { staff, name }: { readonly staff: string; readonly name: string },
    heads: { readonly head: string; readonly director: string },
    days: readonly string[],
    hours: { readonly from?: string; readonly until: string; readonly work?: string; readonly category?: string },
  ): Promise<void> {
    const { from = '17:15', until, work = '届出の審査', category } = hours;
    const own = await this.at(staff);
    for (const day of days) {
      await own.goto(`${this.url}/overtime/new?date=${day}`);
      await own.getByLabel('開始').fill(from);
      await own.getByLabel('終了').fill(until);
      await own.getByLabel('業務の内容').fill(work);
      if (category !== undefined) await own.getByRole('radio', { name: category }).check();
      const late = own.getByLabel('事後の申請になった理由');
      if (await late.isVisible()) await late.fill('来庁者の対応が続いた');
      await own.getByRole('button', { name: '確認に進む' }).click();
      await own.getByRole('button', { name: '申請する' }).click();
      await own.getByRole('heading', { name: '申請しました' }).waitFor();
      const [, month, date] = day.split('-').map(Number);
      const when = day === this.#today ? '今日' : `${month}月${date}日.*`;
      const card = new RegExp(`${name} ${when} ${from}–${until}`);
      const passedOn = await this.#orders(heads.head, card);
      if (passedOn) await this.#orders(heads.director, card);
    }
  }

  /** @returns whether it lies with the 部長 now */
  async #orders(login: string, name: RegExp): Promise<boolean> {
    const desk = await this.open(login, '/section/decisions');
    const card = desk.getByRole('article', { name });
    const way = card.getByRole('button', {
      name: /^(命令する|代わりの手を選ぶ|特例業務として命令する|承認して部長に回す)$/,
    });
    await way.waitFor();
    const passedOn = (await card.getByText('今月の命令は部長の承認が要ります').count()) > 0;
    const word = (await way.textContent()) ?? '';
    await way.click();
    if (word === '代わりの手を選ぶ' || word === '特例業務として命令する') {
      const dialog = desk.getByRole('dialog');
      // What the register says of the person comes above the reason, and moves what is below.
      await desk.waitForLoadState('networkidle');
      if (word === '代わりの手を選ぶ') await dialog.getByRole('radio', { name: /^特例業務として命令する/ }).check();
      await desk.waitForLoadState('networkidle');
      await dialog.getByLabel('特例業務に当たる理由').fill('法の改正で期限が定められ、分担を見直しても避けられない');
      await dialog.getByLabel('本人の疲労と心身の状態を確かめました').check();
      await dialog.getByRole('button', { name: '特例業務として命令する', exact: true }).click();
    }
    await card.waitFor({ state: 'detached' });
    return passedOn;
  }

  /** A head enters 特例業務 that is foreseen for somebody in November into the register. */
  async foresees(head: string, name: string, task: string, hours: string): Promise<void> {
    const page = await this.open(head, '/section');
    await page.getByRole('link', { name: '特例業務の届出' }).click();
    await page.getByRole('heading', { level: 1, name: /特例業務の届出/ }).waitFor();
    await page.getByRole('button', { name: '特例業務を届け出る' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('職員').selectOption({ label: name });
    await fill(page, { 業務の内容: task, 始まりの日: '2026-11-02', 終わりの日: '2026-11-30' });
    await fill(page, {
      '11月の見込み時間': hours,
      人員配置の状況: '3人で対応し、1人は応援',
      避けられない理由: '法で期限が定められている',
      縮減のためにすること: '窓口の当番から外す',
    });
    await dialog.getByText(/届出の 5 項目がそろっています/).waitFor();
    await dialog.getByRole('button', { name: '届け出る', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** 人事課 takes the records of the gate: in at 8:20, out a few minutes after the end of each day's overtime. */
  async punched(staff: string, days: readonly string[], out: string): Promise<void> {
    const lines = days.flatMap((day) => {
      const on = day.replaceAll('-', '/');
      return [`${staff},${on} 8:20,出勤,東口`, `${staff},${on} ${out},退勤,東口`];
    });
    const page = await this.open(HR, '/imports');
    await page.getByLabel(/^何のファイルか/).selectOption('punches');
    await page.getByLabel(/^ファイル/).setInputFiles({
      name: '打刻.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`職員番号,打刻日時,区分,端末\r\n${lines.join('\r\n')}\r\n`),
    });
    await page.getByRole('button', { name: '中身を確かめる' }).click();
    await page.getByRole('button', { name: `${lines.length}行を取り込む` }).click();
    await page.getByText(`${lines.length}行を取り込みました`).waitFor();
  }

  /** The head confirms the results that agree with the record, all at once. */
  async confirmed(head: string): Promise<void> {
    const page = await this.at(head);
    const button = page.getByRole('button', { name: /^命令と記録が合う \d+件を確認する$/ });
    await expect
      .poll(async () => {
        await page.goto(`${this.url}/section`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        return button.count();
      }, PATIENCE)
      .toBe(1);
    await button.click();
    await button.waitFor({ state: 'detached' });
  }

  /** What came to be due, as somebody sees it, once it is there. */
  async due(login: string, words: string | RegExp): Promise<Locator> {
    const page = await this.at(login);
    const item = page.getByRole('listitem').filter({ hasText: words });
    await expect
      .poll(async () => {
        await page.goto(`${this.url}/dues`);
        await page.getByRole('heading', { level: 1, name: '対策の予定' }).waitFor();
        return item.count();
      }, PATIENCE)
      .toBeGreaterThan(0);
    return item.first();
  }

  /** Nothing of the words is due for somebody. */
  async notDue(login: string, words: string | RegExp): Promise<void> {
    const page = await this.open(login, '/dues', '対策の予定');
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('listitem').filter({ hasText: words }).count(), String(words)).toBe(0);
  }

  /** Mails to somebody that say something, once they have come. */
  async mails(staff: string, words: string | RegExp): Promise<number> {
    const found = () =>
      this.#mailbox.received.filter(({ to, text }) => to.startsWith(`${staff}@`) && text.match(words) !== null).length;
    await expect.poll(found, PATIENCE).toBeGreaterThan(0);
    return found();
  }

  /** Whether somebody was written to about something so far. */
  wrote(staff: string, words: string | RegExp): boolean {
    return this.#mailbox.received.some(({ to, text }) => to.startsWith(`${staff}@`) && text.match(words) !== null);
  }

  /** Says of something due that it was done. */
  async does(login: string, words: string | RegExp, note = ''): Promise<void> {
    const item = await this.due(login, words);
    const page = await this.at(login);
    await item.getByRole('button', { name: /を済みにする$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '行った' }).check();
    if (note !== '') await dialog.getByRole('textbox').fill(note);
    await dialog.getByRole('button', { name: '済みにする', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await this.settled(login, words);
  }

  /** Approves a form for the posts that somebody holds, one after the other. */
  async approve(login: string, path: string, ...posts: readonly string[]): Promise<void> {
    const page = await this.open(login, path);
    for (const post of posts) {
      const button = page.getByRole('button', { name: `${post}として承認する` });
      await button.click();
      await button.waitFor({ state: 'detached' });
    }
  }

  /** The form as paper, by the link on its page. Kept beside the pictures. */
  async printed(login: string, path: string, name: string): Promise<void> {
    const page = await this.open(login, path);
    const link = page.getByRole('link', { name: 'PDFで保存する' }).first();
    const address = (await link.getAttribute('href')) ?? '';
    const paper = await page.request.get(new URL(address, this.url).href);
    expect(paper.status()).toBe(200);
    expect(paper.headers()['content-type']).toBe('application/pdf');
    keep(await paper.body(), name);
  }

  /** The form as a sheet of a spreadsheet, by the link on its page. Kept beside the pictures. */
  async workbook(login: string, path: string, name: string): Promise<void> {
    const page = await this.open(login, path);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Excelで保存する' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    keepWorkbook(readFileSync(await file.path()), name);
  }

  /** What is due is done, and stands among the settled. */
  async settled(login: string, words: string | RegExp): Promise<void> {
    const page = await this.at(login);
    await expect
      .poll(async () => {
        await page.goto(`${this.url}/dues`);
        await page.getByRole('button', { name: '済んだものを表示する' }).click();
        await page.waitForLoadState('networkidle');
        return page
          .getByRole('region', { name: '済んだもの' })
          .getByRole('listitem')
          .filter({ hasText: words })
          .count();
      }, PATIENCE)
      .toBeGreaterThan(0);
  }
}

/** The example city on 26 October 令和8年, or made as of another morning, a mail server beside it, and a browser; all end after the file. */
export async function beginMonth(morning?: string): Promise<Month> {
  const mailbox = await openMailbox();
  afterAll(mailbox.stop);
  const city = await ownCity({
    ...(morning === undefined ? {} : { clock: morning, afresh: true }),
    surroundings: { SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, MAIL_FROM: 'tokimori@miushio.example' },
  });
  const browser = await openBrowser();
  afterAll(() => browser.close());
  return new Month(city.url, city.moveTo, browser, mailbox, (morning ?? '2026-10-26').slice(0, 10));
}
