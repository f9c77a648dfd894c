import { dayLabel, dayOfMonth } from '@tokimori/wording/format';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { TaskList } from '../../components/task-list.tsx';
import type { SectionTodayView } from '../views.ts';

type Missing = SectionTodayView['missing'][number];
const lacks: Readonly<Record<Missing['kind'], string>> = {
  missingIn: '出勤の打刻がありません',
  missingOut: '退勤の打刻がありません',
  noRecord: '時間外勤務の命令がありますが、打刻がありません',
};

/** 打刻漏れ of the section up to yesterday: told to the person in the morning, gone when the record is complete. */
export function MissingPunches({ view }: { readonly view: SectionTodayView }) {
  if (view.missing.length === 0) return null;
  return (
    <Section title="打刻漏れ" aside={`${view.missing.length}件`}>
      <TaskList tasks={view.missing.map((missing) => taskOf(missing, view.department))} none="" />
    </Section>
  );
}

function taskOf({ person, date, kind, toldOn, reported }: Missing, department: string) {
  const title = `${person.name} ${dayLabel(date)} ${lacks[kind]}`;
  return {
    key: `${person.staff} ${date}`,
    label: (
      <StatusLabel
        label={
          reported
            ? { shape: 'clock', tone: 'waiting', word: '決裁待ち' }
            : { shape: 'question', tone: 'unknown', word: '届出待ち' }
        }
      />
    ),
    title,
    detail: reported
      ? '本人が時刻を届け出ました。認めるか決めてください。'
      : toldOn === null
        ? '本人の「今日」の画面に出ています。'
        : `${dayOfMonth(toldOn)}の朝、本人に知らせました。`,
    action: (
      <ButtonLink
        size="small"
        to={paths.sectionMonth(department, date.slice(0, 7))}
        label={`${title} ${reported ? '決める' : '見る'}`}
      >
        {reported ? '決める' : '見る'}
      </ButtonLink>
    ),
  };
}
