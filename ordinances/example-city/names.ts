/** Family and given names with their readings. Combined at random; any likeness to a person is chance. */
const families =
  '朝倉 アサクラ,有村 アリムラ,飯塚 イイヅカ,池谷 イケガヤ,石田 イシダ,市原 イチハラ,今井 イマイ,岩瀬 イワセ,上原 ウエハラ,宇野 ウノ,江藤 エトウ,大槻 オオツキ,岡部 オカベ,小川 オガワ,奥田 オクダ,小野寺 オノデラ,片桐 カタギリ,門倉 カドクラ,金森 カナモリ,川島 カワシマ,神田 カンダ,菊地 キクチ,北沢 キタザワ,木下 キノシタ,草野 クサノ,工藤 クドウ,桑原 クワバラ,小泉 コイズミ,古賀 コガ,小松 コマツ,近藤 コンドウ,斉木 サイキ,酒井 サカイ,坂本 サカモト,佐々木 ササキ,篠原 シノハラ,柴田 シバタ,島崎 シマザキ,白石 シライシ,杉浦 スギウラ,鈴村 スズムラ,瀬川 セガワ,関口 セキグチ,高岡 タカオカ,滝本 タキモト,竹内 タケウチ,田島 タジマ,谷口 タニグチ,千葉 チバ,塚本 ツカモト,辻本 ツジモト,寺田 テラダ,土井 ドイ,遠山 トオヤマ,富永 トミナガ,内藤 ナイトウ,中里 ナカザト,永井 ナガイ,成田 ナリタ,西尾 ニシオ,新田 ニッタ,根本 ネモト,野口 ノグチ,萩原 ハギワラ,橋爪 ハシヅメ,長谷部 ハセベ,浜口 ハマグチ,早川 ハヤカワ,樋口 ヒグチ,平野 ヒラノ,深沢 フカザワ,福井 フクイ,藤枝 フジエダ,星野 ホシノ,堀内 ホリウチ,前川 マエカワ,牧野 マキノ,松岡 マツオカ,丸山 マルヤマ,三浦 ミウラ,水野 ミズノ,宮下 ミヤシタ,村瀬 ムラセ,森川 モリカワ,矢島 ヤジマ,安田 ヤスダ,柳沢 ヤナギサワ,山岸 ヤマギシ,湯浅 ユアサ,横山 ヨコヤマ,吉川 ヨシカワ,米田 ヨネダ,若林 ワカバヤシ,和田 ワダ,渡会 ワタライ';
const givens =
  '明日香 アスカ,篤 アツシ,綾 アヤ,郁子 イクコ,一樹 カズキ,英司 エイジ,恵美 エミ,海斗 カイト,香織 カオリ,和也 カズヤ,克己 カツミ,佳奈 カナ,要 カナメ,京子 キョウコ,圭 ケイ,健太 ケンタ,航 コウ,浩二 コウジ,早苗 サナエ,聡 サトシ,紗希 サキ,茂 シゲル,静香 シズカ,俊 シュン,翔 ショウ,真司 シンジ,進 ススム,大輔 ダイスケ,貴子 タカコ,拓真 タクマ,千夏 チナツ,司 ツカサ,哲也 テツヤ,智恵 トモエ,直樹 ナオキ,菜摘 ナツミ,望 ノゾミ,春香 ハルカ,秀樹 ヒデキ,裕美 ヒロミ,文子 フミコ,誠 マコト,雅人 マサト,真由 マユ,美咲 ミサキ,光 ヒカル,恵 メグミ,元 ハジメ,泰子 ヤスコ,優 ユウ,結衣 ユイ,陽一 ヨウイチ,良太 リョウタ,玲 レイ,涼子 リョウコ,渉 ワタル';

const split = (list: string) => list.split(',').map((entry) => entry.split(' ') as [string, string]);
const familyNames = split(families);
const givenNames = split(givens);

/** The n-th name; the first 5,000 or so are all different. */
export function nameOf(n: number): { readonly name: string; readonly kana: string } {
  const [family, familyKana] = familyNames[(n * 37) % familyNames.length] ?? ['', ''];
  const [given, givenKana] = givenNames[(n * 23 + Math.floor(n / familyNames.length) * 5) % givenNames.length] ?? [
    '',
    '',
  ];
  return { name: `${family} ${given}`, kana: `${familyKana} ${givenKana}` };
}
