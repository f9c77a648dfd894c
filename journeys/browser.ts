import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, onTestFailed } from 'vitest';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DEMO_PASSWORD = 'tokimori-demo';

/** Debian's Chromium; its absence is a failure that names the package. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error('Chromium is missing: apt-get install chromium');
  return chromium.launch({ executablePath, args: quiet });
}

export type Width = 1280 | 375;

/** A person at a screen: own cookies, Japanese, Tokyo. */
export async function sitDown(browser: Browser, width: Width = 1280): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width, height: width === 375 ? 812 : 900 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  onTestFailed(async () => {
    if (page.isClosed()) return;
    console.error(`left at ${page.url()}`);
    await picture(page, `failed-${new URL(page.url()).pathname.replace(/[^\w]+/g, '_')}`);
  });
  return { page, context };
}

/** Signs in by the page. `municipality` is chosen when the installation has several. */
export async function signIn(
  page: Page,
  url: string,
  login: string,
  options: { password?: string; municipality?: string } = {},
): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('職員番号').waitFor();
  if (options.municipality !== undefined) await page.getByLabel('自治体').selectOption(options.municipality);
  await page.getByLabel('職員番号').fill(login);
  await page.getByLabel('パスワード').fill(options.password ?? DEMO_PASSWORD);
  await page.getByRole('button', { name: 'ログインする' }).click();
  await page.waitForURL((at) => !at.pathname.startsWith('/sign-in'));
}

/** Somebody at a screen of their own, signed in. */
export async function sits(browser: Browser, url: string, login: string): Promise<Page> {
  const { page } = await sitDown(browser);
  await signIn(page, url, login);
  return page;
}

/** Waits for the page with a title. */
export const titled = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** Looks at a page as a wide and as a narrow screen show it: it is accessible, with a picture of each. It is left wide. */
export async function looks(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await picture(page, `${name}-1280`);
  await page.setViewportSize({ width: 375, height: 812 });
  await expectAccessible(page);
  await picture(page, `${name}-375`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Fails when axe finds anything against WCAG 2.2 AA or its best practice, or when the page scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(axeSource);
  const found = await page.evaluate<string[]>(`axe
    .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')))`);
  expect(found, page.url()).toEqual([]);
  const sideways = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Keeps a picture of the page where SCREENSHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
