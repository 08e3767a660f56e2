import { useEffect, useRef } from 'react';

/** The longest file that is read when it is dropped, in bytes. */
const MAX_BYTES = 500_000;

/** Takes the text of a file that is dropped anywhere on the window. The window never learns where it was. */
export function useDroppedText(onText: (text: string) => void): void {
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  }, [onText]);

  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const take = (event: DragEvent) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file === undefined || file.size > MAX_BYTES) return;
      void file.text().then((text) => latest.current(text));
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', take);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', take);
    };
  }, []);
}
