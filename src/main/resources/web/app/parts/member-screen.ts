import type { Session } from '../session';
import { t } from '../text';
import { GuardedScreen } from './guarded-screen';

/** A screen that needs the token of the oversight office or of an agency, which sees there what is about itself. */
export abstract class MemberScreen extends GuardedScreen {
  protected override admits({ isOffice, agencies }: Session): boolean {
    return isOffice || agencies.length > 0;
  }

  protected override condition() {
    return {
      needed: t('需要主管部门或单位的令牌；单位只看到本单位的内容。', 'It needs a token of the oversight office or of an agency, which sees its own entries only.'),
      refused: t('当前令牌不是主管部门或单位的，不能使用本页。', 'The current token is neither one of the oversight office nor one of an agency.'),
    };
  }
}
