import { html, nothing, type TemplateResult } from 'lit';
import type { LoginError } from '../oidc';
import { t } from '../text';

/** Tells why a login at the identity provider has failed, and what to do. */
export function loginFailure(failed: LoginError): TemplateResult {
  const { title, advice } = textOf(failed);
  const said = [failed.code, failed.description].filter((part) => part !== undefined);
  return html`<div class="problem" role="alert">
    <strong>${title}</strong>
    <p>${advice}</p>
    ${said.length === 0
      ? nothing
      : html`<p class="request-id">${t('统一身份认证的说明', 'The identity provider says')} <code>${said.join(': ')}</code></p>`}
  </div>`;
}

function textOf(failed: LoginError): { title: string; advice: string } {
  switch (failed.reason) {
    case 'insecure':
      return {
        title: t('本页不能使用统一身份认证登录', 'This page cannot use the identity provider'),
        advice: t(
          '本页是通过未加密的 HTTP 打开的，浏览器不提供登录所需的加密功能。请改用 https:// 开头的地址，或者使用访问令牌。',
          'It was opened over plain HTTP, and the browser then offers no cryptography, which the login needs. Open its https:// address, or use an access token.',
        ),
      };
    case 'blocked':
      return {
        title: t('浏览器没有打开登录窗口', 'The browser has opened no window for the login'),
        advice: t(
          '请允许本站弹出窗口，然后重试。也可以在本窗口登录，但会离开本页：填报草稿会保留，其他尚未保存的内容会丢失。',
          'Allow this site to open windows, and try again. You can also log in in this window, which leaves the page: drafts of reports are kept, other input that is not saved is lost.',
        ),
      };
    case 'unreachable':
      return {
        title: t('无法连接统一身份认证', 'The identity provider cannot be reached'),
        advice: t(
          '请检查网络后重试。仍不成功的，请管理员检查统一身份认证是否运行，是否允许本站调用（Web origins）。',
          'Check the network and try again. If it fails again, an administrator should check that the provider runs and allows calls from this site (web origins).',
        ),
      };
    case 'metadata':
      return {
        title: t('统一身份认证的设置有误', 'The identity provider is not set up correctly'),
        advice: t(
          '统一身份认证公布的信息与本系统的设置不符，请联系管理员。',
          'It publishes other data about itself than this service has in its settings. Tell an administrator.',
        ),
      };
    case 'unexpected':
      return {
        title: t('这次登录已失效', 'This login is no longer valid'),
        advice: t('登录不是由本窗口发起的，或者已经完成。请重新登录。', 'This window has not begun it, or it is complete already. Log in again.'),
      };
    case 'tokens':
      return {
        title: t('统一身份认证返回的令牌不能使用', 'The tokens of the identity provider cannot be used'),
        advice: t('令牌与登录请求不符，或者格式不能识别。请联系管理员。', 'They do not match the request, or have an unknown form. Tell an administrator.'),
      };
    case 'unknown':
      return {
        title: t('登录没有完成', 'The login is not complete'),
        advice: t('请重新登录。仍不成功的，请联系管理员。', 'Log in again. If it fails again, tell an administrator.'),
      };
    case 'refused':
      return { title: t('统一身份认证没有允许登录', 'The identity provider has refused the login'), advice: refusal(failed.code) };
  }
}

/** Explains the error codes of RFC 6749 and OpenID Connect. */
function refusal(code: string | undefined): string {
  switch (code) {
    case 'access_denied':
      return t('登录被取消，或者您没有使用本系统的权限。', 'The login was cancelled, or you may not use this service.');
    case 'login_required':
    case 'interaction_required':
    case 'account_selection_required':
    case 'consent_required':
      return t('统一身份认证要求您先在其页面上登录。请重新登录。', 'The provider asks you to log in on its own page first. Log in again.');
    case 'temporarily_unavailable':
    case 'server_error':
      return t('统一身份认证暂时无法处理登录，请稍后重试。', 'The provider cannot process logins at present. Try again later.');
    case 'invalid_grant':
      return t('登录用时过长，或者已经使用过。请重新登录。', 'The login took too long, or was used already. Log in again.');
    default:
      return t('本系统在统一身份认证中的登记可能有误，请联系管理员。', 'This service may be registered incorrectly at the provider. Tell an administrator.');
  }
}
