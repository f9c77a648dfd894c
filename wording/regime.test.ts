import { regimeOn } from '@tokimori/law/regime/regime';
import { regimeStepNames } from '@tokimori/law/regime/step-names';
import { appointmentKinds, categories, type Post } from '@tokimori/law/regime/types';
import { parseLocalDate } from '@tokimori/law/time/civil';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { regimeSentences } from './regime.ts';

const day = parseLocalDate('2026-11-04') ?? 0;
const clerk: Post = { workplace: null, category: 'regularService', appointment: 'fullTime', managerial: false };
const told = (post: Partial<Post>, rules?: Parameters<typeof regimeOn>[2]) =>
  explain(regimeOn({ ...clerk, ...post }, day, rules).steps, regimeSentences);

describe('sentences of the regime', () => {
  it('there is one for each step', () => {
    expect(Object.keys(regimeSentences).sort()).toEqual([...regimeStepNames].sort());
  });

  it('本庁の職員', () => {
    expect(told({})).toEqual([
      '事業場は労働基準法別表第1のどの号にも当たりません(本庁・支所・出張所など)。(労働基準法 別表第1)',
      '企業職員・単純労務職員ではないので、地方公務員法第58条の適用除外があります。(地方公務員法 第58条第3項)',
      '管理監督職員ではありません。(労働基準法 第41条第1項第2号〔B 一部で確認〕)',
      '時間外勤務は、公務のために臨時の必要がある場合に命令できます。36協定は要りません。(労働基準法 第33条第3項〔B 一部で確認〕)',
      '命令は勤務時間条例によります。(勤務時間条例(準則) 第8条)',
      '上限は条例・規則の上限(月45:00・年360:00、他律部署は月100:00未満など)です。(人事院規則15―14 第16条の2の2第1項第1号イ(2))',
      '給与は給与条例によります。(給与条例(準則) 第15条〔B 一部で確認〕)',
      '時間外・休日・深夜の割増は、労働基準法第37条が下限です。(労働基準法 第37条第1項〔B 一部で確認〕)',
      '別表第1にない事業場で、人事委員会を置かないので、労働基準監督機関は長です。(地方公務員法 第58条第5項)',
      '労働時間の状況は、管理監督職員も含めて、客観的な方法で把握します。(労働安全衛生法 第66条の8の3)',
      '長時間働いた職員は、管理監督職員も含めて、医師による面接指導の対象になります。(労働安全衛生法 第66条の8第1項)',
      '労働基準法のうち適用されない規定が 12 項目あります。(地方公務員法 第58条第3項)',
      '変形労働時間制、休憩の一斉付与、代替休暇、時間単位の年次有給休暇の規定は、労使協定を要しないなどの読替えがあります。(地方公務員法 第58条第4項〔B 一部で確認〕)',
    ]);
  });

  it('names what differs', () => {
    expect(told({ workplace: 13 }).join('')).toContain(
      '別表第1第13号の事業場で働くので、労働基準監督機関は労働基準監督署です。',
    );
    expect(told({ category: 'simpleLabor' }).join('')).toContain('この団体は36協定として扱います。');
    expect(told({ category: 'simpleLabor' }).join('')).toContain('地方公務員法第58条第5項が及ばないので');
    expect(told({ category: 'publicEnterprise' }).join('')).toContain('給与は企業管理規程・就業規則によります。');
    expect(told({ category: 'schoolTeacher', workplace: 12 }).at(-1)).toContain('給特法の別の制度');
    expect(told({ category: 'physician', workplace: 13 }).at(-1)).toContain('固有の上限があります');
  });

  it('no real decision reads NaN, an empty bracket or a bare key', () => {
    for (const category of categories)
      for (const appointment of appointmentKinds)
        for (const managerial of [false, true])
          for (const workplace of [null, 1, 12])
            for (const line of told({ category, appointment, managerial, workplace })) {
              expect(line).not.toMatch(/NaN|undefined|\(\)|simpleLabor|publicEnterprise/);
              expect(line).toMatch(/。/);
            }
  });
});
