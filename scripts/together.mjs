// npm run together: every package installed in one real n8n, and one booking through each of their carriers.
import { onRealN8n } from './set-up/real-n8n.mjs';

await onRealN8n('test/together/main.ts', { packages: 'all' });
