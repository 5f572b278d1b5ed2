import '../../sandbox/hosts/n8n/environment';
import 'reflect-metadata';

import type * as N8nPorts from '../../nodes/adapter/ports';
import type * as ZapierPorts from '../../zapier/src/ports';
import type * as Spoiling from './spoiling';

/** Where each host's adapter opens the road's ports, a broken road is put in their place. */
jest.mock('../../nodes/adapter/ports', () => {
	const actual = jest.requireActual<typeof N8nPorts>('../../nodes/adapter/ports');
	const { spoilt } = jest.requireActual<typeof Spoiling>('./spoiling');
	const connected: typeof actual.connected = async (...asked) => {
		const way = await actual.connected(...asked);
		return way.ok ? { ok: true, value: { ...way.value, ports: spoilt(way.value.ports) } } : way;
	};
	return { ...actual, connected };
});
jest.mock('../../zapier/src/ports', () => {
	const actual = jest.requireActual<typeof ZapierPorts>('../../zapier/src/ports');
	const { spoilt } = jest.requireActual<typeof Spoiling>('./spoiling');
	const portsOf: typeof actual.portsOf = (z) => spoilt(actual.portsOf(z));
	return { ...actual, portsOf };
});
