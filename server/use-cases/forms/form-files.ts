import type { formPaper as paperRoute, formWorkbook as workbookRoute } from '@tokimori/contract/forms';
import type { FileAnswer, Input } from '@tokimori/contract/route';
import type { PrintedSheet, Seal } from '@tokimori/forms/sheet/definition';
import { writeSheet, XLSX_TYPE } from '@tokimori/forms/spreadsheet';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import { fileNameOf, paperAnswer } from '../../paper/paper-answer.ts';
import type { PaperMill } from '../../paper/paper-mill.ts';
import type { Tx } from '../../store/tenant.ts';
import { namesOf } from '../reading/names.ts';
import { type OpenForm, openForm } from './open.ts';
import { sealOf } from './seal.ts';
import { subjectNameOf, toldTo } from './view.ts';
import { dateOf } from './way.ts';

/** The seal boxes of a form: empty, or with the name and the day of the approval. A post that this form does not pass stays empty. */
export function sealsOf(
  { definition, route, sheet }: Pick<OpenForm, 'definition' | 'route' | 'sheet'>,
  nameOf: (staff: string) => string,
): readonly Seal[] {
  return definition.route.map((post) => sealOf(post.label, sheet.stamps[route.indexOf(post)], nameOf));
}

/** What a file of a form rests on: as it was handed in, or as it stands, as far as it is told to whoever asks. */
async function printedSheetOf(tx: Tx, open: OpenForm): Promise<PrintedSheet> {
  const names = await namesOf(
    tx,
    open.sheet.stamps.map(({ by }) => by),
  );
  const { submittedAt, state } = open.sheet;
  return {
    ...toldTo(open),
    submittedOn: submittedAt === null || state === 'returned' ? null : dateOf(submittedAt),
    seals: sealsOf(open, (who) => names.get(who) ?? who),
  };
}

/** What a template prints of a form. */
export const printedOf = async (tx: Tx, open: OpenForm): Promise<object> =>
  open.definition.printed(await printedSheetOf(tx, open));

const titleOf = (open: OpenForm, month: string): string => `${open.definition.title}_${month}_${subjectNameOf(open)}`;

/** A form as PDF/A: as it was handed in, or as it stands. */
export async function formPaper(
  context: Context,
  mill: PaperMill,
  actor: Actor,
  input: Input<typeof paperRoute>,
): Promise<FileAnswer> {
  const { title, ...paper } = await context.store.tenant(actor.municipality, async (tx) => {
    const open = await openForm(context, tx, actor, input);
    const sheet = await printedOf(tx, open);
    return {
      title: titleOf(open, input.month),
      template: open.definition.template,
      data: { municipality: open.given.municipality, sheets: [sheet] },
    };
  });
  return paperAnswer(context, mill, paper, title);
}

/**
 * A form that its municipality keeps as a sheet of a spreadsheet, as xlsx; the same as on paper.
 * @throws Refusal 404 `form.no-workbook`
 */
export async function formWorkbook(
  context: Context,
  actor: Actor,
  input: Input<typeof workbookRoute>,
): Promise<FileAnswer> {
  const { title, sheet } = await context.store.tenant(actor.municipality, async (tx) => {
    const open = await openForm(context, tx, actor, input);
    const { workbook, title: name } = open.definition;
    if (workbook === undefined) return noWorkbook(name);
    return { title: titleOf(open, input.month), sheet: workbook(await printedSheetOf(tx, open)) };
  });
  return { fileName: fileNameOf(title, 'xlsx'), mediaType: XLSX_TYPE, bytes: await writeSheet(sheet) };
}

function noWorkbook(title: string): never {
  return refuse('form.no-workbook', {
    status: 404,
    title: 'この様式は Excel では出せません',
    detail: `「${title}」は紙の様式です。PDFで保存してください。`,
  });
}
