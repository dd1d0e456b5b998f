import type { Session } from '../session';
import { t } from '../text';
import { GuardedScreen } from './guarded-screen';

/** A screen that needs the token of the oversight office. */
export abstract class OfficeScreen extends GuardedScreen {
  protected override admits(reader: Session): boolean {
    return reader.isOffice;
  }

  protected override condition() {
    return {
      needed: t('需要主管部门的令牌。', 'It needs a token of the oversight office.'),
      refused: t('当前令牌不是主管部门的，不能使用本页。', 'The current token is not one of the oversight office.'),
    };
  }
}
