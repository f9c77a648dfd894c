import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible, picture } from '../browser.ts';

type Values = Readonly<Record<string, string | readonly string[]>>;

/** Types into the fields of a form by their labels: a word, a day as `2026-11-02`, or several words to be ticked. */
export async function fill(page: Page, values: Values): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    if (typeof value !== 'string') {
      const group = page.getByRole('group', { name: label });
      for (const each of value) await group.getByRole('checkbox', { name: each }).check();
    } else if (/^\d{4}-\d\d-\d\d$/.test(value)) {
      for (const [at, part] of value.split('-').entries())
        await page.getByRole('textbox', { name: `${label} ${'年月日'[at]}` }).fill(String(Number(part)));
    } else if ((await page.getByRole('group', { name: label }).count()) > 0) {
      await page.getByRole('group', { name: label }).getByRole('radio', { name: value, exact: true }).check();
    } else {
      await page.getByRole('textbox', { name: label }).first().fill(value);
    }
  }
}

/** Fills in the form that is open and hands it in. @returns its place on the page */
export async function handIn(page: Page, values: Values, name: string): Promise<string> {
  await page.getByRole('button', { name: '提出する' }).waitFor();
  await fill(page, values);
  await expectAccessible(page);
  await picture(page, `month-${name}`);
  await page.getByRole('button', { name: '提出する' }).click();
  await page
    .getByText(/承認待ち|承認済み|提出済み/)
    .first()
    .waitFor();
  return new URL(page.url()).pathname;
}

/** A paper that was fetched, beside the pictures. */
export function keep(paper: Buffer, name: string): void {
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/month-${name}.pdf`, paper);
}

/** A sheet of a spreadsheet, kept beside the pictures. */
export function keepWorkbook(bytes: Buffer, name: string): void {
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/month-${name}.xlsx`, bytes);
}

/** A list that a measure hands over is open: a row of the words stands on it. At both widths, kept as pictures, and as a file. */
export async function listed(page: Page, row: RegExp, name: string): Promise<void> {
  await page.getByRole('row', { name: row }).first().waitFor();
  await expectAccessible(page);
  await picture(page, `month-${name}-1280`);
  await page.setViewportSize({ width: 375, height: 812 });
  await expectAccessible(page);
  await picture(page, `month-${name}-375`);
  await page.setViewportSize({ width: 1280, height: 900 });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSVで保存する' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/_\d{4}-\d\d\.csv$/);
}
