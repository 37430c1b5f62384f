// Sets the colour scheme before the first paint, so that a dark room is not lit up by a white flash.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('wattvend.color-scheme') ?? 'auto';
  } catch {
    chosen = 'auto';
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
