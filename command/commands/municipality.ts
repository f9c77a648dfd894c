import { basename } from 'node:path';
import type { OrdinanceDocument } from '@tokimori/ordinances/read-ordinance';
import type { Command } from 'commander';
import { commandActor } from '../actor.ts';
import { readBytes } from '../input.ts';
import type { Language } from '../language.ts';
import { withInstallation } from '../open-installation.ts';
import { print, type Surroundings } from '../output.ts';
import { type Complaint, InputRefused, WrongUsage } from '../refusal.ts';

type Options = { check?: true; compare?: string | true; model?: true; data?: string };

/**
 * `tokimori municipality FILE`: takes a municipality with its dated parameters into the installation. `--check`, `--compare`
 * and `--model` are pure.
 */
export function addMunicipality(program: Command, around: Surroundings): Command {
  const ja = around.language === 'ja';
  return program
    .command('municipality')
    .argument('[FILE]', ja ? '団体の設定ファイル(YAML)。- は標準入力' : "the municipality's file (YAML), or -")
    .usage('FILE [--check | --compare [OTHER]]\n       tokimori municipality --model')
    .summary(ja ? '団体を登録する、設定を変える、確かめる' : 'register a municipality, change or check its parameters')
    .description(
      ja
        ? '団体コード、名称、条例・規則・運用で決めたこと(適用開始日付き)を読み込みます。--check、--compare、--model は何も変えません。'
        : 'Reads the code, the name and the dated parameters of a municipality. --check, --compare and --model change nothing.',
    )
    .option('--check', ja ? '確かめて、標準と違う値を版ごとに出す' : 'only check, and list what differs from the model')
    .option(
      '--compare [OTHER]',
      ja
        ? 'OTHER(新しいファイル)との違いを適用開始日ごとに出す。OTHER がなければ、版から版への違い'
        : 'list what differs in OTHER by day of effect; without OTHER, from version to version',
    )
    .option('--model', ja ? 'すべての項目に説明を付けたひな形を出す' : 'print a commented file to start from')
    .option('--data <DIR>', ja ? 'データの置き場所' : 'where the data are kept')
    .action((file: string | undefined, options: Options) => act(file, options, around));
}

async function act(file: string | undefined, options: Options, around: Surroundings): Promise<void> {
  demandOneDeed(file, options);
  if (options.model === true) {
    const { modelFile } = await import('@tokimori/ordinances/parameters/model-file');
    return print([modelFile()]);
  }
  const document = await readFile(file ?? '-');
  if (options.check === true) return print(await checked(file ?? '-', document, around.language));
  if (options.compare === true) return print(await changes(document, around.language));
  if (options.compare !== undefined)
    return print(await compared(document, await readFile(options.compare), around.language));
  return register(document, options, around);
}

/** @throws WrongUsage */
function demandOneDeed(file: string | undefined, { check, compare, model }: Options): void {
  if ([check, compare, model].filter((one) => one !== undefined).length > 1) {
    throw new WrongUsage({
      ja: '--check、--compare、--model は、どれか一つを指定してください。',
      en: 'Give only one of --check, --compare and --model.',
    });
  }
  if (model === true && file !== undefined)
    throw new WrongUsage({ ja: '--model にはファイルを指定しません。', en: '--model takes no file.' });
  if (model !== true && file === undefined) {
    throw new WrongUsage({
      ja: 'FILE(団体の設定ファイル)を指定してください。ひな形は --model で出せます。',
      en: "Give FILE, the municipality's file. --model prints one to start from.",
    });
  }
  if (file === '-' && compare === '-')
    throw new WrongUsage({ ja: '標準入力は一つだけ使えます。', en: 'Only one file can be standard input.' });
}

/** How a file is named before a particle. */
const placeOf = (file: string) =>
  file === '-' ? { ja: '標準入力', en: 'standard input' } : { ja: `${file} `, en: file };

/** @throws InputRefused with every problem of the file */
async function readFile(file: string): Promise<OrdinanceDocument> {
  const { readOrdinance } = await import('@tokimori/ordinances/read-ordinance');
  const { document, problems } = readOrdinance(new TextDecoder().decode(await readBytes(file)), basename(file));
  if (document !== null) return document;
  throw new InputRefused(
    {
      ja: `団体の設定ファイルを受け付けられません(${problems.length}か所)。`,
      en: `The municipality's file is refused (${problems.length} ${problems.length === 1 ? 'place' : 'places'}).`,
    },
    problems.map(
      ({ line, key, message, english }): Complaint => ({
        why: {
          ja: `${placeOf(file).ja}の${line}行目${key === '' ? '' : `「${key}」`}: ${message}`,
          en: `${placeOf(file).en}, line ${line}${key === '' ? '' : `, ${key}`}: ${english}`,
        },
        cure: { ja: 'その行を直して、もう一度読み込んでください。', en: 'Mend that line and read the file again.' },
      }),
    ),
  );
}

