import { useEffect } from 'react';

/** What the keyboard can do from anywhere. */
export interface Shortcuts {
  /** Ctrl/Cmd with a digit; counted from 1. */
  readonly openSection: (place: number) => void;
  /** Ctrl/Cmd with a full stop. */
  readonly toggleDepth: () => void;
  /** Alt with the left arrow, outside text fields, where it moves by words. */
  readonly goBack: () => void;
}

/** Name of the key that goes with a shortcut on this computer. */
export function modifierName(): string {
  return navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';
}

/** Listens for the shortcuts of the whole window. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!runShortcut(event, shortcuts)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [shortcuts]);
}

function runShortcut(event: KeyboardEvent, shortcuts: Shortcuts): boolean {
  const hasModifier = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (hasModifier && event.key === '.') shortcuts.toggleDepth();
  else if (hasModifier && /^[1-9]$/.test(event.key)) shortcuts.openSection(Number(event.key));
  else if (event.altKey && event.key === 'ArrowLeft' && !isEditable(event.target)) shortcuts.goBack();
  else return false;
  return true;
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, [contenteditable]');
}
