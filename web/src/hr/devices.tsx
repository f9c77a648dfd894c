import { dayAndClock } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { Empty, Refusal, Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { TextField } from '../components/fields.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';

/** 端末: which terminals may send punches; a stopped one sends nothing within a second. */
export function DevicesPage() {
  const list = useReading(routes.listDevices, {});
  return (
    <>
      <PageTitle>打刻の端末</PageTitle>
      <Shown query={list}>
        {({ devices }) =>
          devices.length === 0 ? (
            <Empty>登録した端末はまだありません。登録すると、その端末から打刻を送れるようになります。</Empty>
          ) : (
            <DataTable caption="打刻を送る端末" minWidth={36} stack>
              <thead>
                <tr>
                  <th scope="col">端末</th>
                  <th scope="col">置き場所</th>
                  <th scope="col">登録</th>
                  <th scope="col">状態</th>
                  <th scope="col">すること</th>
                </tr>
              </thead>
              <tbody>
                {devices.map((device) => (
                  <tr key={device.device}>
                    <th scope="row">{device.device}</th>
                    <td data-label="置き場所">{device.name}</td>
                    <td data-label="登録">{dayAndClock(device.createdAt)}</td>
                    <td>
                      <StatusLabel
                        label={
                          device.revokedAt === null
                            ? { shape: 'circle', tone: 'fine', word: '使用中' }
                            : { shape: 'octagon', tone: 'over', word: '停止' }
                        }
                      />
                    </td>
                    <td>{device.revokedAt === null && <Revoke device={device.device} name={device.name} />}</td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
          )
        }
      </Shown>
      <AddDevice />
    </>
  );
}

function Revoke({ device, name }: { readonly device: string; readonly name: string }) {
  const deed = useDeed(routes.revokeDevice);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '' || deed.isPending) return;
    deed.mutate(
      { params: { device }, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          announce('端末を止めました');
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <button type="button" className="link min-h-6" onClick={() => setOpen(true)} aria-label={`${name}を止める`}>
        止める
      </button>
      <Dialog title={`${name}(${device})を止める`} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <p className="mt-2">
            止めると、この端末からの打刻は受け付けません。もとには戻せません。使うときは、もう一度登録します。
          </p>
          <TextField
            id="revoke-reason"
            label="止める理由"
            required
            value={reason}
            onChange={setReason}
            maxLength={200}
            error={asked && reason.trim() === '' ? '止める理由を入力してください' : undefined}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              端末を止める
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

function AddDevice() {
  const deed = useDeed(routes.addDevice);
  const [device, setDevice] = useState('');
  const [name, setName] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      wrong(
        !/^[A-Za-z0-9_-]{1,32}$/.test(device),
        'device',
        '端末の名前は、半角の英数字・-・_ で32字までにしてください',
      ),
      wrong(name.trim() === '', 'name', '置き場所を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    deed.mutate(
      { body: { device, name: name.trim() } },
      {
        onSuccess: () => {
          announce('端末を登録しました');
          setDevice('');
          setName('');
        },
      },
    );
  };
  return (
    <Section title="端末を登録する">
      {deed.data !== undefined && (
        <div className="mt-4">
          <Banner kind="done" title={`${deed.data.device} を登録しました`} role="status">
            <p>端末の設定に、次の鍵を入れてください。鍵を表示するのは、この1回だけです。</p>
            <p className="mt-1 select-all break-all bg-solid-gray-50 p-2 font-mono text-[0.875rem]">
              {deed.data.token}
            </p>
          </Banner>
        </div>
      )}
      <form onSubmit={submit} noValidate className="max-w-[40rem]">
        <ErrorSummary errors={errors} />
        <Refusal error={deed.error} />
        <TextField
          id="device"
          label="端末の名前"
          hint="例 honkan-3f-nishi"
          required
          value={device}
          onChange={setDevice}
          error={errorOf(errors, 'device')}
          maxLength={32}
        />
        <TextField
          id="name"
          label="置き場所"
          hint="例 本庁舎3階 西"
          required
          value={name}
          onChange={setName}
          error={errorOf(errors, 'name')}
          maxLength={60}
        />
        <div className="mt-5">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            登録する
          </Button>
        </div>
      </form>
    </Section>
  );
}
