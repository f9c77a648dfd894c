import type { ImportKind } from '@tokimori/contract/imports';
import type { Label } from '../wording/words.ts';
import type { ImportView } from './views.ts';

export const kindWords: Readonly<Record<ImportKind, string>> = {
  departments: '部署',
  staff: '職員',
  appointments: '発令(異動・兼務)',
  designations: '他律部署の指定',
  punches: '打刻',
  'pc-log': 'PCの使用記録',
  overtime: '時間外勤務',
  'overtime-months': '過去の月ごとの時間外勤務',
};

export const runLabels: Readonly<Record<ImportView['state'], Label>> = {
  checked: { shape: 'clock', tone: 'waiting', word: '確認待ち' },
  running: { shape: 'clock', tone: 'waiting', word: '取り込み中' },
  done: { shape: 'check', tone: 'done', word: '取り込み済み' },
  stopped: { shape: 'warning', tone: 'forecast', word: '中止' },
  interrupted: { shape: 'warning', tone: 'forecast', word: '途中で切れた' },
};

export const encodingWords = {
  'utf-8': 'UTF-8',
  cp932: 'Shift_JIS(CP932)',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
} as const;
export const separatorWords = { comma: 'カンマ', tab: 'タブ' } as const;
