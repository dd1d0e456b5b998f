import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SETTING = 'gongkai.shortcuts';

/** Whether shortcuts are on; the choice is kept in this browser. */
export const areShortcutsOn = (): boolean => localStorage.getItem(SETTING) !== 'off';

export function switchShortcuts(isOn: boolean): void {
  localStorage.setItem(SETTING, isOn ? 'on' : 'off');
}

/** Single keys that do something. They can be switched off, and do nothing while the reader types or a dialog is open. */
export class Shortcuts implements ReactiveController {
  /**
   * @param host the element that they belong to
   * @param actions returns what each key does, by its lower-case name
   */
  constructor(
    host: ReactiveControllerHost,
    private readonly actions: () => Record<string, () => void>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.pressed);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.pressed);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const action = this.actions()[nameOf(event)];
    if (action !== undefined && areShortcutsOn() && !isForSomethingElse(event)) {
      event.preventDefault();
      action();
    }
  };
}

/** An input method hides the letter, but not the key. */
const nameOf = (event: KeyboardEvent): string =>
  event.key === 'Process' ? event.code.replace('Key', '').toLowerCase() : event.key.toLowerCase();

/** A key that is held counts once: otherwise it would decide on one report after the other. */
function isForSomethingElse(event: KeyboardEvent): boolean {
  const isCommand = event.ctrlKey || event.metaKey || event.altKey;
  const isTyping = (event.target as Element).closest('textarea, select, input:not([type="checkbox"]), [contenteditable]') !== null;
  return event.defaultPrevented || event.repeat || event.isComposing || isCommand || isTyping || document.querySelector('dialog[open]') !== null;
}
