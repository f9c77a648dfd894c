import { useState } from 'react';
import { RadioGroup } from '../components/fields.tsx';

type Kind = 'ordered' | 'preparing' | 'waiting' | 'training' | 'ownStudy' | 'free';
/** 労働時間の考え方 (労働時間の適正な把握のためのガイドライン 3): what is work, and what is not. */
const kinds: Readonly<Record<Kind, { readonly name: string; readonly told: string }>> = {
  ordered: { name: '命じられた業務', told: '働いた時間です。申請してください。' },
  preparing: {
    name: '準備・後始末(着替え、片付け、清掃など)',
    told: '所属長の指示で、業務に必要なことを職場で行うなら、働いた時間です。申請してください。',
  },
  waiting: {
    name: '指示を待っている時間(手待ち)',
    told: '呼ばれたらすぐ仕事にかかれるように待ち、離れてよいとされていないなら、働いた時間です。申請してください。',
  },
  training: {
    name: '受けなければならない研修・学習',
    told: '参加が業務として義務なら、また所属長の指示で業務に必要な学習なら、働いた時間です。申請してください。',
  },
  ownStudy: {
    name: '自分で選んだ研修・学習',
    told: '命令も義務もなく、受けなくても不利にならないものは、働いた時間に当たりません。迷うときは申請し、所属長に確かめてください。',
  },
  free: {
    name: '休憩・私用で残っている時間',
    told: '仕事から離れてよい時間は、働いた時間に当たりません。在庁の理由をたずねられたときは、そのまま届け出てください。',
  },
};

/** A short choice that tells whether a stretch of time is work. It decides nothing and is not stored: whatever is claimed is taken. */
export function WorkKinds() {
  const [kind, setKind] = useState<Kind | null>(null);
  return (
    <details className="mt-6 border-y border-solid-gray-200">
      <summary className="flex min-h-12 cursor-pointer items-center font-700">働いた時間に当たるか確かめる</summary>
      <div className="-mt-4 pb-3">
        <RadioGroup<Kind>
          id="work-kind"
          label="どの時間ですか"
          plain
          value={kind}
          onChange={setKind}
          options={(Object.keys(kinds) as Kind[]).map((value) => ({ value, name: kinds[value].name }))}
        />
        <p aria-live="polite" className="mt-1 min-h-7 font-700">
          {kind === null ? '' : kinds[kind].told}
        </p>
        <p className="prose-small">
          どれを選んでも、申請は受け付けます。呼び方ではなく、実際に指揮命令の下にあったかどうかで決まります。
        </p>
      </div>
    </details>
  );
}
