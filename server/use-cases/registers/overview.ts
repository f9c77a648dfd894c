import type { registersOverview as overviewRoute } from '@tokimori/contract/registers/sheets';
import type { Answer } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { mayViewCity } from '../../access/policies.ts';
import { mayViewRegisters, sheetViewOf } from '../../access/policies-registers.ts';
import { mayOpenSheet } from '../../access/policies-sheets.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import { readTree } from '../reading/department-tree.ts';
import { here } from '../reading/moment.ts';
import { divisionOf, postsOf } from './places.ts';

/** Which sheets and registers the caller may open today, and the 課 whose sheet they may open. */
export async function registersOverview(context: Context, actor: Actor): Promise<Answer<typeof overviewRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const { sectionSheet, bureauFigures } = at.parameters.sharing;
    const [scope, tree, posts] = await Promise.all([
      scopeOf(tx, actor, at.dutyDate),
      readTree(tx, at.dutyDay),
      postsOf(tx, actor, at.dutyDate, at.dutyDate),
    ]);
    const own = new Set(posts.flatMap((post) => divisionOf(tree, post)?.department ?? []));
    const seen = tree.nodes.filter(
      ({ department, kind }) =>
        (kind === 'division' || own.has(department) || scope.headed.has(department)) &&
        sheetViewOf(actor, scope, { department, belongs: own.has(department) }, sectionSheet) !== 'nothing',
    );
    return {
      today: formatLocalDate(at.dutyDay),
      progress: mayOpenSheet(actor, 'nanto-progress', bureauFigures),
      sectionSheet: mayViewCity(actor) || seen.length > 0,
      bureaus: mayOpenSheet(actor, 'bureaus-monthly', bureauFigures),
      registers: mayViewRegisters(actor),
      // One's own first: who opens the page sees it without choosing.
      departments: seen
        .map(({ department, name }) => ({ department, name, own: own.has(department) ? 0 : 1 }))
        .sort((a, b) => a.own - b.own || (a.department < b.department ? -1 : 1))
        .map(({ department, name }) => ({ department, name })),
    };
  });
}
