/** Opens the browser for whoever sits in front of this machine; without one, nothing happens. */
import { spawn } from 'node:child_process';

export function openBrowser(url: string): void {
  if (!process.stdout.isTTY) return;
  const isMac = process.platform === 'darwin';
  const hasScreen =
    process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  if (!isMac && !hasScreen) return;
  const child = spawn(isMac ? 'open' : 'xdg-open', [url], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
