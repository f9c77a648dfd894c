import type {
  reviewView as documentRoute,
  reviewsView as listRoute,
  writeReview as writeRoute,
} from '@tokimori/contract/breaches';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { fiscalYearOf } from '@tokimori/law/time/months';
import { decideReview, evolveReview, type Review, type ReviewCommand } from '@tokimori/records/breaches/review';
import { ensure } from '../../access/policies.ts';
import { mayViewReview, mayWriteReview } from '../../access/policies-breaches.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, append } from '../journal.ts';
import { type Here, monthOfText } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { readDeeds } from './deeds-of.ts';
import { readGroups } from './groups.ts';
import { type Reach, reachOf, yearsWithin } from './reach.ts';
import { refuseBreach } from './refused-breach.ts';
import { deadlineOf, isSettled, ofYearOnly, type ReviewShown, readReviews } from './review-rows.ts';

/** Which document: a 課 (or '' for the whole body) and its fiscal year or month. */
type Key = Pick<ReviewShown, 'span' | 'period' | 'section'>;

/** What is to be sorted out, analysed and reviewed, until when, and what of it is done. */
export async function reviewsView(
  context: Context,
  actor: Actor,
  input: Input<typeof listRoute>,
): Promise<Answer<typeof listRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const reach = await reachOf(context, tx, actor);
    const year = input.year ?? reach.runningYear;
    const [years, reviews] = await Promise.all([yearsWithin(tx, reach), readReviews(tx, reach, year)]);
    const open = reviews.filter((row) => !row.running && !isSettled(row));
    const yearDue = deadlineOf('year', periodOfYear(year, reach), reach)?.due ?? reach.at.day;
    return {
      on: formatLocalDate(reach.at.day),
      year,
      years: [...years],
      yearDue: formatLocalDate(yearDue),
      monthly: reach.at.parameters.designation.monthlyReview !== null,
      counts: {
        open: open.length,
        late: reviews.filter(({ late }) => late).length,
        concluded: reviews.filter(isSettled).length,
      },
      reviews: [...reviews],
    };
  });
}

const periodOfYear = (year: number, { at }: Reach): string =>
  `${year}-${String(at.parameters.yearStartMonth).padStart(2, '0')}`;

/** One document with the figures of the records it is about. */
export async function reviewView(
  context: Context,
  actor: Actor,
  key: Input<typeof documentRoute>,
): Promise<Answer<typeof documentRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const reach = await reachOf(context, tx, actor);
    ensure(mayViewReview(actor, reach.scope, key.section));
    const { row, year } = await findRow(tx, reach, key);
    const filter = {
      year,
      ...(key.section === '' ? {} : { section: key.section }),
      ...(key.span === 'month' ? { month: key.period, without: ofYearOnly } : {}),
    };
    const [stored, groups, history] = await Promise.all([
      readReview(tx, key),
      readGroups(tx, reach.tree, key.section === '' ? null : reach.departments, filter),
      readDeeds(tx, streamOf(key)),
    ]);
    const names = await namesOf(tx, [...history.map(({ by }) => by), stored?.concluded_by ?? '']);
    const concludedBy = stored?.concluded_by ?? '';
    return {
      ...row,
      on: formatLocalDate(reach.at.day),
      fiscalYear: year,
      sorted: stored?.sorted ?? '',
      analysed: stored?.analysed ?? '',
      verified: stored?.verified ?? '',
      concludedBy: names.get(concludedBy) ?? concludedBy,
      groups,
      mayWrite: mayWriteReview(actor, reach.scope, key.section),
      history: history.map(({ kind, at, by }) => ({ kind, at, by: names.get(by) ?? by })),
    };
  });
}

/** The row of a document; 404 where there is no record to sort out. */
async function findRow(tx: Tx, reach: Reach, key: Key): Promise<{ row: ReviewShown; year: number }> {
  const year = fiscalYearOf(monthOfText(key.period), reach.at.parameters.yearStartMonth);
  const rows = await readReviews(tx, reach, year);
  const row = rows.find(({ span, period, section }) => same({ span, period, section }, key));
  if (row !== undefined) return { row, year };
  return refuse('review.nothing', {
    status: 404,
    title: '整理する記録がありません',
    detail: 'この期間と所属に、上限を超えた記録はありません。「要因の分析」の一覧から開き直してください。',
  });
}
const same = (a: Key, b: Key): boolean => a.span === b.span && a.period === b.period && a.section === b.section;
const streamOf = ({ span, period, section }: Key): string => `breach-review/${span}/${period}/${section}`;

