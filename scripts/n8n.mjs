// npm run n8n [-- --fresh]: the real n8n with the packed package, the embedded carriers behind it, and ready workflows in it.
import { onRealN8n } from './set-up/real-n8n.mjs';

await onRealN8n('sandbox/n8n/main.ts');
