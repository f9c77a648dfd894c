import { randomUUID } from 'node:crypto';
import { parseLocalDate } from '@tokimori/law/time/civil';
import { formatEraDate } from '@tokimori/law/time/eras';
import type { Tx } from '../store/tenant.ts';

type Row = {
  department: string;
  effective_from: string;
  staff: string;
  name: string;
  mail: string;
  department_name: string;
  published_on: string;
};

/** Notices of one round. */
const AT_ONCE = 500;
const era = (date: string): string => {
  const day = parseLocalDate(date);
  return (day === undefined ? undefined : formatEraDate(day)) ?? date;
};

function bodyOf(
  { name, department_name: department, effective_from: from, published_on: on }: Row,
  url: string | null,
) {
  const where = url === null ? '時守の「上限と理由」を開き' : `次の画面を開き\n${url}/limits\n`;
  return `${name} 様

${department}は、${era(from)}から「他律的業務の比重が高い部署」に指定されます(周知の日 ${era(on)})。
この日から、あなたの時間外勤務の上限は次のとおりになります。

・1か月 100:00 未満
・1年 720:00 まで
・2–6か月の平均 80:00 まで
・45:00 を超える月は、年6回まで

${where}、「確認した」を押してください。

このメールに返信しても届きません。
`;
}

/**
 * Writes a mail to everybody who was told of a designation and has an address; once each. Whoever has none is told by the page alone.
 * @returns how many mails
 */
export async function writeDesignationMails(tx: Tx, { now, url }: { readonly now: Date; readonly url: string | null }) {
  const rows = await tx.query<Row>(
    `select t.department, t.effective_from, t.staff, s.name, s.mail, g.published_on,
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
  const mails = rows.filter(({ mail }) => mail !== '');
  await tx.query(
    `insert into tk.mail (municipality, id, recipient, address, about, subject, body, created_at, next_try)
     select $1, u.id, u.recipient, u.address, u.about, $6, u.body, $7, $7
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $8::text[]) as u (id, recipient, address, about, body)
     on conflict (municipality, recipient, about) do nothing`,
    [
      tx.municipality,
      mails.map(() => randomUUID()),
      mails.map(({ staff }) => staff),
      mails.map(({ mail }) => mail),
      mails.map(({ department, effective_from: from }) => `designation/${department}/${from}`),
      '【時守】時間外勤務の上限が変わります(他律部署の指定)',
      now,
      mails.map((row) => bodyOf(row, url)),
    ],
  );
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
  return mails.length;
}
