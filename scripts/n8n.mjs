// npm run n8n [-- --fresh] [--single]: the real n8n with the packed package, the embedded carriers behind it, and ready
// workflows in it. With --single the packages of one carrier are installed beside it, and the workflows use them.
import { onRealN8n } from './set-up/real-n8n.mjs';

const packages = process.argv.includes('--single') ? 'all' : 'pack of all';
await onRealN8n('sandbox/n8n/main.ts', { packages });
