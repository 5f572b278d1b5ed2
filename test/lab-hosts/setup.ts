import '../../sandbox/hosts/n8n/environment';
import 'reflect-metadata';

import type * as N8nPorts from '../../nodes/adapter/ports';
import type * as ZapierPorts from '../../zapier/src/ports';
import type * as DefectInjection from './defect-injection';

/** Replaces the ports that each host's adapter opens with the ports of a broken pipeline. */
jest.mock('../../nodes/adapter/ports', () => {
	const actual = jest.requireActual<typeof N8nPorts>('../../nodes/adapter/ports');
	const { applyDefect } = jest.requireActual<typeof DefectInjection>('./defect-injection');
	const openConnection: typeof actual.openConnection = async (...args) => {
		const connection = await actual.openConnection(...args);
		return connection.ok
			? { ok: true, value: { ...connection.value, ports: applyDefect(connection.value.ports) } }
			: connection;
	};
	return { ...actual, openConnection };
});
jest.mock('../../zapier/src/ports', () => {
	const actual = jest.requireActual<typeof ZapierPorts>('../../zapier/src/ports');
	const { applyDefect } = jest.requireActual<typeof DefectInjection>('./defect-injection');
	const portsOf: typeof actual.portsOf = (...args) => applyDefect(actual.portsOf(...args));
	return { ...actual, portsOf };
});
