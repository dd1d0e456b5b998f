/** The words of webhooks and their deliveries. */

import type { DeliveryEntry, EventType, Failure, WebhookStatus } from '../../api/contract';
import { number, t } from '../../text';
import { eventName, eventTypes } from '../../words';

export const webhookStatusName = (status: WebhookStatus): string =>
  ({ ACTIVE: t('正常', 'Active'), FAILING: t('推送失败，正在重试', 'Failing, being repeated'), DISABLED: t('已停用', 'Disabled') })[status];

export const webhookStatusClass = (status: WebhookStatus): string =>
  `status ${{ ACTIVE: 'good', FAILING: 'warn', DISABLED: 'bad' }[status]}`;

const failureName = (failure: Failure): string =>
  ({
    TIMEOUT: t('接收方没有及时应答', 'the receiver did not answer in time'),
    UNKNOWN_HOST: t('找不到主机', 'the host is unknown'),
    PRIVATE_ADDRESS: t('地址在内部网络，不允许推送', 'the address is in a private network, which is not allowed'),
    CONNECTION: t('无法连接', 'no connection'),
    TLS: t('证书无效或者加密连接失败', 'the certificate or the encryption failed'),
    STATUS: t('接收方没有接受', 'the receiver did not accept it'),
    SECRET: t('密钥不能使用，请重新建立订阅', 'the secret cannot be used: create the subscription again'),
  })[failure];

/** Returns what became of an attempt. */
export function resultOf({ delivered, status, failure, milliseconds }: DeliveryEntry): string {
  const answer = status === undefined ? '' : t(`，应答 ${status}`, `, answer ${status}`);
  const result = delivered ? t('已送达', 'Delivered') : failure === undefined ? t('未送达', 'Not delivered') : t(`未送达：${failureName(failure)}`, `Not delivered: ${failureName(failure)}`);
  return `${result}${answer}${t(`，用时 ${number(milliseconds)} 毫秒`, `, ${number(milliseconds)} ms`)}`;
}

/** Returns the name of the type of a message; a test is no event. */
export const messageName = (type: string): string =>
  type === 'TEST' ? t('测试消息', 'Test message') : eventTypes.some((one) => one === type) ? eventName(type as EventType) : type;
