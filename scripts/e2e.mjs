// npm run e2e [-- chapter ...]: drives the real n8n with a headless Chromium.
import { findChromium } from './set-up/find-chromium.mjs';
import { onRealN8n } from './set-up/real-n8n.mjs';

await onRealN8n('test/e2e/main.ts', { before: () => ({ CHROMIUM: findChromium() }) });
