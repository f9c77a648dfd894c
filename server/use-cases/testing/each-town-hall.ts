import { afterEach, beforeEach } from 'vitest';
import { eachDatabase } from '../../store/testing/each-database.ts';
import { MORNING, openTownHall, type TownHall } from './town-hall.ts';

type Suite = (hall: TownHall) => void;

/** Runs a suite on every database; each case has its own two municipalities, opened on the morning of the tests. */
export const eachTownHall = (name: string, suite: Suite): void => eachTownHallAt(MORNING, name, suite);

/** As `eachTownHall`, opened at another moment. */
export function eachTownHallAt(now: string, name: string, suite: Suite): void {
  eachDatabase(name, (open) => {
    let opened: TownHall | undefined;
    const hall = (): TownHall => {
      if (opened === undefined) throw new Error('the town hall opens before each case');
      return opened;
    };
    beforeEach(async () => {
      opened = await openTownHall(await open(), now);
    });
    afterEach(() => hall().deriver.stop());
    suite({
      get context() {
        return hall().context;
      },
      get deriver() {
        return hall().deriver;
      },
      get work() {
        return hall().work;
      },
      get handOver() {
        return hall().handOver;
      },
      get query() {
        return hall().query;
      },
    });
  });
}
