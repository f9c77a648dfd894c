import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { commandActor } from '../actor.ts';
import { withInstallation } from '../open-installation.ts';
import { print, type Surroundings } from '../output.ts';
import { InputRefused } from '../refusal.ts';

type Options = { check?: true; data?: string };

/** `tokimori municipality FILE`: takes a municipality with its dated parameters into the installation. */
export function addMunicipality(program: Command, { language, environment }: Surroundings): Command {
  const ja = language === 'ja';
  return program
    .command('municipality')
    .argument('<FILE>', ja ? '団体の設定ファイル(YAML)' : "the municipality's file (YAML)")
    .usage('FILE [--check]')
    .summary(ja ? '団体を登録する、設定を変える' : 'register a municipality or change its parameters')
    .description(
      ja
        ? '団体コード、名称、条例・規則・運用で決めたこと(適用開始日付き)を読み込みます。--check は確かめるだけで、何も変えません。'
        : 'Reads the code, the name and the dated parameters of a municipality. --check only checks.',
    )
    .option('--check', ja ? '確かめるだけ' : 'only check')
    .option('--data <DIR>', ja ? 'データの置き場所' : 'where the data are kept')
    .action(async (file: string, options: Options) => {
      const { readOrdinance } = await import('@tokimori/ordinances/read-ordinance');
      const { document, problems } = readOrdinance(await readFile(file, 'utf8'), basename(file));
      if (document === null) {
        throw new InputRefused(
          { ja: '団体の設定ファイルを受け付けられません。', en: "The municipality's file is refused." },
          problems.map(({ line, key, message }) => ({
            why: {
              ja: `${file} の${line}行目${key === '' ? '' : `「${key}」`}: ${message}`,
              en: `${file}, line ${line}, ${key}: ${message}`,
            },
            cure: { ja: 'その行を直して、もう一度読み込んでください。', en: 'Mend that line and read the file again.' },
          })),
        );
      }
      const { code, name } = document.municipality;
      if (options.check === true) {
        await print([
          ja ? `${file} は正しく読めます(${code} ${name})。\n` : `${file} can be read (${code} ${name}).\n`,
        ]);
        return;
      }
      const { registerMunicipality } = await import('@tokimori/server/installation/register-municipality');
      await withInstallation({ data: options.data, environment }, (context) =>
        registerMunicipality(context, document, commandActor()),
      );
      await print([
        ja ? `${code} ${name}を登録しました(設定 ${document.versions.length}版)。\n` : `Registered ${code} ${name}.\n`,
      ]);
    });
}
