/** What a municipality decides about the regimes of work. Statutory borders (別表第1, 地公法58条) are not here. */
export type RegimeRules = {
  /**
   * Whether the body has a 人事委員会 (地方公務員法7条; prefectures and designated cities must). Without one the head of the
   * body exercises labour inspection (同58条5項). 公平委員会 do not.
   */
  readonly personnelCommission: boolean;
  /**
   * Under what 単純労務職員 at a workplace outside 別表第1 (本庁の運転・守衛など) are ordered: `article36`, as at listed workplaces,
   * or `ordinance`, because 労基法33条3項 speaks of every 地方公務員 of such offices. 運用.
   */
  readonly simpleLaborAtUnlisted: 'article36' | 'ordinance';
  /** Whether 管理監督職員 receive 夜間勤務手当 (給与条例). Off is below the floor of 労基法37条4項 and is warned about. */
  readonly managersNightAllowance: boolean;
  /** Whether the municipality's own rule of 面接指導 covers 管理監督職員 too; 安衛法66条の8 covers them in any case. */
  readonly managersGuidance: boolean;
};

/** The model: no 人事委員会 (most municipalities), the safe side elsewhere. */
export const modelRegime: RegimeRules = {
  personnelCommission: false,
  simpleLaborAtUnlisted: 'article36',
  managersNightAllowance: true,
  managersGuidance: true,
};
