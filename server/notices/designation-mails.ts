import type { NoticeDemands } from '@tokimori/ordinances/parameters/groups/notices';
import type { Tx } from '../store/tenant.ts';
import { noticeWords } from './kinds.ts';
import { eraOf } from './words.ts';
import { mailOf, writeMails } from './write-mails.ts';

type Row = {
  department: string;
  effective_from: string;
  staff: string;
  name: string;
  department_name: string;
  published_on: string;
};

/** Notices of one round. */
const AT_ONCE = 500;

function bodyOf(
  { name, department_name: department, effective_from: from, published_on: on }: Row,
  url: string | null,
) {
  const where = url === null ? '時守の「上限と理由」を開き、' : `次の画面を開き、\n${url}/limits\n`;
  return mailOf(name, [
    `${department}は、${eraOf(from)}から「他律的業務の比重が高い部署」に指定されます(周知の日 ${eraOf(on)})。\nこの日から、あなたの時間外勤務の上限は次のとおりになります。`,
    '・1か月 100:00 未満\n・1年 720:00 まで\n・2–6か月の平均 80:00 まで\n・45:00 を超える月は、年6回まで',
    `${where}「確認した」を押してください。`,
  ]);
}

/** Whether anybody was told of a designation yet. */
export async function wasAnybodyTold(tx: Tx): Promise<boolean> {
  const rows = await tx.query('select 1 from tk.designation_notice t where t.municipality = $1 limit 1', [
    tx.municipality,
  ]);
  return rows.length > 0;
}

/**
 * Marks notices as done for which no mail is to be written: the page tells.
 * @param before designations that began before this day, `YYYY-MM-DD`; null: all of them
 */
export async function leaveToPages(
  tx: Tx,
  { now, before }: { readonly now: Date; readonly before: string | null },
): Promise<void> {
  if (before === '') return;
  await tx.query(
    `update tk.designation_notice as t set mailed_at = $2
     where t.municipality = $1 and t.mailed_at is null and ($3::date is null or t.effective_from < $3::date)`,
    [tx.municipality, now, before],
  );
}

/**
 * Writes a mail to everybody who was told of a designation and is told at once; once each. Whoever has no address, or chose otherwise within
 * what the municipality demands, is told by the page.
 * @returns how many mails
 */
export async function writeDesignationMails(
  tx: Tx,
  { now, url, least }: { readonly now: Date; readonly url: string | null; readonly least: NoticeDemands },
): Promise<number> {
  const rows = await tx.query<Row>(
    `select t.department, t.effective_from, t.staff, s.name, g.published_on,
            coalesce((select d.name from tk.department d where d.municipality = $1 and d.department = t.department
              order by d.effective_from desc limit 1), t.department) as department_name
       from tk.designation_notice t
       join tk.staff s on s.municipality = $1 and s.staff = t.staff
       join tk.designation g on g.municipality = $1 and g.department = t.department and g.effective_from = t.effective_from
      where t.municipality = $1 and t.mailed_at is null
      order by t.department, t.effective_from, t.staff limit ${AT_ONCE} for update of t skip locked`,
    [tx.municipality],
  );
  if (rows.length === 0) return 0;
  const mails = rows.map((row) => ({
    reader: row.staff,
    about: `designation/${row.department}/${row.effective_from}`,
    subject: `【時守】${noticeWords.designation.subject}`,
    body: bodyOf(row, url),
  }));
  const written = await writeMails(tx, mails, { kind: 'designation', least, now });
  await tx.query(
    `update tk.designation_notice as t set mailed_at = $2
       from unnest($3::text[], $4::date[], $5::text[]) as u (department, effective_from, staff)
      where t.municipality = $1 and t.department = u.department and t.effective_from = u.effective_from and t.staff = u.staff`,
    [
      tx.municipality,
      now,
      rows.map(({ department }) => department),
      rows.map(({ effective_from: from }) => from),
      rows.map(({ staff }) => staff),
    ],
  );
  return written;
}
