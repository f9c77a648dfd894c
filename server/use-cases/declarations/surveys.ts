import type { registerSurvey as surveyRoute } from '@tokimori/contract/declarations';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatDuration } from '@tokimori/law/time/minutes';
import { appendDeed } from '../../access/journal.ts';
import { ensure } from '../../access/policies.ts';
import { mayRegisterDeclarations } from '../../access/policies-differences.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { actorName, doDeed } from '../journal.ts';
import { dayInput } from '../reading/date-input.ts';
import { readTree } from '../reading/department-tree.ts';
import { type Here, here } from '../reading/moment.ts';
import { judgeMethodsAgain } from './methods.ts';

/** Refuses a day that has not come. */
export function ensureHeld(at: Here, heldOn: string): void {
  if (dayInput('heldOn', heldOn) <= at.day) return;
  refuse('declaration.in-future', {
    title: 'まだ来ていない日です',
    detail: '行った後に登録します。行った日を確かめてください。',
    fields: [{ field: 'heldOn', code: 'in-future', message: '今日までの日を入力してください' }],
  });
}

type About = NonNullable<Input<typeof surveyRoute>['about']>;

/** What led to it, in words that stay when later checks replace the finding. */
async function aboutWords(tx: Tx, about: About): Promise<{ about: About; words: string }> {
  const [row] = await tx.query<{ name: string | null }>(
    `select s.name from tk.declaration_finding f left join tk.staff s on s.municipality = $1 and s.staff = f.who
      where f.municipality = $1 and f.through = $2::date and f.level = $3 and f.who = $4 and f.limit_minutes = $5`,
    [tx.municipality, `${about.through}-01`, about.level, about.who, about.limit],
  );
  if (row === undefined) {
    refuse('declaration.finding-gone', {
      status: 409,
      title: 'この点検の結果は、新しい点検に替わりました',
      detail: '画面を読み込み直して、いまの結果から登録してください。',
    });
  }
  const limit = formatDuration(about.limit);
  const whose = about.level === 'group' ? '課' : (row.name ?? about.who);
  const words = about.level === 'repeated' ? `${whose}: 同じ ${limit} の申告` : `${whose}: ${limit} の手前の申告`;
  return { about, words };
}

/** 実態調査 (把握ガイドライン 4(3)ウ): what was found and what follows, once for each id. */
export async function registerSurvey(
  context: Context,
  actor: Actor,
  input: Input<typeof surveyRoute>,
): Promise<Answer<typeof surveyRoute>> {
  ensure(mayRegisterDeclarations(actor));
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { id, section, heldOn, result, found, follows } = input;
    ensureHeld(at, heldOn);
    if ((await readTree(tx, at.dutyDay)).find(section) === undefined) departmentNotFound(section);
    const about = input.about === null ? {} : await aboutWords(tx, input.about);
    const written = await tx.query(
      `insert into tk.declaration_survey (municipality, id, section, held_on, about, result, found, follows, recorded_by, recorded_at)
       values ($1, $2, $3, $4::date, $5::jsonb, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
      [tx.municipality, id, section, heldOn, JSON.stringify(about), result, found, follows, actorName(actor), at.now],
    );
    if (written.length === 0) return { registered: true };
    await appendDeed(tx, {
      stream: `survey/${id}`,
      kind: 'DeclarationSurveyed',
      actor: actorName(actor),
      reason: found,
      data: { section, heldOn, result, follows, ...about },
      at: at.now,
    });
    await judgeMethodsAgain(tx, [section], at.dutyDay, at.parameters.records.recording);
    return { registered: true };
  });
}
