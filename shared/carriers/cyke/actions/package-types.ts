import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { givesMany } from '../../../declare/reading';
import { out } from '../../../delivery/delivery';
import { packageTypesAnswer } from '../wire';

export const listPackageTypes = action({
	resource: 'packageType',
	verb: 'getAll',
	title: 'Get Many Package Types',
	does: 'Lists the package types agreed for the account.',
	covers: ['CY7'],
	effect: 'read',
	many: true,
	input: z.object({}),
	output: z.object({
		id: out.number('Package Type ID'),
		type: out.text('Package Type'),
		volume: out.number('Volume'),
		weight: out.number('Weight'),
		fragility: out.text('Fragility'),
		temperature: out.text('Temperature'),
	}),
	request: (_given, facts) =>
		facts.access.version === 'v1'
			? { problems: [{ path: [], message: 'Package types cannot be listed with API version V1; type their names instead' }] }
			: { method: 'GET', path: '/package_types' },
	readings: { 200: givesMany(packageTypesAnswer, (body) => body.map(({ id, type, volume, weight, fragility, temperature }) => ({ id, type, volume, weight, fragility, temperature }))) },
	samples: [
		{
			title: 'All of the account',
			input: {},
			request: { method: 'GET', path: '/api/v2/package_types' },
			answer: {
				status: 200,
				body: [
					{ id: 7, type: 'Small box', volume: 12, weight: 2.5, fragility: null, temperature: null },
					{ id: 9, type: 'Bottle crate', volume: 30, weight: 14, fragility: 'fragile', temperature: null },
				],
			},
		},
	],
	antiSamples: [{ why: 'A field that the step does not have', input: { name: 'box' }, names: ['name'] }],
});
