import { importShapes } from '@tokimori/contract/import-columns';
import type { ImportKind } from '@tokimori/contract/imports';
import type { Label } from '../wording/words.ts';
import type { ImportView } from './views.ts';

export const kinds = Object.keys(importShapes) as ImportKind[];

/** What a kind of file is called. */
export const kindWord = (kind: ImportKind): string => importShapes[kind].name;

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
