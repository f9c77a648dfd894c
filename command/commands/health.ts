import type { Command } from 'commander';
import { readJson } from '../input.ts';
import type { Words } from '../language.ts';
import { jsonList, print, type Surroundings } from '../output.ts';

type Pure = {
  readonly name: string;
  readonly summary: Words;
  readonly about: Words;
  readonly answer: (document: unknown, withReasons: boolean) => Promise<Iterable<string>>;
};

/** The pure commands on health: a JSON document in, a JSON document out. */
const commands: readonly Pure[] = [
  {
    name: 'guidance',
    summary: { ja: '医師による面接指導の対象を、規則ごとに出す', en: "who is due for a physician's interview" },
    about: {
      ja: '月ごとの時間外勤務と働いた時間(JSON)から、医師による面接指導の対象を出します。人事院規則10―4にならう規則(月100時間以上、2–6か月平均80時間超、月80時間超)と労働安全衛生法(週40時間を超える労働が月80時間超)の両方で判定し、どちらかに当たれば対象です。データベースもネットワークも使いません。',
      en: "Says who is due for a physician's interview, by the rule modelled on 人事院規則10―4 and by the 労働安全衛生法; either suffices. Needs no database and no network.",
    },
    answer: async (document, withReasons) => {
      const { guidanceOf } = await import('../health/guidance-json.ts');
      return jsonList('staff', guidanceOf(document, withReasons));
    },
  },
  {
    name: 'fatigue',
    summary: { ja: '疲労蓄積度自己診断チェックリスト(2023年)の点を出す', en: 'score the fatigue checklist of 2023' },
    about: {
      ja: '労働者の疲労蓄積度自己診断チェックリスト(2023年改正)の答え(JSON)から、自覚症状と勤務の状況の評価、総合判定を出します。データベースもネットワークも使いません。',
      en: 'Scores the fatigue checklist of 2023 (JSON). Needs no database and no network.',
    },
    answer: async (document, withReasons) => {
      const { fatigueOf } = await import('../health/scores-json.ts');
      return [`${JSON.stringify(fatigueOf(document, withReasons), null, 2)}\n`];
    },
  },
  {
    name: 'stress',
    summary: { ja: 'ストレスチェック(57項目)の点と高ストレスの判定を出す', en: 'score the 57-item stress check' },
    about: {
      ja: '職業性ストレス簡易調査票(57項目)の答え(JSON)から、合計点数を使う方法と素点換算表を使う方法の両方で、点と高ストレスの判定を出します。答えは保存しません。データベースもネットワークも使いません。',
      en: 'Scores the 57-item stress check (JSON) by both methods. Nothing is stored. Needs no database and no network.',
    },
    answer: async (document, withReasons) => {
      const { stressOf } = await import('../health/scores-json.ts');
      return [`${JSON.stringify(stressOf(document, withReasons), null, 2)}\n`];
    },
  },
];

/** `tokimori guidance|fatigue|stress FILE|-`. Pure. */
export function addHealth(program: Command, { language }: Surroundings): void {
  for (const { name, summary, about, answer } of commands) {
    program
      .command(name)
      .usage('FILE|-')
      .summary(summary[language])
      .description(about[language])
      .argument('<FILE>', language === 'ja' ? 'JSON ファイル。- は標準入力' : 'a JSON file; - is standard input')
      .option('--explain', language === 'ja' ? '理由を文で添える' : 'add the reasoning in sentences')
      .action(async (file: string, options: { explain?: true }) =>
        print(await answer(await readJson(file), options.explain === true)),
      );
  }
}