/** Keeps a document as a draft, or concludes it. The same words again change nothing. */
export async function writeReview(
  context: Context,
  actor: Actor,
  { span, period, section, conclude, ...words }: Input<typeof writeRoute>,
): Promise<Answer<typeof writeRoute>> {
  const key = { span, period, section };
  return context.store.tenant(actor.municipality, async (tx) => {
    const reach = await reachOf(context, tx, actor);
    ensure(mayWriteReview(actor, reach.scope, section));
    const { row } = await findRow(tx, reach, key);
    if (conclude && row.running) refuseRunning(span);
    const command = { type: conclude ? 'conclude' : 'draft', words, records: row.records, since: row.since } as const;
    const state = await perform(tx, reach.at, key, command, actorName(actor));
    return { state };
  });
}

/** What is concluded is the whole of a year or month: records may still come while it runs. */
const refuseRunning = (span: Key['span']): never =>
  refuse('review.running', {
    status: 409,
    title: 'まだ確定できません',
    detail: `${span === 'year' ? '年度' : '月'}が終わっていないため、上限を超えた記録がこれから加わることがあります。${
      span === 'year' ? '年度' : '月'
    }が終わった後に確定してください。書いた内容は、下書きとして保存できます。`,
  });

type Row = {
  state: Review['state'];
  sorted: string;
  analysed: string;
  verified: string;
  written_by: string;
  written_at: Date;
  concluded_by: string | null;
  concluded_at: Date | null;
  version: number;
};

async function readReview(tx: Tx, { span, period, section }: Key, lock: 'for update' | '' = ''): Promise<Row | null> {
  const [row] = await tx.query<Row>(
    `select r.state, r.sorted, r.analysed, r.verified, r.written_by, r.written_at, r.concluded_by, r.concluded_at, r.version
     from tk.breach_review r
     where r.municipality = $1 and r.span = $2 and r.period = $3::date and r.section = $4 ${lock}`,
    [tx.municipality, span, `${period}-01`, section],
  );
  return row ?? null;
}

const reviewOf = (row: Row): Review => ({
  state: row.state,
  words: { sorted: row.sorted, analysed: row.analysed, verified: row.verified },
  writtenBy: row.written_by,
  writtenAt: row.written_at,
  concludedBy: row.concluded_by,
  concludedAt: row.concluded_at,
});

async function perform(tx: Tx, at: Here, key: Key, command: ReviewCommand, actor: string): Promise<Review['state']> {
  const row = await readReview(tx, key, 'for update');
  const before = row === null ? null : reviewOf(row);
  const answer = decideReview(command, before);
  if ('refused' in answer) return refuseBreach(answer.refused);
  const after = answer.events.reduce<Review | null>(
    (state, event) => evolveReview(state, { event, actor, occurredAt: at.now }),
    before,
  );
  if (after === null) throw new Error('a deed without an event makes no document');
  if (answer.events.length === 0) return after.state;
  const version = await append(tx, {
    stream: streamOf(key),
    after: row?.version ?? 0,
    events: answer.events,
    actor,
    occurredAt: at.now,
  });
  await write(tx, key, after, { version, records: command.records });
  return after.state;
}

async function write(
  tx: Tx,
  { span, period, section }: Key,
  { state, words, writtenBy, writtenAt, concludedBy, concludedAt }: Review,
  { version, records }: { readonly version: number; readonly records: number },
): Promise<void> {
  await tx.query(
    `insert into tk.breach_review (municipality, span, period, section, state, sorted, analysed, verified, records, written_by, written_at,
       concluded_by, concluded_at, version)
     values ($1, $2, $3::date, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (municipality, span, period, section) do update set state = excluded.state, sorted = excluded.sorted,
       analysed = excluded.analysed, verified = excluded.verified, records = excluded.records, written_by = excluded.written_by,
       written_at = excluded.written_at, concluded_by = excluded.concluded_by, concluded_at = excluded.concluded_at,
       version = excluded.version`,
    [
      tx.municipality,
      span,
      `${period}-01`,
      section,
      state,
      words.sorted,
      words.analysed,
      words.verified,
      records,
      writtenBy,
      writtenAt,
      concludedBy,
      concludedAt,
      version,
    ],
  );
}