const nameOf = ({ municipality: { code, name } }: OrdinanceDocument): string => `${code} ${name}`;

async function checked(file: string, document: OrdinanceDocument, language: Language): Promise<string[]> {
  const { fromModel, sayDay } = await import('@tokimori/ordinances/differences');
  const ja = language === 'ja';
  const many = document.versions.length;
  const head = ja
    ? `${placeOf(file).ja}は正しく読めます(${nameOf(document)}、${many}版)。\n`
    : `${placeOf(file).en} can be read (${nameOf(document)}, ${many} ${many === 1 ? 'version' : 'versions'}).\n`;
  return [
    head,
    ...fromModel(document.versions).flatMap(({ from, differences }) => [
      ja
        ? `${sayDay(from)}から: ${differences.length === 0 ? 'すべて標準の値です。' : `標準と違う値 ${differences.length}`}\n`
        : `From ${from}: ${differences.length === 0 ? 'as the model.' : `${differences.length} not as the model`}\n`,
      ...differences.map(({ what, before, after }) =>
        ja ? `  ${what}: ${after}(標準 ${before})\n` : `  ${what}: ${after} (model: ${before})\n`,
      ),
    ]),
  ];
}

async function changes(document: OrdinanceDocument, language: Language): Promise<string[]> {
  const { fromVersionBefore } = await import('@tokimori/ordinances/differences');
  const dated = fromVersionBefore(document.versions);
  if (dated.length > 0) return said(dated, language);
  return [language === 'ja' ? '版は一つだけです。\n' : 'There is only one version.\n'];
}

async function compared(before: OrdinanceDocument, after: OrdinanceDocument, language: Language): Promise<string[]> {
  const { compareVersions } = await import('@tokimori/ordinances/differences');
  const ja = language === 'ja';
  const names =
    nameOf(before) === nameOf(after) ? [] : [`${ja ? '団体' : 'Municipality'}: ${nameOf(before)} → ${nameOf(after)}\n`];
  const dated = compareVersions(before.versions, after.versions);
  const none = ja ? '設定に違いはありません。\n' : 'The parameters do not differ.\n';
  return [...names, ...(dated.length === 0 ? [none] : await said(dated, language))];
}

type Dated = ReturnType<typeof import('@tokimori/ordinances/differences')['compareVersions']>;

/** 令和8年4月1日から: 日の区切り 5:00 → 4:00 */
async function said(dated: Dated, language: Language): Promise<string[]> {
  const { sayDay } = await import('@tokimori/ordinances/differences');
  const ja = language === 'ja';
  return dated.flatMap(({ from, differences }) => {
    const since = ja ? `${sayDay(from)}から` : `From ${from}`;
    if (differences.length === 0) return [`${since}: ${ja ? '違いはありません。' : 'no difference.'}\n`];
    return differences.map(({ what, before, after }) => `${since}: ${what} ${before} → ${after}\n`);
  });
}

async function register(document: OrdinanceDocument, options: Options, { language, environment }: Surroundings) {
  await demandOwnCode(document);
  const { registerMunicipality } = await import('@tokimori/server/installation/register-municipality');
  await withInstallation({ data: options.data, environment }, (context) =>
    registerMunicipality(context, document, commandActor()),
  );
  const { length } = document.versions;
  await print([
    language === 'ja' ? `${nameOf(document)}を登録しました(設定 ${length}版)。\n` : `Registered ${nameOf(document)}.\n`,
  ]);
}

/** @throws InputRefused for the model file as it was printed */
async function demandOwnCode({ municipality: { code } }: OrdinanceDocument): Promise<void> {
  const { MODEL_CODE } = await import('@tokimori/ordinances/parameters/model-file');
  if (code !== MODEL_CODE) return;
  throw new InputRefused(
    { ja: 'ひな形のままでは登録できません。', en: 'The model file cannot be registered as it is.' },
    [
      {
        why: { ja: `団体コードがひな形の ${code} です。`, en: `The code is that of the model, ${code}.` },
        cure: { ja: '団体コードと名称を書き換えてください。', en: "Write the municipality's own code and name." },
      },
    ],
  );
}
